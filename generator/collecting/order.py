"""Which of two forms of one office was filled in later: as the days say that it wrote in them."""

from __future__ import annotations

import re
from enum import Enum

from generator.patterns import pattern

_DAY = pattern(
    r"(?:(?P<year>20\d\d)[年./-])?(?P<month>1[0-2]|0?[1-9])[月./-](?P<day>[12]\d|3[01]|0?[1-9])[日号]?"
)
_YEAR, _MONTH = 372, 31  # days of a year whose months all have 31: only the order counts


class Order(Enum):
    """How a form stands to what its office told before."""

    LATER = "后填"
    EARLIER = "先填"
    UNKNOWN = "看不出先后"


def order_of(day: str, before: str) -> Order:
    """Tell whether a form of one day was filled in after one of another day.

    Without years the shorter way round tells: 1月5日 is after 12月28日.
    """
    one, other = _DAY.fullmatch("".join(day.split())), _DAY.fullmatch("".join(before.split()))
    if not (one and other):
        return Order.UNKNOWN
    apart = _number(one) - _number(other)
    if one["year"] and other["year"]:
        apart += (int(one["year"]) - int(other["year"])) * _YEAR
    else:
        apart = (apart + _YEAR // 2) % _YEAR - _YEAR // 2
    if not apart:
        return Order.UNKNOWN
    return Order.LATER if apart > 0 else Order.EARLIER


def _number(match: re.Match[str]) -> int:
    return int(match["month"]) * _MONTH + int(match["day"])


def day_told(origin: str, office: str) -> str | None:
    """Give the day on which an office told what has this origin, 司法所1月5日，台账; None where another told it."""
    rest = origin.removeprefix(office).partition("，")[0].strip()
    told = (
        bool(office) and origin.startswith(office) and (not rest or rest[0].isdigit())
    )  # 综合 is not 综合行政执法队
    return rest if told else None
