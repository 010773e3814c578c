"""Comments on a report's blocks, and where their places are in the Word file that is written from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.document.text.block import BlockKind, Document
from generator.document.word.body import Body

_CUT = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ADDRESSEE}


class Comment(NamedTuple):
    """A remark on the characters `start:end` of a block's text; `block` is the block's index in the document.

    Where the stretch is empty the remark is on the whole block. In titles, signatures, tables and charts it always is.
    """

    block: int
    start: int
    end: int
    author: str
    text: str


class Remark(NamedTuple):
    """Words on a stretch of a Word file's paragraph, or on all of it where the stretch is empty.

    `paragraph` counts from 1; 0, or one that there isn't, is the first that has text.
    """

    paragraph: int
    start: int
    end: int
    author: str
    text: str


def placed_comments(document: Document, body: Body, comments: Sequence[Comment]) -> Iterator[Remark]:
    """Give the comments as remarks on the paragraphs that their blocks were written in."""
    begins = list(accumulate((xml.count("<w:p>") for xml in body.xml), initial=1))
    for one in comments:
        block, spot = document.blocks[one.block], body.spots[one.block]
        start = end = 0
        if block.kind in _CUT:
            start, end = max(one.start, 0), min(one.end, len(block.text))
            if start >= end:
                start, end = 0, len(block.text)
        paragraph = begins[spot.piece] + spot.paragraph
        yield Remark(paragraph, spot.offset + start, spot.offset + end, one.author, one.text)
