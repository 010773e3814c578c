"""Every code that is printed is explained, and its example shows it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.checks.codes import CODES, GROUP_TITLES
from generator.checks.gather import Known
from generator.checks.reference import describe_code
from generator.checks.registry import all_rules
from generator.commands.check import check_files
from generator.commands.rules import explained_rule
from generator.commands.steps import Given

PACKAGE = Path(__file__).parents[2] / "generator"
CODE = re.compile(r"[一-龥]{2}-\d\d")
HEAD = "年度: 2023\n单位:\n  名称: 甲镇人民政府\n  简称: 甲镇\n  级别: 镇\n落款:\n  日期: 2024-01-20\n"


def printed() -> set[str]:
    """Give the codes that stand as texts of their own anywhere in the program, but for the table of explanations."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8"))
        for path in PACKAGE.rglob("*.py")
        if path.name != "codes.py"
    )
    texts = (
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if CODE.fullmatch(text)}


def test_every_code_that_is_printed_is_explained_and_no_other():
    rules = {rule.code for rule in all_rules()}
    codes = {one.code for one in CODES}
    assert printed() - rules == codes
    assert len(codes) == len(CODES)
    assert list(dict.fromkeys(one.group for one in CODES)) == list(GROUP_TITLES)


@pytest.mark.parametrize("one", CODES, ids=lambda one: one.code)
def test_a_code_says_what_why_and_how(one):
    assert explained_rule(one.code) == explained_rule(one.title) == describe_code(one)
    for part in ("查什么", "为什么", "怎么改"):
        assert f"{part}：" in describe_code(one)


@pytest.mark.parametrize("one", [one for one in CODES if one.bad], ids=lambda one: one.code)
def test_the_example_shows_it(one, tmp_path):
    codes = []
    for text in (one.bad, one.good):
        file = tmp_path / "甲镇-2023.yaml"
        file.write_text(f"{HEAD}{text}\n", encoding="utf-8")
        (outcome,) = check_files([file], None, Given(), Known())
        codes.append({problem.code for problem in outcome.problems})
    assert one.code in codes[0] - codes[1]
