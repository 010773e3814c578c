"""The ranks of paragraphs that are marked as headings, and of plain ones that look like one."""

from __future__ import annotations

import pytest

from generator.checks.ranks import begins_later, rank_of
from generator.document.text.blocks import read_blocks


@pytest.mark.parametrize(
    ("text", "number", "rank"),
    [
        ("# 稷下街道2023年度法治政府建设报告", 0, 1),
        ("稷下街道2023年度法治政府建设报告", 0, 1),
        ("稷下街道2023年度法治政府建设报告", 3, 0),
        ("## 一、主要举措", 1, 2),
        ("二、存在的不足", 1, 2),
        ("（三）强化执法监督", 1, 3),
        ("（三）强化执法监督。", 1, 0),
        ("二、" + "加强领导，" * 20, 1, 0),
        ("全年开展普法50余场", 1, 0),
    ],
)
def test_a_heading_is_known_by_its_mark_its_number_or_its_place(text, number, rank):
    assert rank_of(number, read_blocks(text).blocks[0]) == rank


@pytest.mark.parametrize(
    ("text", "later"), [("一、主要举措", False), ("三、不足", True), ("主要举措", False)]
)
def test_a_piece_of_a_report_begins_at_a_later_number(text, later):
    assert begins_later(text) is later
