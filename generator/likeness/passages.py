"""Passages: sentences alike that stand together in two reports, in whatever order, and with some words changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.likeness.index import SentencePair
from generator.likeness.reading import TO_THE_LETTER

_AROUND = 3
"""Beside sentences alike others are looked for within so many."""
_ALIKE_BESIDE = 58
"""Beside a sentence alike one of which so much in a hundred is the same is of the same passage."""
_FEWEST, _SHORT, _LONG = 2, 40, 48
"""A passage is two sentences of so many characters together, or one that is so long."""


class SharedPassage(NamedTuple):
    """A run of sentences that two reports share: pairs of their numbers, in the order of the first report."""

    pairs: tuple[SentencePair, ...]


def shared_runs(
    first: Sequence[str], second: Sequence[str], alike: Sequence[SentencePair]
) -> tuple[SharedPassage, ...]:
    """Give the passages that two reports share: their sentences' normal forms, and the pairs of those that are alike.

    What is too short to tell of copying is left out.
    """
    pairs = _extended(first, second, _one_each(first, second, alike))
    return tuple(
        SharedPassage(tuple(sorted(run)))
        for run in _runs(sorted(pairs.items()))
        if _tells([first[one] for one, _other in run])
    )


def _one_each(first: Sequence[str], second: Sequence[str], alike: Sequence[SentencePair]) -> dict[int, int]:
    """Give each sentence one that it is alike: the likest, and among equals the one that goes on from the last."""
    from rapidfuzz.fuzz import ratio

    taken: dict[int, int] = {}
    others: set[int] = set()
    rated = sorted((-ratio(first[one], second[other]), one, other) for one, other in alike)
    for _likeness, one, other in rated:
        if one not in taken and other not in others:
            taken[one] = other
            others.add(other)
    return taken


def _extended(first: Sequence[str], second: Sequence[str], pairs: dict[int, int]) -> dict[int, int]:
    """Add the sentences beside those alike that are less so, and again those beside them."""
    from rapidfuzz.fuzz import ratio

    found = dict(pairs)
    free = set(range(len(second))) - set(found.values())
    waiting = sorted(found)
    while waiting:
        at = waiting.pop()
        for one in range(max(0, at - _AROUND), min(len(first), at + _AROUND + 1)):
            if one in found or first[one].startswith(TO_THE_LETTER):
                continue
            beside = _beside(found, one, free)
            rated = [
                (ratio(first[one], second[other], score_cutoff=_ALIKE_BESIDE), other) for other in beside
            ]
            likest, other = max(rated, default=(0.0, 0))
            if likest and not second[other].startswith(TO_THE_LETTER):
                found[one] = other
                free.discard(other)
                waiting.append(one)
    return found


def _beside(found: dict[int, int], one: int, free: set[int]) -> list[int]:
    """Give the free sentences of the second report near those that the neighbours of one are alike."""
    near = (found[other] for other in range(one - _AROUND, one + _AROUND + 1) if other in found)
    return sorted({to for at in near for to in range(at - _AROUND, at + _AROUND + 1)} & free)


def _runs(pairs: list[SentencePair]) -> Iterator[list[SentencePair]]:
    """Part pairs where a gap lies between them in either report; within a run their order may differ."""
    waiting = [pairs]
    while waiting:
        run = waiting.pop()
        parted = next((parts for side in (0, 1) if len(parts := list(_parted(run, side))) > 1), None)
        if parted is None:
            if run:
                yield run
        else:
            waiting += reversed(parted)


def _parted(run: list[SentencePair], side: int) -> Iterator[list[SentencePair]]:
    """Part pairs where more than a few sentences of one report lie between them."""
    part: list[SentencePair] = []
    for pair in sorted(run, key=lambda one: one[side]):
        if part and pair[side] - part[-1][side] > _AROUND:
            yield part
            part = []
        part.append(pair)
    if part:
        yield part


def _tells(texts: Sequence[str]) -> bool:
    """Tell whether sentences are so many and so long that nobody writes them twice by chance."""
    length = sum(map(len, texts))
    return length >= (_SHORT if len(texts) >= _FEWEST else _LONG)
