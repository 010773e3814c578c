"""Every field there is, found by a word of its name, of what it means or of its topic, and where it would stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.facts.headings import stands_over_topics
from generator.preview.field_about import about_field
from generator.preview.form_entries import as_typed
from generator.preview.form_model import FormMaterial
from generator.topics import Field, Topic
from generator.topics.grouping import read_grouping
from generator.topics.topic import DUTIES, MEASURES, worded
from generator.wording import seed_of, variant
from generator.yamltext.path import Path

_MOST = 30


class FoundField(NamedTuple):
    """A field that a search found: `value` is what is written, None where its key is not in the file.

    `prints` is an example with what the report says of it.
    """

    topic: str
    field: str
    unit: str
    note: str
    value: str | None
    prints: str = ""

    @property
    def key(self) -> str:
        """Its identity, as the form calls its entry."""
        return f"{self.topic}.{self.field}"


def search_fields(material: FormMaterial, query: str) -> tuple[FoundField, ...]:
    """Give the fields that fit a query best, those called so first, then those that mean it; none for an empty one."""
    words = query.split()
    if not words:
        return ()
    ranked = [
        (rank, field.name not in written, number, topic, field)
        for number, (topic, field, written) in enumerate(_fields(material))
        if (rank := _rank(words, topic, field)) is not None
    ]
    ranked.sort(key=lambda one: one[:3])
    return tuple(_found(material, topic, field) for *_, topic, field in ranked[:_MOST])


def heading_for(topic: Topic, material: FormMaterial) -> tuple[str, ...]:
    """Give the heading under which a topic would stand: one of the file's with topics of its group, else a new one."""
    data = material.at((MEASURES,))
    content = data if isinstance(data, dict) else {}
    known = material.topics.measures
    for group in read_grouping(material.templates):
        if topic.name not in group.topics:
            continue
        title = variant(
            worded(group.headings, material.facts.year),
            seed_of(material.facts.name, material.facts.year or 0),
        )
        for name, one in content.items():
            if stands_over_topics(name, one, known) and (
                name == title or any(each in one for each in group.topics)
            ):
                return (str(name),)
        return (title,)
    return ()


def topic_path(material: FormMaterial, name: str) -> Path:
    """Give where a topic stands, or would stand, of 第一责任人 that itself; raises KeyError where there is none."""
    if name == DUTIES:
        return (DUTIES,)
    written = material.facts.topics.get(name)
    if written:
        return written.path
    return (MEASURES, *heading_for(material.topics.measures[name], material), name)


def field_path(material: FormMaterial, topic: str, name: str) -> Path:
    """Give where a field stands, or would stand; raises KeyError where there is none."""
    fields = material.topics.duty_fields if topic == DUTIES else material.topics.measures[topic].fields
    field = fields[name]
    written = material.facts.topics.get(topic)
    if written and name in written.values:
        return written.path_of(field.name)
    return (*topic_path(material, topic), field.name)


def _fields(material: FormMaterial) -> Iterator[tuple[Topic, Field, set[str]]]:
    level, year = material.facts.level, material.facts.year
    for topic in material.topics:
        home = DUTIES if topic.part == DUTIES else topic.name
        written = {*material.facts.topics[home].values} if home in material.facts.topics else set()
        for field in topic.fields.values():
            if field.name in written or (topic.suits(level, year) and field.suits(level, year)):
                yield topic, field, written


def _rank(words: list[str], topic: Topic, field: Field) -> int | None:
    """Tell how well a field fits: 0 where it is called so; None where one of the words is nowhere."""
    ranks = [
        next((rank for rank, text in enumerate(_texts(topic, field)) if word in text), None) for word in words
    ]
    known = [one for one in ranks if one is not None]
    if len(known) < len(ranks):
        return None
    return max(known) * 2 + (words != [field.name])


def _texts(topic: Topic, field: Field) -> tuple[str, ...]:
    return field.name, "、".join(field.aliases), topic.name, field.note, topic.note


def _found(material: FormMaterial, topic: Topic, field: Field) -> FoundField:
    home = DUTIES if topic.part == DUTIES else topic.name
    written = material.facts.topics.get(home)
    path = written.path_of(field.name) if written else (MEASURES, home, field.name)
    content = material.at(path)
    marked = written.values.get(field.name) if written and content is None else None
    value = as_typed(content) if content is not None else None if marked is None else str(marked)
    about = about_field(field.name, home, material.reporter, material.templates)
    return FoundField(home, field.name, about.unit, field.note, value, about.prints)
