"""On which day the figures of the units end (截至): sums of figures that end on different days are told to be so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.facts.days import UNTIL, span_told
from generator.problems import Level, Place, Problem
from generator.rollup.figures import UnitFigures
from generator.rollup.totals import Total
from generator.shortened import named

_MOST_NAMED = 6
APART = "截至的日子不一样"


def days_of(total: Total) -> frozenset[date | None]:
    """Give the days on which the figures in a total end, None for the year's last."""
    return frozenset(one.figure.until for one in total.parts)


def own_day(total: Total, days: frozenset[date | None]) -> date | None:
    """Give the day on which all figures in a total end; None where `days`, of the units' files, are it, or are several.

    Of several days of files the county chooses one: then a total says its own, be it the year's last.
    """
    own = days_of(total)
    return None if len(own) != 1 or own == days else next(iter(own)) or date(total.year, 12, 31)


def has_own_days(total: Total) -> bool:
    """Tell whether a figure in a total ends on another day than the others of its unit."""
    return any(one.figure.until != one.unit.until for one in total.parts)


def span_of(total: Total) -> str:
    """Say of a total on which day it ends, or its parts do, where that is not what their files say of all figures."""
    if total.rests_on or not has_own_days(total):
        return ""
    apart = parts_apart(total)
    return f"{APART}：{apart}" if apart else span_told(total.parts[0].figure.until)


def parts_apart(total: Total) -> str:
    """Say which figures in a total end on which day, where they differ and some say so themselves."""
    if not has_own_days(total) or len(days_of(total)) == 1:
        return ""
    return _days_told((one.unit.unit, one.figure.until) for one in total.parts)


def spans_apart(units: Sequence[UnitFigures], totals: Iterable[Total]) -> Problem | None:
    """Remind, once for all units of one year, of sums of figures that end on different days; None where none are."""
    mixed = [one for one in totals if one.amount and not one.rests_on and parts_apart(one)]
    if len({one.until for one in units}) == 1 and not mixed:
        return None
    places = [Place(str(one.path)) for one in units if one.until]
    places += [
        Place(str(part.unit.path), part.figure.line)
        for one in mixed
        for part in one.parts
        if part.figure.until != part.unit.until
    ]
    return Problem(
        "汇总-04",
        f"{units[0].year}年度{spans_told(units, mixed)}，合计照加。",
        "请让各单位报截至同一天的数；加得起来的，可不理会，写报告时说明。",
        places[0],
        UNTIL,
        Level.WARNING,
    )


def spans_told(units: Sequence[UnitFigures], mixed: Sequence[Total] = ()) -> str:
    """Say on which days the files of units end, and the parts of totals that are `mixed`, some by days of their own."""
    sums = named([f"{one.topic}.{one.label}（{parts_apart(one)}）" for one in mixed], _MOST_NAMED, "项")
    told = _days_told((one.unit, one.until) for one in units)
    if len({one.until for one in units}) == 1:
        return f"有的合计，各单位的数{APART}：{sums}" if sums else f"各单位的数都{span_told(units[0].until)}"
    besides = f"；有的数旁边另写了一天：{sums}" if sums else ""
    return f"各单位的数{APART}：{told}{besides}"


def _days_told(whose: Iterable[tuple[str, date | None]]) -> str:
    """Say whose figures end on which day, the fewest of a day first by their names: 甲镇截至11月30日，另外2个是全年的."""
    by_day: dict[str, dict[str, None]] = {}
    for unit, day in whose:
        by_day.setdefault(span_told(day), {})[unit] = None
    days = sorted(by_day.items(), key=lambda pair: len(pair[1]))
    told = [f"{named([*names], _MOST_NAMED)}{day}" for day, names in days]
    last, others = days[-1]
    if len(days) > 1 and len(others) > 1:
        told[-1] = f"另外{len(others)}个{last}"  # 其余 says in a 来源 how those stand that did not report
    return "，".join(told)
