"""A report's blocks under the four parts of a facts file, whatever they are called and in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.document.text.block import Block, BlockKind, Document
from generator.document.text.titles import numbered_rank, run_in_parts
from generator.facts.ordinals import typed_number
from generator.importing.chapters import (
    JOINT,
    PLANS,
    SHORTCOMINGS,
    is_general,
    part_of,
    tells_plans,
    tells_shortcomings,
)
from generator.patterns import pattern
from generator.topics.topic import DUTIES, MEASURES

_HEADING, _SUBHEADING, _POINT = 2, 3, 4
_OPENING_ENDS = pattern("(?:报告|汇报|总结|报告|汇总)如下[：:。]?$")
_ENDED = pattern("[。！？；，、：…][”’）》]*$")


class OldParagraph(NamedTuple):
    """A paragraph of the old report, and the line that it stands on."""

    text: str
    line: int


@dataclass
class OldHeading:
    """A heading of the old report without its number, and the paragraphs under it; none over a part's first ones."""

    text: str
    paragraphs: list[OldParagraph] = field(default_factory=list)


@dataclass
class OldPart:
    """One of the parts: the titles that it had, and its headings; the first may have no text."""

    titles: list[str] = field(default_factory=list)
    headings: list[OldHeading] = field(default_factory=lambda: [OldHeading("")])

    @property
    def lead(self) -> list[OldParagraph]:
        """The paragraphs before the first heading."""
        return self.headings[0].paragraphs

    @property
    def paragraphs(self) -> Iterator[OldParagraph]:
        """All its paragraphs in their order."""
        return (one for heading in self.headings for one in heading.paragraphs)


@dataclass
class Outline:
    """An old report under the parts of a facts file; `order` are its parts as it has them."""

    opening: list[OldParagraph] = field(default_factory=list)
    parts: dict[str, OldPart] = field(default_factory=dict)
    addressee: str = ""
    units: tuple[str, ...] = ()
    date: str = ""
    notes: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    on_own_line: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The parts that have a text, in the order in which they come first."""
        return tuple(name for name, part in self.parts.items() if any(part.paragraphs))


class _Piece(NamedTuple):
    """A heading of a level, or a paragraph (level 0)."""

    level: int
    text: str
    line: int


def outline_of(document: Document, year: int | None) -> Outline:
    """Put a report's blocks under its parts; what was mapped, and what has no place, is told."""
    outline = Outline(
        addressee="、".join(document.texts(BlockKind.ADDRESSEE)).rstrip("：:"),
        units=document.units,
        date=document.date,
    )
    pieces = list(_pieces(document.blocks, outline))
    outline.on_own_line = _stand_alone(pieces)
    first = next((at for at, one in enumerate(pieces) if one.level), len(pieces))
    if first == len(pieces):  # no heading at all: the opening is what ends in 报告如下
        first = next((at + 1 for at, one in enumerate(pieces) if _OPENING_ENDS.search(one.text)), 0)
    outline.opening = [OldParagraph(one.text, one.line) for one in pieces[:first]]
    _Builder(outline, year).take(pieces[first:])
    _part_untitled(outline, year)
    _tell(outline)
    return outline


def _pieces(blocks: Sequence[Block], outline: Outline) -> Iterator[_Piece]:
    """Give headings and paragraphs; a point's heading (1.) stands in its paragraph, as one sentence of it."""
    inside = True
    point: _Piece | None = None
    for block in blocks:
        inside = inside and block.kind is not BlockKind.APPENDIX
        if not inside:
            outline.dropped.append(block.text)
        elif block.kind is BlockKind.NOTE:
            outline.notes.append(block.text)
        elif block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION}:
            for piece in _cut(block):
                if point is not None and not piece.level:
                    yield piece._replace(text=point.text + piece.text)
                    point = None
                    continue
                if point is not None:
                    yield point
                point = None
                if piece.level >= _POINT:
                    point = _Piece(0, _ended(piece.text), piece.line)
                else:
                    yield piece
    if point is not None:
        yield point


def _cut(block: Block) -> Iterator[_Piece]:
    """Give a block, its run-in heading apart from its text."""
    rank = block.level or numbered_rank(block.text)
    if block.level and block.level != 1:
        yield _Piece(min(block.level, _POINT), block.text, block.line)
        return
    parts = run_in_parts(block.text) if 1 < rank < _POINT else None
    if parts is None:
        yield _Piece(0, block.text, block.line)
    else:
        yield _Piece(rank, parts[0], block.line)
        yield _Piece(0, parts[1], block.line)


def _stand_alone(pieces: Sequence[_Piece]) -> bool:
    """Tell whether most headings within the parts have a line of their own; one layout goes for all."""
    told = {one.line for one in pieces if not one.level}
    alone = [one.line not in told for one in pieces if one.level == _SUBHEADING]
    return sum(alone) * 2 > len(alone)


def _ended(text: str) -> str:
    return text if _ENDED.search(text) else f"{text}。"


def unnumbered_heading(text: str) -> str:
    """Give a heading without the number before it and the stop behind it."""
    return text[len(typed_number(text)) :].strip().rstrip("。：:；")


class _Builder:
    """Goes through headings and paragraphs in order and knows under which part and heading it is."""

    def __init__(self, outline: Outline, year: int | None) -> None:
        self.outline, self.year = outline, year
        self.name = self._last = self._chapters = MEASURES
        self.joint = False

    def take(self, pieces: Sequence[_Piece]) -> None:
        """Put every piece where it belongs."""
        for at, piece in enumerate(pieces):
            text = unnumbered_heading(piece.text)
            if not piece.level:
                self._paragraph(piece)
            elif piece.level == _HEADING:
                over = any(one.level == _SUBHEADING for one in _under(pieces, at))
                self._chapter(text, piece.text, over=over)
            else:
                self._heading(text)

    def _part(self, name: str) -> OldPart:
        """Give a part to add to; one that was left before is told once, for what stood apart stands together now."""
        apart = f"“{name}”在原文里分在几处，已合在一起"
        if name in self.outline.parts and name != self._last and apart not in self.outline.told:
            self.outline.told.append(apart)
        self._last = name
        return self.outline.parts.setdefault(name, OldPart())

    def _chapter(self, text: str, written: str, *, over: bool) -> None:
        """Open a part, or, in a report that has 一、 over its work itself, a heading of 举措成效."""
        kind = part_of(text, self.year)
        self.joint = kind == JOINT
        self.name = self._chapters = SHORTCOMINGS if self.joint else kind
        part = self._part(self.name)
        if kind == MEASURES and not over and not is_general(text):
            part.headings.append(OldHeading(text))
            return
        part.titles.append(written)
        if self.name != MEASURES and any(part.paragraphs):
            part.headings.append(OldHeading(""))

    def _heading(self, text: str) -> None:
        kind = part_of(text, self.year)
        if self.joint and kind in {SHORTCOMINGS, PLANS}:
            self.name = kind
            self._part(kind).titles.append(text)
            return
        if (
            self.name == DUTIES != self._chapters and kind == MEASURES
        ):  # one heading of the work told of the heads
            self.name = self._chapters
        if self.name == MEASURES and kind in {DUTIES, SHORTCOMINGS, PLANS}:
            self.name = kind
            self._part(kind).titles.append(text)
            return
        self._part(self.name).headings.append(OldHeading(text))

    def _paragraph(self, piece: _Piece) -> None:
        if self.joint and self.name == SHORTCOMINGS and tells_plans(piece.text, self.year):
            self.name = PLANS
        part = self._part(self.name)
        part.headings[-1].paragraphs.append(OldParagraph(piece.text, piece.line))


def _under(pieces: Sequence[_Piece], at: int) -> Iterator[_Piece]:
    """Give what stands under the heading at a place, down to the next of its level."""
    for piece in pieces[at + 1 :]:
        if piece.level == _HEADING:
            return
        yield piece


def _part_untitled(outline: Outline, year: int | None) -> None:
    """Part shortcomings and plans from the last heading of 举措成效 where no heading of their own opens them."""
    measures = outline.parts.get(MEASURES)
    if measures is None or any(name in outline.parts for name in (SHORTCOMINGS, PLANS)):
        return
    last = measures.headings[-1].paragraphs
    start = next((at for at, one in enumerate(last) if at and tells_shortcomings(one.text)), len(last))
    plans = next((at for at in range(start, len(last)) if at and tells_plans(last[at].text, year)), len(last))
    for name, taken in ((SHORTCOMINGS, last[start:plans]), (PLANS, last[plans:])):
        if taken:
            outline.parts[name] = OldPart(headings=[OldHeading("", taken)])
            outline.told.append(f"“{name}”没有标题，从“{taken[0].text[:12]}……”分出")
    del last[start:]


def _tell(outline: Outline) -> None:
    """Say which parts were cut otherwise in the old report."""
    for name, part in outline.parts.items():
        if len(part.titles) > 1:
            outline.told.append(f"“{'”“'.join(part.titles)}”并为“{name}”")
    titles = {title: name for name, part in outline.parts.items() for title in part.titles}
    joint = [title for title in titles if part_of(unnumbered_heading(title), None) == JOINT]
    outline.told += [f"“{title}”分为“{SHORTCOMINGS}”和“{PLANS}”" for title in joint]
