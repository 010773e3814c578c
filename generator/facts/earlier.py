"""Last year's figures that this year's can be compared with: those beside them, else those of last year's file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.facts.days import is_same_span, span_told
from generator.facts.facts import TopicFacts
from generator.facts.notice_terms import LAST_YEAR
from generator.facts.practices import practice_name
from generator.topics.kinds import COMPUTED
from generator.topics.topic import Field

BEFORE = LAST_YEAR
"""The key beside a value under which last year's stands, of the whole year; and the words for it."""
_ALIKE = "同期"
SAME_SPAN = f"{BEFORE}{_ALIKE}"
"""The key, and the words, for last year's that ends on the same day of the year."""


def comparable(now: TopicFacts | None, last: TopicFacts | None) -> TopicFacts | None:
    """Give last year's facts of a topic without the figures that end on another day of the year than this year's.

    What the file gives of them itself (上年, 上年同期) goes before; its path is then that of this year's figure. Nothing
    is comparable of a practice that had another name last year.
    """
    if now and last and practice_name(now) != practice_name(last):
        last = None
    if now is None or not (now.before or now.own.before or _differ(now, last)):
        return last
    there = last or TopicFacts(now.name, now.topic, now.path)
    own = there.own
    figures = {
        label: one
        for label, one in own.figures.items()
        if is_same_span(now.label_ends_on(label), there.label_ends_on(label))
    }
    alike = is_same_span(now.until, there.until)
    given = {name: one.wording or now.wordings.get(name, "") for name, one in now.before.items()}
    return there._replace(
        values={
            **{name: one for name, one in there.values.items() if not _apart(now, there, name)},
            **_figures_of(now.before),
        },
        own=own._replace(
            figures={**figures, **_figures_of(now.own.before)}, activities=own.activities if alike else ()
        ),
        marked=there.marked if alike else {},
        wordings={**there.wordings, **given},
        elsewhere={**there.elsewhere, **{name: now.elsewhere.get(name, now.path) for name in now.before}},
    )


def compared_to(day: date | None, called: str = BEFORE) -> str:
    """Say what a figure that ends on a day is compared with: last year as it is called, or that up to the day."""
    return called if is_same_span(day, None) else f"{called}{_ALIKE}"


def why_not_compared(now: TopicFacts, last: TopicFacts | None, name: str) -> str:
    """Say that last year's file has a figure that ends on another day of the year; an empty text for any other."""
    if last is None or (name not in last.values and name not in last.own.figures):
        return ""
    if name in last.values:
        days = figure_ends_on(now, name), figure_ends_on(last, name)
    else:
        days = now.label_ends_on(name), last.label_ends_on(name)
    return "" if is_same_span(*days) else f"本年的数{span_told(days[0])}，上年的{span_told(days[1])}"


def _figures_of(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one.value for name, one in given.items()}


def _differ(now: TopicFacts, last: TopicFacts | None) -> bool:
    """Tell whether any figure of the two may end on another day."""
    if last is None:
        return False
    apart = now.days or last.days or now.own.days or last.own.days
    return bool(apart) or not is_same_span(now.until, last.until)


def _apart(now: TopicFacts, last: TopicFacts, name: str) -> bool:
    return not is_same_span(figure_ends_on(now, name), figure_ends_on(last, name))


def figure_ends_on(topic: TopicFacts, name: str) -> date | None:
    """Give the day on which a figure ends, None for the year's last."""
    field = topic.topic.fields.get(name) if topic.topic else None
    return topic.ends_on(ends_with(field, topic) if field else name)


def ends_with(field: Field, topic: TopicFacts) -> str:
    """Give the name of the field with whose figure a field's ends: a rate that is worked out ends with its figures."""
    worked = field.numerator and topic.values.get(field.name, COMPUTED) == COMPUTED
    return field.numerator if worked else field.name
