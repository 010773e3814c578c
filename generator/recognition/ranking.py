"""Which field each figure of a whole report most likely is: every field weighed by the words around the figure.

The matcher is for one sentence and says a field only where nothing speaks against it. An old report is read as a
whole: its headings, and the sentences before, tell as well. Words of two characters are weighed by how few fields have
them, and by how near to the figure they stand; what a field would say and nobody does counts against it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.numbers.units import PERCENT
from generator.patterns import pattern
from generator.recognition.clauses import Said, said_figures
from generator.recognition.fillers import FREE
from generator.recognition.fits import takes
from generator.recognition.qualifiers import QUALIFIERS
from generator.recognition.spoken import FieldWords, spoken_fields, topic_words
from generator.topics.topic import Field, Topics
from generator.wordlist import common_words

_CUT = pattern("[，,；;。：:！？\n]")
_STOPS = "。！？\n"
_APART = pattern("[^一-龥A-Za-z0-9]+")
_LIST = pattern("[、和及]")
_POINT = pattern("(?:^|(?<=[。；：]))[一二三四五六七八九十]{1,2}是")
_ASIDE = pattern("（[^）]*）")
_CLAUSE = pattern("[；，,]")
_COUNTED = pattern(
    "的?(?:件次|户次|人次|场次|[件次场份人个户名条项支块张处家起宗册篇期批卷本]|)数$|的比[率例]$"
)
_OPENING = pattern("^(?:全年|当年|本年)")
_NAMED = pattern("《[^》]*》")
_POINTS_OF = frozenset({"个百分点", "百分点"})
_CHANGE = pattern("(?:提高|提升|增长|下降|降低|增幅|降幅)$")
_OTHER = pattern("|".join(QUALIFIERS[name] for name in ("上年", "增减", "计划", "平均", "极值", "每", "部分", "另外")))
_RATE = pattern("([一-龥]{2})率")
_PAST = pattern("(20[0-9]{2})年")

_NO_WORD = 0.4
"""Two characters that are no common word tell less than two that are."""
_UNSAID, _UNSAID_JOINT, _UNEXPLAINED = 0.55, 0.1, 0.3
_IN_SENTENCE, _IN_THE_ONE_BEFORE, _FURTHER = 0.7, 0.45, 0.2
_BEHIND, _BEHIND_SHARED, _BEHIND_TOLD, _LISTED = 0.9, 0.6, 0.5, 0.8
_TOLD, _STRANGEST = 4, 14.0
"""So many characters before a figure tell what it counts; more strange words than these tell no more."""
_LEAST, _REPORTED, _SAID, _EXPLAINED, _BOTH = 4.0, 0.75, 0.45, 0.4, 0.36
_EXPLAINED_OF_SPOKEN, _SAID_OF_SPOKEN = 0.38, 0.6
_HEADED = 3
_SAID_BEFORE, _OF_JOINT = 0.5, 0.3
_OF_THE_HOME, _OF_THE_LAST = 3.0, 3.0
_BASE_YEAR = "基期"


class RankedField(NamedTuple):
    """A field that a figure may be, and how much speaks for it.

    `said` is the share of what the field counts that its clause says (half of it where only its sentence does),
    `explained` the share of the clause's own words that the field explains; `reported` the share of what a real report
    counted under the field that is said here.
    """

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

    @property
    def margin(self) -> float:
        """How far the likeliest field is before the next one."""
        scores = [one.score for one in self.fields[:2]]
        return scores[0] - scores[1] if len(scores) > 1 else scores[0] if scores else 0.0


def is_meant(one: RankedField, said: Said, *, spoken: bool) -> bool:
    """Tell whether enough speaks for a field: what it counts is said, and little else is, or a real report said it so.

    `spoken` tells that its own words stand in the clause. A rate is only what is called so; a word that makes the
    figure another thing (新增, 每) makes it none of a field that does not say it.
    """
    if one.score < _LEAST:
        return False
    if one.reported >= _REPORTED or said.figure.unit in _POINTS_OF:
        return True
    if _is_other(one, said) or _is_other_rate(one, said):
        return False
    least = _EXPLAINED_OF_SPOKEN if spoken else _EXPLAINED
    enough = one.said * one.explained >= _BOTH or (spoken and one.said >= _SAID_OF_SPOKEN)
    return one.said >= _SAID and one.explained >= least and enough


def _is_other(one: RankedField, said: Said) -> bool:
    """Tell whether a word in the clause that is none of the field's own makes the figure a part, a plan, a change."""
    own = "|".join((*one.spoken.names, *one.spoken.phrases))
    return any(word not in own for word in _OTHER.findall(said.before))


def _is_other_rate(one: RankedField, said: Said) -> bool:
    """Tell a rate that is called otherwise than the field: 应诉率 is no 胜诉率."""
    called = _RATE.search(said.before) if said.figure.unit == PERCENT else None
    return called is not None and not any(called[1] in name for name in one.spoken.names)


class _Weighed(NamedTuple):
    """A field's words of two characters: those of each of its names and phrases, and all that may be said of it."""

    spoken: FieldWords
    ways: tuple[frozenset[str], ...]
    words: frozenset[str]
    reported: frozenset[frozenset[str]] = frozenset()


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
        fields = [one for fields in spoken_fields(topics).values() for one in fields]
        told: dict[tuple[str, str], list[str]] = {}
        for home, name, counted in examples:
            told.setdefault((home, name), []).append(counted)
        self._fields = tuple(_weighed(one, told.get((one.home, one.field.name), ())) for one in fields)
        counted = Counter(pair for one in self._fields for pair in one.words)
        self._common = common_words()
        self._weights = {pair: self._weight(count) for pair, count in counted.items()}
        self._unknown = self._weight(0)
        self._by_pair: dict[str, list[_Weighed]] = {}
        for one in self._fields:
            for pair in frozenset().union(*one.ways):
                self._by_pair.setdefault(pair, []).append(one)
        headed = {home: "|".join(told.get((home, ""), ())) for home in topic_words(topics)}
        self._homes = {home: pairs_of(f"{words}|{headed[home]}") for home, words in topic_words(topics).items()}
        among = Counter(pair for pairs in self._homes.values() for pair in pairs)
        self._of_homes = {pair: math.log(len(self._homes) / count) for pair, count in among.items()}

    def likely_homes(self, text: str, heading: str = "") -> Mapping[str, float]:
        """Tell of each topic how much a text under a heading is like what its declaration says: the likest has 1.

        What the heading says counts three times.
        """
        said, headed = pairs_of(text), pairs_of(heading)
        scores = {}
        for home, pairs in self._homes.items():
            heard = [(pair, _HEADED) for pair in pairs & headed] + [(pair, 1) for pair in pairs & said - headed]
            weight = sum(self._of_homes[pair] * self._kept(pair) * times for pair, times in heard)
            scores[home] = weight / math.sqrt(len(pairs))
        most = max(scores.values(), default=0.0)
        return {home: score / most if most else 0.0 for home, score in scores.items()}

    def rank(
        self, text: str, homes: Mapping[str, float], level: str | None = None, year: int | None = None
    ) -> tuple[RankedFigure, ...]:
        """Give the figures of a text, each with the fields of this level and year that it may be.

        `homes` says of each topic how likely the text is of it.
        """
        said = tuple(said_figures(text))
        ranked = []
        for number, one in enumerate(said):
            near = _near(text, said, number, year)
            around = _around(text, said, one)
            last = ranked[-1].fields[0].key if ranked and ranked[-1].fields else ("", "")
            fields = []
            for field in self._candidates(near):
                declared = field.spoken.field
                if not (_takes(declared, one.figure.unit) and declared.suits(level, year)):
                    continue
                weighed = self._weigh(field, near, around)
                if weighed is not None:
                    more = _OF_THE_HOME * homes.get(field.spoken.home, 0.0) + _beside(field.spoken, last)
                    more += _of_base_year(field.spoken, near)
                    fields.append(weighed._replace(score=weighed.score + more))
            ranked.append(RankedFigure(one, tuple(sorted(fields, key=lambda field: -field.score))))
        return tuple(ranked)

    def _candidates(self, near: Mapping[str, float]) -> Iterator[_Weighed]:
        seen: dict[int, _Weighed] = {}
        for pair in near:
            for one in self._by_pair.get(pair, ()):
                seen[id(one)] = one
        return iter(seen.values())

    def _weigh(
        self, field: _Weighed, near: Mapping[str, float], around: Mapping[str, float]
    ) -> RankedField | None:
        """Weigh a field by the one of its ways of being said that fits best; None where none is near the figure."""
        best, said, reported = None, 0.0, 0.0
        for way in field.ways:
            if way.isdisjoint(near):
                continue
            score = heard = whole = 0.0
            for pair in way:
                weight = self._weighing(pair)
                counts = weight if pair in self._common else weight * _OF_JOINT
                share = near.get(pair) or around.get(pair, 0.0)
                whole += counts
                heard += counts * (1.0 if pair in near else _SAID_BEFORE * (share >= _IN_THE_ONE_BEFORE))
                unsaid = _UNSAID if pair in self._common else _UNSAID_JOINT
                score += weight * share if share else -weight * unsaid
            best = score if best is None else max(best, score)
            said = max(said, heard / whole)
            reported = max(reported, heard / whole if way in field.reported else 0.0)
        if best is None:
            return None
        words = sum(self._weighing(pair) * share for pair, share in near.items())
        strange = sum(self._weighing(pair) * share for pair, share in near.items() if pair not in field.words)
        return RankedField(
            best - _UNEXPLAINED * min(strange, _STRANGEST),
            field.spoken,
            said,
            1 - strange / words if words else 1.0,
            reported,
        )

    def _weighing(self, pair: str) -> float:
        return self._weights.get(pair, self._unknown) * self._kept(pair)

    def _kept(self, pair: str) -> float:
        return 1.0 if pair in self._common or pair == _BASE_YEAR else _NO_WORD

    def _weight(self, count: int) -> float:
        return math.log((len(self._fields) + 1) / (count + 0.5))


def _beside(one: FieldWords, last: tuple[str, str]) -> float:
    """Give what speaks for a rate behind the figure that it is a rate of."""
    parts = {one.field.numerator, one.field.denominator} - {""}
    return _OF_THE_LAST if one.home == last[0] and last[1] in parts else 0.0


def _of_base_year(one: FieldWords, near: Mapping[str, float]) -> float:
    """Give what speaks for a field of the base year where an earlier year is named, and against it where none is."""
    based = one.field.name.startswith(_BASE_YEAR)
    return (_OF_THE_LAST if based else 0.0) if _BASE_YEAR in near else (-_OF_THE_LAST if based else 0.0)


def _takes(field: Field, unit: str) -> bool:
    """Tell whether a field can be counted so; in percentage points only what says how much something changed."""
    if unit in _POINTS_OF:
        return bool(_CHANGE.search(field.name)) and takes(field, PERCENT)
    return takes(field, unit)


def _weighed(one: FieldWords, examples: Sequence[str]) -> _Weighed:
    names = (*one.names, *one.phrases, _noun_of(one.field.note), *examples)
    ways = tuple(pairs for pairs in map(pairs_of, dict.fromkeys(names)) if pairs)
    told = frozenset(map(pairs_of, examples))
    return _Weighed(one, ways, frozenset().union(*ways) | pairs_of(one.words), told)


def _noun_of(note: str) -> str:
    """Give what an explanation says is counted: 化解的矛盾纠纷 of 化解的矛盾纠纷件数，不含信访."""
    return _OPENING.sub("", _COUNTED.sub("", _CLAUSE.split(_ASIDE.sub("", note))[0]))


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """Give all that stands side by side in a text, two characters each, within its words."""
    return frozenset(part[at : at + 2] for part in _APART.split(text) for at in range(len(part) - 1))


def _said_words(text: str) -> frozenset[str]:
    return pairs_of(FREE.sub("|", text))


def _near(text: str, said: Sequence[Said], number: int, year: int | None) -> dict[str, float]:
    """Give the pairs of the clause of a figure, each with how near it stands."""
    one = said[number]
    clause = max((match.end() for match in _CUT.finditer(text, 0, one.start)), default=0)
    begin = max(clause, said[number - 1].end if number else 0)
    close = _CUT.search(text, one.end)
    end = close.start() if close else len(text)
    following = said[number + 1].start if number + 1 < len(said) else len(text)
    before, after = text[begin : one.start], text[one.end : min(end, following)]
    shared = following < end
    core = FREE.sub("", before)
    near: dict[str, float] = {}
    items = _NAMED.sub("《》", before).split("、")
    for item in items:
        near |= dict.fromkeys(_said_words(item), 1.0 if item is items[-1] else _LISTED)
    if len(core) < 2 and begin > clause:
        near = {**dict.fromkeys(_said_words(text[clause:begin]), _LISTED), **near}
    behind = _LIST.split(after)[0] if shared else after
    weight = _BEHIND_SHARED if shared and len(core) > 1 else _BEHIND_TOLD if len(core) >= _TOLD else _BEHIND
    near = {**dict.fromkeys(pairs_of(_NAMED.sub("《》", behind)), weight), **near}
    if year and (past := _PAST.search(before)) and int(past[1]) < year:
        near[_BASE_YEAR] = 1.0
    return near


def _around(text: str, said: Sequence[Said], one: Said) -> dict[str, float]:
    """Give the pairs of what was said before a figure, without the clauses that other figures stand in."""
    sentence = max(text.rfind(sign, 0, one.start) for sign in _STOPS) + 1
    last = max(text.rfind(sign, 0, max(sentence - 1, 0)) for sign in _STOPS) + 1
    point = max((match.start() for match in _POINT.finditer(text, 0, one.start)), default=0)
    around: dict[str, float] = {}
    begin = 0
    for cut in _CUT.finditer(text, 0, one.start):
        clause, begin = (begin, cut.end()), cut.end()
        if any(clause[0] <= other.start < clause[1] for other in said) or clause[0] < point:
            continue
        near = (
            _IN_SENTENCE if clause[0] >= sentence else _IN_THE_ONE_BEFORE if clause[0] >= last else _FURTHER
        )
        for pair in pairs_of(text[clause[0] : clause[1]]):
            around[pair] = max(near, around.get(pair, 0.0))
    return around
