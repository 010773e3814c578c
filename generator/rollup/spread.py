"""How the figures of many units lie: highest, lowest, the middle, and those far from all others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

ENOUGH = 8
"""Of fewer units nobody can say which stands apart."""
FAR = 3.5
TIMES = 3
"""Up to so many times the median, and down to that part of it, nothing is far, however alike the rest."""
_NORMAL = 0.6745  # of a normal distribution the median deviation is so much of the standard one


class Spread(NamedTuple):
    """The places, among the numbers given, of the highest and the lowest and of those that stand far apart."""

    highest: int
    lowest: int
    median: Decimal
    far: tuple[int, ...] = ()


def spread_of(numbers: Sequence[Decimal]) -> Spread | None:
    """Tell how numbers lie, None of no number.

    Far apart is what has a modified z-score above 3.5 (Iglewicz and Hoaglin, 1993): its logarithm lies more than
    3.5 ÷ 0.6745 median absolute deviations from the median. The logarithm since units differ in size: a big town's
    figure is a few times a small one's, a slip of the pen ten or a hundred times. It also is more than three times
    the median, or less than a third. None of fewer than eight numbers, nor where half of them are the same.
    """
    if not numbers:
        return None
    at = range(len(numbers))
    return Spread(
        max(at, key=numbers.__getitem__),
        min(at, key=numbers.__getitem__),
        Decimal(median(numbers)),
        _far(numbers) if len(numbers) >= ENOUGH else (),
    )


def _far(numbers: Sequence[Decimal]) -> tuple[int, ...]:
    sizes = [math.log1p(number) for number in numbers]
    middle = median(sizes)
    deviation = median([abs(size - middle) for size in sizes])
    if not deviation:
        return ()
    far = max(deviation * FAR / _NORMAL, math.log(TIMES))
    return tuple(at for at, size in enumerate(sizes) if abs(size - middle) > far)
