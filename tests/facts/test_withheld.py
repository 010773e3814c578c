"""公开: who may say so and where."""

import pytest

from generator.facts.withheld import takes_answer, without_answer
from tests.facts.test_loading import facts, problems


@pytest.mark.parametrize(
    ("data", "path", "rest"),
    [
        ({"正文": "一句", "公开": "否"}, ("举措成效", "甲", "正文", 0), "一句"),
        ({"正文": "一句", "公开": "否"}, ("举措成效", "甲", "正文"), "一句"),
        ({"正文": ["一句"], "公开": "否"}, ("不足", 0), {"正文": ["一句"]}),
        ({"小标题": "一句", "公开": "否"}, ("举措成效", "甲", "做法", 0), {"小标题": "一句"}),
        ({"立案": "3件", "公开": "否"}, ("举措成效", "行政执法"), {"立案": "3件"}),
    ],
)
def test_the_answer_is_taken_out(data, path, rest):
    assert takes_answer(data, path)
    assert without_answer(data, path) == rest


def test_among_own_figures_it_is_a_label():
    assert not takes_answer({"公开": "141条"}, ("举措成效", "政务公开", "其他数据"))
    assert facts("举措成效: {政务公开: {其他数据: {公开: 141条}}}\n").withheld == frozenset()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("举措成效: {行政执法: {立案: {值: 3件, 公开: 不}}}\n", ["举措成效.行政执法.立案.公开"]),
        ("落款: {日期: {值: 2024-01-20, 公开: 否}}\n", ["落款.日期.公开"]),
    ],
)
def test_it_is_refused_where_it_says_nothing(text, fields):
    assert [one.field for one in problems(text, base="年度: 2023\n单位: {名称: 甲镇}\n")] == fields
