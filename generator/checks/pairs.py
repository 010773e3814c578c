"""Pairs of words that go together, and where in a text one of the two is another word that sounds or looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.alike import are_alike
from generator.checks.scan import WordSearch
from generator.checks.vocabulary import sounds
from generator.wordlist import common_words, word_lines

_WIDTH = 2


class Mistaken(NamedTuple):
    """A stretch of two characters, the word that is meant by them, and the pair that it makes."""

    start: int
    end: int
    meant: str
    pair: str


class _Pairs(NamedTuple):
    """What may stand behind each word and before each word, and where to look."""

    behind: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    words: WordSearch


@cache
def _pairs() -> _Pairs:
    behind: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for line in word_lines("搭配.txt"):
        firsts, seconds = (side.split() for side in line.split("｜"))
        for first in firsts:
            behind.setdefault(first, set()).update(seconds)
        for second in seconds:
            before.setdefault(second, set()).update(firsts)
    return _Pairs(
        {word: frozenset(those) for word, those in behind.items()},
        {word: frozenset(those) for word, those in before.items()},
        WordSearch({*behind, *before}),
    )


def mistaken_words(text: str) -> Iterator[Mistaken]:
    """Give each word beside one that it does not go with, where a word that does sounds or looks like it."""
    pairs = _pairs()
    told: set[int] = set()
    for last, word in pairs.words.places(text):
        start, end = last + 1 - len(word), last + 1
        for at, meant in (
            (end, pairs.behind.get(word, frozenset())),
            (start - _WIDTH, pairs.before.get(word, frozenset())),
        ):
            said = text[at : at + _WIDTH] if at >= 0 else ""
            right = _meant(said, meant) if len(said) == _WIDTH and said not in meant else ""
            if right and at not in told and _stands(text, at, start if at > start else end, said):
                told.add(at)
                pair = word + right if at == end else right + word
                yield Mistaken(at, at + _WIDTH, right, pair)


@lru_cache(maxsize=4096)
def _meant(said: str, meant: frozenset[str]) -> str:
    """Give the word that sounds like what is said, both characters the same or alike, and at least one not."""
    sound = sounds()
    key = tuple(sound.get(sign) for sign in said)
    if None in key:
        return ""
    same = sorted(word for word in meant if tuple(sound.get(sign) for sign in word) == key)
    if same:
        return same[0]
    if said in common_words():
        return ""
    near = (word for word in sorted(meant) if _near(said, word))
    return next(near, "")


def _near(said: str, word: str) -> bool:
    return all(one == other or are_alike(one, other) for one, other in zip(said, word, strict=True))


def _stands(text: str, at: int, beside: int, said: str) -> bool:
    """Tell whether the two characters stand as a word, and none of them belongs to one with what is outside."""
    words, end = common_words(), at + _WIDTH
    outside = text[end - 1 : end + 1] if at > beside - _WIDTH else text[at - 1 : at + 1] if at else ""
    inner = text[at - 1 : at + 1] if at > beside - _WIDTH else text[end - 1 : end + 1]
    return outside not in words and not (inner in words and said not in words)
