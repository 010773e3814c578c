"""Each rule finds its own bad example, and nothing of level 错误 is found in its good one."""

from __future__ import annotations

import re

import pytest

from generator.checks import run
from generator.checks.registry import GROUPS, Rule, all_rules
from generator.problems import Level
from tests.checks.examples import material

ALL = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


@ALL
def test_a_rule_finds_its_bad_example(rule: Rule):
    assert rule.code in {problem.code for problem in run(material(rule.bad))}


@ALL
def test_a_good_example_passes(rule: Rule):
    problems = run(material(rule.good))
    assert not [problem for problem in problems if problem.level is Level.ERROR or problem.code == rule.code]


@ALL
def test_a_rule_says_what_why_and_how(rule: Rule):
    assert re.fullmatch(r"(数据|结构|提法|文字|隐私|雷同|篇幅)-\d\d", rule.code)
    for part in ("查什么：", "为什么：", "怎么改："):
        assert part in rule.explanation
    assert 2 <= len(rule.title) <= 24


def test_codes_are_in_order_without_gaps():
    for group in GROUPS:
        numbers = [int(rule.code.partition("-")[2]) for rule in all_rules() if rule.group == group]
        assert numbers == list(range(1, len(numbers) + 1))
