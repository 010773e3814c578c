"""What the templates can say, clause by clause, as shapes with slots: the way back from a report to its facts.

A shape says what a text may mean, not that it does: whoever reads by shapes drafts the facts again and holds the two
texts against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from generator.drafting.context import Setting
from generator.drafting.environment import environment
from generator.drafting.shape_reading import ClauseShape, Slot, TemplateReader
from generator.drafting.shape_texts import Spelled, grouped, spelled
from generator.drafting.zeros import shared_beginning
from generator.facts.head import OpeningFacts
from generator.facts.records import parts_of
from generator.resources import Templates
from generator.topics.topic import Field, Topic, Topics

OPENING, _OPENING = "导语", "导语.md.j2"


class TopicShapes(NamedTuple):
    """All that a topic's template can say: its clauses in their order, and the labels of its points and itself."""

    clauses: tuple[ClauseShape, ...]
    labels: frozenset[str]


def shapes_of(topics: Topics, setting: Setting) -> Mapping[str, TopicShapes]:
    """Take the templates of all topics apart for the unit and year of a setting; what cannot be told is left out."""
    return _shapes(topics, setting.templates, _Words(setting.words))


def shapes_of_opening(setting: Setting) -> tuple[Topic, TopicShapes]:
    """Take the template of 导语 apart, as that of a topic whose fields are its parts."""
    fields = {one.name: Field(one.name, "文字", one.note) for one in parts_of(OpeningFacts).values()}
    topic = Topic(OPENING, OPENING, (), "", lambda: fields, setting.templates.read(_OPENING).text, _OPENING)
    return topic, _of_topic(topic, setting.templates, setting.words)


class _Words(dict[str, Any]):
    """The words of a setting, known by their texts: the choices among them are made anew for every report."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple((key, one) for key, one in sorted(self.items()) if isinstance(one, str)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and hash(self) == hash(other)


@lru_cache(maxsize=8)
def _shapes(topics: Topics, templates: Templates, words: _Words) -> Mapping[str, TopicShapes]:
    return {topic.name: _of_topic(topic, templates, words) for topic in topics}


def _of_topic(topic: Topic, templates: Templates, words: Mapping[str, Any]) -> TopicShapes:
    reader = TemplateReader(topic, words)
    clauses = tuple(reader.clauses(environment(templates).parse(topic.body).body))
    lines = {slot.field: one.number for one in reversed(clauses) for slot in one.slots.values()}
    zeros = (
        ClauseShape(
            topic.name, lines.get(name, 0), grouped("s0", spelled(field.zero)), {"s0": Slot(name, "零")}
        )
        for name, field in topic.fields.items()
        if field.zero
    )
    several = _several_zeros(topic, lines)
    return TopicShapes((*clauses, *zeros, *several), frozenset({*reader.labels, *topic.titles}))


def _several_zeros(topic: Topic, lines: Mapping[str, int]) -> Iterator[ClauseShape]:
    """Give the clauses that tell several fields' 零 at once, in the order of their lines."""
    alike: dict[str, list[Field]] = {}
    for field in sorted(topic.fields.values(), key=lambda one: lines.get(one.name, 0)):
        if field.zero and (beginning := shared_beginning(field.zero)):
            alike.setdefault(beginning, []).append(field)
    for beginning, fields in alike.items():
        names = [re.escape(one.zero.removeprefix(beginning)) for one in fields]
        each = "".join(f"(?:(?P<s{at}>{name})(?:、|$))?" for at, name in enumerate(names))
        said = Spelled(f"(?:全年)?{beginning}{each}", (beginning,))
        slots = {f"s{at}": Slot(one.name, "零") for at, one in enumerate(fields)}
        if len(fields) > 1:
            yield ClauseShape(topic.name, lines.get(fields[0].name, 0), said, slots)
