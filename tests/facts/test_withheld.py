"""公开: who may say so and where, and what would betray what is not public."""

import pytest

from generator.facts.withheld import betraying, covers, takes_answer, without_answer
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.path import dotted
from tests.facts.test_loading import facts, problems

TOPICS = read_topics(Templates())


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


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("{行政执法: {立案: {值: 19件, 公开: 否}, 办结: 18件}}", {"立案", "办结率"}),
        (
            "{复议应诉: {应诉案件: 14件, 胜诉: 11件, 败诉: {值: 3件, 公开: 否}}}",
            {"应诉案件", "败诉", "胜诉率", "败诉率"},
        ),
        ("{复议应诉: {应诉案件: 14件, 胜诉: 10件, 败诉: {值: 3件, 公开: 否}}}", {"败诉", "败诉率"}),
        ("{行政执法: {其他数据: {甲: 9册, 乙: 4册, 丙: {值: 5册, 公开: 否}}}}", {"甲", "丙"}),
        ("{甲项: {正文: [{正文: 有【丁：3件】。, 公开: 否}, 共【总：9件】，戊【戊：6件】。]}}", {"丁", "总"}),
        ("{行政执法: {公开: 否, 立案: 19件}}", {"立案"}),
        ("{行政执法: {立案: {值: 19件, 公开: 是}}}", set()),
    ],
)
def test_what_may_not_be_printed(text, hidden):
    read = facts(f"举措成效: {text}\n")
    paths = betraying(read, TOPICS)
    assert hidden <= {path[-1] for path in paths}
    shown = {
        path[-1]
        for topic in read.reported
        for path in [*map(topic.path_of, topic.values), *(one.path for one in topic.marked.values())]
        if not covers(paths, path)
    }
    assert not shown & hidden
    assert all(dotted(path).startswith("举措成效") for path in paths)
