"""The common words of two characters, and whether a text may be cut at a place without cutting one."""

from __future__ import annotations

from functools import cache
from itertools import chain

from generator.resources import Templates

_FOLDER = "文字"


def word_lines(name: str) -> list[str]:
    """Give the lines of a list of words in templates/文字, without its notes."""
    text = Templates().read(f"{_FOLDER}/{name}").text
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def by_first_character(name: str) -> frozenset[str]:
    """Give the words of a list whose lines name the first character and then all that may stand behind it."""
    return frozenset(chain.from_iterable(map(head.__add__, tails) for head, tails in _tails(name).items()))


@cache
def _tails(name: str) -> dict[str, str]:
    return dict(line.split("：", 1) for line in word_lines(name))


@cache
def common_words() -> frozenset[str]:
    """Give the common words of two characters."""
    return by_first_character("词表.txt")


def words_of_two(head: str) -> tuple[str, ...]:
    """Give the common words of two characters that begin with one."""
    return tuple(map(head.__add__, _tails("词表.txt").get(head, "")))


def cuts_word(text: str, at: int) -> bool:
    """Tell whether a cut before `text[at]` goes through a word: 合|格率, 从|轻处罚, but 有|人民调解员 does not.

    The characters beside the cut are a word, and neither of them begins or ends another one with its other neighbour.
    """
    if not 0 < at < len(text):
        return False
    words = common_words()
    behind, ahead = text[at : at + 2] in words, at > 1 and text[at - 2 : at] in words
    return text[at - 1 : at + 1] in words and not behind and not ahead
