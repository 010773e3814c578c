"""The words of the text checks: wrong and right characters, colloquial words, sounds, common words and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from operator import add
from typing import Any, NamedTuple

from generator.problems import Level
from generator.resources import Templates, yaml_texts
from generator.wordlist import by_first_character, common_words, is_common_word, word_lines


class Slip(NamedTuple):
    """A wrong word, what it should be, and how sure that is."""

    wrong: str
    right: str
    level: Level = Level.WARNING


class Vocabulary:
    """The words of 用语.yaml, each kind made of its lines when it is asked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Keep the lines of each kind."""
        self._data = data

    @cached_property
    def slips(self) -> Mapping[str, Slip]:
        """Wrong words."""
        levels = ((Level(grade), lines) for grade, lines in self._data["错别字"].items())
        return {wrong: Slip(wrong, right, level) for level, lines in levels for wrong, right in _pairs(lines)}

    @cached_property
    def spared(self) -> tuple[str, ...]:
        """What must be left alone though a wrong word is in it."""
        return tuple(self._data["别碰"].split())

    @cached_property
    def colloquial(self) -> Mapping[str, str]:
        """Colloquial words, with what to write."""
        return dict(_pairs(self._data["口语"]))

    @cached_property
    def of_one_meaning(self) -> Mapping[str, str]:
        """Pairs of words of one meaning, with the one to keep."""
        return dict(_side_by_side(self._data["叠用"]))

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Short names that take quotes."""
        return tuple(self._data["加引号"].split())


@cache
def vocabulary() -> Vocabulary:
    """Give the wrong and colloquial words of 用语.yaml; read once a process."""
    return Vocabulary(yaml_texts(Templates().read("文字/用语.yaml").text))


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [(wrong, right) for wrong, _, right in (line.partition(" → ") for line in lines.splitlines())]


def _side_by_side(lines: str) -> Iterator[tuple[str, str]]:
    """Give any word before ｜ followed by any word behind it, and the one to keep: the first, or what → names."""
    for line in lines.splitlines():
        words, _, kept = line.partition(" → ")
        firsts, seconds = (side.split() for side in words.split("｜"))
        yield from ((first + second, kept or first) for first in firsts for second in seconds)


@cache
def official_words() -> frozenset[str]:
    """Give the words of two characters that laws and reports are made of."""
    parts = {phrase[at : at + 2] for phrase in phrases() for at in range(len(phrase) - 1)}
    return by_first_character("公文词.txt") | (parts & common_words())


def covered(text: str, start: int, end: int) -> bool:
    """Tell whether the first or last character of a stretch belongs to a common word with its neighbour outside.

    Then the stretch is no word of its own: 会仪 in 大会仪式 is only where two words meet.
    """
    return is_common_word(text[max(0, start - 1) : start + 1]) or is_common_word(text[end - 1 : end + 1])


@lru_cache(maxsize=512)
def loose(text: str) -> tuple[int, ...]:
    """Give the places of the Chinese characters that make no common word with either neighbour."""
    words = common_words()
    bound = bytes(map(words.__contains__, map(add, text, text[1:])))
    apart = (match.start() for match in _APART.finditer(b"\0" + bound + b"\0"))
    return tuple(at for at in apart if "\u4e00" <= text[at : at + 1] <= "\u9fff")


_APART = re.compile(rb"(?=\0\0)")


@cache
def sounds() -> dict[str, int]:
    """Give a number to each character; those that sound alike (z and zh, n and ng as one) have the same."""
    return {sign: number for number, line in enumerate(sound_groups()) for sign in line}


@cache
def sound_groups() -> tuple[str, ...]:
    """Give the characters that sound alike, group by group."""
    return tuple(word_lines("读音.txt"))


@cache
def simplified() -> dict[str, str]:
    """Give the simplified character for each traditional one."""
    lines = word_lines("繁简.txt")
    return {
        old: new
        for above, below in zip(lines[::2], lines[1::2], strict=True)
        for old, new in zip(above, below, strict=True)
    }


@cache
def seldom_alone() -> Mapping[str, str]:
    """Give the characters that are no words, each with how seldom it stands alone."""
    rows = (line.split("：", 1) for line in word_lines("不单用.txt"))
    return {sign: kind for kind, signs in rows for sign in signs}


@cache
def phrases() -> frozenset[str]:
    """Give the standing phrases of official prose."""
    return frozenset(word for line in word_lines("词组.txt") for word in line.split())


class SetPhrase(NamedTuple):
    """What stands before a place in a set phrase and behind it, one of them perhaps empty, and what may stand there."""

    before: str
    behind: str
    words: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """What the phrase is known by: the longer of the two."""
        return max(self.before, self.behind, key=len)


@cache
def set_phrases() -> Mapping[str, tuple[SetPhrase, ...]]:
    """Give the phrases of 套语.txt by their anchors."""
    anchored: dict[str, tuple[SetPhrase, ...]] = {}
    for line in word_lines("套语.txt"):
        phrase, _, words = line.partition("：")
        before, _, behind = phrase.partition("＿")
        one = SetPhrase(before, behind, tuple(words.split()))
        anchored[one.anchor] = (*anchored.get(one.anchor, ()), one)
    return anchored


@cache
def names() -> dict[str, tuple[str, ...]]:
    """Give what is written in one way only, by kind: 机构, 文件, 提法, 简语, and 别名, which are right beside them."""
    kinds: dict[str, tuple[str, ...]] = {}
    for line in word_lines("名称.txt"):
        kind, _, words = line.partition("：")
        kinds[kind] = (*kinds.get(kind, ()), *chain.from_iterable(map(_spelt_out, words.split())))
    return kinds


def _spelt_out(name: str) -> tuple[str, ...]:
    """Give every name that one with a choice of characters in brackets stands for."""
    head, choice, rest = name.partition("[")
    signs, _, tail = rest.partition("]")
    return tuple(f"{head}{sign}{tail}" for sign in signs) if choice else (name,)


@cache
def _rows() -> dict[str, str]:
    return dict(line.split("：", 1) for line in word_lines("词频.txt"))


@cache
def rare_words(head: str) -> dict[str, int]:
    """Give for each word of 词频.txt that begins with a character how rare it is.

    That is twice the natural logarithm of one in how many words it is. The file is read as far as a text asks for it.
    """
    rare: dict[str, int] = {}
    number = 0
    for piece in _rows().get(head, "").split():
        if piece.isascii():
            number = int(piece)
        else:
            rare[head if piece == "·" else head + piece] = number
    return rare
