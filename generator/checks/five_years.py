"""Which five years a plan is of: the 八五 of spreading the law and the 十四五 of the nation are both from 2021 on."""

from __future__ import annotations

from generator.numbers.numerals import read_chinese

_FIRST_OF_LAW_SPREADING = 1986
_FIRST_OF_ECONOMY = 1956
"""The 十四五 is reckoned back from 2021; the years of the first ones were others, and nobody writes of them here."""
_TENTH = 10


def first_of_five(numeral: str) -> int:
    """Give the first year of the five: up to ten of 普法, which began in 1986, above ten of the national plans.

    `numeral` is the plan's: 八 of the 八五, 十四 of the 十四五. Raises ValueError for what is no number.
    """
    number = read_chinese(numeral)
    if number is None:
        raise ValueError(f"{numeral} is no number")
    return (_FIRST_OF_ECONOMY if number > _TENTH else _FIRST_OF_LAW_SPREADING) + 5 * (number - 1)
