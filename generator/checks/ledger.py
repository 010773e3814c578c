"""The figures that a sentence has told up to a rate, kept so that a long list costs no more than its length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from generator.numbers.arithmetic import right_rate
from generator.numbers.prose import Figure
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_kind
from generator.patterns import pattern

_NEW = pattern("新增|新办|新取得|新聘|拟|力争|目标|要求")


class SaidOf(NamedTuple):
    """What a figure is looked for by: one of the words, and none of them behind one of the signs of its opposite."""

    words: tuple[str, ...]
    nots: tuple[str, ...]

    def fits(self, figure: Figure) -> bool:
        """Tell whether a figure is said so, and not of what is new or aimed at."""
        label = figure.label
        said = [word for word in self.words if word in label]
        undone = any(f"{no}{word}" in label for word in said for no in self.nots)
        return bool(said) and not undone and not _NEW.search(label)


class _Column:
    """The exact figures of one measure word: their numbers in order of size, and those above all that came later."""

    def __init__(self) -> None:
        self.numbers: list[Decimal] = []
        self.highest: list[Figure] = []
        self.highest_wholes: list[Figure] = []

    def enter(self, figure: Figure, *, is_whole: bool) -> None:
        insort(self.numbers, figure.number)
        for highest in (self.highest, self.highest_wholes) if is_whole else (self.highest,):
            while highest and highest[-1].number < figure.number:
                highest.pop()
            highest.append(figure)


class Ledger:
    """Figures in the order in which they were told; `is_whole` tells by a figure's words what others are part of."""

    def __init__(self, is_whole: Callable[[Figure], bool]) -> None:
        """Begin without figures."""
        self.entries: list[Figure] = []
        self._is_whole = is_whole
        self._columns: dict[str, _Column] = {}
        self._said: dict[SaidOf, tuple[int, Figure | None]] = {}

    def enter(self, figure: Figure) -> None:
        """Add the next figure."""
        self.entries.append(figure)
        if figure.exact:
            column = self._columns.setdefault(figure.unit, _Column())
            column.enter(figure, is_whole=self._is_whole(figure))

    def last_said(self, wanted: SaidOf) -> Figure | None:
        """Give the last figure that is said so; what was looked at for the same before isn't looked at again."""
        seen, last = self._said.get(wanted, (0, None))
        later = (self.entries[at] for at in range(len(self.entries) - 1, seen - 1, -1))
        last = next(filter(wanted.fits, later), last)
        self._said[wanted] = len(self.entries), last
        return last

    def gives(self, rate: Quantity, part: Figure, *, at_least: bool) -> bool:
        """Tell whether the part, above zero, is that rate, or at least that, of another figure of its kind."""

        def falling(whole: Decimal) -> Decimal:
            return -right_rate(rate, part.number, whole)

        fitting = 0
        for column in self._like(part):
            least = bisect_left(column.numbers, part.number)
            if not at_least:
                least = bisect_left(column.numbers, -rate.number, least, key=falling)
            fitting += bisect_right(column.numbers, -rate.number, least, key=falling) - least
        itself = at_least or right_rate(rate, part.number, part.number) == rate.number
        return fitting > itself

    def whole_of(self, part: Figure) -> Figure | None:
        """Give the last other figure of its kind, no smaller, that the part may be of: one that is a whole, if any."""
        columns = list(self._like(part))
        wholes = [_last_above(part, column.highest_wholes) for column in columns]
        others = wholes if any(wholes) else [_last_above(part, column.highest) for column in columns]
        return max(filter(None, others), key=attrgetter("start"), default=None)

    def _like(self, part: Figure) -> Iterator[_Column]:
        return (column for unit, column in self._columns.items() if same_kind(unit, part.unit))


def _last_above(part: Figure, highest: list[Figure]) -> Figure | None:
    """Give the last of falling figures that is no smaller than the part, and not the part itself."""
    at = bisect_right(highest, -part.number, key=lambda one: -one.number) - 1
    if at >= 0 and highest[at] is part:
        at -= 1
    return highest[at] if at >= 0 else None
