"""Which library a report is judged by, and whether a sentence looks back or ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import run
from generator.checks.dated import looks_ahead, looks_back, marks, says, shelf, wrong_forms
from generator.formulations import library
from tests.checks.examples import material

OWN = """提法:
- 写法: “五办四中心”
  类别: 机构
  用途: 称谓
  误写:
    错误: |
      四办五中心 → “五办四中心”：数目颠倒
"""


def test_the_clerks_own_file_beside_the_report_is_heeded(tmp_path):
    report = material("健全四办五中心工作机制。", year=2024, level="镇")
    assert not run(report)
    (tmp_path / "提法.yaml").write_text(OWN, encoding="utf-8")
    beside = replace(report, folder=tmp_path)
    assert [problem.code for problem in run(beside)] == ["提法-10"]
    assert shelf(beside) is shelf(beside)
    assert shelf(report) is library()


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("原县环保局更名后，工作有序衔接。", True, False),
        ("“七五”普法以来，成效明显。", True, False),
        ("2025年，将继续推进依法行政。", False, True),
        ("下一步，健全机制。", False, True),
        ("原则上每月一次。", False, False),
        ("即将完成。", False, False),
    ],
)
def test_a_sentence_looks_back_or_ahead(text, back, ahead):
    one = material(text, year=2024, level="镇")
    assert looks_back(text, library()) is back
    assert looks_ahead(one, 0, text) is ahead


def test_words_of_a_kind():
    assert says("学习宣传民法典", library(), "学习")
    assert not says("依法办案", library(), "学习")


def test_lexicons_are_made_once():
    assert marks(library()) is marks(library())
    assert wrong_forms(library()) is wrong_forms(library())
