"""The parts of the report, each as marked Markdown without its own heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.drafting.context import (
    activities,
    other_figures,
    passage_rows,
    record_values,
    totals,
    values_of,
)
from generator.drafting.environment import render_template
from generator.drafting.points import Point, join_points, label_choices, points_of, sections
from generator.drafting.values import gap, marked_text
from generator.facts import Facts, TopicFacts, Words
from generator.facts.facts import OwnWords
from generator.resources import Templates
from generator.topics import Topic, read_topics
from generator.wording import ordinal_section
from generator.yamltext.path import dotted

_OWN_WORDS, _ACTIVITIES, _FIGURES = "做法.md.j2", "活动.md.j2", "其他数据.md.j2"
_OTHER_DUTIES = "其他履职情况"
_MENDED = "上年度问题整改情况"


class Setting(NamedTuple):
    """What every part is written from: the facts, the templates, and the words that all templates share."""

    facts: Facts
    templates: Templates
    words: Mapping[str, Any]


class _Section(NamedTuple):
    heading: str
    points: list[Point]


def write_measures(setting: Setting) -> str:
    """Write 举措成效: a heading for each topic with facts, in the order of the file."""
    last = setting.facts.last
    before = {one.name: one for one in last.measures} if last else {}
    found = [_section(setting, facts, before.get(facts.name)) for facts in setting.facts.measures]
    mended = write_records(setting, "上年整改", record_values(setting.facts.head.mended, "上年整改"))
    if mended:
        found.insert(0, _Section(_MENDED, [Point("", mended)]))
    return _headed(found)


def write_duties(setting: Setting) -> str:
    """Write 第一责任人: a heading for each of its templates with facts; own words go where their label says."""
    facts = setting.facts.duties
    last = setting.facts.last
    found = []
    words = [*facts.own.measures, *facts.own.highlights]
    for topic in read_topics(setting.templates).duties.values():
        labels = {topic.name, *topic.titles}
        mine = _unlabelled(one for one in words if one.label in labels)
        words = [one for one in words if one.label not in labels]
        part = facts._replace(name=topic.name, topic=topic, own=OwnWords(highlights=mine))
        found.append(_section(setting, part, last.duties if last else None))
    for label in dict.fromkeys(one.label for one in words):
        rest = _unlabelled(one for one in words if one.label == label)
        part = TopicFacts(label or _OTHER_DUTIES, None, rest[0].path, own=OwnWords(measures=rest))
        found.append(_section(setting, part))
    bare = OwnWords(activities=facts.own.activities, figures=facts.own.figures)
    found.append(_section(setting, TopicFacts(_OTHER_DUTIES, None, facts.path, own=bare)))
    return _headed(found)


def write_records(setting: Setting, name: str, rows: list[dict[str, Any]]) -> str:
    """Write a part that is a list of records (不足 计划 上年整改)."""
    if not rows:
        return ""
    return sections(
        points_of(render_template(setting.templates, f"{name}.md.j2", {**setting.words, name: rows}))
    )


def asked_after(text: str, name: str) -> str:
    """Give the part, or what stands in a draft for a part that is not there yet."""
    return text or str(gap(name, name))


def _unlabelled(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(one._replace(label="") for one in words)


def _section(setting: Setting, facts: TopicFacts, before: TopicFacts | None = None) -> _Section:
    pieces = [
        render_template(setting.templates, name, {**setting.words, **more})
        for name, more in _pieces(setting, facts, before)
    ]
    points = points_of("".join(pieces)) if pieces else []
    return _Section(_heading(facts, setting) if points else "", points)


def _pieces(
    setting: Setting, facts: TopicFacts, before: TopicFacts | None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give the templates of one topic in their order, each with what it prints: only those with facts are there.

    A template of the user's own is there in any case. `before` are last year's facts of the same topic.
    """
    own, topic = facts.own, facts.topic
    if own.measures:
        yield _OWN_WORDS, {"做法": passage_rows(_under_chosen(own.measures, topic, setting))}
    if topic and (topic.own or not topic.fields.keys().isdisjoint(facts.values)):
        yield topic.file, values_of(facts, topic, before)
    if own.activities:
        rows = activities(own.activities)
        yield _ACTIVITIES, {"活动": rows, "合计": totals(rows)}
    if own.figures:
        yield _FIGURES, {"其他数据": other_figures(facts)}
    if own.highlights:
        yield _OWN_WORDS, {"做法": passage_rows(_under_chosen(own.highlights, topic, setting))}


def _under_chosen(passages: tuple[Words, ...], topic: Topic | None, setting: Setting) -> list[Words]:
    """Put own words whose label is one of a point's wordings under the wording chosen for this unit."""
    if topic is None or not any(one.label for one in passages):
        return list(passages)
    chosen: dict[str, str] = {}
    for options in label_choices(topic.body):
        label = setting.words["选"](*(one.text for one in options if one.fits(setting.facts.year)))
        chosen |= {one.text: label for one in options if label}
    return [one._replace(label=chosen.get(one.label, one.label)) for one in passages]


def _heading(facts: TopicFacts, setting: Setting) -> str:
    if facts.heading:
        return marked_text(facts.heading, dotted((*facts.path, "标题")))
    if facts.topic is None:
        return marked_text(facts.name, dotted(facts.path))
    return str(setting.words["选"](*facts.topic.titles_in(setting.facts.year)))


def _headed(found: Iterable[_Section]) -> str:
    """Give headings with numbers; one section alone needs none and stands as a paragraph."""
    found = [one for one in found if one.points]
    if len(found) == 1:
        return join_points(found[0].points)
    return "\n\n".join(
        f"### {ordinal_section(number)}{one.heading}\n\n{join_points(one.points)}"
        for number, one in enumerate(found, start=1)
    )
