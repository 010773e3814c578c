"""What a facts file says, leaf by leaf: the path as users see it, and the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.records import Record, parts_of
from generator.numbers.quantity import Quantity
from generator.yamltext.path import Path, dotted


def leaves(facts: Facts) -> dict[str, str]:
    """Give every text of the facts by its path, figures as they were written."""
    texts = dict(_walk(facts.head, ()))
    for topic in facts.reported:
        texts.update(_topic(topic))
    for section in facts.sections:
        texts |= {dotted(words.path): str(words.text) for words in section.lead}
    return texts


def figures_of(facts: Facts) -> dict[tuple[str, str], Quantity]:
    """Give every typed figure of the facts by its topic and field, by which it is known from year to year."""
    fields = {
        (topic.name, name): value
        for topic in facts.reported
        for name, value in topic.values.items()
        if isinstance(value, Quantity)
    }
    marked = {
        (topic.name, label): one.value
        for topic in facts.reported
        for label, one in topic.marked.items()
        if isinstance(one.value, Quantity)
    }
    return {**fields, **marked}


def _topic(topic: TopicFacts) -> Iterator[tuple[str, str]]:
    for name, value in topic.values.items():
        if value is not EMPTY:
            yield from _walk(value, (*topic.path, name))
    for words in topic.passages:
        yield dotted(words.path), words.text
    for one in topic.marked.values():
        if one.value is not EMPTY:
            yield dotted(one.path), str(one.value)
    for index, record in enumerate(topic.own.activities):
        yield from _walk(dict(record), (*topic.path, "活动", index))
    for name, value in topic.own.figures.items():
        yield from _walk(value, (*topic.path, "其他数据", name))


def _walk(value: Any, path: Path) -> Iterator[tuple[str, str]]:
    if isinstance(value, Record):
        for attribute, part in parts_of(type(value)).items():
            yield from _walk(getattr(value, attribute), (*path, part.name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _walk(one, (*path, key))
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _walk(one, (*path, index))
    elif value not in (None, "", True, False):
        yield dotted(path), str(value)
