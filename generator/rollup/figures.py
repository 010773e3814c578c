"""The figures of one unit, each with the line on which it stands: fields, marks of own sentences, own labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.facts import EMPTY, Facts, TopicFacts, reading_with_last
from generator.facts.books import typed_figure
from generator.facts.days import last_day
from generator.facts.earlier import figure_ends_on
from generator.facts.head import Shortcoming
from generator.facts.loading import Reading, readable_facts
from generator.facts.marked import OwnText
from generator.files import read_bytes
from generator.numbers.quantity import Quantity
from generator.problems import FactsError, Level, Problem, UserError
from generator.resources import Templates
from generator.rollup.wrong import WrongFigures, wrong_figures
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import Path as FieldPath
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source

ACTIVITIES = "活动"
COUNTY = "县区"


class CountedFigure(NamedTuple):
    """One figure: its topic, its field or own label, the value, the 说法 written with it, its line; `own` is no field.

    The value is None where the file asks after it (空); `withheld` is for the superior alone (公开: 否); `wrong` is
    why the rules find that it does not hold: then it is in no total; `sentence` is the own one that marks it. It ends
    on the day `until`, None for the year's last.
    """

    topic: str
    field: str
    value: Quantity | None
    wording: str
    line: int
    own: bool = False
    withheld: bool = False
    wrong: str = ""
    sentence: str = ""
    until: date | None = None


class UnitFigures(NamedTuple):
    """What one facts file gives to the totals; without a name or a year it gives nothing.

    Its figures end on the day `until`, None for the year's last, but for those that tell another themselves.
    """

    path: Path
    unit: str = ""
    year: int = 0
    level: str | None = None
    superior: str = ""
    figures: tuple[CountedFigure, ...] = ()
    shortcomings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    until: date | None = None


def read_figures(path: Path, templates: Templates) -> UnitFigures:
    """Read the figures of one facts file; what is wrong in it is among the problems, each by the path of the file.

    Last year's file, on which no figure of this year rests, is read only where something is wrong without it: a
    sentence may print a comparison.
    """
    try:
        reading = _read(path, templates)
    except FactsError as error:
        return UnitFigures(path, problems=_by_path(error.problems, path))
    except UserError as error:
        return figures_not_read(path, error)
    facts = reading.facts
    of_county = reading.facts.level == COUNTY
    wrong = WrongFigures((), {}) if of_county else wrong_figures(path, reading, templates)
    problems = list(_by_path((*reading.problems, *wrong.problems), path))
    name = facts.name or (COUNTY if facts.level == COUNTY else "")  # as our own, before it is filled in
    if not (name and facts.year):
        problems.append(_unknown(facts, path))
        return UnitFigures(path, problems=tuple(problems))
    return UnitFigures(
        path,
        name,
        facts.year,
        facts.level,
        facts.head.unit.superior,
        tuple(_figures(facts, wrong.reasons)),
        tuple(filter(None, map(_called, facts.head.shortcomings))),
        tuple(problems),
        last_day(facts.head.until),
    )


def _called(one: Shortcoming) -> str:
    """Say what a shortcoming is: its name, else the first sentence of its own words, else what it is chosen by."""
    own = one.body[0].partition("。")[0] if one.body else ""
    return one.problem or own or one.chosen


def figures_not_read(path: Path, error: UserError) -> UnitFigures:
    """Give what a file that cannot be read gives to the totals: why it cannot."""
    return UnitFigures(path, problems=(error.of_file(str(path)),))


def _read(path: Path, templates: Templates) -> Reading:
    source = read_source(read_bytes(path), path.name)
    alone = readable_facts(source, path.name, templates)
    return reading_with_last(source, path, templates) if alone.problems else alone


def _by_path(problems: tuple[Problem, ...], path: Path) -> tuple[Problem, ...]:
    """Name the file by its path, for two folders may have files of one name; last year's keeps its own."""
    return tuple(
        one._replace(place=one.place._replace(file=str(path))) if one.place.file == path.name else one
        for one in problems
    )


def _unknown(facts: Facts, path: Path) -> Problem:
    lacking, key = ("单位的名称", "单位") if not facts.name else ("年度", "年度")
    return Problem(
        "汇总-01",
        f"没有写{lacking}，不知道是谁、哪一年的数，没有计入。",
        "请补上“年度”和“单位”下面的“名称”。",
        facts.place(key)._replace(file=str(path)),
        key,
        Level.ERROR,
    )


def _figures(facts: Facts, wrong: Mapping[str, str]) -> Iterator[CountedFigure]:
    sentences = _sentences(facts)
    for topic in facts.reported:
        fields = (
            (name, value, topic.path_of(name), figure_ends_on(topic, name))
            for name, value in topic.values.items()
        )
        for own, named in ((False, fields), (True, _own(topic))):
            for name, value, path, until in named:
                if value is EMPTY or isinstance(value, Quantity):
                    yield CountedFigure(
                        topic.topic.name if topic.topic else topic.name,  # of a named practice its topic's
                        name,
                        value if isinstance(value, Quantity) else None,
                        "" if own else topic.wordings.get(name, ""),
                        _line(path, facts),
                        own,
                        bool(facts.withheld) and facts.is_withheld(dotted(path)),
                        wrong.get(dotted(path), "") if wrong else "",
                        sentences.get(path, "") if sentences else "",
                        last_day(until),
                    )


def _sentences(facts: Facts) -> dict[FieldPath, str]:
    """Give the own sentence of each figure that one marks."""
    own = (words.text for topic in facts.reported for words in topic.passages)
    return {mark.path: str(text) for text in own if isinstance(text, OwnText) for mark in text.marks}


def _line(path: FieldPath, facts: Facts) -> int:
    """Give the line of a fact, or of the nearest thing around it."""
    while path:
        if place := facts.places.get(path):
            return place.line
        path = path[:-1]
    return 0


def _own(topic: TopicFacts) -> Iterator[tuple[str, Any, FieldPath, date | None]]:
    """Give what stands under a label that no field has, and on which day it ends: marks, 其他数据, figures of 活动.

    One of 其他数据 that is called as a field is another figure than the field's, and must not be added to it.
    """
    fields = topic.topic.fields if topic.topic else {}
    for label, mark in topic.marked.items():
        yield label, mark.value, mark.path, topic.until
    for label, given in topic.own.figures.items():
        if label not in topic.marked:
            called = f"{label}（{OWN_FIGURES}）" if label in fields else label
            path = (*topic.path, OWN_FIGURES, label)
            yield called, typed_figure(given), path, topic.label_ends_on(label)
    for index, activity in enumerate(topic.own.activities):
        for name, value in activity.items():
            yield f"{ACTIVITIES}.{name}", value, (*topic.path, ACTIVITIES, index, name), topic.until
