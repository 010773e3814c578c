"""A report that this program made comes back as its facts: fields in place of sentences, where they say just the same.

What was read is drafted again, and a heading whose text then differs by a sign stays in the sentences of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.importing.items import plan_of, shortcoming_of
from generator.importing.marking import MarkedLine, State
from generator.importing.outline import unnumbered_heading
from generator.importing.rereading import Barred, Piece, ReadClause, Rereader
from generator.importing.telling import Told, clash_of, told_of_duties, told_of_opening, told_of_topics
from generator.importing.writing import MarkedGroup, MarkedHeading, MarkedReport
from generator.patterns import pattern

Drafted = Callable[[MarkedReport], str]
"""Gives the Markdown text of the report that a facts file of these sentences and fields has."""

_ORDINAL = pattern("^[一二三四五六七八九十]{1,2}是")
_OPENING, _MEASURES, _DUTIES, _SHORT, _PLANS = "导语", "举措成效", "第一责任人", "不足", "计划"
_GOES_ON = pattern(r"(?:[0-9０-９.．〇零一二两三四五六七八九十百千万亿]|[0-9０-９],)\Z")
"""What stands before the rest of a number: 15件 ends with 5件, which is another figure."""
_BODY = "正文"
_LEADS_OVER = "。现将"
_READINGS = 12
_Way = tuple[Told, ...]
"""A way to say a text: what stands under a heading, or each item of a list."""
_Told = Callable[[Sequence[Piece]], Iterable[Told]]


class Rereaders(NamedTuple):
    """What reads the texts of the two parts that hold topics back, and 导语."""

    measures: Rereader
    duties: Rereader
    opening: Rereader


class _Place:
    """A heading of a part, or a whole list of items, with the ways that are left in which facts may say its text."""

    def __init__(
        self,
        part: str,
        number: int,
        sections: Sequence[tuple[str, str]],
        ways: Iterable[_Way],
        reread: _Reread | None,
    ) -> None:
        self.part, self.number, self.sections = part, number, sections
        self.ways = list(ways)
        self._reread = reread

    def is_said(self, said: Sequence[tuple[str, str]]) -> bool:
        """Tell whether a report has these headings with just these texts."""
        texts = {text for _heading, text in said}
        return all((heading, text) in said if heading else text in texts for heading, text in self.sections)

    def go_on(self, said: Sequence[tuple[str, str]]) -> None:
        """Leave the first way, which says something else; behind the last one the text is read in another way."""
        del self.ways[0]
        if not self.ways and self._reread is not None:
            heading, text = self.sections[0]
            self.ways = self._reread.otherwise(
                text, [one for title, one in said if not heading or title == heading]
            )


class _Reread:
    """Reads the text of one heading, and reads it otherwise where what was read says another text."""

    def __init__(self, rereader: Rereader, heading: str, text: str, told: _Told) -> None:
        self._rereader, self._heading, self._text, self._told = rereader, heading, text, told
        self._barred: Barred = frozenset()
        self._pieces: list[Piece] = []
        self._left = _READINGS

    def ways(self) -> list[_Way]:
        """Give the ways to say what is read; where a field would have two values it is read without the second."""
        while self._left:
            self._left -= 1
            self._pieces = self._rereader.pieces(self._text, self._heading, self._barred)
            if not any(isinstance(one, ReadClause) for one in self._pieces):
                return []
            told = list(self._told(self._pieces))
            derived = [self._rereader.without_rates(one) for one in told]
            ways: list[_Way] = [(one,) for one in (*told, *(one for one in derived if one not in told))]
            if ways:
                return ways
            clash = clash_of(self._pieces)
            if clash is None:
                return []
            self._bar(clash)
        return []

    def otherwise(self, text: str, said: Sequence[str]) -> list[_Way]:
        """Read again without the clause where the text that was said begins to differ."""
        place = max((_alike(text, one) for one in said), default=0)
        clauses = [one for one in self._pieces if isinstance(one, ReadClause)]
        wrong = next((one for one in clauses if one.end >= place), None)
        if wrong is None:
            return []
        self._bar(wrong)
        return self.ways()

    def _bar(self, clause: ReadClause) -> None:
        self._barred |= {(clause.start, clause.topic, name) for name in clause.values}


def _alike(text: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next(
        (at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), len(other)
    )


def with_own_fields(report: MarkedReport, rereaders: Rereaders, drafted: Drafted) -> MarkedReport:
    """Give a report with facts for those of its headings and lists that they say to the letter."""
    whole = "\n".join(line.old.text for line in report.lines)
    rereaders = Rereaders(*(one.within(whole) for one in rereaders))
    places = [*_opening(report, rereaders.opening), *_headings(report, rereaders), *_lists(report)]
    while True:
        told = _with(report, places)
        said = _sections(drafted(told))
        wrong = [one for one in places if one.ways and not one.is_said(said)]
        if not wrong:
            return told
        # what turns its words (轮) goes by what is said before it: of such places the first alone may be at fault
        turning = [one for one in wrong if one.part != _MEASURES]
        for one in wrong:
            if one not in turning[1:]:
                one.go_on(said)


def _opening(report: MarkedReport, rereader: Rereader) -> Iterator[_Place]:
    if report.opening:
        text = _text(report.opening)
        said, leads_over, _rest = text.rpartition(_LEADS_OVER)
        reread = _Reread(rereader, "", f"{said}。" if leads_over else text, told_of_opening)
        yield _Place(_OPENING, 0, [("", text)], reread.ways(), reread)


def _headings(report: MarkedReport, rereaders: Rereaders) -> Iterator[_Place]:
    parts = (
        (_MEASURES, report.measures, rereaders.measures, told_of_topics),
        (_DUTIES, report.duties, rereaders.duties, told_of_duties),
    )
    for part, headings, rereader, told in parts:
        for number, heading in enumerate(headings):
            text = _text(heading.lines)
            own = dict(_own_words(heading.lines, rereader))
            reread = _Reread(rereader, heading.text, text, partial(told, own=own))
            yield _Place(part, number, [(heading.text, text)], reread.ways(), reread)


def _own_words(lines: Iterable[MarkedLine], rereader: Rereader) -> Iterator[tuple[str, str]]:
    """Give sentences as they stood, each with the marks in it; behind a label that leads in to one, it begins again."""
    for line in lines:
        old, marked = (_ORDINAL.sub("", one) for one in (line.old.text, line.text))
        yield old, marked
        yield from ((old[at:], marked[at:]) for at in rereader.led_in(old) if old[:at] == marked[:at])


def _lists(report: MarkedReport) -> Iterator[_Place]:
    lists = ((_SHORT, report.shortcomings, shortcoming_of), (_PLANS, report.plans, plan_of))
    for part, groups, read in lists:
        items = [read(group.key, _ORDINAL.sub("", _text(group.lines))) for group in groups]
        told = tuple(one for one in items if one is not None)
        if groups and len(told) == len(groups):
            texts = [(group.key, _text(group.lines)) for group in groups]
            headed = all(group.key for group in groups)
            yield _Place(
                part, 0, texts if headed else [("", "\n".join(text for _key, text in texts))], [told], None
            )


def _text(lines: Sequence[MarkedLine]) -> str:
    """Give sentences as paragraphs, parted by line breaks."""
    return "".join(("\n" if line.old.begins and at else "") + line.old.text for at, line in enumerate(lines))


def _with(report: MarkedReport, places: Sequence[_Place]) -> MarkedReport:
    """Give the report with the first way of each place; where none is left its own sentences stand."""
    measures, duties = list(report.measures), list(report.duties)
    for place in (one for one in places if one.ways):
        told = place.ways[0]
        if place.part == _OPENING:
            report = report._replace(opening_told=told[0])
        elif place.part == _SHORT:
            report = report._replace(shortcomings=_items_with(report.shortcomings, told))
        elif place.part == _PLANS:
            report = report._replace(plans=_items_with(report.plans, told))
        else:
            headings = measures if place.part == _MEASURES else duties
            headings[place.number] = _heading_with(headings[place.number], told[0], place.part)
    return report._replace(measures=tuple(measures), duties=tuple(duties))


def _heading_with(heading: MarkedHeading, told: Told, part: str) -> MarkedHeading:
    """Give a heading with what says its text; the figures that are values there are of these fields for certain."""
    topics = told.items() if part == _MEASURES else ((part, told),)
    known = [(value, home, name) for home, one in topics for name, value in _values(one)]
    lead = tuple(_line_with(line, known) for line in heading.lead)
    groups = tuple(
        one._replace(lines=tuple(_line_with(line, known) for line in one.lines)) for one in heading.topics
    )
    return heading._replace(lead=lead, topics=groups, told=told)


def _values(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every text that is told, with its key, those in records and lists too."""
    for name, value in told.items():
        if isinstance(value, str):
            yield name, value
        elif name != _BODY:
            for one in [value] if isinstance(value, dict) else value:
                yield from _values(one) if isinstance(one, dict) else ((name, one),)


def _line_with(line: MarkedLine, known: Sequence[tuple[str, str, str]]) -> MarkedLine:
    figures = []
    for one in line.figures:
        field = next(
            ((home, name) for value, home, name in known if ends_with_figure(value, one.written)), None
        )
        figures.append(
            one._replace(state=State.SURE, home=field[0], field=field[1], likely="") if field else one
        )
    return line._replace(figures=tuple(figures))


def ends_with_figure(value: str, written: str) -> bool:
    """Tell whether a value is a figure, or a text with it at the end, and not the end of a longer figure."""
    return value.endswith(written) and not _GOES_ON.search(value.removesuffix(written))


def _items_with(groups: Sequence[MarkedGroup], told: _Way) -> tuple[MarkedGroup, ...]:
    return tuple(group._replace(told=one) for group, one in zip(groups, told, strict=True))


def _sections(markdown: str) -> list[tuple[str, str]]:
    """Give the headings of a report without their numbers, each with the paragraphs under it."""
    sections: list[tuple[str, list[str]]] = [("", [])]
    for block in read_blocks(markdown).blocks:
        if block.level:
            sections.append((unnumbered_heading(block.text), []))
        elif block.kind is BlockKind.PARAGRAPH:
            sections[-1][1].append(block.text)
    return [(heading, "\n".join(texts)) for heading, texts in sections]
