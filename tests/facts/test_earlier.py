"""Last year's figures that this year's can be compared with, and why others cannot."""

from datetime import date

from generator.facts.earlier import comparable, compared_to, figure_ends_on, why_not_compared
from tests.each import each
from tests.facts.test_loading import facts


def topic(text, until="", year=2023):
    base = f"年度: {year}\n{until and f'截至: {year}-{until}'}\n单位: {{名称: 甲镇, 级别: 镇}}\n"
    return facts(f"举措成效: {{行政执法: {{{text}}}}}\n", base=base).topics["行政执法"]


@each(
    ("now", "last", "known"),
    [
        (("立案: 3件", ""), ("立案: 2件", ""), {"立案": "2件"}),
        (("立案: 3件", "12-20"), ("立案: 2件", "12-20"), {"立案": "2件"}),
        (("立案: 3件", "12-20"), ("立案: 2件", ""), {}),
        (("立案: 3件", ""), ("立案: 2件", "12-20"), {}),
        (("立案: 3件", "12-31"), ("立案: 2件", ""), {"立案": "2件"}),
        (("立案: {值: 3件, 截至: 2023-11-30}, 办结: 1件", ""), ("立案: 2件, 办结: 1件", ""), {"办结": "1件"}),
        (("立案: 3件", "12-20"), ("立案: {值: 2件, 截至: 2022-12-20}, 办结: 1件", ""), {"立案": "2件"}),
        (("立案: {值: 3件, 上年: 4件}", "12-20"), ("立案: 2件", ""), {}),
        (("立案: {值: 3件, 上年: 4件}", "12-31"), ("立案: 2件", ""), {"立案": "4件"}),
        (("立案: {值: 3件, 上年: 4件, 截至: 2023-11-30}", ""), ("立案: 2件", ""), {}),
        (("立案: {值: 3件, 上年: 4件, 截至: 2023-12-31}", "12-20"), ("立案: 2件", ""), {"立案": "4件"}),
        (("立案: {值: 3件, 上年: 4件}", "12-20"), ("立案: 2件", "12-20"), {"立案": "2件"}),
        (("立案: {值: 3件, 上年同期: 4件}", "12-20"), ("立案: 2件", ""), {"立案": "4件"}),
        (("立案: {值: 3件, 上年同期: 4件}", "12-20"), ("立案: 2件", "12-20"), {"立案": "4件"}),
        (("立案: {值: 3件, 上年: 9件, 上年同期: 4件}", "12-20"), ("立案: 2件", ""), {"立案": "4件"}),
        (("立案: {值: 3件, 上年同期: 4件}", ""), ("立案: 2件", ""), {"立案": "4件"}),
        (("立案: {值: 3件, 上年: 4件}", ""), ("立案: 2件, 办结: 1件", ""), {"立案": "4件", "办结": "1件"}),
    ],
)
def test_figures_of_the_same_span_are_comparable_and_those_given_beside_them(now, last, known):
    found = comparable(topic(*now), topic(*last, year=2022))
    assert {name: str(one) for name, one in found.values.items()} == known


def test_figures_given_beside_this_years_need_no_file_and_stand_where_this_years_do():
    found = comparable(topic("立案: {值: 3件, 上年: 4件}, 其他数据: {册: {值: 3册, 上年: 2册}}"), None)
    assert (str(found.values["立案"]), found.own.figures) == ("4件", {"册": "2册"})
    assert found.path_of("立案") == ("举措成效", "行政执法", "立案")
    assert comparable(topic("立案: 3件"), None) is None


def test_facts_that_all_can_be_compared_are_the_same():
    last = topic("立案: 2件", year=2022)
    assert comparable(topic("立案: 3件"), last) is last


@each(
    ("now", "last", "told"),
    [
        (("立案: 3件", "12-20"), ("立案: 2件", ""), "本年的数截至12月20日，上年的是全年的"),
        (("立案: 3件", ""), ("立案: 2件", "11-30"), "本年的数是全年的，上年的截至11月30日"),
        (
            ("其他数据: {立案: {值: 3件, 截至: 2023-11-30}}", ""),
            ("其他数据: {立案: 2件}", ""),
            "本年的数截至11月30日，上年的是全年的",
        ),
        (("立案: 3件", "12-20"), ("立案: 2件", "12-20"), ""),
        (("立案: 3件", "12-20"), ("办结: 2件", ""), ""),
    ],
)
def test_why_a_figure_is_not_compared(now, last, told):
    assert why_not_compared(topic(*now), topic(*last, year=2022), "立案") == told


def test_what_it_is_compared_to():
    ended = topic("立案: {值: 3件, 截至: 2023-11-30}, 办结: 1件")
    assert [compared_to(ended.ends_on(name)) for name in ("立案", "办结")] == ["上年同期", "上年"]
    assert why_not_compared(ended, None, "立案") == ""


@each(
    ("rate", "ends"),
    [
        ("", date(2023, 11, 30)),
        ("办结率: 计算", date(2023, 11, 30)),
        ("办结率: 90%", None),
        ("办结率: {值: 90%, 截至: 2023-10-31}", date(2023, 10, 31)),
    ],
)
def test_a_rate_that_is_worked_out_ends_with_its_figures_and_one_that_is_given_by_itself(rate, ends):
    one = topic(f"立案: 20件, 办结: {{值: 18件, 截至: 2023-11-30}}{rate and f', {rate}'}")
    assert figure_ends_on(one, "办结率") == ends
    assert figure_ends_on(one, "立案") is None
