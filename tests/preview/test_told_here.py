"""How the page says what rules and reader tell: places by section and entry, no lines, no keys of the file."""

import pytest

from generator.checks.switches import switch_lines
from generator.preview.told_here import about_words_there, is_of_the_report, located, told_here
from generator.problems import FactsError, Level, Place, Problem
from generator.yamltext.source import read_source
from tests.each import each
from tests.preview.material import FACTS, form_material

TOLD = [
    ("请填上；没有这项工作的，删去这一行。", "请填上；没有这项工作的，按“不报这一项”。"),
    ("“矛盾纠纷化解.化解”与“排查”不符。", "“矛盾纠纷化解”的“化解”与“排查”不符。"),
    ("“立案”已在第12行写过（举措成效.健全机制.行政执法.立案）", "“立案”已在“行政执法”的“立案”写过"),
    ("“立案”写了两个数：第12行是3件，这里是4件。", "“立案”写了两个数：另一处是3件，这里是4件。"),
    ("占1.5%，见“3.15”。", "占1.5%，见“3.15”。"),
    ("请写成“年度: 2023”。", "请在“年度”里填“2023”。"),
    ("例如“截至: 2025-11-30”。", "例如“2025-11-30”。"),
    ("没有做完的，写“状态: 持续推进”；", "没有做完的，在“状态”里填“持续推进”；"),
    (
        "要写的，在“导语”下写“指导思想: 甲”“法治思想: 乙”；不写的，可不理会。",
        "要写的，在“导语”下的“指导思想”里填“甲”，“法治思想”里填“乙”；不写的，可不理会。",
    ),
    ("改成“办结：18件”。", "改成“办结：18件”。"),
    ("每项一行，前面加“- ”。", "每项一行。"),
    ("每行一个，前面加“- ”；或在一行里用“、”隔开。", "每行一个，或在一行里用“、”隔开。"),
    ("没有“甲”。用 nianbao topics 可列出各主题的字段。", "没有“甲”。各主题有哪些字段，可以在“找一项”里查。"),
    ("改正它，或用 --last 另指一份。", "改正它，或在“上年的文件”里另写一份。"),
]
SWITCHED = [
    ("核对台账；确实无误的，停用本条并写明原因。", "核对台账；确实无误的，按“此处不再提醒”，写明原因。"),
    ("刚公布的新法，可停用本条。", "刚公布的新法，可按“此处不再提醒”。"),
    ("确有的，可在事实文件的“检查”里停用并写明原因。", "确有的，可按“此处不再提醒”，写明原因。"),
    (
        "口径不同的，停用本条并写明原因。" + switch_lines("数据-25", "“排查”多。"),
        "口径不同的，按“此处不再提醒”，写明原因。",
    ),
]
OF_THE_EDITOR = ("nianbao", "--", "“# ”", "“- ”", "这一行", "停用", "new ")
"""What whoever sees the page knows nothing of."""
BROKEN = [
    FACTS + "导语:\n",
    FACTS + "落款:\n",
    FACTS + "上年: 没有的.yaml\n",
    FACTS + "通知: 没有的.yaml\n",
    FACTS + "通知: {必报: [没有的], 部分标题: {不足: 、}}\n",
    FACTS + "通知:\n  免报: [没有]\n",
    FACTS + "检查: {停用: [{规则: 没有-01, 原因: 无}, {规则: 数据-25}]}\n",
    FACTS + "版次: 第一版\n",
    FACTS + "其他情况:\n  - 甲: {乙: 丙}\n",
    FACTS.replace("排查: 231件", "排查: 没有"),
    FACTS.replace("排查: 231件", "排查: [甲]"),
    FACTS.replace("[甲, 乙]", "{甲: 乙}"),
    FACTS.replace("同部署: 是", "同部署: 两次"),
    FACTS.replace("    行政执法:", "    行政热法:"),
    FACTS.replace("【调解：198件】", "【没有的】"),
    FACTS.replace("第一责任人:\n  领导班子学法: 6次\n", ""),
    FACTS.replace("  领导班子学法: 6次\n", "  学法用法:\n    甲: 乙\n"),
    FACTS.split("举措成效", maxsplit=1)[0],
    FACTS.replace("年度: 2025\n", ""),
    FACTS.replace("  级别: 镇\n", "  级别: 州\n"),
]


@pytest.mark.parametrize(("words", "here"), TOLD)
def test_words_are_those_of_the_page(words, here):
    assert told_here(Problem("数据-01", words, words))[1:3] == (here, here)


@pytest.mark.parametrize(("fix", "here"), SWITCHED)
def test_a_rule_is_switched_off_by_its_button(fix, here):
    told = told_here(Problem("检查-01", "停用数据-25没有写原因。", fix))
    assert told[1:3] == ("停用数据-25没有写原因。", here)


@each("text", BROKEN)
def test_what_refuses_a_download_says_what_to_do_on_the_page(text):
    """The same whichever of it is told first: the reader's mistakes, gaps and reminders, and what the rules find."""
    material = form_material(text)
    told = [told_here(one) for one in (*material.problems, *material.facts.gaps, *material.facts.warnings)]
    assert told
    of_report = [one for one in told if is_of_the_report(one)]
    assert [(one.code, one.fix) for one in of_report if any(word in one.fix for word in OF_THE_EDITOR)] == []
    assert [one.message for one in of_report if any(word in one.message for word in OF_THE_EDITOR[:4])] == []


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


@pytest.mark.parametrize("text", ["", "# 只有批注\n"])
def test_a_file_that_was_opened_empty_may_be_begun_anew(text):
    with pytest.raises(FactsError) as raised:
        read_source(text.encode(), "甲镇-2025.yaml")
    (told,) = raised.value.problems
    assert told_here(told).fix == "请按“撤销”恢复原来的内容，或者在开始页“新建”。"


@pytest.mark.parametrize("text", ["", "# 只有批注\n", "只有一句话\n"])
def test_a_file_that_was_emptied_is_mended_by_a_button_of_the_page(text):
    with pytest.raises(FactsError) as raised:
        read_source(text.encode(), "甲镇-2025.yaml")
    fixes = [told_here(one).fix for one in raised.value.problems]
    assert any("按“撤销”" in one for one in fixes)
    assert not any("nianbao new" in one for one in fixes)
