"""What changed between two facts files, as figures, names and words."""

import pytest

from generator.likeness.differing import differences, doubts_between, summary_of
from tests.likeness.written import facts_of

HEAD = "年度: {year}\n单位: {{名称: 城东镇人民政府, 简称: 城东镇, 级别: 镇, 上级: 临淄区}}\n举措成效:\n"


def _facts(body, year=2023):
    return facts_of(HEAD.format(year=year) + body)


def _told(old, new):
    return [
        (
            one.kind,
            one.topic,
            one.field,
            one.old and one.old.shown,
            one.new and one.new.shown,
            one.difference,
            one.percent,
        )
        for one in differences(_facts(old, 2022), _facts(new)).facts
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("化解: 152起", "化解: 198起", ("改", "152起", "198起", "+46起", "+30.3%")),
        ("化解: 198起", "化解: 152起", ("改", "198起", "152起", "-46起", "-23.2%")),
        ("化解: 40余起", "化解: 50余起", ("改", "40余起", "50余起", "约+10起", "约+25%")),
        ("化解: 40余起", "化解: 40起", ("改", "40余起", "40起", "", "")),
        ("化解率: 96.2%", "化解率: 98%", ("改", "96.2%", "98%", "+1.8个百分点", "")),
        ("", "化解: 198起", ("增", None, "198起", "", "")),
        ("化解: 198起", "", ("删", "198起", None, "", "")),
        ("化解: 0起", "化解: 3起", ("改", "0起", "3起", "+3起", "")),
    ],
)
def test_a_figure(old, new, told):
    ours = "  矛盾纠纷化解: {{{}}}\n  法治宣传教育: {{普法活动: 3次}}\n"
    ((kind, topic, _field, *rest),) = _told(ours.format(old), ours.format(new))
    assert topic == "矛盾纠纷化解"
    assert (kind, *rest) == told


@pytest.mark.parametrize(
    ("old", "new", "year", "told"),
    [
        ("{值: 9起, 截至: 2023-11-30}", "9起", 2023, ("9起（截至11月30日）", "9起", "")),
        (
            "{值: 9起, 截至: 2023-11-30}",
            "{值: 9起, 截至: 2023-10-31}",
            2023,
            ("9起（截至11月30日）", "9起（截至10月31日）", ""),
        ),
        (
            "{值: 8起, 截至: 2023-11-30}",
            "{值: 9起, 截至: 2023-11-30}",
            2023,
            ("8起", "9起", "+1起"),
        ),
        ("{值: 9起, 截至: 2023-11-30}", "{值: 9起, 截至: 2023年11月30日}", 2023, None),
        ("{值: 9起, 截至: 2022-11-30}", "{值: 9起, 截至: 2023-11-30}", 2022, None),
        ("{值: 9起, 截至: 2023-12-20}", "9起", 2023, None),
        ("{值: 9起, 上年: 7起}", "{值: 9起, 上年: 6起}", 2023, ("9起（上年7起）", "9起（上年6起）", "")),
        (
            "{值: 9起, 上年: 7起}",
            "{值: 9起, 上年同期: 7起}",
            2023,
            ("9起（上年7起）", "9起（上年同期7起）", ""),
        ),
        ("{值: 9起, 上年: 7起}", "{值: 9起, 上年: 9起}", 2022, None),
        ("{值: 9起, 同比: 是}", "{值: 9起, 同比: 否}", 2023, ("9起（写同比）", "9起（不写同比）", "")),
        (
            "{值: 9起, 上年: 7起}",
            "{值: 9起, 上年: 7起, 同比: 否}",
            2023,
            ("9起", "9起（不写同比）", ""),
        ),
        ("{值: 9起, 同比: 否}", "{值: 9起, 同比: '否'}", 2023, None),
        (
            "9起",
            "{值: 9起, 截至: 2023-12-31}",
            2023,
            ("9起", "9起（是全年的）", ""),
        ),
        ("{值: 9起, 同比: 是}", "{值: 8起, 同比: 是}", 2023, ("9起", "8起", "-1起")),
        ("9起", "{值: 9起, 公开: 否}", 2023, ("9起", "9起（不公开）", "")),
        ("9起", "{值: 9起, 来源: 综治办}", 2023, None),
    ],
)
@pytest.mark.parametrize("where", ["化解", "其他数据: {夜访"])
def test_what_is_said_beside_a_figure(where, old, new, year, told):
    day = "截至: {}-12-20\n"
    before, after = (
        facts_of(
            day.format(at)
            + HEAD.format(year=at)
            + f"  矛盾纠纷化解: {{{where}: {one}}}{'}' * where.count('{')}\n"
        )
        for one, at in ((old, year), (new, 2023))
    )
    found = differences(before, after).facts
    assert [(one.old.shown, one.new.shown, one.difference) for one in found] == ([told] if told else [])


@pytest.mark.parametrize("where", ["化解", "其他数据: {夜访"])
def test_the_last_of_the_year_is_no_day_to_tell(where):
    """Of figures that are of the whole year anyway."""
    body = HEAD.format(year=2023) + f"  矛盾纠纷化解: {{{where}: {{}}}}{'}' * where.count('{')}\n"
    plain, day = body.replace("{}", "9起"), body.replace("{}", "{值: 9起, 截至: 2023-12-31}")
    for old, new in (
        (plain, day),
        (day, plain),
        ("截至: 2023-12-31\n" + plain, plain),
        (plain, "截至: 2023-12-31\n" + day),
    ):
        assert differences(facts_of(old), facts_of(new)).facts == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("截至: 2023-12-20\n", "截至: 2023-11-30\n", ("改", "12月20日", "11月30日")),
        ("", "截至: 2023-11-30\n", ("增", None, "11月30日")),
        ("截至: 2023-12-20\n", "", ("删", "12月20日", None)),
        ("截至: 2023-12-20\n", "截至: 2023年12月20日\n", None),
    ],
)
def test_the_day_of_the_whole_file_is_told_once(old, new, told):
    body = HEAD.format(year=2023) + "  矛盾纠纷化解: {化解: 9起, 排查: 9起}\n"
    one = differences(facts_of(old + body), facts_of(new + body))
    shown = [(fact.kind, *(stated and stated.shown for stated in (fact.old, fact.new))) for fact in one.facts]
    assert shown == ([told] if told else [])
    assert one.topics == (("年度",) if told else ())


def test_names_say_which_came_and_which_went():
    old, new = (f"  法律顾问: {{顾问工作室: {names}}}\n" for names in ("[甲站, 乙站]", "[乙站, 丙站, 丁站]"))
    ((*_rest, difference, percent),) = _told(old, new)
    assert (difference, percent) == ("增丙站、丁站；减甲站", "")


def test_marked_figures_and_other_figures_are_facts():
    old = "  矛盾纠纷化解:\n    其他数据: {走访商户: 20户}\n    正文:\n      - 全年排查【排查：30件】，老赵调解室调处【老赵调处：4件】。\n"
    new = old.replace("20户", "25户").replace("30件", "36件").replace("4件", "5件")
    assert [
        (field, difference) for _kind, _topic, field, _old, _new, difference, _percent in _told(old, new)
    ] == [
        ("排查", "+6件"),
        ("走访商户", "+5户"),
        ("老赵调处", "+1件"),
    ]


def test_activities_are_told_by_their_names():
    old = "  法治宣传教育:\n    活动:\n      - {名称: 集市宣讲, 场次: 2场}\n      - {名称: 田头夜话, 场次: 1场}\n"
    new = old.replace("2场", "3场").replace("田头夜话", "车间课堂")
    assert [(kind, field) for kind, _topic, field, *_rest in _told(old, new)] == [
        ("改", "活动“集市宣讲”"),
        ("删", "活动“田头夜话”"),
        ("增", "活动“车间课堂”"),
    ]


def test_activities_of_one_name_are_each_held_against_their_own():
    old = "  法治宣传教育:\n    活动:\n      - {名称: 集市宣讲, 场次: 2场}\n      - {名称: 集市宣讲, 场次: 1场}\n"
    assert [(kind, field) for kind, _topic, field, *_rest in _told(old, old.replace("1场", "9场"))] == [
        ("改", "活动“集市宣讲”（第2项）"),
    ]


def test_what_is_gone_stands_where_it_stood():
    old = "  矛盾纠纷化解: {排查: 3件}\n  信访工作: {领导接访: 3次}\n  法治宣传教育: {普法活动: 3次}\n"
    new = "  矛盾纠纷化解: {排查: 4件}\n  法治宣传教育: {普法活动: 5次}\n"
    found = differences(_facts(old), _facts(new))
    assert found.topics[0] == "矛盾纠纷化解"
    assert [one.topic for one in found.facts] == ["矛盾纠纷化解", "信访工作", "法治宣传教育"]


def test_sentences_are_held_against_each_other_word_by_word():
    old = (
        "  矛盾纠纷化解:\n    正文:\n      - 把调解桌搬到老槐树下，由老支书坐班。\n      - 年底前逐户回访。\n"
    )
    new = (
        old.replace("老支书", "退休教师").replace("      - 年底前逐户回访。\n", "")
        + "不足:\n  - {问题: 人手少, 表现: 懂法的人不多}\n"
    )
    first, second, *others = differences(_facts(old), _facts(new)).words
    assert [piece.text for piece in first.old if piece.changed] == ["老支书"]
    assert "".join(piece.text for piece in first.new) == "把调解桌搬到老槐树下，由退休教师坐班。"
    assert (first.old_line, first.new_line) == (6, 6)
    assert (second.old[0].text, second.new, second.old_line) == ("年底前逐户回访。", (), 7)
    assert [(one.topic, one.new[0].text) for one in others] == [("不足", "人手少"), ("不足", "懂法的人不多")]


def test_equal_files_differ_in_nothing():
    same = _facts("  矛盾纠纷化解: {排查: 3件}\n")
    found = differences(same, same)
    assert (found.facts, found.words, found.topics) == ((), (), ())
    assert summary_of(found) == "没有不同。"
    assert found.as_dict() == {
        "unit": "城东镇",
        "years": [2023, 2023],
        "files": [same.file] * 2,
        "facts": [],
        "sentences": [],
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (_facts("", 2022), _facts(""), []),
        (_facts(""), _facts("", 2022), ["先后可能写反了"]),
        (_facts("", 2022), facts_of(HEAD.format(year=2023).replace("城东镇", "城西镇")), ["不是一个单位的"]),
    ],
)
def test_files_that_were_hardly_to_be_compared(old, new, said):
    doubts = doubts_between(old, new)
    assert len(doubts) == len(said)
    assert all(part in doubt for part, doubt in zip(said, doubts, strict=True))
