"""截至: the day on which figures end, where that is not the year's last."""

from __future__ import annotations

from datetime import date

UNTIL = "截至"
"""The key of that day: at the head of a file for all its figures, beside a value for that one."""

_LAST_OF_YEAR = (12, 31)


def is_last_of_year(day: date) -> bool:
    """Tell 31 December, to which the figures of a whole year run."""
    return (day.month, day.day) == _LAST_OF_YEAR


def last_day(day: date | None) -> date | None:
    """Give the day on which figures end, None for the year's last however it is written."""
    return None if day is None or is_last_of_year(day) else day


def is_same_span(day: date | None, other: date | None) -> bool:
    """Tell whether figures of two years run to the same day of their year; None is the year's last."""
    one, another = ((each.month, each.day) if each else _LAST_OF_YEAR for each in (day, other))
    return one == another


def short_day(day: date) -> str:
    """Write a day of the report's year: 11月30日."""
    return f"{day.month}月{day.day}日"


def span_told(day: date | None) -> str:
    """Say how far a figure runs: 截至11月30日, or 是全年的."""
    ends = last_day(day)
    return f"{UNTIL}{short_day(ends)}" if ends else "是全年的"
