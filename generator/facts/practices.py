"""Practices with names of their own: a unit has as many 特色做法 as it wants, each known by its name.

One is written under 特色做法 with its 做法名称, or under its name as a topic is: 板凳说事: {开展场次: 49场}.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.facts.facts import Section, TopicFacts
from generator.near import nearest_name
from generator.topics.loading import OWN_WORDS
from generator.topics.topic import Topic


def practice_topic(name: str, data: Any, topics: Mapping[str, Topic]) -> Topic | None:
    """Give the topic of named practices whose fields are all that stands under a name; None for its own misspelt."""
    if not isinstance(data, dict):
        return None
    fields = [key for key in data if key not in OWN_WORDS]
    named = (one for one in topics.values() if one.named_by and not nearest_name(name, [one.name]))
    return next((one for one in named if fields and all(key in one.fields for key in fields)), None)


def practice_name(topic: TopicFacts) -> str:
    """Give the name of the practice that a topic tells of, an empty text where it is of none or has none."""
    name = topic.values.get(topic.topic.named_by) if topic.topic else None
    return name if isinstance(name, str) else ""


def with_names(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Give the sections with each practice after the first known by its own name: its facts are none of the first's.

    One that has no name, or the name of the first or of another topic of the file, is known as its topic is.
    """
    sections = tuple(sections)
    taken = {one.name for section in sections for one in section.topics}
    first: dict[str, str] = {}

    def known(one: TopicFacts) -> TopicFacts:
        name = practice_name(one)
        if not name or not one.topic or one.name != one.topic.name:
            return one
        if first.setdefault(one.name, name) == name or name in taken:
            return one
        taken.add(name)
        return one._replace(name=name)

    return tuple(one._replace(topics=tuple([known(topic) for topic in one.topics])) for one in sections)
