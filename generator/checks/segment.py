"""Where the words of a text stop making sense, and the one slip that would mend them.

A run of Chinese characters is cut into the words that most likely make it up. Where single characters are left over,
one other character, one less, one more or two in the other order may give a reading that is far likelier.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.alike import like_characters
from generator.checks.vocabulary import names, official_words, phrases, rare_words
from generator.patterns import pattern
from generator.wordlist import by_first_character, words_of_two

_LONGEST = 5
_SHORT, _LONG = 3, 8
_UNKNOWN, _NEVER = 36, 1000
_OURS = 20
_RARE = 28
"""The cost of a character of which there is one in a million words: 靼."""
_GAIN = {"错字": 12, "颠倒": 18, "多字": 22, "漏字": 16}
"""By how much a reading must be likelier for a usual word: 15 is 1,800 times; for any other word, by _MORE again."""
_TURNED = 8
"""By how much a word must be likelier than its two characters turned round where they never stand so side by side."""
_MORE = 8
_WORTH = 29
"""What a stretch must cost to be looked at: no word costs less than the 14 that a likelier one leaves."""
_RUN = pattern("[一-龥]{2,}")
_LINKS = frozenset("为的和在与以等将被")
_WORDS = frozenset(
    "持证含送到入至于做受用看写来去为的和在与以等将被对由把向从到使让给了着过及或并且而则也都均已未不无有是能可会应须需要请每各该本我全共约达近余多个名件次场起份条户项处人年月日时上下中内外前后"
)
"""What so often is a word by itself that it tells nothing."""
_NEGATIONS = "不无未非没"
_FAR, _ENOUGH = 4, 15
"""How far off a character is looked for, and by how much the reading must then be likelier, all of it usual words."""
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
def costs(head: str) -> dict[str, int]:
    """Give what each word that begins with a character costs: the rarer, the more."""
    rare = rare_words(head)
    ours = (*words_of_two(head), *_our_phrases().get(head, ()))
    return {**rare, **{word: min(rare.get(word, _UNKNOWN), _OURS) for word in ours}}


@cache
def _our_phrases() -> dict[str, list[str]]:
    """Give the short phrases and names of our own lists by their first characters."""
    ours = {word for word in phrases() if len(word) <= _LONGEST}
    ours.update(name for those in names().values() for name in those if len(name) <= _LONGEST)
    heads: dict[str, list[str]] = {}
    for word in ours:
        heads.setdefault(word[0], []).append(word)
    return heads


def _cost(word: str) -> int:
    return costs(word[0]).get(word, _NEVER)


@cache
def _never_turned() -> frozenset[str]:
    """Give the words whose two characters turned round are seldom side by side."""
    return by_first_character("不颠倒.txt")


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for those in names().values() for name in those)


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
    return {
        short: phrase
        for phrase in sorted(long | pairs)
        for short in (phrase[:gap] + phrase[gap + 1 :] for gap in range(1, len(phrase) - 1))
    }


def misspelt(text: str) -> list[Misspelt]:
    """Give where one slip makes nonsense of a text, from left to right, the likeliest reading of each place."""
    told: list[Misspelt] = []
    taken: set[int] = set()
    for begin, run in _runs(text):
        for one in _readings(run):
            at = one._replace(start=one.start + begin, end=one.end + begin)
            places = range(at.start, at.end)
            if taken.isdisjoint(places):
                taken.update(places)
                told.append(at)
    return sorted(told)


@lru_cache(maxsize=512)
def words_in(text: str) -> tuple[list[tuple[int, int]], ...]:
    """Give for each run of Chinese characters where the words begin and end that most likely make it up."""
    return tuple([(begin + start, begin + end) for start, end in _words(run)] for begin, run in _runs(text))


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Give the runs of Chinese characters, without the measure word of a figure, and where they begin."""
    for match in _RUN.finditer(text):
        measure = _MEASURE.match(text, match.start())
        skipped = len(measure.group()) if measure else 0
        yield match.start() + skipped, match.group()[skipped:]


@lru_cache(maxsize=4096)
def _words(run: str) -> tuple[tuple[int, int], ...]:
    _cost_so_far, back = _forward(run)
    words, at = [], len(run)
    while at:
        words.append((back[at], at))
        at = back[at]
    return tuple(reversed(words))


def _forward(run: str) -> tuple[list[int], list[int]]:
    """Give what the run costs up to each place, and where the last word before that place begins."""
    best, back, books = [0], [0], [costs(sign) for sign in run]
    for end in range(1, len(run) + 1):
        cost, start = best[-1] + books[end - 1].get(run[end - 1], _UNKNOWN), end - 1
        for begin in range(max(0, end - _LONGEST), end - 1):
            word = books[begin].get(run[begin:end])
            if word is not None and best[begin] + word < cost:
                cost, start = best[begin] + word, begin
        best.append(cost)
        back.append(start)
    return best, back


def _backward(run: str) -> list[int]:
    """Give what the run costs from each place on."""
    size = len(run)
    rest = [0] * (size + 1)
    for start in range(size - 1, -1, -1):
        known = costs(run[start])
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
    best, back = _forward(run)
    single, places = _left_over(back)
    if not single:
        return
    rest = _backward(run)
    for at in single:
        yield from _lost(run, at, best, rest)
        yield from _crossed(run, at, best, rest)
        if run[at] not in _WORDS:
            yield from _moved(run, at, best, rest)
    for at in places:
        for start in range(max(0, at - 3), at + 1):
            for end in range(at + 1, min(len(run), start + 4) + 1):
                slack = best[-1] - best[start] - rest[end]
                if slack < _WORTH:
                    continue
                for word, difference in _meant(run, at, start, end):
                    gain = slack - _cost(word)
                    turned = difference == "颠倒" and gain >= _TURNED and word in _never_turned()
                    enough = gain >= _GAIN[difference] and _is_plausible(word, difference, gain, run[at])
                    if turned or enough:
                        yield Misspelt(start, end, word, difference, gain)


def _lost(run: str, at: int, best: list[int], rest: list[int]) -> Iterator[Misspelt]:
    """Give the phrases that lost a character beside a single one that is left of a word."""
    shortened = _shortened()
    for start in range(max(0, at - _LONG + 2), at + 1):
        for end in range(max(at + 1, start + _SHORT), min(len(run), start + _LONG) + 1):
            said = run[start:end]
            phrase = shortened.get(said)
            if phrase and (said in costs(said[0]) or said in _all_names() or _turns(phrase, said)):
                continue
            gain = best[-1] - best[start] - rest[end] - _OURS if phrase else 0
            enough = _GAIN["漏字"] + (0 if end - start > _SHORT else _MORE)
            if phrase and gain >= enough and run[end - 1] not in _LINKS:
                yield Misspelt(start, end, phrase, "漏字", gain)


def _turns(phrase: str, said: str) -> bool:
    """Tell whether what is lost would turn the sense round: 专业性强 is no 专业性不强."""
    return len(phrase) == len(said) + 1 and any(phrase.count(sign) > said.count(sign) for sign in _NEGATIONS)


def _moved(run: str, at: int, best: list[int], rest: list[int]) -> Iterator[Misspelt]:
    """Give the readings in which a single character stands up to four places off: 建有待设, 公示法信息执."""
    for to in range(max(0, at - _FAR), min(len(run), at + _FAR + 1)):
        start, end = min(at, to), max(at, to) + 1
        between = run[start:at] + run[at + 1 : end]
        moved = run[at] + between if to < at else between + run[at]
        for begin, stop in ((start, end), (start - 1, end), (start, end + 1)):
            if len(between) < 2 or begin < 0 or stop > len(run):
                continue
            slack = best[-1] - best[begin] - rest[stop]
            if slack >= _WORTH:
                said = run[begin:start] + moved + run[end:stop]
                gain = slack - _sense(said)
                if gain >= _ENOUGH:
                    yield Misspelt(begin, stop, said, "颠倒", gain)


def _crossed(run: str, at: int, best: list[int], rest: list[int]) -> Iterator[Misspelt]:
    """Give the two words of which the last and the first character changed places: 疑复难杂."""
    for start in (at - 2, at - 1):
        if start < 0 or start + 4 > len(run):
            continue
        said = run[start : start + 4]
        first, second = said[0] + said[2], said[1] + said[3]
        gain = best[-1] - best[start] - rest[start + 4] - _cost(first) - _cost(second)
        if said[1] != said[2] and gain >= _GAIN["颠倒"] and {first, second} <= official_words():
            yield Misspelt(start, start + 4, first + second, "颠倒", gain)


@lru_cache(maxsize=1024)
def _sense(said: str) -> int:
    """Give what a stretch costs that is made of the words of such reports alone, and no less than all for any other."""
    cost, back = _forward(said)
    at = len(said)
    while at:
        word = said[back[at] : at]
        if word not in official_words() and word not in phrases():
            return _NEVER
        at = back[at]
    return cost[-1]


def _is_plausible(word: str, difference: str, gain: int, struck: str) -> bool:
    """Tell whether a word is one that such reports say, and a character too many is no word of its own."""
    usual = word in (official_words() if len(word) == 2 else phrases())
    if difference == "多字":
        return usual and (len(word) > 3 or costs(struck).get(struck, _UNKNOWN) >= _RARE)
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
