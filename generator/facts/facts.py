"""Facts: what one unit did in one year, read and typed; nothing here makes text for the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.facts.head import Head
from generator.facts.levels import level_of, words_for
from generator.facts.territory import words_below
from generator.problems import Place, Problem
from generator.topics.topic import Topic
from generator.yamltext.path import Path, dotted


class Empty:
    """空: the key is in the file, its value is not there yet and is asked after."""

    def __repr__(self) -> str:
        """Show as 空."""
        return "空"


EMPTY = Empty()


class Words(NamedTuple):
    """A passage in the clerk's own words, under the label of a point or under none; a label may wait for its text."""

    text: str
    path: Path
    label: str = ""


class OwnWords(NamedTuple):
    """What every topic takes besides its fields: 做法 亮点 活动 其他数据."""

    measures: tuple[Words, ...] = ()
    highlights: tuple[Words, ...] = ()
    activities: tuple[Mapping[str, Any], ...] = ()
    figures: Mapping[str, Any] = MappingProxyType({})


NO_WORDS = OwnWords()
"""A topic without any."""


class TopicFacts(NamedTuple):
    """What the unit reports under one topic; `topic` is None for one of the clerk's own.

    `values` holds, by field name, what `topics.kinds.read` gives, or EMPTY; `wordings` the 说法 that
    the clerk wrote with some of them; `compared` are the fields whose 同比 the file asks for.
    """

    name: str
    topic: Topic | None
    path: Path
    values: Mapping[str, Any] = MappingProxyType({})
    own: OwnWords = NO_WORDS
    heading: str = ""
    wordings: Mapping[str, str] = MappingProxyType({})
    compared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facts:
    """One facts file, read.

    `gaps` are the problems that a draft may have and a final report may not, `warnings` slips that change nothing for
    certain, `lines` the file as it was written.
    """

    file: str
    head: Head
    measures: tuple[TopicFacts, ...]
    duties: TopicFacts
    places: Mapping[Path, Place]
    origins: Mapping[Path, str] = field(default_factory=dict)
    gaps: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    last: Facts | None = None

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

    def line(self, field: str) -> str:
        """Give the line on which a fact is written, without blanks around it."""
        number = self.place(field).line
        return self.lines[number - 1].strip() if 0 < number <= len(self.lines) else ""

    def origin(self, field: str) -> str:
        """Give the 来源 that stands beside a fact, or an empty text."""
        return self._origins.get(field, "")

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        return {dotted(path): origin for path, origin in self.origins.items()}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {dotted(path): place for path, place in self.places.items()}
