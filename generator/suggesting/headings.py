"""Where a topic goes that a facts file has not yet: under the heading of its group, if the file has that heading."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts import Facts
from generator.facts.facts import Section
from generator.near import nearest_name
from generator.topics.grouping import TopicGroup
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path


def place_of_topic(name: str, facts: Facts, groups: Sequence[TopicGroup]) -> Path:
    """Give the path of a new topic: under the heading of the file that is called as 大节.yaml calls its group.

    Else under one that holds most topics of the group, else under one that is called nearly so; else by itself.
    """
    group = next((one for one in groups if name in one.topics), None)
    sections = [one for one in facts.sections if one.heading and one.topics]
    if group is None or not sections:
        return (MEASURES, name)
    called = [one.text for one in group.headings]
    shared = [(_shared(one, group), one) for one in sections]
    most = max(count for count, _ in shared)
    near = {nearest_name(one, [section.heading for section in sections]) for one in called}
    section = (
        next((one for one in sections if one.heading in called), None)
        or next((one for count, one in shared if count == most > 0), None)
        or next((one for one in sections if one.heading in near), None)
    )
    return (*section.path, name) if section else (MEASURES, name)


def _shared(section: Section, group: TopicGroup) -> int:
    return len({topic.name for topic in section.topics} & set(group.topics))
