"""Characters that are left alone when a text is cut into words: what never is a word, and what was typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from generator.checks.segment import costs, words_in
from generator.checks.vocabulary import official_words
from generator.wordlist import is_common_word, word_lines

_NEVER = "从不"


class Lone(NamedTuple):
    """A character by itself that never is a word, and a usual word that it may have been a part of."""

    start: int
    end: int
    meant: str


def lone_parts(text: str) -> Iterator[Lone]:
    """Give where a part of a word is left alone: 法律服务伍建设, 存在的题.

    What is seldom a word must have words of two and more characters on both sides, what never is one on one side.
    """
    kinds = _bound()
    for words in words_in(text):
        for number, (start, end) in enumerate(words):
            kind = kinds.get(text[start:end])
            if kind and not text[start - 1 : start].isdigit() and not _is_cut(text, start, number):
                beside = words[max(0, number - 1) : number + 2]
                long = sum(stop - begin > 1 for begin, stop in beside)
                if long == 2 or (long and kind == _NEVER):
                    yield Lone(start, end, _likeliest(text[start:end]))


def _is_cut(text: str, start: int, number: int) -> bool:
    """Tell whether what passed for a measure word behind a figure is the head of the first word: 4-31组织宣传."""
    return number == 0 and is_common_word(text[max(0, start - 1) : start + 1])


@lru_cache(maxsize=512)
def typed_twice(text: str) -> frozenset[int]:
    """Give the places of characters left alone beside a word that begins or ends with the same: 强强化, 效率率."""
    pairs = chain.from_iterable(map(pairwise, words_in(text)))
    return frozenset(
        middle - 1
        for (start, middle), (_middle, end) in pairs
        if text[middle - 1] == text[middle] and (middle - start == 1) != (end - middle == 1)
    )


@cache
def _bound() -> dict[str, str]:
    """Give the characters that are no words, each with how seldom it stands alone."""
    rows = (line.split("：", 1) for line in word_lines("不单用.txt"))
    return {sign: kind for kind, signs in rows for sign in signs}


@cache
def _likeliest(sign: str) -> str:
    """Give the most usual word of two characters that one begins or ends."""
    words = (word for word in official_words() if sign in word)
    return min(words, key=lambda word: (costs(word[0]).get(word, 99), word), default="")
