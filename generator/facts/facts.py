"""Facts: what one unit did in one year, read and typed; nothing here makes text for the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.facts.head import Head
from generator.facts.levels import level_of, words_for
from generator.facts.marked import MarkedFact
from generator.facts.notice_terms import LAST_YEAR
from generator.facts.territory import words_below
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.problems import Place, Problem
from generator.topics.topic import DUTIES, Topic
from generator.yamltext.path import Path, dotted

_MARK = pattern("【(?P<label>[^【】：:]+?) *(?:[：:][^【】]*)?】")


class Empty:
    """空: the key is in the file, its value is not there yet and is asked after."""

    def __repr__(self) -> str:
        """Show as 空."""
        return "空"


EMPTY = Empty()


class Words(NamedTuple):
    """A passage in the clerk's own words, under the label of a point or under none; a label may wait for its text.

    The text is an `OwnText` where facts are marked in it.
    """

    text: str
    path: Path
    label: str = ""


class EarlierFigure(NamedTuple):
    """Last year's figure as it stands beside this year's (上年), with the 说法 that is written before it."""

    value: Any
    wording: str = ""


class OwnWords(NamedTuple):
    """What every topic takes besides its fields: 做法 亮点 活动 其他数据, why it was done (针对) and what came of it (成效).

    `compared` are those of 其他数据 whose 同比 the file asks for, `days` and `before` what a topic's are, of these.
    """

    measures: tuple[Words, ...] = ()
    highlights: tuple[Words, ...] = ()
    activities: tuple[Mapping[str, Any], ...] = ()
    figures: Mapping[str, Any] = MappingProxyType({})
    cause: Words | None = None
    effect: Words | None = None
    compared: frozenset[str] = frozenset()
    days: Mapping[str, date] = MappingProxyType({})
    before: Mapping[str, EarlierFigure] = MappingProxyType({})
    uncompared: frozenset[str] = frozenset()

    @property
    def passages(self) -> tuple[Words, ...]:
        """Everything that is written in the clerk's own words."""
        ends = (one for one in (self.cause, self.effect) if one)
        return (*self.measures, *self.highlights, *ends)


NO_WORDS = OwnWords()
"""A topic without any."""


class TopicFacts(NamedTuple):
    """What the unit reports under one topic; `topic` is None for one of the clerk's own.

    `values` holds, by field name, what `topics.kinds.read` gives, or EMPTY, `wordings` the 说法 that the clerk wrote
    with some of them, `compared` the fields whose 同比 the file asks for; what own sentences mark is among them. Of
    those that are `uncompared` the file says that they are not to be.
    `sentences` are those of 正文, `marked` figures in own words under a label that no field has, `printed` the fields
    and figures that own words print, `keys` all that stands under the topic in the file, in its order. The figures
    end on the day `until`, None for the year's last, but for those of `days`; `before` are last year's beside them, and
    `last_called` is what last year is called in comparisons: 上年, 2023年.
    """

    name: str
    topic: Topic | None
    path: Path
    values: Mapping[str, Any] = MappingProxyType({})
    own: OwnWords = NO_WORDS
    heading: str = ""
    wordings: Mapping[str, str] = MappingProxyType({})
    elsewhere: Mapping[str, Path] = MappingProxyType({})
    compared: frozenset[str] = frozenset()
    uncompared: frozenset[str] = frozenset()
    sentences: tuple[Words, ...] = ()
    marked: Mapping[str, MarkedFact] = MappingProxyType({})
    printed: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()
    until: date | None = None
    days: Mapping[str, date] = MappingProxyType({})
    before: Mapping[str, EarlierFigure] = MappingProxyType({})
    last_called: str = LAST_YEAR

    @property
    def passages(self) -> tuple[Words, ...]:
        """All that is written in own words under the topic."""
        return (*self.sentences, *self.own.passages)

    @property
    def says_nothing(self) -> bool:
        """Tell whether it has nothing to report by itself: no fact, and no word of what was done."""
        own = self.own
        effect = own.effect and not own.cause  # why it was done and what came of it do not tell what was done
        said = (self.sentences, own.measures, own.highlights, own.activities, own.figures, effect)
        return not any(said) and not any(map(self.is_said, self.values))

    def is_said(self, name: str) -> bool:
        """Tell whether a value is printed: 否 is not, nor is a zero that the field has no words for."""
        value, field = self.values[name], self.topic.fields.get(name) if self.topic else None
        zero = isinstance(value, Quantity) and not (value.number or value.percent)
        return value is not False and not (zero and not (field and field.zero))

    def path_of(self, field: str) -> Path:
        """Give the path of one of its fields."""
        return (*self.elsewhere.get(field, self.path), field)

    def ends_on(self, name: str) -> date | None:
        """Give the day on which the figure of a field ends, None for the year's last."""
        return self.days.get(name, self.until) if self.days else self.until

    def label_ends_on(self, label: str) -> date | None:
        """Give the day on which a figure of 其他数据 ends, None for the year's last."""
        return self.own.days.get(label, self.until)

    def and_also(self, other: TopicFacts) -> TopicFacts:
        """Give this topic with what stands of it under another heading; `elsewhere` keeps where its fields are from."""
        return self._replace(
            values={**self.values, **other.values},
            own=OwnWords(
                self.own.measures + other.own.measures,
                self.own.highlights + other.own.highlights,
                self.own.activities + other.own.activities,
                {**self.own.figures, **other.own.figures},
                self.own.cause or other.own.cause,
                self.own.effect or other.own.effect,
                self.own.compared | other.own.compared,
                {**self.own.days, **other.own.days},
                {**self.own.before, **other.own.before},
                self.own.uncompared | other.own.uncompared,
            ),
            heading=self.heading or other.heading,
            wordings={**self.wordings, **other.wordings},
            compared=self.compared | other.compared,
            uncompared=self.uncompared | other.uncompared,
            elsewhere={**self.elsewhere, **dict.fromkeys(other.values, other.path)},
            sentences=self.sentences + other.sentences,
            marked={**other.marked, **self.marked},
            printed=self.printed | other.printed,
            days={**self.days, **other.days},
            before={**self.before, **other.before},
        )


class Section(NamedTuple):
    """What stands under one heading of the unit's own; `heading` is empty over what has none and stands by itself.

    Under 举措成效 these are topics; under 第一责任人 it is one, which holds the fields of several duties. `lead` is the
    正文 directly under the heading.
    """

    heading: str
    path: Path
    topics: tuple[TopicFacts, ...]
    lead: tuple[Words, ...] = ()


def is_part_lead(section: Section) -> bool:
    """Tell the 正文 directly under 举措成效, which leads in to the headings of the part."""
    return not (section.heading or section.topics)


@dataclass(frozen=True)
class Facts:
    """One facts file, read.

    `sections` are those of 举措成效, `duty_sections` those of 第一责任人, each in the order of the file.
    `gaps` are the problems that a draft may have and a final report may not, `warnings` slips that change nothing for
    certain, `lines` the file as it was written. `withheld` are the paths of what is for the superior alone (公开: 否),
    `left_out` the parts of the report of which nothing is left without it, `beside` what the file says beside its
    values, as it is written there (来源, 截至, 上年).
    """

    file: str
    head: Head
    sections: tuple[Section, ...]
    duty_sections: tuple[Section, ...]
    places: Mapping[Path, Place]
    origins: Mapping[Path, str] = field(default_factory=dict)
    gaps: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    last: Facts | None = None
    withheld: frozenset[Path] = frozenset()
    left_out: frozenset[str] = frozenset()
    beside: Mapping[Path, Mapping[str, Any]] = field(default_factory=dict)

    @cached_property
    def measures(self) -> tuple[TopicFacts, ...]:
        """All that stands under 举措成效, topic by topic; one that stands under two headings is there twice."""
        return tuple(topic for section in self.sections for topic in section.topics)

    @cached_property
    def reported(self) -> tuple[TopicFacts, ...]:
        """All that stands under 举措成效 and 第一责任人."""
        return (*self.measures, *(topic for section in self.duty_sections for topic in section.topics))

    @cached_property
    def topics(self) -> Mapping[str, TopicFacts]:
        """Every topic, whole, by its name, 第一责任人 too: a fact is known by topic and field, never by the heading."""
        whole: dict[str, TopicFacts] = {}
        for one in self.reported:
            whole[one.name] = whole[one.name].and_also(one) if one.name in whole else one
        return whole

    @property
    def duties(self) -> TopicFacts:
        """All that stands under 第一责任人."""
        return self.topics.get(DUTIES, TopicFacts(DUTIES, None, (DUTIES,)))

    @property
    def year(self) -> int | None:
        """The report year."""
        return self.head.year

    @property
    def name(self) -> str:
        """What the unit is called in title and text: its 简称, else the first of its names."""
        unit = self.head.unit
        return unit.short or (unit.names[0] if unit.names else "")

    @cached_property
    def level(self) -> str | None:
        """The unit's level as written, else as its name tells."""
        unit = self.head.unit
        if unit.level:
            return unit.level
        return next((found for one in (*unit.names, unit.short) if (found := level_of(one))), None)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The organ words of this unit's level."""
        unit = self.head.unit
        words = words_for(self.level, unit.names[0] if unit.names else unit.short, unit.superior)
        return words | words_below(unit.territory, self.level)

    def place(self, field: str) -> Place:
        """Give the place of a fact, by its path as users see it, or of the nearest thing around it."""
        while field and field not in self._places:
            field = field.rpartition(".")[0]
        return self._places.get(field, Place(self.file))

    def has(self, field: str) -> bool:
        """Tell whether the file has a line for what stands at a path, as users see it."""
        return field in self._places

    def line(self, field: str) -> str:
        """Give the line on which a fact is written, without blanks around it; of one marked in a sentence, the mark."""
        place = self.place(field)
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        mark = _MARK.match(line, place.column - 1)
        is_marked = mark and mark["label"].rpartition(".")[2].strip() == field.rpartition(".")[2]
        return mark[0] if mark and is_marked else line.strip()

    def origin(self, field: str) -> str:
        """Give the 来源 that stands beside a fact, or an empty text."""
        return self._origins.get(field, "")

    def is_withheld(self, field: str) -> bool:
        """Tell whether a fact, by its path as users see it, or what it stands in, is for the superior alone."""
        return any(f"{field}.".startswith(f"{dotted(path)}.") for path in self.withheld)

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        return {dotted(path): origin for path, origin in self.origins.items()}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {dotted(path): place for path, place in self.places.items()}
