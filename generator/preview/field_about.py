"""What is said of a field wherever the page asks for it: its unit, what it means, what it prints, what others gave."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.drafting.clauses import Reporter, usual_clause
from generator.forms.cards import read_cards
from generator.forms.lines import leading_to
from generator.forms.schema import describe_facts, tell_wordings
from generator.resources import Templates
from generator.topics import Field, Topic, read_topics
from generator.topics.kinds import sample
from generator.topics.topic import DUTIES

_MOST_GIVEN = 3
"""So many figures of real units are shown beside a field."""


class FieldAbout(NamedTuple):
    """What is said of a field: `unit` in a word or two, `note` in a sentence, `prints` an example with its clause.

    `given` are figures of real units with their names; `choices` is what may be chosen, of 是否 only.
    """

    unit: str
    note: str
    prints: str
    given: str
    choices: tuple[str, ...] = ()


@lru_cache(maxsize=4000)
def about_field(name: str, topic: str, reporter: Reporter, templates: Templates) -> FieldAbout:
    """Say what there is to say of a field of a topic, or of 第一责任人, for a report.

    Raises KeyError where the topic has no such field, UserError for a template that cannot be rendered.
    """
    owner = topic_of(name, topic, templates)
    field = owner.fields[name]
    return FieldAbout(
        describe_facts(field) if field.kind != "是否" else "是或否",
        "。".join([field.note, *tell_wordings(field)]),
        leading_to(sample(field, reporter.year), usual_clause(name, owner, reporter, templates)),
        _reported_under(topic).get(name, ""),
        _choices(field),
    )


def topic_of(name: str, topic: str, templates: Templates) -> Topic:
    """Give the topic that declares a field: of one of 第一责任人 the duty that has it; raises KeyError."""
    topics = read_topics(templates)
    if topic != DUTIES:
        return topics.measures[topic]
    for duty in topics.duties.values():
        if name in duty.fields:
            return duty
    raise KeyError(name)


def _choices(field: Field) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("是", *field.wordings, "否"))) if field.kind == "是否" else ()


@lru_cache(maxsize=200)
def _reported_under(topic: str) -> Mapping[str, str]:
    """Give what the reports of seeds/ gave under a topic, by field."""
    given: dict[str, list[str]] = {}
    for card in read_cards():
        for figure in (*card.figures, *card.spelt):
            if figure.topic == topic and figure.field:
                given.setdefault(figure.field, []).append(f"{figure.correct}（{card.label}）")
    return {field: "、".join(figures[:_MOST_GIVEN]) for field, figures in given.items()}
