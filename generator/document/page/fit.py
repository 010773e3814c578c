"""Where the pages would end, and what little to change so that the signature shares its page with text.

Word moves the last lines of the text to the signature's page, LibreOffice the whole last paragraph, and leaves a gap.
Where that would happen, the text is moved on by paragraphs set a little tighter or wider, as GB/T 9704-2012 has it in
7.3.5.5: without it pages of 15 lines and signatures alone on theirs are seen in PDFs of long reports. An estimate is
enough: where it errs, keepNext still holds the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.document.page.formats import ALONE, levels_of
from generator.document.page.layout import Layout
from generator.document.page.letterhead import imprint_height, room_above_title
from generator.document.page.lines import Measure, broken, count, estimate
from generator.document.page.signature import signature_of
from generator.document.page.title import title_lines
from generator.document.text.block import Block, BlockKind, Document

_CLOSING = {BlockKind.NOTE, BlockKind.SIGNATURE, BlockKind.DATE}
_UNMEASURED = {BlockKind.TABLE, BlockKind.CHART, BlockKind.CAPTION}
# what a change costs: a paragraph respaced so much, and a little for each twip on each of its lines,
# and to let the last paragraph go as much as about five of these
_RESPACED, _TWIP, _LOOSE = 0.5, 0.01, 6
_SURE = 2  # lines of it that must then stand above the signature
_PARTS = (0.3, -0.6, 1, -1)  # of the most that a paragraph may be respaced by: what is tried
_SPARE = 25  # how much wider or narrower a line may turn out than estimated, in twips
_LONGEST = 20  # lines; of a longer paragraph the estimate is not sure enough


class Fit(NamedTuple):
    """What to change: what to add to the characters of some paragraphs, in twips.

    `keep` tells whether the last paragraph may be asked to stay with the signature; a very long one may not.
    """

    respaced: Mapping[int, int] = {}
    keep: bool = True


def document_fit(document: Document, layout: Layout) -> Fit:
    """Say what to change in a document for its pages to come out well."""
    head, kinds = document.head, [block.kind for block in document.blocks]
    title = len(title_lines(document, layout)) * layout.twips("标题.行距") + layout.twips("标题.段后")
    top = room_above_title(head, layout) + title + kinds.count(BlockKind.ADDRESSEE) * layout.line
    notes = kinds.count(BlockKind.NOTE)
    closing = signature_of(document, layout).height + notes * layout.line
    closing += layout.twips("附件说明.段前") if notes else 0
    if head.get("版记") and BlockKind.APPENDIX not in kinds:
        closing += imprint_height(head["版记"], layout)
    return fit(document.blocks, layout, top, closing)


def kept_block(blocks: Sequence[Block], fitted: Fit) -> int:
    """Give the number of the last block of the text where it is asked to stay with the signature, else -1."""
    closing = next((number for number, block in enumerate(blocks) if block.kind in _CLOSING), 0)
    return closing - 1 if fitted.keep else -1


class _Piece(NamedTuple):
    """A paragraph on the page: its first block, its text, its lines, and those of the headings that stay with it."""

    block: int
    text: str
    lines: int
    heads: int


class _Way(NamedTuple):
    """A way to set a paragraph: the lines it then has, what is added to its characters, and what that costs."""

    lines: int
    added: int = 0
    cost: float = 0


class _Path(NamedTuple):
    """What has been changed so far: what it costs, and the paragraphs respaced."""

    cost: float = 0
    respaced: tuple[tuple[int, int], ...] = ()


def fit(blocks: Sequence[Block], layout: Layout, top: int, closing: int) -> Fit:
    """Say what to change for the pages to come out well, mostly nothing.

    `top` and `closing` are the heights of what stands above the text on the first page, and of 附件说明 and signature.
    """
    kinds = [block.kind for block in blocks]
    end = next((number for number, kind in enumerate(kinds) if kind in _CLOSING), 0)
    if not _UNMEASURED.isdisjoint(kinds[:end]):
        return Fit()
    measure = Measure(layout.text_width, layout.twips("正文.首行"), layout.character, layout.pitch)
    pieces = list(_pieces(blocks[:end], layout, measure))
    if not pieces:
        return Fit()
    paper = _Paper(layout.text_height // layout.line, -(-closing // layout.line))
    first = -(-top // layout.line)
    if _comes_out_well(pieces, paper, first % paper.full):
        return Fit()
    ways = [[_Way(piece.lines)] for piece in pieces]
    # the first paragraph, by which everybody judges the setting of the text, stays as it is
    for number in range(1, len(pieces)):
        ways[number] += _respacings(pieces[number], measure, layout.twips("落款.字距最多调整"))
    return _cheapest(pieces, ways, paper, {(first % paper.full, 0): _Path()}) or Fit()


def _comes_out_well(pieces: Sequence[_Piece], paper: _Paper, at: int) -> bool:
    """Tell whether nothing need be changed, with `at` lines used on the first page: mostly it is so."""
    early = 0
    for _, _, lines, heads in pieces[:-1]:
        at, early = paper.after(at, early, heads, lines)
    return paper.holds(at, early, pieces[-1].heads + pieces[-1].lines)


def _cheapest(
    pieces: Sequence[_Piece],
    ways: Sequence[Sequence[_Way]],
    paper: _Paper,
    paths: Mapping[tuple[int, int], _Path],
) -> Fit | None:
    """Find the least change with which the pages come out well: the cheapest way to each place a paragraph can end.

    The key of a path is the number of lines used on the page, and the lines left empty on pages before.
    """
    for piece, several in zip(pieces[:-1], ways, strict=False):
        onward: dict[tuple[int, int], _Path] = {}
        for (at, early), path in paths.items():
            for way in several:
                key = paper.after(at, early, piece.heads, way.lines)
                cost = path.cost + way.cost
                if key[1] <= 1 and (key not in onward or cost < onward[key].cost):
                    onward[key] = _extended(path, piece, way)
        paths = onward
    ended = []
    for (at, early), path in paths.items():
        for way in ways[-1]:
            lines, last = pieces[-1].heads + way.lines, _extended(path, pieces[-1], way)
            if paper.holds(at, early, lines):
                ended.append((last.cost, last, True))
            elif paper.flows(at, early, pieces[-1].heads, way.lines):
                ended.append((last.cost + _LOOSE, last, False))
    if not ended:
        return None
    _, best, keep = min(ended)
    return Fit(dict(best.respaced), keep)


def _extended(path: _Path, piece: _Piece, way: _Way) -> _Path:
    if not way.added:
        return path
    return _Path(path.cost + way.cost, (*path.respaced, (piece.block, way.added)))


def _pieces(blocks: Sequence[Block], layout: Layout, measure: Measure) -> Iterator[_Piece]:
    levels, heading, paragraph = levels_of(layout), BlockKind.HEADING, BlockKind.PARAGRAPH
    number = heads = 0
    while number < len(blocks):
        block = blocks[number]
        first, text = number, block.text
        number += 1
        kind = block.kind
        if kind is heading:
            if (
                levels[block.level - 2].form == ALONE
                or number == len(blocks)
                or blocks[number].kind is not paragraph
            ):
                heads += count(text, measure)
                continue
            text = f"{text}。{blocks[number].text}"
            number += 1
        elif kind is not paragraph:
            continue
        yield _Piece(first, text, count(text, measure), heads)
        heads = 0


def _respacings(piece: _Piece, measure: Measure, most: int) -> Iterator[_Way]:
    """Give the ways to set a paragraph otherwise: for each number of lines that it then surely has the least change."""
    if not 2 <= piece.lines <= _LONGEST:
        return
    text, seen = piece.text, {piece.lines}
    least, more = estimate(text, measure)
    for added in (round(most * part) for part in _PARTS if most):
        change = added * len(text) / measure.width
        if int(least + change) == int(more + change) == piece.lines - 1:
            continue
        spaced = measure._replace(pitch=measure.pitch + added, width=measure.width - _SPARE)
        lines = len(broken(text, spaced))
        wider = spaced._replace(width=measure.width + _SPARE)
        if lines not in seen and len(broken(text, wider)) == lines:
            seen.add(lines)
            yield _Way(lines, added, _RESPACED + _TWIP * abs(added) * lines)


class _Paper(NamedTuple):
    """Pages of so many lines, on which the text is laid, and the lines that 附件说明 and signature take."""

    full: int
    closing: int

    def after(self, at: int, early: int, heads: int, lines: int) -> tuple[int, int]:
        """Say how far a page is filled, and how many lines are left empty, after a paragraph with headings above it."""
        full = self.full
        if heads and at + heads >= full:
            early += full - at
            at = 0
        return (at + heads + lines - 1) % full + 1, early

    def holds(self, at: int, early: int, lines: int) -> bool:
        """Tell whether the last paragraph, kept with the signature, leaves no more than a line empty.

        LibreOffice sets it on the page of the signature as a whole, or begins a page with it.
        """
        if at + lines + self.closing <= self.full:
            return early <= 1
        return early + self.full - at <= 1 and (lines - 1) % self.full + 1 + self.closing <= self.full

    def flows(self, at: int, early: int, heads: int, lines: int) -> bool:
        """Tell whether the last paragraph, not kept with the signature, shares a page with it all the same."""
        end, gone = self.after(at, early, heads, lines)
        return gone <= 1 and min(end, lines) >= _SURE and end < self.full - self.closing
