"""How the figures of many units lie: highest, lowest, the middle, and those far from all others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

ENOUGH, FEW = 8, 3
"""Of fewer units the deviations say little, and of fewer still nobody can say which stands apart."""
FAR_OF_FEW = 5
"""So many times the median, or that part of it, is far where the deviations say nothing."""
FAR = 3.5
TIMES = 3
"""Up to so many times the median, and down to that part of it, nothing is far, however alike the rest."""
_NORMAL = 0.6745  # of a normal distribution the median deviation is so much of the standard one


class Spread(NamedTuple):
    """The places, among the numbers given, of the highest and the lowest and of those that stand far apart.

    `far` is None where nobody can say which do.
    """

    highest: int
    lowest: int
    median: Decimal
    far: tuple[int, ...] | None = None


def spread_of(numbers: Sequence[Decimal]) -> Spread | None:
    """Tell how numbers lie, None of no number.

    Far apart is what has a modified z-score above 3.5 (Iglewicz and Hoaglin, 1993): its logarithm lies more than
    3.5 ÷ 0.6745 median absolute deviations from the median. The logarithm since units differ in size: a big town's
    figure is a few times a small one's, a slip of the pen ten or a hundred times. It also is more than three times
    the median, or less than a third. Of fewer than eight numbers, and where half of them are the same, far is what is
    at least five times the median, or no more than a fifth of it and not nought; of fewer than three nothing is judged,
    nor where the median is nought.
    """
    if not numbers:
        return None
    floats = [float(number) for number in numbers]
    order = sorted(range(len(numbers)), key=floats.__getitem__)
    low, high = order[(len(order) - 1) // 2], order[len(order) // 2]
    middle = (numbers[low] + numbers[high]) / 2
    far = _far([math.log1p(one) for one in floats], low, high) if len(numbers) >= ENOUGH else None
    if far is None and len(numbers) >= FEW and middle:
        far = _far_of_few(numbers, middle)
    first = {floats[at]: at for at in reversed(order)}  # of equals the one that stands first
    return Spread(first[floats[order[-1]]], first[floats[order[0]]], middle, far)


def _far(sizes: Sequence[float], low: int, high: int) -> tuple[int, ...] | None:
    """Tell which lie far from the median, which is in the middle of two of them."""
    middle = (sizes[low] + sizes[high]) / 2
    distances = [abs(size - middle) for size in sizes]
    deviation = median(distances)
    if not deviation:
        return None
    far = max(deviation * FAR / _NORMAL, math.log(TIMES))
    return tuple([at for at, distance in enumerate(distances) if distance > far])


def _far_of_few(numbers: Sequence[Decimal], middle: Decimal) -> tuple[int, ...]:
    return tuple(
        at
        for at, number in enumerate(numbers)
        if number >= middle * FAR_OF_FEW or 0 < number * FAR_OF_FEW <= middle
    )
