"""Where the words of a text stop making sense, and the one slip that would mend them.

A run of Chinese characters is cut into the words that most likely make it up. Where single characters are left over,
one other character, one less, one more or two in the other order may give a reading that is far likelier.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.alike import like_characters
from generator.checks.vocabulary import frequencies, names, official_words, phrases
from generator.patterns import pattern
from generator.wordlist import common_words

_LONGEST = 5
_SHORT, _LONG = 3, 8
_UNKNOWN, _NEVER = 36, 1000
_OURS = 20
_RARE = 28
"""The cost of a character of which there is one in a million words: 靼."""
_GAIN = {"错字": 14, "颠倒": 18, "多字": 22, "漏字": 16}
"""By how much a reading must be likelier for a usual word: 15 is 1,800 times; for any other word, by _MORE again."""
_MORE = 8
_WORTH = 29
"""What a stretch must cost to be looked at: no word costs less than the 14 that a likelier one leaves."""
_RUN = pattern("[一-龥]{2,}")
_LINKS = frozenset("为的和在与以等将被")
_MEASURE = pattern(r"(?<=\d)[余多来几]?[一-龥]")
"""The measure word of a figure, which belongs to no word after it: 50余期."""


class Misspelt(NamedTuple):
    """A stretch of a text, the word that is likely meant, in what they differ and by how much it is likelier."""

    start: int
    end: int
    meant: str
    difference: str
    gain: int


@cache
def costs() -> dict[str, int]:
    """Give what each word costs: the rarer, the more."""
    rare = frequencies()
    ours = {word for word in common_words() | phrases() if len(word) <= _LONGEST}
    ours.update(name for those in names().values() for name in those if len(name) <= _LONGEST)
    return {**rare, **{word: min(rare.get(word, _UNKNOWN), _OURS) for word in ours}}


@cache
def _shortened() -> dict[str, str]:
    """Give the phrase that is meant by each stretch that has one character fewer."""
    words, long = official_words(), {phrase for phrase in phrases() if len(phrase) > _SHORT}
    pairs = {
        phrase[at : at + 4]
        for phrase in long
        for at in range(len(phrase) - 3)
        if phrase[at : at + 2] in words and phrase[at + 2 : at + 4] in words
    }
    known = costs().keys() | {name for those in names().values() for name in those}
    return {
        short: phrase
        for phrase in sorted(long | pairs)
        for short in (phrase[:gap] + phrase[gap + 1 :] for gap in range(1, len(phrase) - 1))
        if short not in known
    }


def misspelt(text: str) -> list[Misspelt]:
    """Give where one slip makes nonsense of a text, from left to right, the likeliest reading of each place."""
    told: list[Misspelt] = []
    for match in _RUN.finditer(text):
        measure = _MEASURE.match(text, match.start())
        skipped = len(measure.group()) if measure else 0
        for one in _readings(match.group()[skipped:]):
            at = one._replace(
                start=one.start + match.start() + skipped, end=one.end + match.start() + skipped
            )
            if not any(at.start < other.end and other.start < at.end for other in told):
                told.append(at)
    return sorted(told)


def _forward(run: str, known: dict[str, int]) -> tuple[list[int], list[int]]:
    """Give what the run costs up to each place, and where the last word before that place begins."""
    best, back = [0], [0]
    for end in range(1, len(run) + 1):
        cost, start = best[-1] + known.get(run[end - 1], _UNKNOWN), end - 1
        for begin in range(max(0, end - _LONGEST), end - 1):
            word = known.get(run[begin:end])
            if word is not None and best[begin] + word < cost:
                cost, start = best[begin] + word, begin
        best.append(cost)
        back.append(start)
    return best, back


def _backward(run: str, known: dict[str, int]) -> list[int]:
    """Give what the run costs from each place on."""
    size = len(run)
    rest = [0] * (size + 1)
    for start in range(size - 1, -1, -1):
        cost = rest[start + 1] + known.get(run[start], _UNKNOWN)
        for end in range(start + 2, min(size, start + _LONGEST) + 1):
            word = known.get(run[start:end])
            if word is not None and rest[end] + word < cost:
                cost = rest[end] + word
        rest[start] = cost
    return rest


def _left_over(back: list[int]) -> tuple[list[int], list[int]]:
    """Give the places of the single characters, and of those that stand beside another one."""
    ends, at = [], len(back) - 1
    while at:
        ends.append(at)
        at = back[at]
    single = {end - 1 for end in ends if back[end] == end - 1}
    return sorted(single), sorted(at for at in single if at - 1 in single or at + 1 in single)


@lru_cache(maxsize=4096)
def _readings(run: str) -> tuple[Misspelt, ...]:
    """Give what may be misspelt in a run, the likeliest first; a page that is typed in asks for most runs again."""
    return tuple(sorted(_all_readings(run), key=lambda one: (-one.gain, one.start)))


def _all_readings(run: str) -> Iterator[Misspelt]:
    known = costs()
    best, back = _forward(run, known)
    single, places = _left_over(back)
    if not single:
        return
    rest = _backward(run, known)
    for at in single:
        yield from _lost(run, at, best, rest)
    for at in places:
        for start in range(max(0, at - 3), at + 1):
            for end in range(at + 1, min(len(run), start + 4) + 1):
                slack = best[-1] - best[start] - rest[end]
                if slack < _WORTH:
                    continue
                for word, difference in _meant(run, at, start, end):
                    gain = slack - known.get(word, _NEVER)
                    if gain >= _GAIN[difference] and _is_plausible(word, difference, gain, run[at]):
                        yield Misspelt(start, end, word, difference, gain)


def _lost(run: str, at: int, best: list[int], rest: list[int]) -> Iterator[Misspelt]:
    """Give the phrases that lost a character beside a single one that is left of a word."""
    shortened = _shortened()
    for start in range(max(0, at - _LONG + 2), at + 1):
        for end in range(max(at + 1, start + _SHORT), min(len(run), start + _LONG) + 1):
            phrase = shortened.get(run[start:end])
            gain = best[-1] - best[start] - rest[end] - _OURS if phrase else 0
            enough = _GAIN["漏字"] + (0 if end - start > _SHORT else _MORE)
            if phrase and gain >= enough and run[end - 1] not in _LINKS:
                yield Misspelt(start, end, phrase, "漏字", gain)


def _is_plausible(word: str, difference: str, gain: int, struck: str) -> bool:
    """Tell whether a word is one that such reports say, and a character too many is no word of its own."""
    usual = word in (official_words() if len(word) == 2 else phrases())
    if difference == "多字":
        return usual and (len(word) > 3 or costs().get(struck, _UNKNOWN) >= _RARE)
    return usual or (len(word) > 2 and gain >= _GAIN[difference] + _MORE)


def _meant(run: str, at: int, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Give what a stretch may have been meant for, if there is one slip in it at a place."""
    before, after = run[start:at], run[at + 1 : end]
    if before or after:
        for sign in like_characters(run[at]):
            yield before + sign + after, "错字"
    if before and after:
        yield before + after, "多字"
    if after:
        yield f"{before}{after[0]}{run[at]}{after[1:]}", "颠倒"
