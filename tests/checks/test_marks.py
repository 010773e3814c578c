"""Marks at the wrong place."""

from __future__ import annotations

import pytest

from generator.checks.marks import misplaced_marks
from generator.patterns import pattern
from tests.checks.examples import material

_SHAPES = (
    (pattern(r"台账(?P<at>、)做到"), "，", "前后是分句"),
    (pattern(r"(?P<at>；)\s*$"), "。", "一段末尾用句号"),
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("建立台账、做到底数清。", [(0, 4)]),
        ("建立台账，做到底数清。", []),
        ("学习《建立台账、做到底数清》。", []),
        ("排查隐患6处；", [(0, 6)]),
        ("1.排查隐患6处；", []),
        ("排查隐患6处；\n\n2.整改隐患5处。", []),
    ],
)
def test_a_mark_is_told_where_its_row_fits(text, places):
    given = list(misplaced_marks(material(text, year=2023, level="镇"), _SHAPES))
    assert [(one.block, one.start) for one in given] == places


def test_a_mark_that_two_rows_find_is_told_once():
    given = list(
        misplaced_marks(material("建立台账、做到底数清。", year=2023, level="镇"), (*_SHAPES, *_SHAPES))
    )
    assert len(given) == 1
