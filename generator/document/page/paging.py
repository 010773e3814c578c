"""The pages of a document: which line stands on which page, as LibreOffice sets the Word file.

Pages are filled line by line (our styles ask for no widow and orphan control). What keeps with the next, headings on
a line of their own and the last paragraph before the signature, goes to the next page as a whole where a line of what
follows has no room beside it. Word differs in this: of a paragraph that keeps with the next it moves only the last
lines; `fit.py` sets the text so that this is rarely seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from generator.document.page.galley import Galley, Row, galleys_of
from generator.document.page.layout import Layout
from generator.document.page.letterhead import imprint_height
from generator.document.page.lines import Line
from generator.document.text.block import Document

_EARLIER = "前面有换行、换页处不能确定的内容，这一面的起止可能差一行"


class PagePiece(NamedTuple):
    """What stands of a block on a page: the characters from `start` to before `end`, and its lines.

    A table has a line for each row. `continued` and `goes_on` say that the block began on an earlier page and ends on
    a later one, `joins` that its first line goes on from the last line of the piece before it (the text after a heading
    at the head of its paragraph).
    """

    block: int
    start: int
    end: int
    lines: tuple[Line, ...]
    continued: bool
    goes_on: bool
    joins: bool


class Page(NamedTuple):
    """A page, counted from 1, and why its end cannot be known for sure, mostly nothing."""

    number: int
    pieces: tuple[PagePiece, ...]
    unsure: str


@dataclass
class _Sheet:
    """A page while it is filled: its rows, and the doubt of what stands on it."""

    doubt: str = ""
    rows: list[Row] = field(default_factory=list)


def pages_of(document: Document, layout: Layout) -> tuple[Page, ...]:
    """Give the pages of a document; the layout must hold already what its front matter changes (`layout_of`).

    Every character of every block stands on exactly one line of one page, in order.
    """
    galleys = galleys_of(document, layout)
    if galleys and document.head.get("版记"):
        galleys[-1] = galleys[-1]._replace(keeps=True)
        galleys.append(Galley((Row(imprint_height(document.head["版记"], layout), ()),)))
    sheets = _filled(galleys, layout.text_height)
    pieces = [list(_pieces(sheet.rows)) for sheet in sheets]
    for before, after in pairwise(pieces):
        if before and after and before[-1].block == after[0].block:
            before[-1] = before[-1]._replace(goes_on=True)
            after[0] = after[0]._replace(continued=True)
    return tuple(
        Page(number, tuple(pieces[number - 1]), sheet.doubt) for number, sheet in enumerate(sheets, 1)
    )


def _filled(galleys: Sequence[Galley], height: int) -> list[_Sheet]:
    """Lay the galleys on as many pages as they need, each of this height."""
    sheets, used, alone = [_Sheet()], 0, True
    for number, galley in enumerate(galleys):
        if alone or galley.begins_page:
            need = _together(galleys, number)
            if sheets[-1].rows and (galley.begins_page or used + need > height >= need):
                sheets.append(_next_sheet(sheets[-1], galley))
                used = galley.repeats
        alone = not galley.keeps
        # the room above falls away where a page begins by itself
        used += galley.above if used or not number else 0
        for row in galley.rows:
            if used + row.height > height and sheets[-1].rows:
                sheets.append(_next_sheet(sheets[-1], galley))
                used = galley.repeats
            sheets[-1].rows.append(row)
            sheets[-1].doubt = galley.doubt or sheets[-1].doubt
            used += row.height
        used += galley.below
    return sheets


def _together(galleys: Sequence[Galley], number: int) -> int:
    """Give the height of a galley with all that it keeps with, down to the first row of what ends that."""
    height = 0
    for galley in galleys[number:]:
        if height and galley.begins_page:
            return height
        if not galley.keeps:
            return height + galley.above + galley.rows[0].height
        height += galley.above + sum(row.height for row in galley.rows) + galley.below
    return height


def _next_sheet(before: _Sheet, galley: Galley) -> _Sheet:
    return _Sheet(_EARLIER if before.doubt and not galley.begins_page else "")


def _pieces(rows: Sequence[Row]) -> Iterator[PagePiece]:
    """Gather what stands of each block on a page."""
    placed = [(block, line, bool(at)) for row in rows for at, (block, line) in enumerate(row.lines)]
    for block, group in groupby(placed, key=itemgetter(0)):
        _, lines, joins = zip(*group, strict=True)
        yield PagePiece(
            block, lines[0].start, lines[-1].end, lines, continued=False, goes_on=False, joins=joins[0]
        )
