"""What stands in a text almost as a name that is written in one way only: one slip away, and so a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.alike import are_alike
from generator.checks.scan import WordSearch, all_characters
from generator.checks.vocabulary import names, phrases, set_phrases
from generator.formulations import library
from generator.wordlist import is_common_word

_SEED = 3
"""So many characters at the head of a name, or at its end, are right where one slip is in it."""
_REACH = 6
"""No slip is longer: two pieces of three characters each that changed places."""
_SHORTEST = 5
_LONG = 12
"""Of a row that stands right so far, the last character alone may be any other: 执法必严、违法必查."""
_OFFICES = frozenset("局所办")
"""What is left of a name that lost the character before its last: 应急管局."""
_SIZES = frozenset("小微大新老主多总")
"""An adjective of one character, which may stand in a phrase: 法治文化小公园."""
_HOW = ("共同", "一体", "有机", "相互", "全面", "决定")
"""Behind these the last word of a row is set too: 依法治国、依法执政、依法行政共同推进."""
_ADVERBS = frozenset("的被应须需均已未不也都可")
"""A word of one character that a phrase may take into itself: 行政机关负责人应出庭应诉."""
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
    """A slip as read from one end of a name: the length of text, where in it the slip is, how long, and what.

    `words` are the characters lost or too many, as read from that end.
    """

    length: int
    first: int
    width: int
    kind: str
    sure: bool = False
    words: str = ""


class _Candidate(NamedTuple):
    """What may be a near miss: its far end from where the name was begun to be read, and the place of its slip."""

    miss: NearMiss
    far: int
    first: int
    last: int

    def stands(self, text: str) -> bool:
        """Tell whether no word goes on beyond it, and nothing that is right holds both the slip and the far end."""
        begins, ends = min(self.first, self.far), max(self.last, self.far)
        if self.far > 0 and is_common_word(text[self.far - 1 : self.far + 1]):
            return False
        right = _right(text)
        stops = range(ends, begins + _longest_right() + 1)
        return not any(right.get(stop, stop) <= begins for stop in stops)


class _Index(NamedTuple):
    """Names by their first characters and, turned round, by their last; where to look; what may lose words."""

    forward: Mapping[str, tuple[str, ...]]
    backward: Mapping[str, tuple[str, ...]]
    seeds: WordSearch
    proper: frozenset[str]


@cache
def _index() -> _Index:
    kinds = names()
    proper = frozenset((*kinds["机构"], *kinds["文件"]))
    meant = _meant()
    turned = frozenset(name[::-1] for name in proper)
    return _Index(
        _by_head(meant),
        _by_head(name[::-1] for name in meant),
        WordSearch({*set_phrases(), *(name[:_SEED] for name in meant), *(name[-_SEED:] for name in meant)}),
        proper | turned,
    )


def _meant() -> set[str]:
    kinds = names()
    every = (*kinds["机构"], *kinds["文件"], *kinds["提法"])
    return {name for name in every if len(name) >= _SHORTEST}


@cache
def _all_right() -> frozenset[str]:
    """Give all names and phrases that are right, longer than a seed."""
    right = {*_meant(), *names()["别名"], *library().law_names, *phrases()}
    return frozenset(name for name in right if len(name) > _SEED)


@cache
def _right_words() -> WordSearch:
    return WordSearch(_all_right())


@cache
def _longest_right() -> int:
    return max(map(len, _all_right()))


def _by_head(given: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in sorted(given, key=lambda name: (-len(name), name)):
        heads.setdefault(name[:_SEED], []).append(name)
    return {head: tuple(those) for head, those in heads.items()}


@lru_cache(maxsize=512)
def near_misses(text: str) -> tuple[NearMiss, ...]:
    """Give each stretch of a text that is a name but for one slip, from left to right, none within another.

    A slip is a character or two that are others, lost or too many, or two pieces that changed places.
    """
    standing = (one.miss for one in _candidates(text) if one.stands(text))
    misses = sorted(standing, key=lambda miss: (miss.start, miss.start - miss.end))
    told: list[NearMiss] = []
    for miss in misses:
        if not told or miss.start >= told[-1].end:
            told.append(miss)
    return tuple(told)


def sure_misses(text: str) -> Iterator[NearMiss]:
    """Give those that are slips for sure, among them some that are within others, in less time than all."""
    return (one.miss for one in _candidates(text) if one.miss.sure and one.stands(text))


@lru_cache(maxsize=512)
def seeds_in(text: str) -> tuple[tuple[int, str], ...]:
    """Give where in a text the first or last characters of a name stand, and the anchors of set phrases."""
    return tuple((end + 1 - len(word), word) for end, word in _index().seeds.places(text))


def _candidates(text: str) -> Iterator[_Candidate]:
    """Give every stretch that one slip parts from a name."""
    index, size = _index(), len(text)
    seeds = [(start, word) for start, word in seeds_in(text) if len(word) == _SEED]
    if not seeds:
        return
    for at, name, slip in _slips(text, seeds, index.forward, index.proper):
        end, first = at + slip.length, at + slip.first
        miss = NearMiss(at, end, name, _difference(slip.kind, slip.words), slip.sure)
        yield _Candidate(miss, end, first, first + slip.width)
    turned = [(size - _SEED - start, seed[::-1]) for start, seed in reversed(seeds)]
    for at, name, slip in _slips(text[::-1], turned, index.backward, index.proper):
        start, last = size - at - slip.length, size - at - slip.first
        miss = NearMiss(start, size - at, name[::-1], _difference(slip.kind, slip.words[::-1]), slip.sure)
        yield _Candidate(miss, start, last - slip.width, last)


def _difference(kind: str, words: str) -> str:
    return f"{kind}“{words}”" if words else kind


@lru_cache(maxsize=4)
def _right(text: str) -> dict[int, int]:
    """Give where names and phrases end that stand there rightly, with the start of the longest that ends there.

    Few texts have a slip that asks for them.
    """
    right: dict[int, int] = {}
    for end, name in _right_words().places(text):
        start = end + 1 - len(name)
        right[end + 1] = min(start, right.get(end + 1, start))
    return right


def _slips(
    text: str, seeds: Iterable[tuple[int, str]], heads: Mapping[str, tuple[str, ...]], proper: frozenset[str]
) -> Iterator[tuple[int, str, _Slip]]:
    """Give each name that begins at a seed and has a slip in it, with its place."""
    for at, seed in seeds:
        for name in heads.get(seed, ()):
            ends_near = name[-1] in text[at + _SEED : at + len(name) + 2] or text.startswith(
                name[: -2 if len(name) > _LONG + 1 else -1], at
            )
            if ends_near and not text.startswith(name, at):
                slip = _slip(text, at, name, may_lose_words=name in proper)
                if slip:
                    yield at, name, slip


class _Place(NamedTuple):
    """Where a text leaves a name: how the text goes on and how the name does, and how much of it stands before."""

    rest: str
    left: str
    name: str
    same: int
    proper: bool


def _slip(text: str, at: int, name: str, *, may_lose_words: bool) -> _Slip | None:
    """Give the one slip that a text from a place on has in a name, where it is the name but for that."""
    same = _SEED
    while text[at + same : at + same + 1] == name[same]:
        same += 1
    rest, left = text[at + same : at + len(name) + 2], name[same:]
    if len(left) > 1 and not (left[-1] in rest and left[_REACH:] in rest):
        return None  # behind any slip the name goes on to its end
    place = _Place(rest, left, name, same, may_lose_words)
    return _last(place) or _swapped(place) or _lost(place) or _wrong(place) or _more(place)


def _last(place: _Place) -> _Slip | None:
    if len(place.left) == 1 and are_alike(place.rest[:1], place.left):
        return _Slip(len(place.name), place.same, 1, "有错字", sure=True)
    if (
        len(place.left) == 1
        and "、" in place.name
        and place.same >= _LONG
        and all_characters(place.rest[:1] or " ")
    ):
        return _Slip(len(place.name), place.same, 1, "有错字")
    two = len(place.left) == 2 and "、" in place.name and place.same >= _LONG
    if two and place.name[place.same - 2 : place.same] in _HOW and is_common_word(place.rest[:2]):
        return _Slip(len(place.name), place.same, 2, "有错字")
    return None


def _swapped(place: _Place) -> _Slip | None:
    left = place.left
    if place.rest[:1] not in left[1:4]:
        return None
    for one in range(1, min(4, len(left))):
        for other in range(1, min(4, len(left) - one + 1)):
            if place.rest.startswith(left[one : one + other] + left[:one] + left[one + other :]):
                return _Slip(len(place.name), place.same, one + other, "颠倒了", sure=True)
    return None


def _lost(place: _Place) -> _Slip | None:
    left, size = place.left, len(place.name)
    if place.rest[:1] not in left[1:4]:
        return None
    for lost in range(1, min(4 if place.proper else 2, len(left))):
        if place.rest.startswith(left[lost:]) and all_characters(left[:lost]):
            cut = lost == 1 and left[lost:] in _OFFICES and place.proper
            held = cut or _holds(place.same, len(left) - lost, size - lost - _common(place.name))
            return _Slip(size - lost, place.same - 1, 2, "漏了", words=left[:lost]) if held else None
    return None


def _wrong(place: _Place) -> _Slip | None:
    left, size = place.left, len(place.name)
    for wrong in range(1, min(3 if place.proper else 2, len(left))):
        said, meant = place.rest[:wrong], left[:wrong]
        if place.rest[wrong:].startswith(left[wrong:]) and all_characters(said + meant):
            alike = wrong == 1 and are_alike(said, meant)
            held = alike or _holds(place.same, len(left) - wrong, size - 2 * wrong - _common(place.name))
            return _Slip(size, place.same, wrong, "有错字", alike) if held else None
    return None


def _more(place: _Place) -> _Slip | None:
    size, name, same = len(place.name), place.name, place.same
    for more in (1, 2):
        said = place.rest[:more]
        if not place.rest[more:].startswith(place.left) or not all_characters(said):
            continue
        doubled = said in (name[same - 1], name[same - 2 : same])
        if (said in _ADVERBS or said in _SIZES) and not (doubled or place.proper):
            continue
        held = _holds(same, size - same + 1, size - _common(name))
        if doubled or (held and (more == 1 or (place.proper and is_common_word(said)))):
            return _Slip(size + more, same, more, "多了", doubled, said)
    return None


def _common(name: str) -> int:
    return 2 if name.startswith(_TAIL[::-1]) or name.endswith(_TAIL) else 0


def _holds(near: int, far: int, size: int) -> bool:
    """Tell whether enough stands on both sides of a slip: 政策委员会 is no 政法委员会, 民委员会 no 民族事务委员会."""
    return size >= _SHORTEST - 1 and (far > 1 or near > _SEED)
