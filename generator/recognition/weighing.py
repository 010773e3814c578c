"""The words of every field, two characters each, and how much each tells: the fewer fields have it, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.numbers.units import PERCENT
from generator.patterns import pattern
from generator.recognition.fits import takes
from generator.recognition.spoken import FieldWords
from generator.recognition.surroundings import BASE_YEAR, IN_THE_ONE_BEFORE, pairs_of
from generator.wordlist import common_words

POINTS_OF = frozenset({"个百分点", "百分点"})

_ASIDE = pattern("（[^）]*）")
_CLAUSE = pattern("[；，,]")
_COUNTED = pattern(
    "的?(?:件次|户次|人次|场次|[件次场份人个户名条项支块张处家起宗册篇期批卷本]|)数$|的比[率例]$"
)
_OPENING = pattern("^(?:全年|当年|本年)")
_CHANGE = pattern("(?:提高|提升|增长|下降|降低|增幅|降幅)$")
_NO_WORD, _OF_JOINT = 0.4, 0.3
"""Two characters that are no common word tell less than two that are."""
_UNSAID, _UNSAID_JOINT, _UNEXPLAINED = 0.55, 0.1, 0.3
_SAID_BEFORE, _STRANGEST = 0.5, 14.0
"""More strange words than these tell no more."""


class _Way(NamedTuple):
    """One way of speaking of a field: its pairs, each with its weight, its share of the whole, what it costs unsaid."""

    pairs: frozenset[str]
    weights: Mapping[str, tuple[float, float, float]]
    whole: float
    unsaid: float
    reported: bool


class WeighedField(NamedTuple):
    """A field, its ways of being spoken of, and all that may be said beside them without making it another thing."""

    spoken: FieldWords
    ways: tuple[_Way, ...]
    words: frozenset[str]

    def takes(self, unit: str) -> bool:
        """Tell whether it can be counted so; in percentage points only what says how much something changed."""
        if unit in POINTS_OF:
            return bool(_CHANGE.search(self.spoken.field.name)) and takes(self.spoken.field, PERCENT)
        return takes(self.spoken.field, unit)


class Weight(NamedTuple):
    """How much speaks for a field.

    Shares of 1: `said` of what it counts that its clause says (half of it where only what was said before does),
    `explained` of the clause's own words that it explains, `reported` of what a real report counted under it.
    """

    score: float
    said: float
    explained: float
    reported: float


class PairWeights:
    """Weighs pairs of characters by the fields of all topics."""

    def __init__(self, fields: Iterable[tuple[FieldWords, Sequence[str]]]) -> None:
        """Weigh what is said of fields, each with what real reports counted under it."""
        told = [(one, examples, _ways_of(one, examples)) for one, examples in fields]
        words = [frozenset().union(*ways) | pairs_of(one.words) for one, _examples, ways in told]
        counted = Counter(pair for pairs in words for pair in pairs)
        self._common = common_words()
        self._many = len(words) + 1
        self._weights = {pair: self._of(pair, count) for pair, count in counted.items()}
        self.fields = tuple(
            WeighedField(one, tuple(self._way(way, set(map(pairs_of, examples))) for way in ways), pairs)
            for (one, examples, ways), pairs in zip(told, words, strict=True)
        )

    def of(self, pair: str) -> float:
        """Give how much a pair tells."""
        return self._weights[pair] if pair in self._weights else self._of(pair, 0)

    def kept(self, pair: str) -> float:
        """Give how much of a pair's weight is left where it is no common word."""
        return 1.0 if pair in self._common or pair == BASE_YEAR else _NO_WORD

    def weigh(
        self, field: WeighedField, near: Mapping[str, float], around: Mapping[str, float]
    ) -> Weight | None:
        """Weigh a field by the one of its ways that fits best; None where none is near the figure."""
        best, said, reported = None, 0.0, 0.0
        for way in field.ways:
            close = way.pairs & near.keys()
            if not close:
                continue
            score, heard = -way.unsaid, 0.0
            for pair in close:
                weight, share, unsaid = way.weights[pair]
                score += weight * near[pair] + unsaid
                heard += share
            for pair in (way.pairs & around.keys()) - close:
                weight, share, unsaid = way.weights[pair]
                score += weight * around[pair] + unsaid
                heard += share * (_SAID_BEFORE if around[pair] >= IN_THE_ONE_BEFORE else 0.0)
            best = score if best is None else max(best, score)
            said = max(said, heard / way.whole)
            reported = max(reported, heard / way.whole if way.reported else 0.0)
        if best is None:
            return None
        words = sum(self.of(pair) * share for pair, share in near.items())
        strange = sum(self.of(pair) * share for pair, share in near.items() if pair not in field.words)
        explained = 1 - strange / words if words else 1.0
        return Weight(best - _UNEXPLAINED * min(strange, _STRANGEST), said, explained, reported)

    def _of(self, pair: str, count: int) -> float:
        return math.log(self._many / (count + 0.5)) * self.kept(pair)

    def _way(self, pairs: frozenset[str], reported: set[frozenset[str]]) -> _Way:
        weights = {}
        for pair in pairs:
            weight, common = self.of(pair), pair in self._common
            share = weight if common else weight * _OF_JOINT
            weights[pair] = (weight, share, weight * (_UNSAID if common else _UNSAID_JOINT))
        whole, unsaid = (sum(one[at] for one in weights.values()) for at in (1, 2))
        return _Way(pairs, weights, whole, unsaid, pairs in reported)


def _ways_of(one: FieldWords, examples: Sequence[str]) -> tuple[frozenset[str], ...]:
    names = (*one.names, *one.phrases, _noun_of(one.field.note), *examples)
    return tuple(pairs for pairs in dict.fromkeys(map(pairs_of, names)) if pairs)


def _noun_of(note: str) -> str:
    """Give what an explanation says is counted: 化解的矛盾纠纷 of 化解的矛盾纠纷件数，不含信访."""
    return _OPENING.sub("", _COUNTED.sub("", _CLAUSE.split(_ASIDE.sub("", note))[0]))
