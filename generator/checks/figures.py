"""The sentences of a report with their figures, and a text without its punctuation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from generator.numbers.prose import Figure, figures
from generator.numbers.quantity import Quantity
from generator.patterns import pattern

_STOP = pattern(r"[。！？\n]")
_GOES_ON = pattern(
    r"(?:其中|分别|这\d|上述\d|以上\d|\d+(?:件|起|场|次|个|名|人|项|户)[^，。；\d]{0,6}中[，,]"
    r"|[^\W\d_]{2,6}率(?:已|均|也)?(?:达到?|为|是)?\d)"
)
"""What a sentence begins with that goes on about the figures of the one before: 其中婚姻纠纷6件, 办结率92%."""
_DIGIT = pattern(r"\d")
_OWN_DAY = pattern("（截至")
"""Behind a figure that ends on another day than those beside it, and is not held against them."""


class Statement(NamedTuple):
    """A full sentence up to 。, with its figures; places are counted in the block's text."""

    block: int
    start: int
    text: str
    figures: tuple[Figure, ...]

    def at(self, figure: Figure) -> tuple[int, int]:
        """Give the stretch of the block's text where a figure stands."""
        return self.start + figure.start, self.start + figure.end

    def between(self, one: Figure, other: Figure) -> str:
        """Give the words between two figures."""
        return self.text[one.end : other.start]

    def first_from(self, place: int) -> int:
        """Give which figure is the first that stands at a place of the text or behind it."""
        return bisect_left(self.figures, place, key=attrgetter("start"))


def added_up(figures: Iterable[Figure | Quantity]) -> Decimal:
    """Give what figures come to together."""
    return sum((one.number for one in figures), Decimal(0))


def statements(texts: tuple[str, ...]) -> tuple[Statement, ...]:
    """Cut paragraphs into sentences at 。！？ (not at ；, for a rate's parts may stand before one).

    A sentence that goes on about the figures of the one before is left with it.
    """
    sentences: list[Statement] = []
    for number, text in enumerate(texts):
        if not _DIGIT.search(text):
            continue
        start = 0
        for stop in _STOP.finditer(text):
            if stop.group() == "。" and _GOES_ON.match(text, stop.end()):
                continue
            sentences.append(_statement(number, start, text[start : stop.start()]))
            start = stop.end()
        sentences.append(_statement(number, start, text[start:]))
    return tuple(one for one in sentences if one.figures)


def _statement(block: int, start: int, text: str) -> Statement:
    found = figures(text) if _DIGIT.search(text) else ()
    return Statement(block, start, text, tuple([one for one in found if not _OWN_DAY.match(text, one.end)]))


_SAID = pattern(r"[0-9A-Za-z一-龥]+")


def bare(text: str) -> str:
    """Give a text without its punctuation and blanks, to hold against another."""
    return "".join(_SAID.findall(text))
