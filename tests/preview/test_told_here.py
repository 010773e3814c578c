"""How the page says what rules and reader tell: places by section and entry, no lines, no keys of the file."""

import pytest

from generator.preview.told_here import about_words_there, located, told_here
from generator.problems import Level, Place, Problem
from generator.yamltext.source import read_source

TOLD = [
    ("请填上；没有这项工作的，删去这一行。", "请填上；没有这项工作的，按“不报这一项”。"),
    ("“矛盾纠纷化解.化解”与“排查”不符。", "“矛盾纠纷化解”的“化解”与“排查”不符。"),
    ("“立案”已在第12行写过（举措成效.健全机制.行政执法.立案）", "“立案”已在“行政执法”的“立案”写过"),
    ("“立案”写了两个数：第12行是3件，这里是4件。", "“立案”写了两个数：另一处是3件，这里是4件。"),
    ("占1.5%，见“3.15”。", "占1.5%，见“3.15”。"),
]


@pytest.mark.parametrize(("words", "here"), TOLD)
def test_words_are_those_of_the_page(words, here):
    assert told_here(Problem("数据-01", words, words))[1:3] == (here, here)


def test_the_file_as_a_text_keeps_its_lines():
    problem = Problem("格式-05", "第3行缩进不对。", "删去这一行。")
    assert told_here(problem) == problem


def test_a_problem_of_a_line_is_one_of_the_entry_there_or_below_a_comment():
    source = read_source("年度: 2025\n# 请核对：甲\n导语:\n  领导: 区委\n".encode(), "甲.yaml")
    told = [Problem("待填-03", "还没有核对。", "", Place("甲.yaml", line)) for line in (2, 4, 9)]
    assert [one.field for one in located(told, source)] == ["导语", "导语.领导", ""]


def test_what_only_the_programs_own_gaps_say_is_not_told():
    gap = Problem("待填-02", "“法律六进”空着。", "", field="不足.1.问题")
    said = Problem("文字-37", "“法律六进”是简称，没有加引号。", "", level=Level.WARNING)
    twice = Problem("文字-25", "一句话里写了两遍“负责人”。", "", level=Level.WARNING)
    short = Problem("篇幅-06", "“不足和原因”只有几个字。", "", level=Level.WARNING)
    told = [gap, said, twice, short]
    blank = [("开展【待填：法律六进】。", said), ("负责人【待填：负责人出庭】。", twice)]
    full = [("开展法律六进【待填：场次】。", said), ("负责人、负责人【待填】。", twice)]
    assert [*about_words_there(told, blank)] == [gap]
    assert [*about_words_there(told[1:], full)] == [said, twice, short]
