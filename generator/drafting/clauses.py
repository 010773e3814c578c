"""What a field will print, shown before it is filled in: its topic's template rendered with that field alone."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from generator.drafting import marks
from generator.drafting.choices import choices
from generator.drafting.context import Setting, setting_for, unit_name, values_of
from generator.drafting.environment import render_template
from generator.drafting.points import points_of
from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.head import Head, Unit
from generator.formulations import library
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import Field, Topic
from generator.topics.kinds import MisreadError, choose, read, sample
from generator.yamltext.path import dotted


class Reporter(NamedTuple):
    """Who reports, on which year, and up to which day of it; without a year, what is of every year."""

    unit: Unit
    year: int | None = None
    until: date | None = None


def reporter_of(facts: Facts) -> Reporter:
    """Give who reports, without what matters to no clause."""
    unit = facts.head.unit
    named = Unit(unit.names, unit.short, unit.level, unit.superior, unit.territory)
    return Reporter(named, facts.year, facts.head.until)


def setting_of(unit: Unit, year: int | None, templates: Templates) -> Setting:
    """Give what the clauses of a unit's report of a whole year are written from; without one, what is of every year."""
    return _setting(Reporter(unit, year), templates)


@lru_cache(maxsize=64)
def _setting(reporter: Reporter, templates: Templates) -> Setting:
    head = Head(unit=reporter.unit, year=reporter.year, as_of=reporter.until)
    return setting_for(Facts("", head, (), (), {}), templates, library(templates))


@lru_cache(maxsize=4096)
def usual_clause(name: str, topic: Topic, reporter: Reporter, templates: Templates) -> str:
    """Give what a field of a topic prints with its example in a report; raises as `clause_of`."""
    return clause_of(topic.fields[name], topic, _setting(reporter, templates))


def clause_of(field: Field, topic: Topic, setting: Setting, last: TopicFacts | None = None) -> str:
    """Give what a field prints with its example, or with last year's value, without the stop.

    A field that prints nothing by itself is shown with the first other one of its topic that lets it. Nothing is given
    for one that its template does not print. Raises UserError for a template that cannot be rendered, or an example
    that does not fit its field.
    """
    alone = _printed(topic, [field], setting, last)
    if alone:
        return alone
    others = [one for one in topic.fields.values() if one is not field and one.years.hold(setting.facts.year)]
    return next(filter(None, (_printed(topic, [one, field], setting, last) for one in others)), "")


def _printed(topic: Topic, fields: list[Field], setting: Setting, last: TopicFacts | None) -> str:
    """Give the text of a topic with these fields alone, if the last of them stands in it."""
    path = (topic.part, topic.name)
    facts = _examples(TopicFacts(topic.name, topic, path), fields, last, setting.facts.year)
    fresh = choices(
        unit_name(setting.facts), setting.facts.year
    )  # what was shown before does not turn the words
    context = {**setting.words, **fresh, **values_of(facts, topic, None)}
    marked = "".join(one.text for one in points_of(render_template(setting.templates, topic.file, context)))
    if f"{marks.OPEN}{dotted((*path, fields[-1].name))}{marks.MIDDLE}" not in marked:
        return ""
    return marks.unescape(marks.strip_marks(marked)).rstrip("。")


def _example(field: Field, facts: TopicFacts, year: int | None) -> tuple[str, Any]:
    wording, written = choose(sample(field, year), field)
    try:
        return wording, read(written, field)
    except MisreadError as error:
        where = f"模板“{facts.topic.file if facts.topic else facts.name}”"
        raise UserError(
            f"{where}里的例不合它的字段：{error.message}。", f"请改正模板。{error.fix}"
        ) from error


def _examples(
    facts: TopicFacts, fields: list[Field], last: TopicFacts | None, year: int | None
) -> TopicFacts:
    values: dict[str, Any] = {}
    wordings: dict[str, str] = {}
    for one in fields:
        before = last.values.get(one.name, EMPTY) if last else EMPTY
        if last is None or before is EMPTY or before is False:
            wording, values[one.name] = _example(one, facts, year)
        else:
            wording, values[one.name] = last.wordings.get(one.name, ""), before
        if wording:
            wordings[one.name] = wording
    return facts._replace(values=values, wordings=wordings)
