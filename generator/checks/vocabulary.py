"""The words of the text checks: wrong and right characters, colloquial words, sounds, common words and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from generator.problems import Level
from generator.resources import Templates, yaml_texts

_FOLDER = "文字"


class Slip(NamedTuple):
    """A wrong word, what it should be, and how sure that is."""

    wrong: str
    right: str
    level: Level = Level.WARNING


class Vocabulary(NamedTuple):
    """Wrong words, colloquial words, pairs of one meaning, and short names that take quotes.

    `spared` is what must be left alone though a wrong word is in it.
    """

    slips: Mapping[str, Slip]
    colloquial: Mapping[str, str]
    of_one_meaning: Mapping[str, str]
    quoted: tuple[str, ...]
    spared: tuple[str, ...]


def _lines(name: str) -> list[str]:
    text = Templates().read(f"{_FOLDER}/{name}").text
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def vocabulary() -> Vocabulary:
    """Give the wrong and colloquial words of 用语.yaml; read once a process."""
    data = yaml_texts(Templates().read(f"{_FOLDER}/用语.yaml").text)
    slips = {
        wrong: Slip(wrong, right, Level(grade))
        for grade, lines in data["错别字"].items()
        for wrong, right in _pairs(lines)
    }
    return Vocabulary(
        slips,
        dict(_pairs(data["口语"])),
        dict(_side_by_side(data["叠用"])),
        tuple(data["加引号"].split()),
        tuple(data["别碰"].split()),
    )


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [(wrong, right) for wrong, _, right in (line.partition(" → ") for line in lines.splitlines())]


def _side_by_side(lines: str) -> Iterator[tuple[str, str]]:
    """Give any word before ｜ followed by any word behind it, and the one to keep: the first, or what → names."""
    for line in lines.splitlines():
        words, _, kept = line.partition(" → ")
        firsts, seconds = (side.split() for side in words.split("｜"))
        yield from ((first + second, kept or first) for first in firsts for second in seconds)


@cache
def common_words() -> frozenset[str]:
    """Give the common words of two characters."""
    return _by_first_character("词表.txt")


def words_of_two(head: str) -> tuple[str, ...]:
    """Give the common words of two characters that begin with one."""
    return tuple(head + tail for tail in _tails().get(head, ""))


@cache
def _tails() -> dict[str, str]:
    return dict(line.split("：", 1) for line in _lines("词表.txt"))


@cache
def official_words() -> frozenset[str]:
    """Give the words of two characters that laws and reports are made of."""
    parts = {phrase[at : at + 2] for phrase in phrases() for at in range(len(phrase) - 1)}
    return _by_first_character("公文词.txt") | (parts & common_words())


def _by_first_character(name: str) -> frozenset[str]:
    parted = (line.partition("：") for line in _lines(name))
    return frozenset(chain.from_iterable(map(head.__add__, tails) for head, _, tails in parted))


def covered(text: str, start: int, end: int) -> bool:
    """Tell whether the first or last character of a stretch belongs to a common word with its neighbour outside.

    Then the stretch is no word of its own: 会仪 in 大会仪式 is only where two words meet.
    """
    words = common_words()
    return text[max(0, start - 1) : start + 1] in words or text[end - 1 : end + 1] in words


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
    return tuple(_lines("读音.txt"))


@cache
def simplified() -> dict[str, str]:
    """Give the simplified character for each traditional one."""
    lines = _lines("繁简.txt")
    return {
        old: new
        for above, below in zip(lines[::2], lines[1::2], strict=True)
        for old, new in zip(above, below, strict=True)
    }


@cache
def phrases() -> frozenset[str]:
    """Give the standing phrases of official prose."""
    return frozenset(word for line in _lines("词组.txt") for word in line.split())


@cache
def names() -> dict[str, tuple[str, ...]]:
    """Give what is written in one way only, by kind: 机构, 文件, 提法, 简语, and 别名, which are right beside them."""
    kinds: dict[str, tuple[str, ...]] = {}
    for line in _lines("名称.txt"):
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
    return dict(line.split("：", 1) for line in _lines("词频.txt"))


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
