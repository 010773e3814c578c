"""What stands in a text almost as a name that is written in one way only: one slip away, and so a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.checks.alike import are_alike
from generator.checks.vocabulary import common_words, names, phrases
from generator.formulations import library

_SEED = 3
"""So many characters at the head of a name, or at its end, are right where one slip is in it."""
_SHORTEST = 5
_TAIL = "委员会"
"""An end that so many names have counts for little."""


class NearMiss(NamedTuple):
    """A stretch of a text, the name that is meant by it, how they differ, and whether by a slip for sure."""

    start: int
    end: int
    meant: str
    difference: str
    sure: bool


class _Slip(NamedTuple):
    """A slip as read from one end of a name: the length of text, where in it the slip is, how long, and what."""

    length: int
    first: int
    width: int
    difference: str
    sure: bool = False


class _Index(NamedTuple):
    """Names by their first characters and, turned round, by their last; all that is right; what may lose a word."""

    forward: Mapping[str, tuple[str, ...]]
    backward: Mapping[str, tuple[str, ...]]
    right: Mapping[str, tuple[str, ...]]
    proper: frozenset[str]


@cache
def _index() -> _Index:
    kinds = names()
    proper = frozenset((*kinds["机构"], *kinds["文件"]))
    meant = {name for name in (*proper, *kinds["提法"]) if len(name) >= _SHORTEST}
    right = {*meant, *kinds["别名"], *library().law_names, *phrases()}
    turned = frozenset(name[::-1] for name in proper)
    return _Index(
        _by_head(meant),
        _by_head(name[::-1] for name in meant),
        _by_head(name for name in right if len(name) > _SEED),
        proper | turned,
    )


def _by_head(given: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in sorted(given, key=lambda name: (-len(name), name)):
        heads.setdefault(name[:_SEED], []).append(name)
    return {head: tuple(those) for head, those in heads.items()}


def near_misses(text: str) -> list[NearMiss]:
    """Give each stretch of a text that is a name but for one slip, from left to right, none within another.

    A slip is a character or two that are others, lost or too many, or two pieces that changed places.
    """
    misses = sorted(_misses(text), key=lambda miss: (miss.start, miss.start - miss.end))
    told: list[NearMiss] = []
    for miss in misses:
        if not told or miss.start >= told[-1].end:
            told.append(miss)
    return told


def _misses(text: str) -> Iterator[NearMiss]:
    index, size = _index(), len(text)
    backward = text[::-1]
    right = [place for place in _right(text, index)]
    for at, name, slip in _slips(text, index.forward, index.proper):
        zone = (at + slip.first, at + slip.first + slip.width)
        end = at + slip.length
        if not _splits(text, end) and not any(
            start <= zone[0] and zone[1] <= stop >= end for start, stop in right
        ):
            yield NearMiss(at, end, name, slip.difference, slip.sure)
    for at, name, slip in _slips(backward, index.backward, index.proper):
        zone = (size - at - slip.first - slip.width, size - at - slip.first)
        start, end = size - at - slip.length, size - at
        if not _splits(text, start) and not any(
            begin <= start and zone[1] <= stop and begin <= zone[0] for begin, stop in right
        ):
            yield NearMiss(start, end, name[::-1], slip.difference, slip.sure)


def _right(text: str, index: _Index) -> Iterator[tuple[int, int]]:
    """Give the places of all names and phrases that stand there rightly."""
    for at in range(len(text) - _SEED):
        for name in index.right.get(text[at : at + _SEED], ()):
            if text.startswith(name, at):
                yield at, at + len(name)


def _slips(
    text: str, heads: Mapping[str, tuple[str, ...]], proper: frozenset[str]
) -> Iterator[tuple[int, str, _Slip]]:
    for at in range(len(text) - _SEED):
        for name in heads.get(text[at : at + _SEED], ()):
            if not text.startswith(name, at):
                slip = _slip(text, at, name, may_lose_words=name in proper)
                if slip:
                    yield at, name, slip


def _slip(text: str, at: int, name: str, *, may_lose_words: bool) -> _Slip | None:
    """Give the one slip that a text from a place on has in a name, where it is the name but for that."""
    same = _SEED
    while text[at + same : at + same + 1] == name[same]:
        same += 1
    here, left, size = at + same, len(name) - same, len(name)
    if left == 1 and are_alike(text[here : here + 1], name[same]):
        return _Slip(size, same, 1, "错字", sure=True)
    for one in range(1, min(4, left)):
        for other in range(1, min(4, left - one + 1)):
            swapped = name[same + one : same + one + other] + name[same : same + one]
            if text.startswith(swapped + name[same + one + other :], here):
                return _Slip(size, same, one + other, "颠倒", sure=True)
    common = 2 if name.startswith(_TAIL[::-1]) or name.endswith(_TAIL) else 0
    for lost in range(1, min(4 if may_lose_words else 2, left)):
        if text.startswith(name[same + lost :], here) and _holds(same, left - lost, size - lost - common):
            return _Slip(size - lost, same - 1, 2, "漏字") if _written(name[same : same + lost]) else None
    for wrong in range(1, min(3 if may_lose_words else 2, left)):
        said, meant = text[here : here + wrong], name[same : same + wrong]
        if text.startswith(name[same + wrong :], here + wrong) and _written(said + meant):
            alike = wrong == 1 and are_alike(said, meant)
            return (
                _Slip(size, same, wrong, "错字", alike)
                if alike or _holds(same, left - wrong, size - 2 * wrong - common)
                else None
            )
    for more in (1, 2):
        said = text[here : here + more]
        if text.startswith(name[same:], here + more) and _written(said):
            doubled = said in (name[same - 1], name[same - 2 : same])
            if doubled or (
                _holds(same, left + 1, size - common)
                and (more == 1 or (may_lose_words and said in common_words()))
            ):
                return _Slip(size + more, same, more, "多字", doubled)
    return None


def _holds(near: int, far: int, size: int) -> bool:
    """Tell whether enough stands on both sides of a slip: 政策委员会 is no 政法委员会, 民委员会 no 民族事务委员会."""
    return size >= _SHORTEST - 1 and (far > 1 or near > _SEED)


def _written(said: str) -> bool:
    return all("\u4e00" <= sign <= "\u9fff" for sign in said)


def _splits(text: str, place: int) -> bool:
    """Tell whether a word goes on over a place."""
    return text[place - 1 : place + 1] in common_words() if place else False
