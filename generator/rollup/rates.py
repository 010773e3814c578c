"""Rates of a county: from the sums of the units that reported both figures, never from the units' own rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.numbers.arithmetic import plain_digits, rate
from generator.numbers.quantity import Quantity
from generator.rollup.adding import Added
from generator.rollup.figures import UnitFigures
from generator.rollup.totals import Total
from generator.topics.topic import NOT_SUMMED, Field, Topics


class SharedSums(NamedTuple):
    """What two fields come to over the units that reported both exactly, and how many these are.

    `units` is the number of those, `others` that of units with one of the two only, or with an approximate figure.
    """

    part: Decimal
    whole: Decimal
    units: int
    others: int


def shared_sums(part: Iterable[Total], whole: Iterable[Total]) -> SharedSums:
    """Add two fields up over the units that have both; where there was none of the whole, none of the part is meant."""
    parts, wholes = _exact(part), _exact(whole)
    both = [unit for unit, number in wholes.items() if unit in parts or not number]
    sums = (sum((one.get(unit, Decimal(0)) for unit in both), Decimal(0)) for one in (parts, wholes))
    reporting = {id(unit) for one in (*part, *whole) for unit in one.reporting}
    return SharedSums(*sums, len(both), len(reporting.difference(both)))


def _exact(totals: Iterable[Total]) -> dict[int, Decimal]:
    """Give the number of each unit whose figures are all exact."""
    numbers: dict[int, Decimal] = {}
    doubtful: set[int] = set()
    for total in totals:
        doubtful.update(id(one.unit) for one in total.unlike)
        for one in total.parts:
            if one.value.approx:
                doubtful.add(id(one.unit))
            numbers[id(one.unit)] = numbers.get(id(one.unit), Decimal(0)) + one.value.number
    return {unit: number for unit, number in numbers.items() if unit not in doubtful}


def with_rates(totals: Sequence[Total], units: Sequence[UnitFigures], topics: Topics) -> tuple[Total, ...]:
    """Give the totals with each rate worked out from its sums; one that no unit wrote stands behind its whole."""
    by_field: dict[tuple[str, str], list[Total]] = {}
    for one in totals:
        by_field.setdefault((one.topic, one.field), []).append(one)
    done: list[Total] = []
    for topic in topics.measures.values():
        for field in topic.rates:
            stated = by_field.get((topic.name, field.name), [])
            found = _worked_out(field, by_field, topic.name)
            if found and stated:
                by_field[topic.name, field.name] = [stated[0]._replace(amount=found[0], why="", rests_on=found[1])]
            elif found:
                year, asked = totals[0].year, len(units)
                row = Total(topic.name, field.name, "", year, field, "%", (), found[0], asked=asked)
                by_field[topic.name, field.name] = [row._replace(rests_on=found[1])]
    order = {name: at for at, name in enumerate(topics.measures)}
    for one in by_field.values():
        done += one
    places = {(topic.name, name): at for topic in topics.measures.values() for at, name in enumerate(topic.fields)}
    last = len(places)
    return tuple(
        sorted(done, key=lambda one: (order.get(one.topic, last), places.get((one.topic, _bare(one)), last)))
    )


def _bare(total: Total) -> str:
    return total.declared.name if total.declared else total.field


def _worked_out(
    field: Field, totals: dict[tuple[str, str], list[Total]], topic: str
) -> tuple[Added, str] | None:
    part, whole = totals.get((topic, field.numerator), []), totals.get((topic, field.denominator), [])
    if not part or not whole or any(one.declared and one.declared.adding == NOT_SUMMED for one in (*part, *whole)):
        return None
    sums = shared_sums(part, whole)
    if sums.units < 1:
        return None
    found = rate(_count(sums.part), _count(sums.whole), 1)
    if found is None or sums.part > sums.whole:
        return None
    others = f"；另有{sums.others}个只填了一项或填的是约数，没有算" if sums.others else ""
    basis = f"{field.numerator}{plain_digits(sums.part)}÷{field.denominator}{plain_digits(sums.whole)}"
    return Added(found.number, "", found), f"{basis}，{sums.units}个单位两项都填了准数{others}"


def _count(number: Decimal) -> Quantity:
    return Quantity(number, plain_digits(number))
