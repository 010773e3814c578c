"""What templates may read: values as written, derived, asked after or absent; years and words."""

from collections import Counter

import pytest

from generator.drafting.context import basis_of, common, values_of
from generator.drafting.marks import strip_marks
from generator.drafting.values import ABSENT
from generator.formulations import library
from generator.topics import Field, Topic
from tests.drafting.drafting import HEAD, drafted, load
from tests.each import each

FIELDS = {
    "立案": Field("立案", "数量", "", ("件",), zero="未发生案件"),
    "办结": Field("办结", "数量", "", ("件",), at_most="立案"),
    "办结率": Field("办结率", "比率", "", ("%",), numerator="办结", denominator="立案"),
}
CASES = Topic("行政执法", "举措成效", (), "", lambda: FIELDS, "", "")


def values(text, last=None):
    topic = load(f"举措成效: {{行政执法: {{{text}}}}}\n").measures[0]
    before = load(f"举措成效: {{行政执法: {{{last}}}}}\n").measures[0] if last else None
    return {name: one.text for name, one in values_of(topic, CASES, before).items() if one is not ABSENT}


@each(
    ("text", "expected"),
    [
        ("立案: 20, 办结: 20件", {"立案": "20件", "办结": "20件"}),
        ("立案: 19件, 办结: 19件", {"立案": "19件", "办结": "19件"}),
        ("立案: 19件, 办结: 19件, 办结率: 计算", {"立案": "19件", "办结": "19件", "办结率": "100%"}),
        ("立案: 14件, 办结: 13件, 办结率: 计算", {"立案": "14件", "办结": "13件", "办结率": "92.9%"}),
        ("立案: 700件, 办结: 699件", {"立案": "700件", "办结": "699件", "办结率": "99.9%"}),
        ("立案: 9999件, 办结: 9998件", {"立案": "9999件", "办结": "9998件", "办结率": "99.9%"}),
        ("立案: 30人, 办结: 29件", {"立案": "30人", "办结": "29件"}),
        ("立案: 近20件, 办结: 13件, 办结率: 计算", {"立案": "近20件", "办结": "13件"}),
        ("立案: 20件, 办结率: 计算", {"立案": "20件"}),
        ("立案: 20件, 办结: 0件", {"立案": "20件"}),
        ("办结: 0件", {}),
        ("立案: 14件, 办结: 13件, 办结率: 92.9%", {"立案": "14件", "办结": "13件", "办结率": "92.9%"}),
        ("立案: 28件, 办结: 28件", {"立案": "28件", "办结": "28件"}),
        ("立案: 28件, 办结: 28件, 办结率: 计算", {"立案": "28件", "办结": "28件", "办结率": "100%"}),
        ("立案: 28件, 办结: 27件", {"立案": "28件", "办结": "27件", "办结率": "96.4%"}),
        ("立案: 近20件, 办结: 13件", {"立案": "近20件", "办结": "13件"}),
        ("立案: 14件", {"立案": "14件"}),
        ("立案: 0件, 办结: 0件", {"立案": "0件"}),
        ("办结: ", {"办结": "【待填：办结（件）】"}),
        ("三项制度: 是", {}),
    ],
)
def test_values(text, expected):
    assert values(text) == expected


def test_a_derived_rate_rests_on_both_its_parts():
    topic = load("举措成效: {行政执法: {立案: 24件, 办结: 13件}}\n").measures[0]
    assert values_of(topic, CASES, None)["办结率"].grounds == (
        "举措成效.行政执法.办结",
        "举措成效.行政执法.立案",
    )


def test_last_years_value_comes_with_this_years():
    topic = load("举措成效: {行政执法: {立案: 14件}}\n").measures[0]
    before = load("举措成效: {行政执法: {立案: 10件}}\n").measures[0]
    assert str(values_of(topic, CASES, before)["立案"].before) == "10件"


AID = Field("法律援助", "数量", "", ("件",), zero="未办理", wordings={"办理": "办理", "转办": "转办"})


@pytest.mark.parametrize(
    ("now", "last", "wording", "compared"),
    [
        ("12件", "8件", "办理", True),
        ("办理12件", "8件", "办理", True),
        ("转办12件", "转办8件", "转办", True),
        ("转办12件", "8件", "转办", False),
        ("12件", "转办8件", "办理", False),
        ("", "8件", "办理", False),
    ],
)
def test_a_value_has_its_word_and_is_compared_with_what_was_called_the_same(now, last, wording, compared):
    topic, before = (
        load(f"举措成效: {{公共法律服务: {{法律援助: {one}}}}}\n").measures[0] for one in (now, last)
    )
    found = values_of(
        topic, Topic("公共法律服务", "举措成效", (), "", lambda: {AID.name: AID}, "", ""), before
    )[AID.name]
    assert found.wording == wording
    assert (found.before is not None) is compared


def test_years_and_words():
    words = common(basis_of(load("", end=""), library()))
    assert (words["年度"], words["上年度"], words["下年度"]) == ("2023", "2022", "2024")
    assert (words["单位"], words["本级"], words["党委"]) == ("稷下街道", "我街道", "街道党工委")
    assert words["普法规划"].text == "“八五”普法规划"


def choose(unit: str, options: tuple[str, ...]) -> str:
    return common(basis_of(load("", head=HEAD.replace("稷下", unit), end=""), library()))["选"](*options)


@pytest.mark.parametrize("options", [("甲", "乙", "丙"), ("行政执法", "规范公正文明执法"), ("不断",)])
def test_choices_are_stable_and_spread_over_units(options):
    chosen = {f"第{number}": choose(f"第{number}", options) for number in range(300)}
    counts = Counter(chosen.values())
    assert set(counts) == set(options)
    assert min(counts.values()) > 0.6 * 300 / len(options)
    assert all(choose(unit, options) == chosen[unit] for unit in ("第1", "第7", "第299"))


def test_choices_are_the_same_on_every_machine():
    assert [choose(unit, ("甲", "乙", "丙")) for unit in ("稷下", "石鼓", "城东", "凤城")] == [
        "甲",
        "丙",
        "乙",
        "丙",
    ]


@pytest.mark.parametrize(
    ("year", "offered"),
    [
        (2020, {"甲", "丁"}),
        (2022, {"甲", "丙", "丁"}),
        (2023, {"甲", "乙", "丙"}),
        (2024, {"甲", "乙"}),
        (None, {"甲"}),
    ],
)
def test_only_what_is_of_the_year_is_chosen(year, offered):
    chosen = set()
    for number in range(40):
        head = f"年度: {year or ''}\n单位: {{名称: 第{number}街道办事处, 级别: 街道}}\n"
        words = common(basis_of(load("", head=head), library()))
        options = words["起"](2023, "乙"), words["起"](2021, words["止"](2023, "丙")), words["止"](2022, "丁")
        chosen.add(words["选"]("甲", *options))
        assert words["选"](*options) != "甲"
    assert chosen == offered


def test_where_nothing_is_of_the_year_nothing_is_chosen():
    words = common(basis_of(load(""), library()))
    assert words["选"](words["起"](2024, "甲"), words["止"](2022, "乙")) is ABSENT


@pytest.mark.parametrize(
    ("asked", "last", "trend"),
    [
        ("{值: 28件, 同比: 是}", "20件", "较上年增长40%"),
        ("{值: 4次, 同比: 是}", "3次", "较上年增加1次"),
        ("{值: 7, 同比: 是}", "11件", "较上年减少4件"),
        ("{值: 14件, 同比: 是}", "14起", "与上年持平"),
        ("{值: 14件, 同比: 是}", "近10件", ""),
        ("{值: 14件, 同比: 是}", None, ""),
        ("{值: 14批30人次, 同比: 是}", "14批", ""),
        ("{值: 14件, 同比: 否}", "10件", ""),
        ("14件", "10件", ""),
    ],
)
def test_what_the_file_asks_for_is_compared(asked, last, trend):
    topic = load(f"举措成效: {{行政执法: {{立案: {asked}}}}}\n").measures[0]
    before = load(f"举措成效: {{行政执法: {{立案: {last}}}}}\n").measures[0] if last else None
    assert strip_marks(values_of(topic, CASES, before)["立案"].trend) == trend


def test_what_the_template_compares_itself_is_not_compared_twice():
    topic = load("举措成效: {矛盾纠纷化解: {调解: {值: 14件, 同比: 是}}}\n").measures[0]
    before = load("举措成效: {矛盾纠纷化解: {调解: 10件}}\n").measures[0]
    assert "调解" in topic.topic.compared
    assert values_of(topic, topic.topic, before)["调解"].trend == ""


@pytest.mark.parametrize(
    ("now", "last", "trend"),
    [
        ("办结: 18件, 办结率: {值: 计算, 同比: 是}", "办结: 12件", "较上年提高25个百分点"),
        ("办结: 18件, 办结率: {值: 计算, 同比: 是}", "办结率: 70%", "较上年提高5个百分点"),
        ("办结率: {值: 75%, 同比: 是}", "办结: 12件", "较上年提高25个百分点"),
        ("办结率: {值: 75%, 同比: 是}", "办结: 近12件", ""),
        ("办结: 18件, 办结率: {值: 计算, 同比: 否}", "办结: 12件", ""),
    ],
)
def test_a_rate_is_compared_where_either_years_is_worked_out(now, last, trend):
    topic, before = (
        load(f"举措成效: {{行政执法: {{立案: 24件, {one}}}}}\n").measures[0] for one in (now, last)
    )
    assert strip_marks(values_of(topic, CASES, before)["办结率"].trend) == trend


def test_other_figures_are_compared_where_the_file_asks_for_it():
    before = load(
        "举措成效: {行政执法: {其他数据: {手册: 20册, 海报: 3张}}}\n", head=HEAD.replace("2023", "2022")
    )
    text = "举措成效: {行政执法: {其他数据: {手册: {值: 25册, 同比: 是}, 海报: 4张, 展板: {值: 2块, 同比: 是}}}}\n"
    assert "手册25册，较上年增长25%，海报4张，展板2块。" in drafted(text, last=before)
