"""Which of two figures notes say that holds: 以31件为准, 更正！是29件，以这个为准."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.notes import NoteLine, Notes
from generator.numbers.prose import figures
from generator.patterns import pattern

_NAMED = pattern("(?:以|按)(?P<what>[^，。；]{0,60})(?:为准|来算)")
_OURS = pattern(r"用我们(?:这个|的)(?P<number>[0-9]+(?:\.[0-9]+)?)")
_THIS = pattern("以(?:这个|此|这次|本次|上面)(?:数)?为准")
_BARE = pattern(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?:为准|来算)")
_NUMBER = pattern(r"[0-9]+(?:\.[0-9]+)?")


class Holding:
    """Knows the numbers that notes name as those that hold."""

    def __init__(self, notes: Notes) -> None:
        """Look for them in all lines."""
        self._numbers = frozenset(
            number for part in notes.parts if isinstance(part, NoteLine) for number in _numbers(part.text)
        )

    def names(self, sentence: str, written: str) -> bool:
        """Tell whether a figure of a sentence is named there or elsewhere as the one that holds."""
        return bool(_THIS.search(sentence)) or not self._numbers.isdisjoint(_NUMBER.findall(written))


def _numbers(text: str) -> Iterator[str]:
    for said in _NAMED.finditer(text):
        for figure in figures(said["what"]):
            yield from _NUMBER.findall(figure.text)
    yield from (one["number"] for found in (_OURS, _BARE) for one in found.finditer(text))
