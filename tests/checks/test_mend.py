"""`check --fix` mends what is mechanical and leaves every other character of the file alone."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.checks import findings
from generator.checks.gather import Known, gather, gather_facts
from generator.checks.marking import mark_figures
from generator.checks.material import Material
from generator.checks.mend import MendedText, mend_facts, mend_report
from generator.document.text.blocks import read_blocks
from generator.drafting import compose
from generator.facts import facts_from
from generator.yamltext.source import read_source
from tests.checks.cases import rule_cases
from tests.checks.examples import TEMPLATES, TOPICS
from tests.cli.command import EXAMPLES


def report(text: str) -> Material:
    return gather(read_blocks(text), Known(year=2023), file="报告.md", source=text)


def facts(text: str) -> Material:
    found = facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)
    draft = compose(found, TEMPLATES)
    grounds = [(one.text, one.grounds) for one in draft.sentences]
    return gather_facts(found, TOPICS, read_blocks(draft.markdown), grounds)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年应诉14起，胜诉13起，胜诉率92.85%。", "全年应诉14起，胜诉13起，胜诉率92.86%。"),
        ("2024年01月05日召开会议。", "2024年1月5日召开会议。"),
        ("（一）、强化领导。成立领导小组。", "（一）强化领导。成立领导小组。"),
        (
            "## 一、甲\n\n乙。\n\n## 三、丙\n\n丁。\n\n## 四、戊\n\n己。\n",
            "## 一、甲\n\n乙。\n\n## 二、丙\n\n丁。\n\n## 三、戊\n\n己。\n",
        ),
        ("全年立案20件，办结率105%。", "全年立案20件，办结率105%。"),
    ],
)
def test_a_report_is_mended_where_it_is_mechanical(before, after):
    mended = mend_report(before, report)
    assert mended.text == after
    assert bool(mended.done) is (before != after)
    assert mend_report(mended.text, report).done == ()


FACTS = """# 年初领导定的口径
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道}   # 全称
举措成效:
  复议应诉:
    应诉案件: 14起
    胜诉: 13起
    胜诉率: {值: 92.85%, 来源: 司法所}   # 待核
    亮点:
      - "2023年01月05日，组织旁听庭审1次。"
第一责任人: {领导班子学法: 6次}
不足: [{问题: 装备不全, 原因: 经费不足}]
计划: [{标题: 提升装备, 措施: 配齐装备, 针对: 装备不全}]
落款: {日期: 2024-01-20}
"""


def test_a_facts_file_keeps_its_comments_and_all_that_is_sound():
    mended = mend_facts(FACTS, facts)
    assert mended.text == FACTS.replace("92.85%", "92.86%").replace("01月05日", "1月5日")
    assert [(one.old, one.new) for one in mended.done] == [
        ("92.85%", "92.86%"),
        ("2023年01月05日", "2023年1月5日"),
    ]
    assert "甲.yaml:8" in str(mended.done[0])
    assert "92.85%" in str(mended.done[0])


def test_what_is_switched_off_is_not_mended():
    text = FACTS + "检查: {停用: [{规则: 数据-20, 原因: 上级口径}, {规则: 结构-19, 原因: 照原文}]}\n"
    assert mend_facts(text, facts).done == ()


def test_the_same_words_elsewhere_stay():
    text = FACTS.replace("    胜诉率:", "    做法: [胜诉率曾为92.85%。]\n    胜诉率:")
    assert "曾为92.85%" in mend_facts(text, facts).text


def test_a_figure_marked_in_a_sentence_is_mended_in_its_mark():
    line = "    胜诉率: {值: 92.85%, 来源: 司法所}   # 待核\n"
    marked = "    正文: 上年胜诉率92.85%，今年胜诉率【胜诉率：92.85%】。\n"
    text = FACTS.replace(line, marked)
    mended = mend_facts(text, facts)
    assert "上年胜诉率92.85%，今年胜诉率【胜诉率：92.86%】。" in mended.text


@pytest.mark.parametrize("written", ["92.85 %", "９２.85%", "{值: 92.85  %, 来源: 司法所}"])
def test_a_rate_with_a_blank_or_wide_digits_is_mended_too(written):
    before = FACTS.replace("{值: 92.85%, 来源: 司法所}", written)
    mended = mend_facts(before, facts)
    assert "数据-20" in {one.code for one in mended.done}
    assert str(facts(mended.text).facts.topics["复议应诉"].values["胜诉率"]) == "92.86%"
    assert mended.text.count("92.86%") == 1


@pytest.mark.parametrize(
    ("other", "after"),
    [
        ("信访工作", "抓好矛盾纠纷化解和信访工作"),
        ("综治中心", "推进矛盾纠纷化解和基层治理"),  # no heading of the program's says just that
    ],
)
def test_a_heading_that_names_what_is_not_told_is_called_as_it_fits(other, after):
    before = FACTS.replace(
        "  复议应诉:\n",
        f"  推进矛盾纠纷化解和基层治理:   # 第五节\n    矛盾纠纷化解: {{排查: 231件}}\n"
        f"    {other}: {{正文: 当面答复。}}\n  复议应诉:\n",
    )
    mended = mend_facts(before, facts)
    assert f"  {after}:   # 第五节\n    矛盾纠纷化解" in mended.text
    assert ("结构-37" in {one.code for one in mended.done}) is (after != "推进矛盾纠纷化解和基层治理")


@pytest.mark.parametrize(
    ("heading", "topic", "after"),
    [
        ("推进权力监督和政务公开", "政务公开: {正文: 当面答复。}", "推进政务公开"),
        ("推进平安建设和治安防控", "社区矫正: {正文: 按月走访。}", "做好特殊人群服务管理"),
    ],
)
def test_a_heading_over_one_topic_is_called_by_it(heading, topic, after):
    """A heading of the group's other words (接受监督 for 权力监督) would be as untrue as the one that it replaces."""
    before = FACTS.replace("  复议应诉:\n", f"  {heading}:\n    {topic}\n  复议应诉:\n")
    mended = mend_facts(before, facts)
    assert f"  {after}:\n    {topic}\n" in mended.text
    assert mend_facts(mended.text, facts).done == ()


def _told(text: str, make) -> Counter[str]:
    return Counter(rule.code for rule, _finding in findings(make(text)))


def _with_marks(text: str) -> MendedText:
    mended = mend_facts(text, facts)
    return mark_figures(mended.text, facts)


MENDABLE = [one for one in rule_cases() if one.bad and not one.example.last and not one.example.others]


def _brings_nothing_new(example) -> bool:
    """Tell whether anything was mended, after seeing that no rule finds more and that a second time nothing is."""
    make = facts if example.facts else report
    mend = _with_marks if example.facts else (lambda text: mend_report(text, report))
    before = example.facts or example.text
    after = mend(before).text
    assert _told(after, make) <= _told(before, make), before
    assert mend(after).text == after
    return after != before


def test_a_fix_brings_no_new_finding_and_a_second_one_changes_nothing():
    assert sum(_brings_nothing_new(one.example) for one in MENDABLE[::25]) > 0


@pytest.mark.soak
@pytest.mark.parametrize("part", range(8))
def test_no_fix_of_any_case_brings_a_new_finding(part):
    assert sum(_brings_nothing_new(one.example) for one in MENDABLE[part::8]) > 0


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_fix_of_an_example_without_its_marks_brings_a_new_finding(path):
    bare = re.sub("【[^【】：]+：([^【】]+)】", r"\1", path.read_text(encoding="utf-8"))
    assert _told(_with_marks(bare).text, facts) <= _told(bare, facts)
