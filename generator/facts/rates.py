"""Rates that the file leaves out and that follow from two of its figures."""

from __future__ import annotations

from collections.abc import Mapping

from generator.facts.facts import TopicFacts
from generator.facts.marked import MarkedFact
from generator.numbers.arithmetic import rate
from generator.numbers.quantity import Quantity
from generator.topics.topic import Field


def worked_out(
    field: Field, topic: TopicFacts, fields: Mapping[str, Field], least: int = 0
) -> MarkedFact | None:
    """Give a rate where both its parts are there, exact and count what their fields do, with the paths of both.

    `topic` holds what stands of it under any heading. None is given of 零, for which words stand or nothing, nor of a
    whole under `least`, nor of figures that end on different days.
    """
    part, whole = topic.values.get(field.numerator), topic.values.get(field.denominator)
    if not isinstance(part, Quantity) or not isinstance(whole, Quantity):
        return None
    if topic.ends_on(field.numerator) != topic.ends_on(field.denominator):
        return None
    counted = fields[field.numerator].takes(part.unit) and fields[field.denominator].takes(whole.unit)
    found = rate(part, whole, 1) if part.number and counted and whole.number >= least else None
    if found is None:
        return None
    grounds = (topic.path_of(field.numerator), topic.path_of(field.denominator))
    return MarkedFact(field.name, str(found), found, topic.path_of(field.name), field, grounds)
