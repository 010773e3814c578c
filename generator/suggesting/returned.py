"""A report that comes back from Word against what was rendered: which sentences are changed, gone, new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.patterns import pattern

_END = pattern(r"[。！？：]+[”’）》]*")
_ORDER = pattern(
    "^(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[0-9]+[.．、])"
)
_ALIKE = 0.45
_LONGEST = 400
_AHEAD = 8
"""A sentence that a person moved further than this is told as one that is gone and one that is new."""


class ReturnedChange(NamedTuple):
    """A sentence as it was and as it came back; `old` is empty for a new one, `new` for one that is gone.

    `number` is that of the sentence among those that were rendered, of a new one that of the sentence before it.
    """

    old: str
    new: str
    number: int


def sentences_of(text: str) -> list[str]:
    """Cut a paragraph into its sentences as the draft does."""
    cut, start = [], 0
    for end in _END.finditer(text):
        cut.append(text[start : end.end()])
        start = end.end()
    return [one.strip() for one in (*cut, text[start:]) if one.strip()]


def without_order(sentence: str) -> str:
    """Give a sentence without its 一是, （一） or 1.: these follow from the others."""
    return _ORDER.sub("", sentence)


def returned_changes(old: Sequence[str], new: Sequence[str]) -> list[ReturnedChange]:
    """Give what is not the same in two lists of sentences, in the order of the report; numbering does not count."""
    before, after = [[without_order(one) for one in side] for side in (old, new)]
    changes: list[ReturnedChange] = []
    for kind, left, right, low, high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += _paired(old, new, (left, right), (low, high))
    return changes


def _paired(
    old: Sequence[str], new: Sequence[str], gone: tuple[int, int], come: tuple[int, int]
) -> Iterator[ReturnedChange]:
    """Pair what was with what came in its place, in order, where they are alike."""
    at = come[0]
    for number in range(*gone):
        nearest = range(at, min(at + _AHEAD, come[1]))
        likeness = [(_likeness(old[number], new[other]), other) for other in nearest]
        best, other = max(likeness, default=(0.0, at), key=lambda pair: (pair[0], -pair[1]))
        if best < _ALIKE:
            yield ReturnedChange(old[number], "", number)
            continue
        yield from (ReturnedChange("", new[one], number - 1) for one in range(at, other))
        yield ReturnedChange(old[number], new[other], number)
        at = other + 1
    yield from (ReturnedChange("", new[one], gone[1] - 1) for one in range(at, come[1]))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
