"""Rates of a county: from the sums of the units that reported both figures, never from the units' own rates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.numbers.arithmetic import plain_digits, rate
from generator.numbers.quantity import Quantity
from generator.numbers.units import PERCENT
from generator.rollup.adding import CountySum
from generator.rollup.figures import UnitFigures
from generator.rollup.totals import Total, declared_fields
from generator.topics.topic import NOT_SUMMED, Field, Topics


class SharedSums(NamedTuple):
    """What two fields come to over the units that reported both exactly, and how many these are.

    `units` is the number of those, `others` that of units with one of the two only, or with an approximate figure,
    `noughts` that of units with nought of the whole and no part, `apart` that of units whose two end on different days.
    """

    part: Decimal
    whole: Decimal
    units: int
    others: int
    noughts: int = 0
    apart: int = 0


def shared_sums(part: Sequence[Total], whole: Sequence[Total]) -> SharedSums:
    """Add two fields up over the units that have both; where there was none of the whole, none of the part is meant."""
    parts, wholes = _exact(part), _exact(whole)
    days = [{part.unit.unit: part.figure.until for one in of for part in one.parts} for of in (part, whole)]
    apart = {unit for unit in parts if unit in wholes and days[0][unit] != days[1][unit]}
    both = [unit for unit, number in wholes.items() if unit not in apart and (unit in parts or not number)]
    part_sum, whole_sum = (
        sum((one.get(unit, Decimal(0)) for unit in both), Decimal(0)) for one in (parts, wholes)
    )
    reporting = {unit.unit for one in (*part, *whole) for unit in one.reporting}
    noughts = sum(unit not in parts for unit in both)
    return SharedSums(
        part_sum, whole_sum, len(both) - noughts, len(reporting.difference(both, apart)), noughts, len(apart)
    )


def _exact(totals: Iterable[Total]) -> dict[str, Decimal]:
    """Give the number of each unit whose figures are all exact."""
    numbers: dict[str, Decimal] = {}
    doubtful: set[str] = set()
    for total in totals:
        doubtful.update(one.unit.unit for one in total.uncounted)
        for one in total.parts:
            if one.value.approx:
                doubtful.add(one.unit.unit)
            numbers[one.unit.unit] = numbers.get(one.unit.unit, Decimal(0)) + one.value.number
    return {unit: number for unit, number in numbers.items() if unit not in doubtful}


def with_rates(totals: Sequence[Total], units: Sequence[UnitFigures], topics: Topics) -> tuple[Total, ...]:
    """Give the totals with each rate worked out from its sums, one that no unit wrote in its field's place too."""
    rows: dict[tuple[str, str], list[Total]] = {}
    for one in totals:
        rows.setdefault((one.topic, one.field), []).append(one)
    for topic in topics.measures.values():
        for field in topic.rates:
            found = _worked_out(field, rows, topic.name)
            if found:
                amount, basis = found
                unwritten = Total(
                    topic.name, field.name, "", totals[0].year, field, PERCENT, (), None, asked=len(units)
                )
                stated = rows.get((topic.name, field.name), [unwritten])[0]
                rows[topic.name, field.name] = [stated._replace(amount=amount, why="", rests_on=basis)]
    return tuple(one for key in sorted(rows, key=_order(topics, rows)) for one in rows[key])


def _order(
    topics: Topics, rows: Mapping[tuple[str, str], Sequence[Total]]
) -> Callable[[tuple[str, str]], tuple[int, int]]:
    """Order rows by topic and by field as the report does, what neither knows in the order in which it stands."""
    order = {name: at for at, name in enumerate(topics.measures)}
    places = {key: at for at, key in enumerate(declared_fields(topics))}

    def place(key: tuple[str, str]) -> tuple[int, int]:
        declared = rows[key][0].declared
        field = declared.name if declared else key[1]
        return order.get(key[0], len(order)), places.get((key[0], field), len(places))

    return place


def _worked_out(
    field: Field, totals: dict[tuple[str, str], list[Total]], topic: str
) -> tuple[CountySum, str] | None:
    part, whole = totals.get((topic, field.numerator), []), totals.get((topic, field.denominator), [])
    if (
        not part
        or not whole
        or any(one.declared and one.declared.adding == NOT_SUMMED for one in (*part, *whole))
    ):
        return None
    sums = shared_sums(part, whole)
    if sums.units < 1:
        return None
    found = rate(_count(sums.part), _count(sums.whole), 1)
    if found is None or sums.part > sums.whole:
        return None
    noughts = f"，{sums.noughts}个{field.denominator}填0" if sums.noughts else ""
    others = f"；另有{sums.others}个只填了一项、填的是约数或数对不上，没有算" if sums.others else ""
    basis = f"{field.numerator}{plain_digits(sums.part)}÷{field.denominator}{plain_digits(sums.whole)}"
    apart = f"；另有{sums.apart}个两项截至的日子不同，没有算" if sums.apart else ""
    told = f"{basis}，{sums.units}个单位两项都填了准数{noughts}{others}{apart}"
    return CountySum(found.number, "", found), told


def _count(number: Decimal) -> Quantity:
    return Quantity(number, plain_digits(number))
