"""Where own words may mark facts: every text of a topic and of the head that the clerk writes himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.facts.facts import TopicFacts, Words
from generator.facts.head import Head
from generator.facts.records import Record, parts_of
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import Path

MARKABLE = frozenset({"导语", "上年整改", "不足", "计划", "其他情况"})
"""The parts besides the topics whose texts may mark facts."""

Change = Callable[[str, Path], str]
"""What is made of an own text at its path."""


def words_with(words: tuple[Words, ...], change: Change) -> tuple[Words, ...]:
    """Give passages with another text for each."""
    return tuple([one._replace(text=change(one.text, one.path)) for one in words])


def _with(words: Words | None, change: Change) -> Words | None:
    return words and words._replace(text=change(words.text, words.path))


def topic_with(part: TopicFacts, change: Change) -> TopicFacts:
    """Give a topic with another text for each passage in own words."""
    own = part.own
    return part._replace(
        own=own._replace(
            measures=words_with(own.measures, change),
            highlights=words_with(own.highlights, change),
            cause=_with(own.cause, change),
            effect=_with(own.effect, change),
        ),
        sentences=words_with(part.sentences, change),
    )


def texts_without_marks(part: TopicFacts) -> Iterator[tuple[str, Path]]:
    """Give the texts of a topic in which no mark is read: its heading, text fields, what is said of activities."""
    yield part.heading, (*part.path, "标题")
    records: list[tuple[Path, Mapping[str, Any]]] = [
        (part.path, part.values),
        ((*part.path, OWN_FIGURES), part.own.figures),
        *((one["路径"], one) for one in part.own.activities),
    ]
    for path, values in records:
        yield from ((one, (*path, name)) for name, one in values.items() if isinstance(one, str))


def head_with(head: Head, change: Change) -> Head:
    """Give the head with another text for each of those that may mark facts."""
    changed = {
        attribute: _changed(getattr(head, attribute), (part.name,), change)
        for attribute, part in parts_of(Head).items()
        if part.name in MARKABLE
    }
    return replace(head, **changed)


def _changed(value: Any, path: Path, change: Change) -> Any:
    if isinstance(value, str):
        return change(value, path)
    if isinstance(value, tuple):
        return tuple(_changed(one, (*path, number), change) for number, one in enumerate(value))
    if isinstance(value, Record):
        changed = {
            attribute: _changed(getattr(value, attribute), (*path, part.name), change)
            for attribute, part in parts_of(type(value)).items()
        }
        return replace(value, **changed)
    return value
