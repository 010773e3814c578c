"""A report that this program made comes back as its facts: fields in place of sentences, where they say just the same.

What was read is drafted again, and a heading whose text then differs by a sign stays in the sentences of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.importing.items import plan_of, shortcoming_of
from generator.importing.marking import MarkedLine
from generator.importing.outline import unnumbered_heading
from generator.importing.rereading import Rereader
from generator.importing.telling import Told, told_of_duties, told_of_topics
from generator.importing.writing import MarkedGroup, MarkedHeading, MarkedReport
from generator.patterns import pattern

Drafted = Callable[[MarkedReport], str]
"""Gives the Markdown text of the report that a facts file of these sentences and fields has."""

_ORDINAL = pattern("^[一二三四五六七八九十]{1,2}是")
_MEASURES = "measures"


class Rereaders(NamedTuple):
    """What reads the texts of the two parts that hold topics back."""

    measures: Rereader
    duties: Rereader


class _Place(NamedTuple):
    """A heading of a part, or a whole list of items, with the ways that are left in which facts may say its text."""

    part: str
    number: int
    sections: tuple[tuple[str, str], ...]
    ways: tuple[Told | tuple[Told, ...], ...]


def with_own_fields(report: MarkedReport, rereaders: Rereaders, drafted: Drafted) -> MarkedReport:
    """Give a report with facts for those of its headings and lists that they say to the letter."""
    places = [*_headings(report, rereaders), *_lists(report)]
    while True:
        told = _with(report, places)
        said = _sections(drafted(told))
        wrong = [at for at, place in enumerate(places) if place.ways and not _is_said(place, said)]
        if not wrong:
            return told
        # what turns its words (轮) goes by what is said before it: of such places the first alone may be at fault
        turning = [at for at in wrong if places[at].part != _MEASURES]
        for at in {*wrong} - {*turning[1:]}:
            places[at] = places[at]._replace(ways=places[at].ways[1:])


def _headings(report: MarkedReport, rereaders: Rereaders) -> Iterator[_Place]:
    for part, headings in ((_MEASURES, report.measures), ("duties", report.duties)):
        for number, heading in enumerate(headings):
            lines = heading.lines
            text = _text(lines)
            own = {_ORDINAL.sub("", line.old.text): _ORDINAL.sub("", line.text) for line in lines}
            if part == _MEASURES:
                ways = told_of_topics(rereaders.measures.pieces(text, heading.text), own)
            else:
                ways = told_of_duties(rereaders.duties.pieces(text, heading.text), own)
            yield _Place(part, number, ((heading.text, text),), tuple(ways))


def _lists(report: MarkedReport) -> Iterator[_Place]:
    for part, groups, read in (
        ("shortcomings", report.shortcomings, shortcoming_of),
        ("plans", report.plans, plan_of),
    ):
        items = tuple(read(group.key, _ORDINAL.sub("", _text(group.lines))) for group in groups)
        told = tuple(one for one in items if one is not None)
        if groups and len(told) == len(groups):
            headed = all(group.key for group in groups)
            texts = [(group.key, _text(group.lines)) for group in groups]
            sections = tuple(texts) if headed else (("", "\n".join(text for _key, text in texts)),)
            yield _Place(part, 0, sections, (told,))


def _text(lines: Sequence[MarkedLine]) -> str:
    """Give sentences as paragraphs, parted by line breaks."""
    return "".join(("\n" if line.old.begins and at else "") + line.old.text for at, line in enumerate(lines))


def _with(report: MarkedReport, places: Sequence[_Place]) -> MarkedReport:
    """Give the report with the first way of each place; where none is left its own sentences stand."""
    parts: dict[str, list[MarkedHeading] | list[MarkedGroup]] = {
        _MEASURES: list(report.measures),
        "duties": list(report.duties),
        "shortcomings": list(report.shortcomings),
        "plans": list(report.plans),
    }
    for place in (one for one in places if one.ways):
        told = place.ways[0]
        items = parts[place.part]
        if isinstance(told, tuple):
            parts[place.part] = [group._replace(told=one) for group, one in zip(items, told, strict=True)]
        else:
            items[place.number] = items[place.number]._replace(told=told)
    return report._replace(**{name: tuple(items) for name, items in parts.items()})


def _sections(markdown: str) -> list[tuple[str, str]]:
    """Give the headings of a report without their numbers, each with the paragraphs under it."""
    sections: list[tuple[str, list[str]]] = [("", [])]
    for block in read_blocks(markdown).blocks:
        if block.level:
            sections.append((unnumbered_heading(block.text), []))
        elif block.kind is BlockKind.PARAGRAPH:
            sections[-1][1].append(block.text)
    return [(heading, "\n".join(texts)) for heading, texts in sections]


def _is_said(place: _Place, said: Sequence[tuple[str, str]]) -> bool:
    texts = {text for _heading, text in said}
    return all((heading, text) in said if heading else text in texts for heading, text in place.sections)
