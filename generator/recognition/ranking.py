"""Which field each figure of a whole report most likely is: every field weighed by the words around the figure.

The matcher is for one sentence and says a field only where nothing speaks against it. An old report is read as a
whole: its headings, and the sentences before, tell as well. Words of two characters are weighed by how few fields have
them, and by how near to the figure they stand; what a field would say and nobody does counts against it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.recognition.clauses import Said, said_figures
from generator.recognition.spoken import FieldWords, spoken_fields, topic_words
from generator.recognition.surroundings import BASE_YEAR, pairs_around, pairs_near, pairs_of
from generator.recognition.weighing import PairWeights, WeighedField
from generator.topics.topic import DUTIES, Topics

_OF_LENGTH = 0.25
"""What a topic's declaration says more is not all of it: a longer one is not that much likelier."""
_HEADED, _TITLED = 3, 2
_OF_THE_HOME, _OF_THE_LAST = 3.0, 3.0
_KEPT = 512


class RankedField(NamedTuple):
    """A field that a figure may be, and how much speaks for it; the shares are those of `weighing.Weight`."""

    score: float
    spoken: FieldWords
    said: float = 0.0
    explained: float = 0.0
    reported: float = 0.0

    @property
    def key(self) -> tuple[str, str]:
        """The topic under which a facts file has it, and its name."""
        return self.spoken.home, self.spoken.field.name


class RankedFigure(NamedTuple):
    """A figure of a text and the fields that it may be, the likeliest first."""

    said: Said
    fields: tuple[RankedField, ...]

    def under(self, homes: Mapping[str, float]) -> RankedFigure:
        """Give it with the fields of those topics before others that its text is likely of."""
        fields = [
            one._replace(score=one.score + _OF_THE_HOME * homes.get(one.spoken.home, 0.0))
            for one in self.fields
        ]
        return RankedFigure(self.said, _in_order(fields))


Examples = tuple[tuple[str, str, str], ...]
"""What real reports counted, in a few words, each with the topic and the field that it belongs to; a heading of a real
report has no field."""


@lru_cache(maxsize=8)
def ranking_for(topics: Topics, examples: Examples = ()) -> FieldRanking:
    """Give the ranking of these topics and examples, made once."""
    return FieldRanking(topics, examples)


class FieldRanking:
    """Weighs the fields of all topics for the figures of a text."""

    def __init__(self, topics: Topics, examples: Examples = ()) -> None:
        """Take the declarations apart."""
        told: dict[tuple[str, str], list[str]] = {}
        for home, name, said in examples:
            told.setdefault((home, name), []).append(said)
        fields = [one for fields in spoken_fields(topics).values() for one in fields]
        self._weights = PairWeights((one, told.get((one.home, one.field.name), ())) for one in fields)
        self._by_pair: dict[str, list[WeighedField]] = {}
        for one in self._weights.fields:
            for pair in frozenset().union(*(way.pairs for way in one.ways)):
                self._by_pair.setdefault(pair, []).append(one)
        headed = {home: ("", *told.get((home, ""), ())) for home in topic_words(topics)}
        for topic in topics:
            home = topic.name if topic.name in topics.measures else DUTIES
            headed[home] = (*headed[home], topic.name, *topic.titles)
        titled = {home: pairs_of("|".join(texts)) for home, texts in headed.items()}
        homes = {home: pairs_of(words) | titled[home] for home, words in topic_words(topics).items()}
        among = Counter(pair for pairs in homes.values() for pair in pairs)
        lengths = {home: len(pairs) ** _OF_LENGTH for home, pairs in homes.items()}
        self._tells: dict[str, list[tuple[str, float]]] = {}
        for home, pairs in homes.items():
            for pair in pairs:
                weight = math.log(len(homes) / among[pair]) * self._weights.kept(pair)
                weight *= _TITLED if pair in titled[home] else 1
                self._tells.setdefault(pair, []).append((home, weight / lengths[home]))
        self._homes = tuple(homes)
        self.rank = lru_cache(maxsize=_KEPT)(self._rank)
        """Give the figures of a text, each with the fields of this level and year that it may be."""

    def likely_homes(self, text: str, heading: str = "") -> Mapping[str, float]:
        """Tell of each topic how much a text under a heading is like what its declaration says: the likest has 1.

        What the heading says counts three times.
        """
        said, headed = pairs_of(text), pairs_of(heading)
        scores = dict.fromkeys(self._homes, 0.0)
        for pair in sorted(said | headed):  # in one order, for sums of fractions go by it
            times = _HEADED if pair in headed else 1
            for home, weight in self._tells.get(pair, ()):
                scores[home] += weight * times
        most = max(scores.values(), default=0.0)
        return {home: score / most if most else 0.0 for home, score in scores.items()}

    def _rank(self, text: str, level: str | None = None, year: int | None = None) -> tuple[RankedFigure, ...]:
        said = tuple(said_figures(text))
        ranked: list[RankedFigure] = []
        for number, one in enumerate(said):
            near, around = pairs_near(text, said, number, year), pairs_around(text, said, one)
            last = ranked[-1].fields[0].key if ranked and ranked[-1].fields else ("", "")
            fields = []
            for field in self._candidates(near):
                spoken = field.spoken
                if not (field.takes(one.figure.unit) and spoken.field.suits(level, year)):
                    continue
                weight = self._weights.weigh(field, near, around)
                if weight is not None:
                    score = weight.score + _beside(spoken, last) + _of_base_year(spoken, near)
                    fields.append(RankedField(score, spoken, weight.said, weight.explained, weight.reported))
            ranked.append(RankedFigure(one, _in_order(fields)))
        return tuple(ranked)

    def _candidates(self, near: Mapping[str, float]) -> Iterator[WeighedField]:
        found = {id(one): one for pair in near for one in self._by_pair.get(pair, ())}
        return iter(found.values())


def _in_order(fields: Iterable[RankedField]) -> tuple[RankedField, ...]:
    return tuple(sorted(fields, key=lambda field: -field.score))


def _beside(one: FieldWords, last: tuple[str, str]) -> float:
    """Give what speaks for a rate behind the figure that it is a rate of."""
    parts = {one.field.numerator, one.field.denominator} - {""}
    return _OF_THE_LAST if one.home == last[0] and last[1] in parts else 0.0


def _of_base_year(one: FieldWords, near: Mapping[str, float]) -> float:
    """Give what speaks for a field of the base year where an earlier year is named, and against it where none is."""
    if not one.field.name.startswith(BASE_YEAR):
        return 0.0
    return _OF_THE_LAST if BASE_YEAR in near else -_OF_THE_LAST
