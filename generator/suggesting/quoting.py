"""What is shown of a sentence: a stretch of it to the letter, around the figure that is meant."""

from __future__ import annotations

from generator.numbers.width import fold_width
from generator.patterns import pattern

_SHOWN = 40
_NUMBER = pattern(r"\d+(?:\.\d+)?")
MORE = "……"


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
