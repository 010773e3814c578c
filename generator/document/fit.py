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
from generator.document.lines import Measure, count, estimate, fill, words
from generator.document.styles import ALONE, HEADINGS

_CLOSING = {Kind.NOTE, Kind.SIGNATURE, Kind.DATE}
_UNMEASURED = {Kind.TABLE, Kind.CHART, Kind.CAPTION}
_MOST_RESPACED, _MOST_TRIED, _LONGEST, _SPARE = 3, 8, 8, 30


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
    """A piece, by its place, that has a line more or less when so much is added to its characters."""

    piece: int
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
    lines = [piece.lines for piece in pieces]
    paper = _Paper(layout.text_height // layout.line, layout.line, closing, [piece.keep for piece in pieces])
    if paper.good(lines, top):
        return Fit()
    paper.held = 2 * lines[-1] <= paper.full
    return _mended(pieces, paper, measure, layout, top)


def _mended(pieces: Sequence[_Piece], paper: _Paper, measure: Measure, layout: Layout, top: int) -> Fit:
    """Find the least change with which the pages come out well; without any, leave all as it is."""
    lines = [piece.lines for piece in pieces]
    most = layout.twips("标题.上空最多") // layout.line
    for above in range(most + 1):
        if paper.good(lines, top + above * layout.line):
            return Fit(above, keep=paper.held)
    changes = _changes(pieces, measure, layout.twips("落款.字距最多调整"))
    for above, chosen in _choices(most, changes):
        changed = lines.copy()
        for change in chosen:
            changed[change.piece] += change.lines
        if paper.good(changed, top + above * layout.line):
            respaced = {pieces[change.piece].block: change.added for change in chosen}
            return Fit(above, respaced, paper.held)
    return Fit(keep=paper.held)


def _choices(most: int, changes: Sequence[_Change]) -> Iterator[tuple[int, tuple[_Change, ...]]]:
    """Give what may be tried, paragraphs set otherwise and lines above the title with them, the least first."""
    for much in range(1, most + _MOST_RESPACED + 1):
        for size in range(1, min(much, _MOST_RESPACED) + 1):
            if much - size <= most:
                for group in combinations(changes, size):
                    yield much - size, group


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


def _changes(pieces: Sequence[_Piece], measure: Measure, most: int) -> list[_Change]:
    """Give the paragraphs whose last line is so short, or so full, that little spacing takes or gives a line.

    The first one, by which everybody judges the setting of the text, comes last.
    """
    found = []
    first = next((number for number, piece in enumerate(pieces) if not piece.keep), 0)
    for number, piece in enumerate(pieces):
        length = len(piece.text)
        least, more = estimate(piece.text, measure)
        reach = most * length / measure.width
        if not 2 <= piece.lines <= _LONGEST or int(least - reach) == int(more + reach):
            continue
        known = words(piece.text)
        last = fill(piece.text, known, measure).last
        for change, wide in ((-1, last), (1, measure.width - last + measure.character)):
            narrowed = measure._replace(width=measure.width + change * _SPARE)
            for added in sorted({int(wide / length) + 2, int(wide / length) + 5, _step(measure)}):
                spaced = narrowed._replace(pitch=measure.pitch + change * added)
                if (
                    wide / length < added <= most
                    and fill(piece.text, known, spaced).lines == piece.lines + change
                ):
                    found.append(_Change(number, change, change * added))
                    break
    return sorted(found, key=lambda change: (change.piece == first, abs(change.added)))[:_MOST_TRIED]


def _step(measure: Measure) -> int:
    """Give how much tighter a line of Chinese characters must be set to hold one more."""
    advance = measure.character + measure.pitch
    return int(advance - (measure.width - _SPARE) / (measure.width // advance + 1)) + 1


class _Paper:
    """Pages of so many lines, on which the text is laid; `held` tells whether the last paragraph stays with the signature."""

    def __init__(self, full: int, line: int, closing: int, keeps: Sequence[bool]) -> None:
        self.full, self.line, self.keeps, self.held = full, line, keeps, True
        self.closing = -(-closing // line)

    def good(self, lines: Sequence[int], top: int) -> bool:
        """Tell whether the pages come out well.

        None may end early by more than a line, only one by that, and there must be text on the page of the signature.
        """
        full, early, at = self.full, 0, -(-top // self.line)
        for own, keep in zip(lines[:-1], self.keeps, strict=False):
            if keep and at + own >= full:
                early += at < full
                at = 0
            at += own
            if at > full:
                at = (at - 1) % full + 1
        last = lines[-1]
        if not self.held:
            at = (at + last - 1) % full + 1
            return early <= 1 and at + self.closing <= full
        return early + (0 if at + last + self.closing <= full else full - at) <= 1
