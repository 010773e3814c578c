"""Each rule finds its own bad example, and nothing of level 错误 is found in its good one."""

from __future__ import annotations

import re

import pytest

from generator.checks import findings, run
from generator.checks.registry import GROUPS, Rule, all_rules
from generator.problems import Level
from tests.checks.cases import rule_cases
from tests.checks.corpus import cases
from tests.checks.examples import material
from tests.checks.said import golden, said
from tests.each import each

ALL = each("rule", all_rules(), ids=lambda rule: rule.code)


@ALL
def test_a_rule_finds_its_bad_example(rule: Rule):
    there = [finding for one, finding in findings(material(rule.bad)) if one.code == rule.code]
    assert there
    assert said(there) == golden(rule.code), "python -m tests.checks.said"


@ALL
def test_a_good_example_passes(rule: Rule):
    problems = run(material(rule.good))
    assert not [problem for problem in problems if problem.level is Level.ERROR or problem.code == rule.code]


@ALL
def test_a_rule_says_what_why_and_how(rule: Rule):
    assert re.fullmatch(r"(数据|标注|结构|提法|文字|隐私|雷同|篇幅)-\d\d", rule.code)
    for part in ("查什么：", "为什么：", "怎么改："):
        assert part in rule.explanation
    assert 2 <= len(rule.title) <= 24


@pytest.mark.soak
def test_no_finding_is_graver_than_its_rule_may_find():
    """Rules that can only remind are not asked when a report is rendered: one that finds errors has to say so."""
    for one in (*_texts(), *(material(case.example) for case in rule_cases())):
        for rule, finding in findings(one):
            assert Level.ERROR not in {finding.level} - {rule.level, rule.gravest}, rule.code


def test_codes_are_in_order_without_gaps():
    for group in GROUPS:
        first = (
            4 if group == "标注" else 1
        )  # 标注-01 to 03 are told where marks are read, in facts/resolving.py
        numbers = [int(rule.code.partition("-")[2]) for rule in all_rules() if rule.group == group]
        assert numbers == list(range(first, len(numbers) + first))


def _texts():
    """Give every passage of the corpora, sound and faulty, and every example of a rule."""
    for name in ("自拟", "仿公开报告"):
        yield from (material(one.text, year=one.year, level=one.level, date=one.date) for one in cases(name))
    for rule in all_rules():
        yield from (material(rule.bad), material(rule.good))


@pytest.mark.soak
def test_a_text_that_is_asked_at_once_is_answered_as_block_by_block():
    """Patterns and the words that their matches have are held to the text: nothing is passed over."""
    for one in _texts():
        for shape, words, there in _asked(one):
            blocks = [
                (number, match.span())
                for number, block in enumerate(one.blocks)
                for match in shape.finditer(block.text)
            ]
            assert [(number, match.span()) for number, match in there] == blocks, (shape.pattern, words)


def _asked(one):
    """Give each pattern that the rules ask a material for, with the words given and what comes of it."""
    asked = []

    class Asked(type(one)):
        def matches(self, shape, *words):
            there = list(super().matches(shape, *words))
            asked.append((shape, words, there))
            return iter(there)

    seen = Asked(**{name: getattr(one, name) for name in one.__dataclass_fields__})
    for rule in all_rules():
        list(rule.find(seen))
    return asked


def test_a_rule_yields_to_rules_that_there_are():
    codes = {rule.code for rule in all_rules()}
    assert all(codes.issuperset(rule.yields_to) and rule.code not in rule.yields_to for rule in all_rules())
