"""What a new facts file is asked for: unit, year, level, last year's facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from generator.drafting.clauses import setting_of
from generator.drafting.context import Setting
from generator.facts import Facts
from generator.facts.head import Unit
from generator.facts.levels import level_of
from generator.facts.notice import CountyNotice
from generator.facts.records import Record
from generator.facts.required import Requirement, requirements_of
from generator.forms.carried import marked_in_words
from generator.forms.last_year import doubts_left
from generator.forms.moved import YearTurn
from generator.forms.records import written_parts
from generator.formulations import library
from generator.resources import Templates
from generator.topics import Topics, read_topics
from generator.topics.topic import DUTIES, Topic
from generator.yamltext.path import Path

_ENDINGS = {"街道": "办事处", "镇": "人民政府", "乡": "人民政府", "民族乡": "人民政府", "县区": "人民政府"}

Kept = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """What a new facts file is for; `last` holds the facts of the year before, `full` asks for every field.

    `last_path` is where last year's file lies, and `notice_path` the superior's notice, as the new file will name
    them; `notice` is what that asks for.
    """

    name: str
    year: int
    level: str | None = None
    full: bool = False
    last: Facts | None = None
    last_path: FilePath | None = None
    templates: Templates = field(default_factory=Templates)
    notice: CountyNotice | None = None
    notice_path: FilePath | None = None

    @cached_property
    def topics(self) -> Topics:
        """The topics that can be reported; what the notice asks for by name is usual for this file."""
        known = read_topics(self.templates)
        if not self.required:
            return known
        measures = {name: self._asked_for(one) for name, one in known.measures.items()}
        duties = {name: self._asked_for(one, DUTIES) for name, one in known.duties.items()}
        return Topics(measures, duties)

    @cached_property
    def required(self) -> frozenset[Requirement]:
        """What the notice asks for by name."""
        written = self.notice.required if self.notice else ()
        return frozenset(requirements_of(written, read_topics(self.templates)))

    def requires(self, topic: Topic, field: str = "") -> bool:
        """Tell whether the notice asks for a field by name, or for anything of a topic."""
        home = DUTIES if topic.part == DUTIES else topic.name
        return any(one.topic == home and (not field or one.field in ("", field)) for one in self.required)

    def _asked_for(self, topic: Topic, home: str = "") -> Topic:
        asked = {one.field for one in self.required if one.topic == (home or topic.name)}
        fields = {
            name: one._replace(usual=True) if name in asked else one for name, one in topic.fields.items()
        }
        usual = topic.usual or bool(asked and not home)
        return replace(topic, read_fields=lambda: fields, usual=usual) if asked else topic

    @property
    def short(self) -> str:
        """What the unit calls itself in its report."""
        if self.last and not self.name:
            return self.last.name
        return self.name.removesuffix("办事处").removesuffix("人民政府") or self.name

    @property
    def known_level(self) -> str | None:
        """The level as given, else as last year's facts or the name tell."""
        return self.level or (self.last.level if self.last and not self.name else level_of(self.name))

    @cached_property
    def setting(self) -> Setting:
        """What the clauses that the unit's fields will print are written from."""
        before = self.last.head.unit if self.last else Unit()
        territory = before.territory if not self.name else Unit().territory
        named = Unit((self.name or self.short,), self.short, self.known_level, before.superior, territory)
        return setting_of(named, self.year, self.templates)

    @cached_property
    def years(self) -> YearTurn:
        """From which year to which last year's words are moved on."""
        before = self.last.year if self.last else None
        withheld = self.last.withheld if self.last else frozenset()
        doubts = doubts_left(self.last) if self.last else {}
        return YearTurn(before or self.year - 1, self.year, library(self.templates), withheld, doubts)

    @cached_property
    def asked_in_words(self) -> frozenset[Path]:
        """The paths of last year's facts that a sentence of the new file asks for."""
        return marked_in_words(self.last) if self.last else frozenset()

    def unit(self) -> Kept:
        """Give what is known of 单位, by its keys; a name that was asked for goes before last year's."""
        stays = {"上级"} if self.name else {"名称", "简称", "上级", "辖区", "人口"}
        kept = self.kept(self.last.head.unit if self.last else None, stays)
        level = self.known_level or ""
        ending = _ENDINGS.get(level, "")
        fresh: Kept = {"名称": self.short + ending, "简称": self.short, "级别": level}
        return {**fresh, **kept}

    @staticmethod
    def kept(before: Record | None, stays: Collection[str]) -> Kept:
        """Give those values of one of last year's records that stay, by their keys."""
        if before is None:
            return {}
        return {key: one for key, one in written_parts(before).items() if key in stays}
