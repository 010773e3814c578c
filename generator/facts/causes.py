"""The causes of shortcomings: which of them tell none."""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.head import Shortcoming
from generator.patterns import pattern

_CAUSE = pattern(
    r"因|由于|导致|造成|致使|源于|缘于|所致|受[^，。；]{1,16}(?:影响|限制|制约)|(?:^|[，。；])主要(?:还|就)?是"
)


def without_cause(shortcomings: Iterable[Shortcoming]) -> tuple[int, ...]:
    """Give the numbers, from 1, of those that have no 原因 and whose words are not seen to tell one."""
    told = (
        (number, "。".join(filter(None, (one.problem, *one.signs, *one.body))))
        for number, one in enumerate(shortcomings, 1)
        if not one.cause
    )
    return tuple(number for number, text in told if text and not _CAUSE.search(text))
