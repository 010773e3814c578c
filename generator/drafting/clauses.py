"""What a field will print, shown before anybody has filled it in: its topic's template rendered with that field alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.drafting import marks
from generator.drafting.context import common, values_of
from generator.drafting.environment import render_template
from generator.drafting.parts import Setting
from generator.drafting.points import points_of
from generator.facts import Facts, TopicFacts
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


def clause_of(field: Field, topic: Topic, setting: Setting) -> str:
    """Give what a field prints with its example, without the stop.

    A field that prints nothing by itself is shown with the first other one of its topic that lets it. Nothing is given
    for one that a template does not print. Raises UserError for a template that cannot be rendered.
    """
    alone = _printed(topic, [field], setting)
    if alone:
        return alone
    pairs = (_printed(topic, [other, field], setting) for other in topic.fields.values() if other is not field)
    return next(filter(None, pairs), "")


def _printed(topic: Topic, fields: list[Field], setting: Setting) -> str:
    """Give the text of a topic with these fields' examples, if the last of them stands in it."""
    path = (topic.part, topic.name)
    wordings, values = _examples(fields)
    facts = TopicFacts(topic.name, topic, path, values, wordings=wordings)
    context = {**setting.words, **values_of(facts, topic, None)}
    marked = "".join(one.text for one in points_of(render_template(setting.templates, topic.file, context)))
    if f"{marks.OPEN}{dotted((*path, fields[-1].name))}{marks.MIDDLE}" not in marked:
        return ""
    return marks.unescape(marks.strip_marks(marked)).rstrip("。")


def _examples(fields: list[Field]) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    chosen = {one.name: choose(sample(one), one) for one in fields}
    values = {one.name: read(chosen[one.name][1], one) for one in fields}
    return {name: wording for name, (wording, _) in chosen.items() if wording}, values
