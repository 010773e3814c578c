"""同比: noted with the figures that the file asks to compare, refused where nothing can be compared."""

import pytest

from tests.facts.test_loading import facts, problems

ASKED = "{值: 3件, 同比: 是}"


def test_figures_under_fields_and_of_ones_own_are_noted():
    topic = facts(
        f"举措成效: {{行政执法: {{立案: {ASKED}, 办结: {{值: 2件, 同比: 否}}, 其他数据: {{册: {ASKED}, 本: 1本}}}}}}\n"
    ).topics["行政执法"]
    assert (topic.compared, topic.own.compared) == ({"立案"}, {"册"})


@pytest.mark.parametrize(
    ("beside", "compared", "uncompared"),
    [
        ("上年: 2件", True, False),
        ("上年同期: 2件", True, False),
        ("上年: 2件, 同比: 是", True, False),
        ("上年: 2件, 同比: 否", False, True),
        ("上年: 2件, 截至: 2023-11-30", False, False),
        ("上年同期: 2件, 截至: 2023-11-30", True, False),
        ("来源: 台账", False, False),
        ("同比: 否", False, True),
    ],
)
def test_last_years_figure_beside_this_years_asks_for_the_comparison(beside, compared, uncompared):
    value = f"{{值: 3件, {beside}}}"
    topic = facts(f"举措成效: {{行政执法: {{立案: {value}, 其他数据: {{册: {value}}}}}}}\n").topics[
        "行政执法"
    ]
    assert (topic.compared, topic.own.compared) == (({"立案"}, {"册"}) if compared else (set(), set()))
    assert topic.uncompared == ({"立案"} if uncompared else set())


def test_duties_are_compared_too():
    assert facts("第一责任人: {领导班子学法: {值: 6次, 同比: 是}}\n").duties.compared == {"领导班子学法"}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"单位: {{名称: 甲镇, 人口: {ASKED}}}\n", ["单位.人口.同比"]),
        (
            f"举措成效: {{行政执法: {{活动: [{{名称: 甲, 场次: {ASKED}}}]}}}}\n",
            ["举措成效.行政执法.活动.1.场次.同比"],
        ),
        ("举措成效: {行政执法: {立案: {值: 3件, 同比: 要}}}\n", ["举措成效.行政执法.立案.同比"]),
        (f"举措成效: {{行政执发: {{立案: {ASKED}}}}}\n", ["举措成效.行政执发"]),
    ],
)
def test_it_is_refused_where_nothing_can_be_compared_and_told_once(text, fields):
    base = "" if text.startswith("单位") else "单位: {名称: 甲镇}\n"
    assert [one.field for one in problems(text, base=f"年度: 2023\n{base}")] == fields
