"""On which day the figures of the units end (截至): sums of figures that end on different days are told to be so."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.days import UNTIL, span_told
from generator.problems import Level, Place, Problem
from generator.rollup.figures import UnitFigures, named

_MOST_NAMED = 6


def spans_apart(units: Sequence[UnitFigures]) -> Problem | None:
    """Remind, once for all units of one year, of figures that end on different days; None where all end on one."""
    if len({one.until for one in units}) == 1 and not any(one.dated for one in units):
        return None
    first = next(one for one in units if one.until or one.dated)
    return Problem(
        "汇总-04",
        f"{first.year}年度{spans_told(units)}，合计照加。",
        "请让各单位报截至同一天的数；加得起来的，可不理会，写报告时说明。",
        Place(str(first.path)),
        UNTIL,
        Level.WARNING,
    )


def spans_told(units: Sequence[UnitFigures]) -> str:
    """Say on which days figures end, of units of which there are some: the fewest of a day first by their names."""
    by_day: dict[str, list[str]] = {}
    for one in units:
        by_day.setdefault(span_told(one.until), []).append(one.unit)
    days = sorted(by_day.items(), key=lambda pair: len(pair[1]))
    told = [f"{named(names, _MOST_NAMED)}{day}" for day, names in days]
    last_day, others = days[-1]
    if len(days) > 1 and len(others) > 1:
        told[-1] = f"其余{len(others)}个{last_day}"
    dated = [f"{one.unit}另有{one.dated}个数" for one in units if one.dated]
    besides = f"；{'、'.join(dated)}截至别的日子" if dated else ""
    return f"各单位的数截至的日子不一样：{'，'.join(told)}{besides}"
