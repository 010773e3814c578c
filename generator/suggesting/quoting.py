"""What is shown of a sentence: a stretch of it to the letter, around the figure that is meant."""

from __future__ import annotations

import re

from generator.numbers.width import fold_width
from generator.patterns import pattern

_SHOWN = 40
_NUMBER = pattern(r"\d+(?:\.\d+)?")
MORE = "……"
_COUNTS = pattern(r"[\w.%]")


def words_around(said: str, text: str, start: int, end: int) -> str:
    """Give the words of `said` around the figure that stands at `start:end` of its cleaned `text`.

    A sentence that is short enough is shown as it is; of a longer one the beginning, where the figure is not found.
    """
    if len(said) <= _SHOWN:
        return said
    at = _place(said, text, start, end)
    first = max(0, at - _SHOWN // 2) if at >= 0 else 0
    last = min(len(said), at + _SHOWN // 2) if at >= 0 else _SHOWN
    return f"{MORE * (first > 0)}{said[first:last]}{MORE * (last < len(said))}"


def stretch_of(said: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the figure at `start:end` of a sentence's cleaned `text` stands in what was `said`.

    (-1, -1) where that cannot be told: the figure is written otherwise, or another like it may be meant.
    """
    kept = [one.start() for one in _COUNTS.finditer(fold_width(said))]
    letters, cleaned = _letters(said), _letters(text)
    before, figure = len(_letters(text[:start])), len(_letters(text[start:end]))
    there = letters.find(cleaned)
    if there >= 0 and letters.find(cleaned, there + 1) < 0:
        first = there + before
    else:
        wanted = cleaned[before : before + figure]
        found = [one.start() for one in re.finditer(rf"(?<![\d.]){re.escape(wanted)}(?!\d)", letters)]
        first = found[0] if len(found) == 1 else -1
    return (kept[first], kept[first + figure - 1] + 1) if first >= 0 and figure else (-1, -1)


def _letters(words: str) -> str:
    """Give words without the blanks and stops in which a cleaned text differs from what was said."""
    return "".join(_COUNTS.findall(fold_width(words)))


def _place(said: str, text: str, start: int, end: int) -> int:
    """Give where a figure of the cleaned text stands in what was said; -1 where it is not found there.

    Both are counted from the end, for what cleaning takes away stands mostly at the beginning.
    """
    number = _NUMBER.search(fold_width(text), start, end)
    if number is None:
        return -1
    behind = [one[0] for one in _NUMBER.finditer(text, number.start())].count(number[0])
    there = [one.start() for one in _NUMBER.finditer(fold_width(said)) if one[0] == number[0]]
    return there[-min(behind, len(there))] if there else -1
