"""A topic and its fields, as a template file declares them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.numbers.units import same_family
from generator.patterns import pattern

_COMPARISON = pattern(r"\{\{\s*(\w+)\s*\|\s*同比\s*\}\}")
MEASURES = "举措成效"
DUTIES = "第一责任人"
SUMMED, OF_EACH_LEVEL, NOT_SUMMED = "是", "本级", "否"
"""可加: may the figures of several units be added up, and is the total one that their county itself reports."""


def suits(levels: Collection[str], level: str | None) -> bool:
    """Tell whether what is meant for these levels is meant for this one; no levels named: for all."""
    return not levels or level is None or level in levels


class Years(NamedTuple):
    """The first and the last year of whose report a thing is; every year where neither is named."""

    first: int = 0
    last: int = 9999

    def hold(self, year: int | None) -> bool:
        """Tell whether it is of that year's report; where the year is not known, everything is."""
        return year is None or self.first <= year <= self.last

    def __str__(self) -> str:
        """Say it in Chinese: 2023年度起, 到2022年度为止, 2020至2022年度; nothing for every year."""
        if self == EVERY_YEAR:
            return ""
        if self.last == EVERY_YEAR.last:
            return f"{self.first}年度起"
        if self.first == self.last:
            return f"{self.last}年度"
        return f"{self.first}至{self.last}年度" if self.first else f"到{self.last}年度为止"


EVERY_YEAR = Years()


def read_years(parts: Mapping[str, Any]) -> Years:
    """Read 起 and 止, each as it is written; raises ValueError for what are no years, or no years in their order."""
    first, last = (parts.get(key, str(usual)) for key, usual in zip(("起", "止"), EVERY_YEAR, strict=True))
    years = Years(int(first), int(last))
    if years.first > years.last:
        raise ValueError
    return years


class Wording(NamedTuple):
    """One way to say a thing, the first and the last year whose report may say it so, the fields that it speaks of."""

    text: str
    since: int = 0
    until: int = 9999
    about: tuple[str, ...] = ()

    def fits(self, year: int | None) -> bool:
        """Tell whether a report of that year may say it so; where the year is not known, only what is of every year."""
        return self.since <= year <= self.until if year else (self.since, self.until) == EVERY_YEAR


def worded(wordings: Iterable[Wording], year: int | None) -> tuple[str, ...]:
    """Give those of several wordings that may be said in the report of that year, whatever it tells of.

    One at least is of every year.
    """
    return tuple(one.text for one in wordings if one.fits(year) and not one.about)


class Field(NamedTuple):
    """One thing that a unit can report under a topic.

    `units` are the measure words that may be written, the first is added where none is;
    `examples` are what stands for `example` in some years only;
    `at_most` names the field that this one cannot exceed; a rate is `numerator` / `denominator`;
    `part_of` names the totals that it may be a part of, or a list of their kinds;
    `zero` is the sentence that stands for 零; `levels` are the units that are asked for it, none named: all;
    `wordings` are its 说法: what may be written before the value, or in place of 是, and how the report says it;
    `aliases` are its 又称: words of other units for just the same thing, by which sentences are recognised;
    `years` are those of whose reports it can be; `adding` is its 可加: a total of several units is a figure of their
    county (是), is none since the county has its own (本级), or says nothing (否);
    `record` is the class of what stands under it, or under each item of its list, in a facts file's head.
    """

    name: str
    kind: str
    note: str
    units: tuple[str, ...] = ()
    example: str = ""
    examples: tuple[Wording, ...] = ()
    at_most: str = ""
    part_of: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    zero: str = ""
    usual: bool = False
    levels: tuple[str, ...] = ()
    years: Years = EVERY_YEAR
    adding: str = NOT_SUMMED
    record: Any = None
    wordings: Mapping[str, str] = MappingProxyType({})
    aliases: tuple[str, ...] = ()

    @property
    def wording(self) -> str:
        """How the report says it where the clerk chose no 说法: by the first."""
        return next(iter(self.wordings.values())) if self.wordings else ""

    def example_in(self, year: int | None) -> str:
        """Give the example for the report of that year; for a year that is not known, the usual one."""
        return next((one.text for one in self.examples if year and one.fits(year)), self.example)

    @property
    def wholes(self) -> tuple[str, ...]:
        """The fields that are said before this one where both are."""
        return (*filter(None, (self.at_most, self.denominator)), *self.part_of)

    @property
    def unit(self) -> str:
        """The measure word that is added where the clerk wrote none."""
        return self.units[0] if self.units else ""

    def takes(self, unit: str) -> bool:
        """Tell whether a measure word is one of the field's own, or of their families."""
        return unit in self.units or any(same_family(unit, one) for one in self.units)

    def suits(self, level: str | None, year: int | None = None) -> bool:
        """Tell whether units of that level are asked for it in the report of that year."""
        return suits(self.levels, level) and self.years.hold(year)


@dataclass(frozen=True, eq=False)
class Topic:
    """One topic of the report: its headings, its fields and the body of its template; equal to none but itself.

    `read_fields` makes its fields of their declarations, when first asked for: a facts file names few of all topics.
    `named_by` is the field whose value names what is reported, and so makes its title.
    `body` is padded with as many empty lines as the front matter has, so that a line number of
    the template engine is the line of the file.
    """

    name: str
    part: str
    headings: tuple[Wording, ...]
    note: str
    read_fields: Callable[[], Mapping[str, Field]]
    body: str
    file: str
    office: str = ""
    usual: bool = False
    levels: tuple[str, ...] = ()
    years: Years = EVERY_YEAR
    own: bool = False
    named_by: str = ""

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """What a unit can report under it, by name."""
        return self.read_fields()

    @property
    def titles(self) -> tuple[str, ...]:
        """What can be its heading, of whatever year."""
        return tuple(one.text for one in self.headings)

    @cached_property
    def rates(self) -> tuple[Field, ...]:
        """The fields that follow from two others."""
        return tuple(one for one in self.fields.values() if one.numerator)

    @cached_property
    def compared(self) -> frozenset[str]:
        """The fields that its template itself compares with last year's."""
        return frozenset(_COMPARISON.findall(self.body))

    def suits(self, level: str | None, year: int | None = None) -> bool:
        """Tell whether units of that level report on this topic in that year."""
        return suits(self.levels, level) and self.years.hold(year)


@dataclass(frozen=True, eq=False)
class Topics:
    """All topics, in the order in which they stand in a new facts file; known by identity, read once for a folder."""

    measures: Mapping[str, Topic]
    duties: Mapping[str, Topic] = field(default_factory=dict)

    @cached_property
    def duty_fields(self) -> Mapping[str, Field]:
        """The fields of all duties: in a facts file they stand side by side under 第一责任人."""
        return {name: one for topic in self.duties.values() for name, one in topic.fields.items()}

    def __iter__(self) -> Iterator[Topic]:
        """Give every topic, first the measures and then the duties."""
        yield from self.measures.values()
        yield from self.duties.values()
