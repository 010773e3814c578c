"""Pairs of words that go together, and where in a text one of the two is another word that sounds or looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.alike import are_alike
from generator.checks.scan import WordSearch
from generator.checks.vocabulary import sounds
from generator.patterns import pattern
from generator.wordlist import common_words, word_lines

_WIDTH = 2
_NO_SOUND = 10_000
"""Above the number of any sound: a sign without one is like itself alone."""


class Mistaken(NamedTuple):
    """A stretch of two characters, the word that is meant by them, and the pair that it makes."""

    start: int
    end: int
    meant: str
    pair: str


class _Partners:
    """What may stand beside a word: all of it, and what the table gives, by its sound and by one of its characters."""

    def __init__(self) -> None:
        self.allowed: set[str] = set()
        self.by_sound: dict[tuple[int, ...], str] = {}
        self.by_sign: dict[tuple[int, str], list[str]] = {}

    def add(self, words: list[str], *, meant: bool) -> None:
        """Allow some words; those that are `meant` may be what another that sounds or looks alike stands for."""
        for word in words if meant else ():
            self.by_sound.setdefault(_sound(word), word)
            for place, sign in enumerate(word):
                self.by_sign.setdefault((place, sign), []).append(word)
        self.allowed.update(words)

    def meant_by(self, said: str) -> str:
        """Give the word that two characters sound like, or are but for one that looks alike; "" for a right one."""
        if said in self.allowed:
            return ""
        same = self.by_sound.get(_sound(said), "")
        if said in common_words():
            return same
        if not _FUNCTIONAL.isdisjoint(said):
            return ""
        if same:
            return same
        near = (word for place, sign in enumerate(said) for word in self.by_sign.get((place, sign), ()))
        return next((word for word in near if all(map(_like, said, word))), "")


_COUNTED = pattern("[一两二三四五六七八九十几每][件起次条个项份场户名人处]")
"""A number and its measure word, which may stand before any noun: 每提一件诉求."""
_FUNCTIONAL = frozenset("除经由向对与将被从把给让使之其此该各每某和及或")
"""What is no part of a word that is written wrongly: 除经 in 除经依法批准."""


def _like(one: str, other: str) -> bool:
    return one == other or are_alike(one, other)


def _sound(word: str) -> tuple[int, ...]:
    return tuple(sounds().get(sign, ord(sign) + _NO_SOUND) for sign in word)


class _Pairs(NamedTuple):
    """What may stand behind each word and before each word, and where to look."""

    behind: dict[str, _Partners]
    before: dict[str, _Partners]
    words: WordSearch


_ALSO, _NEVER = "亦可：", "不报："


@cache
def _spared() -> frozenset[str]:
    """Give the words that are never taken for slips."""
    lines = (line.removeprefix(_NEVER) for line in word_lines("搭配.txt") if line.startswith(_NEVER))
    return frozenset(word for line in lines for word in line.split())


@cache
def _pairs() -> _Pairs:
    behind: dict[str, _Partners] = {}
    before: dict[str, _Partners] = {}
    for line in word_lines("搭配.txt"):
        if line.startswith(_NEVER):
            continue
        firsts, seconds = (side.split() for side in line.removeprefix(_ALSO).split("｜"))
        for words, partners, table in ((firsts, seconds, behind), (seconds, firsts, before)):
            for word in words:
                table.setdefault(word, _Partners()).add(partners, meant=not line.startswith(_ALSO))
    return _Pairs(behind, before, WordSearch({*behind, *before}))


def go_together(first: str, second: str) -> bool:
    """Tell whether the table has two words one behind the other: 限期, 整改."""
    partners = _pairs().behind.get(first)
    return partners is not None and second in partners.allowed


def mistaken_words(text: str) -> Iterator[Mistaken]:
    """Give each word beside one that it does not go with, where a word that does sounds or looks like it."""
    pairs, told = _pairs(), set[int]()
    for last, word in pairs.words.places(text):
        start, end = last + 1 - len(word), last + 1
        for at, table in ((end, pairs.behind), (start - _WIDTH, pairs.before)):
            said = text[at : at + _WIDTH] if at >= 0 else ""
            if len(said) < _WIDTH or word not in table or at in told or said in _spared():
                continue
            if at < start and _COUNTED.fullmatch(said):
                continue
            right = table[word].meant_by(said)
            if right and _stands(text, at, behind=at == end):
                told.add(at)
                yield Mistaken(at, at + _WIDTH, right, word + right if at == end else right + word)


def _stands(text: str, at: int, *, behind: bool) -> bool:
    """Tell whether the two characters at a place stand for themselves: none makes a word with what is beside them.

    With the word that they stand behind, or else before, they may make one only where they are a word themselves.
    """
    words, end = common_words(), at + _WIDTH
    last, first = text[end - 1 : end + 1], text[max(0, at - 1) : at + 1]
    outside, inside = (last, first) if behind else (first, last)
    return outside not in words and (inside not in words or text[at:end] in words)
