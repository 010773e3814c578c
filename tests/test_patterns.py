"""A pattern compiled at its first use is as good as one that was compiled at once."""

import ast
import re
from pathlib import Path

import pytest

from generator.patterns import pattern
from tests.each import each

CODE = Path(__file__).parents[1] / "generator"


def eaten_braces(code):
    """Give the lines where an f-string makes a tuple or a figure of the braces of a pattern: {0,2} for {{0,2}}."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FormattedValue)
        and (isinstance(node.value, ast.Tuple) or isinstance(getattr(node.value, "value", ""), int))
    ]


@each(
    ("code", "lines"),
    [
        ('f"[一-龥]{0,2}治理"', [1]),
        ('r"甲" f"乙{2,}"', [1]),
        ('f"丙{3}"', [1]),
        ('f"[一-龥]{{0,2}}{WORDS}{{3}}{1 + 1}"', []),
        ('r"[一-龥]{0,2}治理"', []),
        ("f\"{' ' * 2}{'甲':4}\"", []),
    ],
)
def test_braces_that_an_f_string_eats_are_seen(code, lines):
    assert eaten_braces(code) == lines


@each("path", sorted(CODE.rglob("*.py")), ids=lambda path: path.name)
def test_no_f_string_eats_the_braces_of_a_pattern(path):
    assert eaten_braces(path.read_text(encoding="utf-8")) == []


def test_it_does_what_a_pattern_does():
    late, early = pattern(r"(?P<数>\d+)件", re.ASCII), re.compile(r"(?P<数>\d+)件", re.ASCII)
    text = "立案19件，办结19件"
    for _ in range(2):
        assert late.search(text)["数"] == "19"
        assert late.findall(text) == early.findall(text)
        assert late.sub("□", text) == early.sub("□", text)
        assert late.match("19件").span() == (0, 3)
        assert (late.pattern, late.flags, dict(late.groupindex)) == (early.pattern, early.flags, {"数": 1})


def test_what_is_no_pattern_is_told_at_the_first_use():
    late = pattern("(")
    with pytest.raises(re.error):
        late.search("甲")


def test_two_patterns_are_two_keys():
    assert len({pattern("甲"), pattern("甲")}) == 2
