"""Where the pages would end, and what little to change so that the signature shares its page with text.

Word moves the last lines of the text to the signature's page, LibreOffice the whole last paragraph, and leaves a gap.
Where that would happen, the text is moved on by lines left above the title, or some paragraphs are set a little
tighter, as GB/T 9704-2012 has it in 7.3.5.5. An estimate is enough: where it errs, keepNext still holds the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.document.block import Block, Kind
from generator.document.layout import Layout
from generator.document.lines import Measure, count, fill
from generator.document.styles import ALONE, HEADINGS

_CLOSING = {Kind.NOTE, Kind.SIGNATURE, Kind.DATE}
_UNMEASURED = {Kind.TABLE, Kind.CHART, Kind.CAPTION}
_MOST_RESPACED, _MOST_TRIED, _LONGEST = 3, 10, 8


class Fit(NamedTuple):
    """What to change: lines to leave above the title, and what to add to the characters of some paragraphs, in twips.

    `keep` tells whether the last paragraph may be asked to stay with the signature; a very long one may not.
    """

    above: int = 0
    respaced: Mapping[int, int] = {}
    keep: bool = True


class _Piece(NamedTuple):
    """A paragraph on the page: its first block, its text, its lines, and whether it stays with the next one."""

    block: int
    text: str
    lines: int
    keep: bool


class _Change(NamedTuple):
    """A paragraph that has a line more or less when so much is added to its characters."""

    block: int
    lines: int
    added: int


def fit(blocks: Sequence[Block], layout: Layout, top: int, closing: int) -> Fit:
    """Say what to change for the pages to come out well, mostly nothing.

    `top` and `closing` are the heights of what stands above the text on the first page, and of 附件说明 and signature.
    """
    end = next((n for n, block in enumerate(blocks) if block.kind in _CLOSING), 0)
    if not end or any(block.kind in _UNMEASURED for block in blocks[:end]):
        return Fit()
    measure = Measure(
        layout.text_width, layout.twips("正文.首行"), 20 * layout.points("正文.字号"), layout.pitch
    )
    pieces = list(_pieces(blocks[:end], layout, measure))
    if not pieces:
        return Fit()
    page = _Page(layout.text_height, layout.line, closing, keep=True)
    if _good(pieces, page, top):
        return Fit()
    keep = 2 * pieces[-1].lines * layout.line <= layout.text_height
    page = page._replace(keep=keep)
    if _good(pieces, page, top):
        return Fit(keep=keep)
    most = layout.twips("落款.字距最多调整")
    changes = sorted(_changes(pieces, measure, most), key=lambda one: abs(one.added))[:_MOST_TRIED]
    for above, chosen in _choices(layout.twips("标题.上空最多") // layout.line, changes):
        lines = {change.block: change.lines for change in chosen}
        changed = [piece._replace(lines=piece.lines + lines.get(piece.block, 0)) for piece in pieces]
        if _good(changed, page, top + above * layout.line):
            return Fit(above, {change.block: change.added for change in chosen}, keep)
    return Fit(keep=keep)


def _choices(most: int, changes: Sequence[_Change]) -> list[tuple[int, tuple[_Change, ...]]]:
    """Give what may be tried, the least noticeable first."""
    groups = [group for size in range(_MOST_RESPACED + 1) for group in combinations(changes, size)]
    tried = [(above, group) for above in range(most + 1) for group in groups if above or group]
    return sorted(tried, key=lambda one: one[0] + sum(1 + abs(change.added) / 10 for change in one[1]))


def _pieces(blocks: Sequence[Block], layout: Layout, measure: Measure) -> Iterator[_Piece]:
    number = 0
    while number < len(blocks):
        block = blocks[number]
        number += 1
        if block.kind is Kind.HEADING:
            alone = layout.text(f"{HEADINGS[block.level - 2]}.排法") == ALONE
            if alone or number == len(blocks) or blocks[number].kind is not Kind.PARAGRAPH:
                yield _Piece(number - 1, block.text, count(block.text, measure), keep=True)
            else:
                text = f"{block.text}。{blocks[number].text}"
                yield _Piece(number - 1, text, count(text, measure), keep=False)
                number += 1
        elif block.kind is Kind.PARAGRAPH:
            yield _Piece(number - 1, block.text, count(block.text, measure), keep=False)


def _changes(pieces: Sequence[_Piece], measure: Measure, most: int) -> Iterator[_Change]:
    """Give the paragraphs whose last line is so short, or so full, that little spacing takes or gives a line."""
    for piece in pieces:
        lines, last = fill(piece.text, measure)
        if not 2 <= lines <= _LONGEST:
            continue
        for more, wide in ((-1, last), (1, measure.width - last + measure.character)):
            added = int(wide / len(piece.text)) + 1
            while added <= most:
                if count(piece.text, measure._replace(pitch=measure.pitch + more * added)) == lines + more:
                    yield _Change(piece.block, more, more * added)
                    break
                added += 2


class _Page(NamedTuple):
    """The height of a page and of a line, that of the signature, and whether the last paragraph stays with it."""

    height: int
    line: int
    closing: int
    keep: bool


def _good(pieces: Sequence[_Piece], page: _Page, top: int) -> bool:
    """Lay the lines on pages; tell whether none ends early by more than a line, only one by that, and text is signed."""
    full = page.height // page.line
    at, early = top, 0
    for piece in pieces[:-1]:
        if piece.keep and at + (piece.lines + 1) * page.line > page.height:
            early += at + page.line <= page.height
            at = 0
        at = _after(at, piece.lines, page, full)
    last = pieces[-1].lines
    if not page.keep:
        at = _after(at, last, page, full)
        return early <= 1 and (at + page.closing <= page.height or at == page.height)
    if at + last * page.line + page.closing <= page.height:
        return early <= 1
    return int((page.height - at) // page.line) + early <= 1


def _after(at: int, lines: int, page: _Page, full: int) -> int:
    """Give the height on the last page once so many lines follow."""
    fits = (page.height - at) // page.line
    return at + lines * page.line if lines <= fits else ((lines - fits - 1) % full + 1) * page.line
