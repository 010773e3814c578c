"""Characters that are left alone when a text is cut into words: what never is a word, and what was typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from generator.checks.segment import costs, words_in
from generator.checks.sounding import said_together
from generator.checks.vocabulary import official_words, phrases, seldom_alone
from generator.wordlist import is_common_word

_NEVER = "从不"


class Lone(NamedTuple):
    """A character by itself that never is a word, and a usual word that it may have been a part of."""

    start: int
    end: int
    meant: str


def lone_parts(text: str) -> Iterator[Lone]:
    """Give where a part of a word is left alone: 法律服务伍建设, 存在的题.

    What never is a word must have words of two and more characters on both sides, or on one side one that it goes
    with if it is made whole; what seldom is a word must have both. A short name has neither: 农技站, 监督执纪.
    """
    kinds = seldom_alone()
    for words in words_in(text):
        for number, (start, end) in enumerate(words):
            kind = kinds.get(text[start:end])
            if kind and not text[start - 1 : start].isdigit() and not _is_cut(text, start, number):
                beside = words[max(0, number - 1) : number + 2]
                long = sum(stop - begin > 1 for begin, stop in beside)
                if (long == 2 and kind == _NEVER) or (
                    (long == 2 or (long and kind == _NEVER)) and _is_known_whole(text, words, number)
                ):
                    yield Lone(start, end, _likeliest(text[start:end]))


def _is_known_whole(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a usual word that a character is a half of is known to stand beside one of its neighbours."""
    start, end = words[number]
    before = text[slice(*words[number - 1])][-_PAIR:] if number else ""
    behind = text[slice(*words[number + 1])][:_PAIR] if number + 1 < len(words) else ""
    pairs = _pairs()
    return any(before + one in pairs or one + behind in pairs for one in _words_with(text[start:end]))


def _is_cut(text: str, start: int, number: int) -> bool:
    """Tell whether what passed for a measure word behind a figure is the head of the first word: 4-31组织宣传."""
    return number == 0 and is_common_word(text[max(0, start - 1) : start + 1])


OFTEN_ALONE = frozenset(
    "持证含送到入至于做受用写看来去为的和在与以等将被对由把向从使让给了着过及或并且而则也都均已未不无有是能可会应须需要请每各该本我全共约达近余多个名件次场起份条户项处人年月日时上下中内外前后说讲听问查抓严"
    "真细实强高低好大小新旧法站室所队员者性化类型式率度力量点区镇乡村县市局办院校厅部委组长群库单书表册栏牌屏车号段期批种线面班课社帮管促推按经据靠进出占较比同又再还就即便先仍常必宜更最很太清净齐足弱硬软稳"
    "快优准明畅透深浅满密精案访定列工省团园国学评议防治护建改审验收权费税款依路游称"
)
"""What often is a word by itself, or the end of a name: 微信群, 责任追究制."""
_WORDS = OFTEN_ALONE | frozenset("围带录制广街城馆网店家厂教谈守判整干")


def lost_halves(text: str) -> Iterator[Lone]:
    """Give a character where a word belongs that goes with those beside it: 反馈问整改, 明确任、.

    The word that it begins or ends is known to stand behind the word before it, and before the one behind it unless it
    ends the clause.
    """
    for words in words_in(text):
        for number, (start, end) in enumerate(words[1:], 1):
            if end - start > 1 or text[start] in _WORDS:
                continue
            before = text[slice(*words[number - 1])][-_PAIR:]
            behind = text[slice(*words[number + 1])][:_PAIR] if number + 1 < len(words) else ""
            ends = not behind and text[end : end + 1] in _STOPS
            for word in _words_with(text[start]) if len(before) == _PAIR else ():
                if (
                    word not in _SAID_SHORT
                    and before + word in _pairs()
                    and (ends or word + behind in _pairs())
                ):
                    yield Lone(start, end, word)
                    break


_SAID_SHORT = frozenset({"担任"})
"""What is as well said with one character: 由镇长任组长."""
_PAIR = 2
_STOPS = "，。；、"


def goes_with_neighbours(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether a word is known to stand beside the word before a stretch, or the one behind it."""
    before, behind = text[max(0, start - _PAIR) : start], text[end : end + _PAIR]
    return before + word in _pairs() or word + behind in _pairs()


@cache
def _pairs() -> frozenset[str]:
    """Give two words that are often said one behind the other, and those that phrases are made of."""
    usual = official_words()
    windows = (phrase[at : at + 2 * _PAIR] for phrase in phrases() for at in range(len(phrase) - 3))
    return said_together() | {pair for pair in windows if pair[:_PAIR] in usual and pair[_PAIR:] in usual}


@cache
def _words_with(sign: str) -> tuple[str, ...]:
    """Give the usual words that one character begins or ends, in a fixed order."""
    return tuple(sorted(word for word in official_words() if sign in word))


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
def _likeliest(sign: str) -> str:
    """Give the most usual word of two characters that one begins or ends."""
    return min(_words_with(sign), key=lambda word: (costs(word[0]).get(word, 99), word), default="")
