"""Set phrases that have one word in one place: 弘扬社会主义法治精神, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.near_misses import seeds_in
from generator.checks.scan import all_characters, is_character
from generator.checks.vocabulary import SetPhrase, set_phrases

_FARTHER = 2
"""By how many characters what stands there may be longer than the longest that belongs there."""
_STOPS = "，。；"
_GOES_ON = frozenset("的和与及等或了")
"""With these a phrase that is cut short goes on by itself: 社会主义法治的."""


class OddWord(NamedTuple):
    """A stretch of a text that is a set phrase but for one word, the place of that word, and the phrase as it is."""

    start: int
    end: int
    first: int
    last: int
    meant: str


def _odd(phrase: SetPhrase, text: str, start: int) -> OddWord | None:
    """Give what else stands in the place of a phrase, where its anchor stands at `start`."""
    ahead = phrase.before == phrase.anchor
    gap = _ahead(phrase, text, start + len(phrase.before)) if ahead else _back(phrase, text, start)
    if gap is None:
        return None
    first, last = gap
    meant = f"{phrase.before}{phrase.words[0]}{phrase.behind}"
    return OddWord(first - len(phrase.before), last + len(phrase.behind), first, last, meant)


def _ahead(phrase: SetPhrase, text: str, at: int) -> tuple[int, int] | None:
    if any(text.startswith(word + phrase.behind, at) for word in phrase.words):
        return None
    if phrase.behind:
        end = text.find(phrase.behind, at, at + _reach(phrase) + len(phrase.behind))
        return (at, end) if end >= 0 and all_characters(text[at:end]) else None
    sign = text[at : at + 1]
    if sign and sign in _STOPS:
        return at, at
    goes_on = not sign or sign in _GOES_ON or not is_character(sign)
    return None if goes_on else (at, at + len(phrase.words[0]))


def _back(phrase: SetPhrase, text: str, at: int) -> tuple[int, int] | None:
    if any(text.endswith(phrase.before + word, 0, at) for word in phrase.words):
        return None
    if phrase.before:
        found = text.rfind(phrase.before, max(0, at - _reach(phrase) - len(phrase.before)), at)
        start = found + len(phrase.before)
        return (start, at) if found >= 0 and all_characters(text[start:at]) else None
    start = at - len(phrase.words[0])
    return (start, at) if start >= 0 and all_characters(text[start:at]) else None


def _reach(phrase: SetPhrase) -> int:
    return max(map(len, phrase.words)) + _FARTHER


def odd_words(text: str) -> Iterator[OddWord]:
    """Give each set phrase in which another word stands, from left to right, none within another."""
    anchored = set_phrases()
    found = (
        _odd(phrase, text, start) for start, anchor in seeds_in(text) for phrase in anchored.get(anchor, ())
    )
    told = 0
    for one in sorted(filter(None, found)):
        if one.start >= told:
            told = one.end
            yield one
