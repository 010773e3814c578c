"""Reminders of what the version for the public may still tell."""

import pytest

from generator.facts.inferred import SURELY
from generator.facts.leaks import possible_leaks
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each
from tests.facts.test_loading import facts

TOPICS = read_topics(Templates())
LOST = "举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}}}\n"


def reminders(text):
    read = facts(text)
    told = list(possible_leaks(read, TOPICS))
    assert told == [one for one in read.warnings if one.code in {"事实-06", "事实-07"}]
    return told


@each(
    ("text", "fields"),
    [
        (
            "举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [败诉3件。]}}\n",
            ["举措成效.复议应诉.正文.1"],
        ),
        ("举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [败诉【败诉】。]}}\n", []),
        ("举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [败诉的都已整改。]}}\n", []),
        ("举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [应诉13件。]}}\n", []),
        ("举措成效: {复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [{正文: 败诉3件。, 公开: 否}]}}\n", []),
        (f"{LOST}不足: [{{问题: 全年败诉3起, 原因: 忙}}]\n", ["不足.1.问题"]),
        (f"{LOST}不足: [{{问题: 全年败诉3起, 原因: 忙, 公开: 否}}]\n", []),
        (f"{LOST}计划: [{{措施: 力争少于去年败诉的3件, 目标: 3月底前办成}}]\n", ["计划.1.措施.1"]),
        (f"{LOST}导语: {{举措: 败诉3件}}\n", ["导语.举措"]),
        (
            "举措成效: {败诉3件的教训: {复议应诉: {败诉: {值: 3件, 公开: 否}, 标题: 败诉3件}, 普法: {活动: [{名称: 3件败诉案旁听}]}}}\n",
            [
                "举措成效.败诉3件的教训",
                "举措成效.败诉3件的教训.复议应诉.标题",
                "举措成效.败诉3件的教训.普法.活动.1.名称",
            ],
        ),
        (
            "举措成效: {复议应诉: {应诉案件: 14件, 胜诉: 11件, 败诉: {值: 3件, 公开: 否}, 正文: [应诉14件。]}}\n",
            ["举措成效.复议应诉.正文.1"],
        ),
        ("举措成效: {甲项: {其他数据: {甲: {值: 300册, 公开: 否}, 乙: 300册}}}\n", []),
    ],
)
def test_a_figure_told_in_the_open_is_pointed_out(text, fields):
    told = reminders(text)
    assert [(one.code, one.field) for one in told] == [("事实-06", field) for field in fields]
    assert all(one.place.line for one in told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "{复议应诉: {败诉: {值: 3件, 公开: 否}, 正文: [败诉3件。]}}",
            ["“复议应诉”的“败诉”3件不公开", "写成【败诉】"],
        ),
        ("{复议应诉: {败诉: {值: 3件, 公开: 否}}, 普法: {正文: [败诉3件。]}}", ["写成【复议应诉.败诉】"]),
        (
            "{普法: {正文: [讲了3场。], 活动: [{名称: 甲, 场次: 3场, 公开: 否}]}}",
            ["“场次”3场不公开", "不写这个数"],
        ),
        (
            "{复议应诉: {应诉案件: 14件, 胜诉: 11件, 败诉: {值: 3件, 公开: 否}, 正文: [应诉14件。]}}",
            ["“应诉案件”14件能推算出不公开的数"],
        ),
    ],
)
def test_it_is_told_why_and_how_to_mend_it(text, words):
    (told,) = reminders(f"举措成效: {text}\n")
    for one in words:
        assert one in told.message + told.fix


@pytest.mark.parametrize(("count", "codes"), [(SURELY, []), (SURELY + 1, ["事实-07"])])
def test_beside_many_figures_it_is_told_that_not_every_sum_was_looked_at(count, codes):
    others = "".join(f", 村{number}: {number + 40}件" for number in range(count))
    told = reminders(f"举措成效: {{甲项: {{其他数据: {{密: {{值: 3000件, 公开: 否}}{others}}}}}}}\n")
    assert [one.code for one in told] == codes
    assert all(f"{count}个" in one.message for one in told)
