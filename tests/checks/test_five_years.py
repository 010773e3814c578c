"""Which five years a plan is of."""

from __future__ import annotations

import pytest

from generator.checks.five_years import first_of_five
from tests.each import each


@each(
    ("numeral", "first"),
    [
        ("六", 2011),
        ("七", 2016),
        ("八", 2021),
        ("九", 2026),
        ("十二", 2011),
        ("十三", 2016),
        ("十四", 2021),
        ("十五", 2026),
        ("十六", 2031),
    ],
)
def test_first_year(numeral, first):
    assert first_of_five(numeral) == first


def test_what_is_no_number_has_no_years():
    with pytest.raises(ValueError, match="八五"):
        first_of_five("八五")
