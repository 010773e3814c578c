"""同比: which figures the file asks to be compared with last year's, and where that cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.facts.facts import Section, TopicFacts
from generator.problems import NOWHERE, Place, Problem
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import DUTIES, MEASURES, Topics
from generator.yamltext.path import Path, dotted

COMPARED = "同比"
_YES, _NO = "是", "否"


def compared_section(section: Section, asked: Mapping[Path, Any]) -> Section:
    """Tell the topics of a section which of their figures are to be compared with last year's."""

    def names(around: Path) -> frozenset[str]:
        return frozenset(str(path[-1]) for path, one in asked.items() if path[:-1] == around and one == _YES)

    def told(topic: TopicFacts) -> TopicFacts:
        own = topic.own._replace(compared=names((*topic.path, OWN_FIGURES)))
        return topic._replace(compared=names(topic.path), own=own)

    return section._replace(topics=tuple(map(told, section.topics)))


def refused_comparisons(
    asked: Mapping[Path, Any], sections: Sequence[Section], topics: Topics, places: Mapping[Path, Place]
) -> Iterator[Problem]:
    """Refuse an answer that is neither 是 nor 否, and 同比 of what is no figure of a topic."""
    if not asked:
        return
    read = [topic for section in sections for topic in section.topics]
    comparable = {path for topic in read for path in _comparable(topic, topics)}
    around = {topic.path for topic in read}
    for path, one in asked.items():
        here = (*path, COMPARED)
        if one not in (_YES, _NO):
            message, fix = "“同比”只填“是”或“否”。", "要写与上年比较的，写“同比: 是”。"
        elif (
            one == _YES
            and path not in comparable
            and (path[0] not in (MEASURES, DUTIES) or any(path[:end] in around for end in range(len(path))))
        ):  # what stands in no topic that was read is told already
            message = f"“{dotted(path)}”写不了同比：只有主题的字段和“其他数据”能与上年比较。"
            fix = "删去“同比: 是”；要写的，照写在自己的话里。"
        else:
            continue
        yield Problem("事实-01", message, fix, places.get(here, NOWHERE), dotted(here))


def _comparable(topic: TopicFacts, topics: Topics) -> Iterator[Path]:
    fields = topic.topic.fields if topic.topic else topics.duty_fields
    yield from ((*topic.path, name) for name in (*fields, *topic.values))
    yield from ((*topic.path, OWN_FIGURES, label) for label in topic.own.figures)
