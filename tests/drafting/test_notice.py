"""The report follows the superior's notice, and its text carries on what the page and the checks must know."""

import pytest

from generator.document.text.blocks import read_blocks
from generator.document.text.notice import demands
from generator.drafting import compose
from tests.drafting.drafting import drafted, load
from tests.drafting.test_compose import CHAPTERS, TOPIC, chapters

LAWFUL = ["举措成效", "不足", "第一责任人", "计划"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("法定", LAWFUL),
        ("'法定 '", LAWFUL),
        ("[法定]", LAWFUL),
        ("、举措、不足、第一责任人、安排", LAWFUL),
        ("举措、不足、第一责任人、安排、其他", LAWFUL),
        ("[举措成效, 不足, 第一责任人, 计划]", LAWFUL),
        ("第一责任人，举措成效，不足，计划", ["第一责任人", "举措成效", "不足", "计划"]),
    ],
)
def test_the_parts_stand_in_the_order_that_is_asked_for(order, expected):
    text = drafted(f"通知: {{部分顺序: {order}}}\n{TOPIC}")
    assert [name for name, _title in demands(read_blocks(text).front).chapters] == expected
    words = {"举措成效": "举措和成效", "第一责任人": "第一责任人", "不足": "不足和原因", "计划": "主要安排"}
    assert all(words[name] in line for name, line in zip(expected, chapters(text), strict=True))
    assert [line[3] for line in chapters(text)] == ["一", "二", "三", "四"]


def test_the_share_of_a_part_and_the_number_of_its_headings_go_on_to_the_checks():
    asked = demands(read_blocks(drafted(f"通知: {{举措占比: 不超过一半, 小标题: 6个以内}}\n{TOPIC}")).front)
    assert (str(asked.share), str(asked.headings)) == ("不超过一半", "6个以内")


def test_what_is_not_wanted_goes_on_to_the_checks():
    notice = "{部分占比: [第三、四部分合计不超过四分之一, 第一责任人不少于20%], 禁用词: 亮点、“大力”, 不写: [人名, 表彰]}"
    asked = demands(read_blocks(drafted(f"通知: {notice}\n{TOPIC}")).front)
    assert [(one.keys, one.ordinals, str(one)) for one in asked.part_shares] == [
        (frozenset(), frozenset({3, 4}), "第三、四部分合计不超过四分之一"),
        (frozenset({"第一责任人"}), frozenset(), "第一责任人不少于20%"),
    ]
    assert (asked.banned, asked.unsaid) == (("亮点", "大力"), ("姓名", "荣誉排名"))


@pytest.mark.parametrize(
    ("notice", "figures", "printed"),
    [
        ("", "化解: {值: 120件, 上年: 100件}", "较上年增长20%"),
        ("上年写法: 上年", "化解: {值: 120件, 上年: 100件}", "较上年增长20%"),
        ("上年写法: 年份", "化解: {值: 120件, 上年: 100件}", "较2022年增长20%"),
        ("上年写法: 年份", "化解: {值: 100件, 上年: 100件}", "与2022年持平"),
        ("上年写法: 年份", "排查: {值: 12件, 上年: 10件}", "较2022年增加2件"),
        (
            "上年写法: 年份",
            "化解: {值: 120件, 截至: 2023-11-30, 上年同期: 100件}",
            "较2022年同期增长20%",
        ),
        ("上年写法: 年份", "其他数据: {上门: {值: 30次, 上年: 20次}}", "较2022年增长50%"),
        (
            "上年写法: 年份",
            "{化解: {值: 120件, 上年: 100件}, 正文: 化解【化解】，【化解同比】。}",
            "化解120件，较2022年增长20%。",
        ),
    ],
)
def test_last_year_is_called_as_the_notice_asks(notice, figures, printed):
    written = figures if figures.startswith("{") else f"{{{figures}}}"
    text = drafted(f"通知: {{{notice}}}\n举措成效:\n  矛盾纠纷化解: {written}\n")
    assert printed in text
    assert ("上年" in text) == ("上年" in printed)


def test_the_parts_bear_the_titles_that_are_asked_for():
    text = drafted(f"通知: {{部分标题: {{不足: '三、存在的*问题*', 计划: 2024年打算}}}}\n{TOPIC}")
    assert chapters(text) == [*CHAPTERS[:2], r"## 三、存在的\*问题\*", "## 四、2024年打算"]
    assert dict(demands(read_blocks(text).front).chapters)["不足"] == "存在的*问题*"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("通知: {标题: 情况报告}\n", "稷下街道2023年度法治政府建设情况报告"),
        ("通知: {标题: 情况报告}\n标题: 工作报告\n", "稷下街道2023年法治政府建设工作报告"),
        ("通知: {标题: 2023年度法治报告}\n", "2023年度法治报告"),
    ],
)
def test_the_files_own_title_goes_before_the_notices(head, title):
    document = read_blocks(drafted(head + TOPIC))
    assert document.title == title
    assert demands(document.front).title == (
        "稷下街道2023年度法治政府建设情况报告" if "情况报告" in head else "2023年度法治报告"
    )


def test_the_files_own_addressee_goes_before_the_notices():
    notice = "通知: {主送机关: [区委, 区政府]}\n"
    assert "\n\n区委、区政府：\n\n" in drafted(notice + TOPIC)
    assert "\n\n区司法局：\n\n" in drafted(f"{notice}主送机关: 区司法局\n{TOPIC}")


@pytest.mark.parametrize(("form", "set_as"), [("独立成行", "独立成行"), ("接排", "段首")])
def test_how_headings_are_set_goes_into_the_layout(form, set_as):
    head = read_blocks(drafted(f"通知: {{二级标题: {form}}}\n{TOPIC}")).head
    assert head == {"版式": {"二级标题": {"排法": set_as}}}


def test_without_a_notice_the_text_has_no_head():
    assert compose(load(TOPIC)).head == ""
    assert compose(load(f"通知: {{主送机关: 区政府}}\n{TOPIC}")).head == ""


def test_a_title_rests_on_the_notice():
    draft = compose(load(f"通知: {{标题: 某报告, 部分标题: {{计划: 打算}}}}\n{TOPIC}"))
    grounds = {one.text: one.grounds for one in draft.sentences}
    assert grounds["某报告"] == ("通知.标题",)
    assert grounds["四、打算"] == ("通知.部分标题.计划",)
