"""Where things stand in a report, and what of it is heading, part and sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import examine_material, run
from generator.checks.gather import Known, gather
from generator.checks.material import Finding, ReportPart, Switch
from generator.checks.sample import SAMPLE, facts
from generator.document.text.blocks import read_blocks
from generator.problems import Place
from tests.checks.examples import material

PLACES = [
    ("## （一）、甲\n\n丙。", 0, 1, 4),
    ("甲。\n\n乙**丙**丁戊。", 3, 3, 8),
    ("甲\\*乙\\_丙丁", 5, 1, 8),
    ("  甲乙丙", 2, 1, 5),
]


@pytest.mark.parametrize(("text", "offset", "line", "column"), PLACES)
def test_a_place_counts_the_signs_of_the_file(text, offset, line, column):
    found = gather(read_blocks(text), Known(), file="甲.md", source=text)
    block = len(found.blocks) - 1 if offset != 0 else 0
    assert found.place(Finding("", "", block, offset, offset + 1)) == Place("甲.md", line, column)


@given(st.text(alphabet="甲乙，。*_# \\`<>-1.\n", max_size=80))
def test_every_sign_of_every_block_has_a_place_in_the_file(text):
    text = f"甲{text}"  # a first line --- would open a head
    found = gather(read_blocks(text), Known(), file="甲.md", source=text)
    lines = text.split("\n")
    for number, block in enumerate(found.blocks):
        for at in range(len(block.text)):
            place = found.place(Finding("", "", number, at, at + 1))
            assert 1 <= place.line <= len(lines)
            assert place.column >= 1


def test_parts_follow_the_headings():
    found = material(SAMPLE, name="稷下街道")
    parts = list(dict.fromkeys(found.parts))
    assert parts == [
        ReportPart.OPENING,
        ReportPart.MEASURES,
        ReportPart.DUTIES,
        ReportPart.SHORTCOMINGS,
        ReportPart.PLANS,
    ]
    assert found.whole
    assert not material("（一）加强领导。成立领导小组。").whole


def test_the_latest_day_of_signature_stands_in_where_there_is_none():
    assert material("甲。", year=2023).written == date(2024, 3, 31)
    assert gather(read_blocks("甲。"), Known()).written is None


def test_a_finding_in_the_report_is_shown_in_the_facts_file():
    problems = run(material(facts("法治宣传教育: {普法活动: 50余场, 亮点: [联系电话13800138000。]}")))
    (found,) = [problem for problem in problems if problem.code == "隐私-02"]
    assert found.field == "举措成效.法治宣传教育.亮点.1"
    assert (found.place.file, found.place.line) == ("本年.yaml", 8)


SILENCED = "检查:\n  停用:\n    - {规则: 隐私-02, 内容: 电话, 原因: 这是办公手机}\n"


def test_a_switch_sets_aside_with_its_reason():
    topics = "法治宣传教育: {亮点: [联系电话13800138000。]}"
    outcome = examine_material(material(facts(topics, old="落款:", new=f"{SILENCED}落款:")))
    assert "隐私-02" not in {problem.code for problem in outcome.problems}
    assert [(one.problem.code, one.reason) for one in outcome.waived] == [("隐私-02", "这是办公手机")]


@pytest.mark.parametrize(
    ("switch", "message"),
    [
        ("{规则: 隐私-02, 内容: 电话}", "没有写原因"),
        ("{规则: 隐私-99, 原因: 无}", "不存在"),
        ("{规则: 雷同-01, 内容: 甲乙, 原因: 无}", "用不上"),
    ],
)
def test_a_switch_that_does_nothing_is_named(switch, message):
    topics = "法治宣传教育: {亮点: [联系电话13800138000。]}"
    example = facts(topics, old="落款:", new=f"检查: {{停用: [{switch}]}}\n落款:")
    problems = run(material(example))
    assert "隐私-02" in {problem.code for problem in problems}
    (named,) = [problem for problem in problems if problem.code == "检查-01"]
    assert message in named.message
    assert named.place.line


def test_switches_are_kept_by_value():
    assert Switch("文字-01", "原因") == Switch("文字-01", "原因", "")
