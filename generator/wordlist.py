"""The common words of two characters, and whether a text may be cut at a place without cutting one."""

from __future__ import annotations

from functools import cache
from itertools import chain

from generator.resources import Templates

_FOLDER = "文字"
_COMMON = "词表.txt"


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
    return by_first_character(_COMMON)


def is_common_word(words: str) -> bool:
    """Tell whether a few characters are one of `common_words`, without putting all of them together."""
    return len(words) == 2 and words[1] in _tails(_COMMON).get(words[0], "")


def words_of_two(head: str) -> tuple[str, ...]:
    """Give the common words of two characters that begin with one."""
    return tuple(map(head.__add__, _tails(_COMMON).get(head, "")))


def cuts_word(text: str, at: int) -> bool:
    """Tell whether a cut before `text[at]` goes through a word: 合|格率, 从|轻处罚, but 有|人民调解员 does not.

    The characters beside the cut are a word, and neither of them begins or ends another one with its other neighbour.
    """
    if not 0 < at < len(text):
        return False
    if not is_common_word(text[at - 1 : at + 1]):
        return False
    return not (is_common_word(text[at : at + 2]) or (at > 1 and is_common_word(text[at - 2 : at])))
