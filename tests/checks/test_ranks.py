"""Headings that nothing marks are known by their numbers."""

import pytest

from generator.checks.ranks import begins_late, rank_of
from generator.document.text.blocks import Block, BlockKind


@pytest.mark.parametrize(
    ("text", "number", "rank"),
    [
        ("甲镇2023年法治政府建设年度报告", 0, 1),
        ("甲镇2023年法治政府建设年度报告", 1, 0),
        ("一、主要举措和成效", 3, 2),
        ("（二）强化普法宣传", 3, 3),
        ("一、主要举措和成效。", 3, 0),
        ("全年立案5件", 3, 0),
    ],
)
def test_a_heading_is_known_by_its_number(text, number, rank):
    assert rank_of(number, Block(BlockKind.PARAGRAPH, text, 0, 1)) == rank


@pytest.mark.parametrize(
    ("text", "late"), [("一、举措", False), ("二、不足", True), ("十一、其他", True), ("主要举措", False)]
)
def test_a_piece_of_a_report_begins_late(text, late):
    assert begins_late(text) is late
