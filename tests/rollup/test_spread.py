"""Highest, lowest, the middle, and what stands far from all others."""

from decimal import Decimal

import pytest

from generator.rollup.spread import spread_of


@pytest.mark.parametrize(
    ("numbers", "median", "far"),
    [
        ([5], 5, None),
        ([1, 2], 1.5, None),
        ([280, 430, 4200], 430, [4200]),
        ([280, 430, 350, 4200, 0, 300], 325, [4200]),
        ([280, 430, 350, 50], 315, [50]),
        ([12, 15, 9, 11, 14, 10, 13, 1200], 12.5, [1200]),
        ([12, 15, 9, 11, 14, 10, 13], 12, []),
        ([12, 15, 9, 11, 14, 10, 13, 30], 12.5, []),
        ([120, 150, 90, 110, 140, 100, 130, 0], 115, [0]),
        ([5, 5, 5, 5, 5, 5, 5, 500], 5, [500]),
        ([0, 0, 0, 0, 0, 0, 0, 0], 0, None),
    ],
)
def test_numbers(numbers: list[int], median: float, far: list[int] | None) -> None:
    """A town twice as big is none that stands apart, one a hundred times is; of two nobody can tell."""
    spread = spread_of([Decimal(one) for one in numbers])
    assert spread is not None
    assert (numbers[spread.highest], numbers[spread.lowest]) == (max(numbers), min(numbers))
    assert spread.median == Decimal(str(median))
    assert (None if spread.far is None else [numbers[at] for at in spread.far]) == far


def test_nothing() -> None:
    """Of no number there is nothing to tell."""
    assert spread_of([]) is None
