"""One topic's section, written from chosen fields alone: what the tests of the templates look at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import Any

from generator.drafting import marks
from generator.drafting.context import basis_of, common, values_of
from generator.drafting.environment import render_template
from generator.drafting.paragraphs import write_paragraphs
from generator.drafting.points import points_of
from generator.facts import TopicFacts
from generator.facts.loading import facts_from
from generator.formulations import library
from generator.resources import Templates
from generator.topics import Topic, read_topics
from generator.topics.kinds import read, sample
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source

TEMPLATES = Templates()
TOPICS = tuple(read_topics(TEMPLATES))
WORDINGS = 3
_CODE = re.compile(r"\{[{%].*?[%}]\}")
_TEXT = re.compile(r'"[^"]*"')
_NAME = re.compile(r"\w+")
_UNITS = {
    "镇": "{名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇, 上级: 清河县}",
    "街道": "{名称: 云岭街道办事处, 简称: 云岭街道, 级别: 街道, 上级: 清河区}",
    "县区": "{名称: 清河区人民政府, 简称: 清河区, 级别: 县区, 上级: 南江市}",
    "部门": "{名称: 清河区教育局, 简称: 区教育局, 级别: 部门, 上级: 清河区}",
}


@dataclass(frozen=True)
class Section:
    """A paragraph as a reader sees it, which fields stand in it how often, and the same with its marks."""

    text: str
    printed: Mapping[str, int]
    marked: str


@lru_cache
def _words(level: str, year: int) -> dict[str, Any]:
    source = f"年度: {year}\n单位: {_UNITS[level]}\n"
    facts = facts_from(read_source(source.encode(), "云岭.yaml"), "云岭.yaml", TEMPLATES)
    return common(basis_of(facts, library(TEMPLATES)))


def samples(topic: Topic) -> dict[str, Any]:
    """Give every field of a topic its sample, read."""
    return {name: read(sample(field), field) for name, field in topic.fields.items()}


def section(  # noqa: PLR0913, PLR0917 -- what a test may vary
    topic: Topic,
    values: Mapping[str, Any],
    wording: int = 0,
    level: str = "镇",
    before: Mapping[str, Any] | None = None,
    chosen: Mapping[str, str] = MappingProxyType({}),
    year: int = 2024,
) -> Section:
    """Write a topic from these values alone, always taking the same one of the wordings that 选 offers.

    `before` holds last year's values, `chosen` the 说法 that the clerk chose for some.
    """
    path = (topic.part, topic.name)
    words = {**_words(level, year), **dict.fromkeys(("选", "轮"), lambda *options: _one(options, wording))}
    last = TopicFacts(topic.name, topic, path, before) if before is not None else None
    fields = values_of(TopicFacts(topic.name, topic, path, values, wordings=chosen), topic, last)
    points = points_of(render_template(TEMPLATES, topic.file, {**words, **fields}))
    marked = write_paragraphs(points)
    printed = {name: marked.count(f"{marks.OPEN}{dotted((*path, name))}{marks.MIDDLE}") for name in values}
    return Section(marks.unescape(marks.strip_marks(marked)), printed, marked)


def _one(options: tuple[Any, ...], wording: int) -> Any:
    texts = [one for one in options if isinstance(one, str)]
    return texts[wording % len(texts)] if texts else options[0]


def together(topic: Topic) -> list[tuple[str, str]]:
    """Give the pairs of fields that one sentence can hold: only they can depend on each other."""
    pairs = set()
    for block in topic.body.split("{% 分句 %}"):
        code = "".join(_CODE.findall(block))
        names = set(_NAME.findall(_TEXT.sub("", code)))
        pairs |= set(combinations([name for name in topic.fields if name in names], 2))
    return sorted(pairs)
