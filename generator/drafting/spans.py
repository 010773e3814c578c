"""The day on which a figure ends, as printed; and last year's figure, to the same day, that it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.drafting.values import Absent, Value
from generator.facts import EMPTY, TopicFacts
from generator.facts.days import short_day
from generator.facts.earlier import compared_to, ends_with
from generator.facts.rates import worked_out
from generator.numbers.quantity import Quantity
from generator.topics import Field
from generator.topics.kinds import COMPUTED
from generator.yamltext.path import dotted


def ending_on(shown: Value, day: date | None, topic: TopicFacts) -> Value:
    """Give a figure with the day on which it ends, where it is not that on which those of its topic do."""
    than = compared_to(day or topic.until, topic.last_called)
    return replace(shown, until=short_day(day) if day else "", than=than)


def with_span(shown: Value | Absent, field: Field, topic: TopicFacts) -> Value | Absent:
    """Give the figure of a field with the day on which it ends."""
    if isinstance(shown, Absent) or shown.raw is EMPTY:
        return shown
    return ending_on(shown, topic.days.get(ends_with(field, topic)), topic)


def beside_last_years(
    shown: Value, field: Field, before: TopicFacts | None, fields: Mapping[str, Field]
) -> Value:
    """Give a rate beside last year's that was left out there and can be worked out; all else has its own already."""
    if before is None or not field.numerator or isinstance(shown.before, Quantity):
        return shown
    earlier = before.values.get(field.name)
    rate = worked_out(field, before, fields) if earlier in (None, COMPUTED) else None
    value = rate.value if rate else earlier
    return replace(shown, before=value, earlier=dotted(before.path_of(field.name)))
