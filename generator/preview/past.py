"""The texts that a file held before, to go back to: the last one whole, each older one as what it had otherwise."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple


class _Change(NamedTuple):
    """How an earlier text differs from a later one: what it had between the characters that both begin and end with."""

    begins: int
    had: str
    ends: int

    def earlier(self, later: str) -> str:
        """Give the earlier text."""
        return later[: self.begins] + self.had + later[len(later) - self.ends :]


class Past:
    """The last texts of a file, no more than `most`; two that follow each other are the same but for a few letters."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._last: str | None = None
        self._before: deque[_Change] = deque(maxlen=most - 1)

    def __len__(self) -> int:
        """Give the number of texts."""
        return 0 if self._last is None else len(self._before) + 1

    def put(self, text: str) -> None:
        """Keep a text; of too many the oldest is let go."""
        if self._last is not None:
            self._before.append(_change(self._last, text))
        self._last = text

    def take(self) -> str:
        """Give the last text and keep it no more; raises IndexError where there is none."""
        if self._last is None:
            raise IndexError
        text = self._last
        self._last = self._before.pop().earlier(text) if self._before else None
        return text

    def clear(self) -> None:
        """Keep none."""
        self._last = None
        self._before.clear()


def _change(earlier: str, later: str) -> _Change:
    begins = _alike(earlier, later)
    ends = _alike(earlier[begins:][::-1], later[begins:][::-1])
    return _Change(begins, earlier[begins : len(earlier) - ends], ends)


def _alike(one: str, other: str) -> int:
    """Give the number of characters that two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
