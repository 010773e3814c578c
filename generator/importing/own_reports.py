"""A report that this program made comes back as its facts: fields in place of sentences, where they say just the same.

What was read is drafted again, and a heading whose text then differs by a sign stays in the sentences of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.importing.items import keyed, plans_of, shortcomings_of
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
_Told = Callable[[Sequence[Piece]], Iterable[Told]]


class Rereaders(NamedTuple):
    """What reads the texts of the two parts that hold topics back, and 导语."""

    measures: Rereader
    duties: Rereader
    opening: Rereader


class _Place:
    """A heading of a part, with the ways that are left in which facts may say its text."""

    def __init__(self, part: str, number: int, heading: str, text: str, reread: _Reread) -> None:
        self.part, self.number = part, number
        self._heading, self._text, self._reread = heading, text, reread
        self._ways = reread.ways()

    @property
    def told(self) -> Told | None:
        """What stands under the heading by the first way; None where its own sentences stand."""
        return self._ways[0] if self._ways else None

    def is_said(self, said: Sequence[tuple[str, str]]) -> bool:
        """Tell whether a report has this heading with just this text."""
        return any(text == self._text and self._heading in {"", heading} for heading, text in said)

    def go_on(self, said: Sequence[tuple[str, str]]) -> None:
        """Leave the first way, which says something else; behind the last one the text is read in another way."""
        del self._ways[0]
        if not self._ways:
            texts = [one for title, one in said if not self._heading or title == self._heading]
            self._ways = self._reread.otherwise(self._text, texts)


class _List:
    """A list of items, each with the ways that are left in which facts may say its text."""

    def __init__(self, part: str, groups: Sequence[MarkedGroup], ways: Iterable[Iterable[Told]]) -> None:
        self.part = part
        self._texts = [(group.key, _text(group.lines)) for group in groups]
        self._headed = all(group.key for group in groups)
        self._ways = [list(one) for one in ways]

    @property
    def told(self) -> tuple[Told | None, ...] | None:
        """Each item by its first way, None for one whose own sentences stand; None where they all do."""
        return tuple(one[0] if one else None for one in self._ways) if any(self._ways) else None

    def is_said(self, said: Sequence[tuple[str, str]]) -> bool:
        """Tell whether a report has these items, one below the other."""
        if self._headed:
            return all(one in said for one in self._texts)
        whole = "\n".join(text for _key, text in self._texts)
        return any(whole == text for _heading, text in said)

    def go_on(self, said: Sequence[tuple[str, str]]) -> None:
        """Leave the way of the first item that says something else; of all, where only the whole does.

        Items behind it may have been drawn along: what turns its words goes by what was said before.
        """
        lines = {line for _heading, text in said for line in text.split("\n")}
        for item, ways in zip(self._texts, self._ways, strict=True):
            if ways and not (item in said if self._headed else lines.issuperset(item[1].split("\n"))):
                del ways[0]
                return
        for ways in self._ways:
            ways.clear()


class _Reread:
    """Reads the text of one heading, and reads it otherwise where what was read says another text."""

    def __init__(self, rereader: Rereader, heading: str, text: str, told: _Told) -> None:
        self._rereader, self._heading, self._text, self._told = rereader, heading, text, told
        self._barred: Barred = frozenset()
        self._pieces: list[Piece] = []
        self._left = _READINGS

    def ways(self) -> list[Told]:
        """Give the ways to say what is read; where a field would have two values it is read without the second."""
        while self._left:
            self._left -= 1
            self._pieces = self._rereader.pieces(self._text, self._heading, self._barred)
            if not any(isinstance(one, ReadClause) for one in self._pieces):
                return []
            told = list(self._told(self._pieces))
            derived = [self._rereader.without_rates(one) for one in told]
            if told:
                return [*told, *(one for one in derived if one not in told)]
            clash = clash_of(self._pieces)
            if clash is None:
                return []
            self._bar(clash)
        return []

    def otherwise(self, text: str, said: Sequence[str]) -> list[Told]:
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


def with_own_fields(
    report: MarkedReport, rereaders: Rereaders, drafted: Drafted, causes: Collection[str] = ()
) -> MarkedReport:
    """Give a report with facts for those of its headings and items that they say to the letter.

    `causes` are what plans of the library are for: a plan may be for one of them, or for a shortcoming of the report.
    """
    whole = "\n".join(line.old.text for line in report.lines)
    rereaders = Rereaders(*(one.within(whole) for one in rereaders))
    places: list[_Place | _List] = [
        *_opening(report, rereaders.opening),
        *_headings(report, rereaders),
        *_lists(report, causes),
    ]
    while True:
        told = _with(report, places)
        said = _sections(drafted(told))
        wrong = [one for one in places if one.told is not None and not one.is_said(said)]
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
        yield _Place(_OPENING, 0, "", text, reread)


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
            yield _Place(part, number, heading.text, text, reread)


def _own_words(lines: Iterable[MarkedLine], rereader: Rereader) -> Iterator[tuple[str, str]]:
    """Give sentences as they stood, each with the marks in it; behind a label that leads in to one, it begins again."""
    for line in lines:
        old, marked = (_ORDINAL.sub("", one) for one in (line.old.text, line.text))
        yield old, marked
        yield from ((old[at:], marked[at:]) for at in rereader.led_in(old) if old[:at] == marked[:at])


def _lists(report: MarkedReport, causes: Collection[str]) -> Iterator[_List]:
    texts = [(group, _ORDINAL.sub("", _text(group.lines))) for group in report.shortcomings]
    yield _List(_SHORT, report.shortcomings, (shortcomings_of(group.key, text) for group, text in texts))
    problems = {keyed(group.key, text)[0] for group, text in texts} | {*causes}
    plans = (plans_of(group.key, _ORDINAL.sub("", _text(group.lines)), problems) for group in report.plans)
    yield _List(_PLANS, report.plans, plans)


def _text(lines: Sequence[MarkedLine]) -> str:
    """Give sentences as paragraphs, parted by line breaks."""
    return "".join(("\n" if line.old.begins and at else "") + line.old.text for at, line in enumerate(lines))


def _with(report: MarkedReport, places: Sequence[_Place | _List]) -> MarkedReport:
    """Give the report with the first way of each place; where none is left its own sentences stand."""
    measures, duties = list(report.measures), list(report.duties)
    for place in places:
        if place.told is None:
            continue
        if isinstance(place, _List):
            if place.part == _SHORT:
                report = report._replace(shortcomings=_items_with(report.shortcomings, place.told))
            else:
                report = report._replace(plans=_items_with(report.plans, place.told))
        elif place.part == _OPENING:
            report = report._replace(opening_told=place.told)
        else:
            headings = measures if place.part == _MEASURES else duties
            headings[place.number] = _heading_with(headings[place.number], place.told, place.part)
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


def _items_with(groups: Sequence[MarkedGroup], told: Sequence[Told | None]) -> tuple[MarkedGroup, ...]:
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
