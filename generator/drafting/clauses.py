"""What a field will print, shown before anybody has filled it in: its topic's template rendered with that field alone."""

from __future__ import annotations

from typing import Any

from generator.drafting import marks
from generator.drafting.context import common, values_of
from generator.drafting.environment import render_template
from generator.drafting.parts import Setting
from generator.drafting.points import points_of
from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.head import Head, Unit
from generator.formulations import library
from generator.resources import Templates
from generator.topics import Field, Topic
from generator.topics.kinds import choose, read, sample
from generator.topics.topic import DUTIES
from generator.yamltext.path import dotted


def setting_of(unit: Unit, year: int | None, templates: Templates) -> Setting:
    """Give what the clauses of a unit's report of that year are written from; without a year, what is of every year."""
    facts = Facts("", Head(unit=unit, year=year), (), TopicFacts(DUTIES, None, (DUTIES,)), {})
    return Setting(facts, templates, common(facts, library(templates)))


def clause_of(field: Field, topic: Topic, setting: Setting, last: TopicFacts | None = None) -> str:
    """Give what a field prints with its example, or with last year's value, without the stop.

    A field that prints nothing by itself is shown with the first other one of its topic that lets it. Nothing is given
    for one that a template does not print. Raises UserError for a template that cannot be rendered.
    """
    alone = _printed(topic, [field], setting, last)
    if alone:
        return alone
    others = [one for one in topic.fields.values() if one is not field]
    return next(filter(None, (_printed(topic, [one, field], setting, last) for one in others)), "")


def _printed(topic: Topic, fields: list[Field], setting: Setting, last: TopicFacts | None) -> str:
    """Give the text of a topic with these fields alone, if the last of them stands in it."""
    path = (topic.part, topic.name)
    facts = _examples(TopicFacts(topic.name, topic, path), fields, last)
    context = {**setting.words, **values_of(facts, topic, None)}
    marked = "".join(one.text for one in points_of(render_template(setting.templates, topic.file, context)))
    if f"{marks.OPEN}{dotted((*path, fields[-1].name))}{marks.MIDDLE}" not in marked:
        return ""
    return marks.unescape(marks.strip_marks(marked)).rstrip("。")


def _examples(facts: TopicFacts, fields: list[Field], last: TopicFacts | None) -> TopicFacts:
    values: dict[str, Any] = {}
    wordings: dict[str, str] = {}
    for one in fields:
        wording, written = choose(sample(one), one)
        before = last.values.get(one.name, EMPTY) if last else EMPTY
        if last is None or before is EMPTY or before is False:
            values[one.name] = read(written, one)
        else:
            values[one.name], wording = before, last.wordings.get(one.name, "")
        if wording:
            wordings[one.name] = wording
    return facts._replace(values=values, wordings=wordings)
