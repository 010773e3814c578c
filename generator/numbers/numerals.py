"""Whole numbers in Chinese characters: 三十五 written and read."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import pattern

_DIGITS = "零一二三四五六七八九"
_VALUES = {character: value for value, character in enumerate(_DIGITS)}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SECTIONS = {"亿": 10**8, "万": 10**4}
_LIMIT = 10**12
_NOT_A_PLACE_FOR_LIANG = pattern(r".两$|两十")

BARE_PLACES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
"""Places without a digit, as in 百余, 近千, 数十万: no number by themselves but for 十."""


@lru_cache(maxsize=512)
def chinese_number(number: int) -> str:
    """Write a whole number from 0 to below 10^12 in Chinese characters: 一, 十二, 一百零五, 三万五千.

    Raises ValueError for any other number.
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(f"{number} is not from 0 to below 10^12")
    if number == 0:
        return _DIGITS[0]
    text = ""
    rest = number
    for place, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, rest = divmod(rest, place)
        if section:
            gap = _DIGITS[0] if text and section < 1000 else ""
            text += gap + _section(section) + word
    return text.removeprefix("一") if text.startswith("一十") else text


def _section(number: int) -> str:
    """Write 1 to 9999."""
    text, gap, rest = "", "", number
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, place)
        if digit:
            text += gap + _DIGITS[digit] + word
            gap = ""
        elif text:
            gap = _DIGITS[0]
    return text


@lru_cache(maxsize=512)
def read_chinese(text: str) -> int | None:
    """Read a well-formed number in Chinese characters, 两 and 〇 included; None for anything else.

    Well-formed is what `chinese_number` would write, so 一百二 and 二〇二三 are None.
    """
    if _NOT_A_PLACE_FOR_LIANG.search(text):
        return None
    plain = text.replace("两", "二").replace("〇", "零")
    total = section = digit = 0
    for character in plain:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        elif character in _SECTIONS:
            total += (section + digit) * _SECTIONS[character]
            section = digit = 0
        else:
            return None
    number = total + section + digit
    written = plain.removeprefix("一") if plain.startswith("一十") else plain
    return number if number < _LIMIT and chinese_number(number) == written else None
