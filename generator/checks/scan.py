"""Looking for many words at once, and what stands around a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

_FULL = str.maketrans("(),:;?!-－–０１２３４５６７８９", "（），：；？！———0123456789")
_ENDS = "。！？；\n"
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_QUOTE = re.compile(r"“[^“”\n]{1,60}”")


class Lexicon(Generic[Entry]):
    """Many words, found in one pass over a text; a longer word hides the shorter ones within it.

    `spared` are words that stand for nothing but hide what is within them.
    """

    def __init__(self, entries: Mapping[str, Entry], spared: Iterable[str] = ()) -> None:
        """Sort the words by their first two characters, the longest first; each has two characters or more."""
        self._entries = entries
        self._heads: dict[str, list[str]] = {}
        for word in sorted({*entries, *spared}, key=len, reverse=True):
            self._heads.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> Iterator[tuple[int, str, Entry]]:
        """Give each word found, from left to right, with where it starts and what it stands for."""
        heads, at, end = self._heads, 0, len(text) - 1
        while at < end:
            word = next((one for one in heads.get(text[at : at + 2], ()) if text.startswith(one, at)), None)
            if word is None:
                at += 1
                continue
            if word in self._entries:
                yield at, word, self._entries[word]
            at += len(word)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Give the text with full-width signs, half-width digits and one sort of dash, character for character."""
    return text.translate(_FULL)


def sentence_at(text: str, place: int) -> str:
    """Give the sentence, up to 。！？； or the line's end, that a place stands in."""
    start = max(text.rfind(sign, 0, place) for sign in _ENDS) + 1
    ends = [end for end in (text.find(sign, place) for sign in _ENDS) if end >= 0]
    return text[start : min(ends, default=len(text)) + 1]


@lru_cache(maxsize=512)
def _spans(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in pattern.finditer(text))


def in_title(text: str, place: int) -> bool:
    """Tell whether a place stands between 《 and 》."""
    return any(start < place < end for start, end in _spans(_TITLE, text))


def in_quotes(text: str, place: int) -> bool:
    """Tell whether a place stands between “ and ”."""
    return any(start < place < end for start, end in _spans(_QUOTE, text))
