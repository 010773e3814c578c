"""Marks for the figures of an old report: a field where one is meant, else the words of the report as a label.

A figure has a state: 定 is a field for certain, 疑 one that somebody should look at, 自 has a label of its own. No
label comes to stand for two values: of two figures that may be one field, the likelier one is it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from generator.facts.books import typed_figure
from generator.facts.mark_values import agree
from generator.facts.sentences import LONGEST_LABEL, as_text
from generator.importing.homes import Reporting, home_of, likely_topics
from generator.importing.passages import OldSentence
from generator.numbers.quantity import Quantity
from generator.numbers.units import split_scale
from generator.recognition.against import (
    counts_another,
    is_called,
    is_other_kind,
    is_unnamed,
    names_another,
    of_another_topic,
)
from generator.recognition.clauses import Said
from generator.recognition.labels import word_before
from generator.recognition.matcher import Matcher, Recognised
from generator.recognition.meant import is_meant
from generator.recognition.ranking import FieldRanking, RankedField, RankedFigure
from generator.recognition.spoken import FieldWords
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import DUTIES, Field
from generator.wording import chinese_number

_OF_ITS_TOPIC = 1.5
_LEAST, _MARGIN = 4.0, 0.8
_SURE, _SURE_MARGIN = 9.0, 3.0
_CERTAINLY, _REPORTED = 0.5, 0.75
_CERTAIN, _NAMED, _SPOKEN, _WHOLE = 100.0, 50.0, 2.5, 2.5
"""What the matcher of single sentences is sure of goes before all, then what its words call as the topic's field is
called; what it only holds for likely is likelier, and so is one of whose names no sign is missing beside the figure."""
_LONG_NAME = 4


class State(Enum):
    """How certain the label of a figure is."""

    SURE = "定"
    DOUBTFUL = "疑"
    OWN = "自"
    BARE = "无"


class MarkedOld(NamedTuple):
    """A figure of the old report at `start:end` of its sentence, what it is called, and how certain that is.

    `home` and `field` name the field, empty where it has none; `likely` is one that it may be.
    """

    start: int
    end: int
    written: str
    label: str
    state: State
    home: str = ""
    field: str = ""
    likely: str = ""


class MarkedLine(NamedTuple):
    """A sentence of the old report as the facts file has it, with its figures."""

    text: str
    old: OldSentence
    figures: tuple[MarkedOld, ...] = ()


class OldPassage(NamedTuple):
    """Sentences to be marked: the topic under which they stand (empty for none), and what their own labels belong to.

    `of_the_year` tells that their figures may be fields: those of a plan are none.
    """

    sentences: tuple[OldSentence, ...]
    home: str
    owner: str
    heading: str = ""
    of_the_year: bool = True

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return "".join(one.text for one in self.sentences)


class _Claim(NamedTuple):
    """A figure that may be a field: how much speaks for it, whether that is enough, and the value."""

    score: float
    home: str
    field: Field
    value: Any
    meant: bool
    certain: bool


class Marker:
    """Writes marks into the passages of one report."""

    def __init__(self, matcher: Matcher, ranking: FieldRanking, reporting: Reporting) -> None:
        """Begin with no label taken."""
        self._matcher, self._ranking, self._reporting = matcher, ranking, reporting
        self._taken: dict[tuple[str, str], Any] = {}
        self._contrary: set[tuple[str, str]] = set()
        self._own_labels: dict[tuple[str, str], Any] = {}
        self._ranked: dict[OldPassage, list[tuple[RankedFigure, Recognised | None]]] = {}

    def survey(self, passages: Sequence[OldPassage]) -> None:
        """Give every field to the figure of the whole report that is likeliest to be it, and to those like it."""
        figures = [
            self._claims(figure, known, passage)
            for passage in passages
            if passage.of_the_year
            for figure, known in self._figures(passage)
        ]
        claims = sorted(
            ((claim, number) for number, claims in enumerate(figures) for claim in claims),
            key=lambda pair: -pair[0].score,
        )
        settled: set[int] = set()
        taken: dict[tuple[str, str], _Claim] = {}
        for claim, number in claims:
            if number not in settled and self._is_free(claim):
                self._taken[claim.home, claim.field.name] = claim.value
                taken[claim.home, claim.field.name] = claim
                settled.add(number)
        self._contrary |= set(_contrary(taken))

    def mark(self, passage: OldPassage) -> Iterator[MarkedLine]:
        """Give the sentences of a passage with their marks."""
        judged = [self._judged(*figure, passage) for figure in self._figures(passage)]
        figures = [one for one in judged if one is not None]
        begin = 0
        for sentence in passage.sentences:
            end = begin + len(sentence.text)
            mine = tuple(
                one._replace(start=one.start - begin, end=one.end - begin)
                for one in figures
                if begin <= one.start < end
            )
            yield MarkedLine(_written(sentence.text, mine), sentence, mine)
            begin = end

    def _figures(self, passage: OldPassage) -> list[tuple[RankedFigure, Recognised | None]]:
        """Give the figures of a passage, ranked, each with what the matcher of single sentences says of it."""
        if passage not in self._ranked:
            text = passage.text
            known = {one.end: one for one in self._matcher.recognise(text, passage.home)}
            likely = self._likely(passage) if any(sign.isdigit() for sign in text) else {}
            ranked = (one.under(likely) for one in self._ranking.rank(text, *self._reporting))
            self._ranked[passage] = [(one, known.get(one.said.end)) for one in ranked]
        return self._ranked[passage]

    def _likely(self, passage: OldPassage) -> dict[str, float]:
        """Tell of each topic how likely a passage is of it; its own, or what it speaks of, goes before."""
        likely = likely_topics(passage.sentences, passage.heading, self._ranking)
        elsewhere = passage.home in {"", DUTIES}
        about = (
            home_of(passage.sentences, passage.heading, self._ranking, self._reporting)
            if elsewhere
            else passage.home
        )
        return {**likely, **dict.fromkeys({passage.home, about} - {""}, _OF_ITS_TOPIC)}

    def _claims(self, figure: RankedFigure, known: Recognised | None, passage: OldPassage) -> list[_Claim]:
        """Give the fields that a figure may be, the likeliest first."""
        written = passage.text[figure.said.start : figure.said.end]
        claims = []
        for one in figure.fields:
            spoken = known is not None and known.key == one.key
            more = (_CERTAIN if known is not None and known.sure else _SPOKEN) if spoken else 0.0
            named = (
                known is not None
                and one.key[0] == passage.home
                and is_called(known.label, one.spoken, figure.said)
            )
            more = max(more, _NAMED * named)
            value = _value(known.written if more == _CERTAIN and known else written, one.spoken.field)
            if value is not None:
                strict = more == _CERTAIN
                meant = strict or named or is_meant(one, figure.said, spoken=spoken)
                meant = meant and not self._speaks_against(one, figure, passage)
                certain = (
                    strict or named or one.said * one.explained >= _CERTAINLY or one.reported >= _REPORTED
                )
                score = one.score + more + _WHOLE * _stands_whole(one.spoken, figure.said)
                claims.append(_Claim(score, one.key[0], one.spoken.field, value, meant, certain))
        claims.sort(key=lambda claim: -claim.score)
        return claims

    def _speaks_against(self, one: RankedField, figure: RankedFigure, passage: OldPassage) -> bool:
        spoken, said = one.spoken, figure.said
        others = [other.spoken for other in figure.fields if other is not one]
        if is_other_kind(spoken, said) or of_another_topic(spoken, said, passage.home, passage.heading):
            return True
        if counts_another(spoken, said, others):
            return True
        return one.reported < _REPORTED and (is_unnamed(spoken, said) or names_another(spoken, said, others))

    def _judged(
        self, figure: RankedFigure, known: Recognised | None, passage: OldPassage
    ) -> MarkedOld | None:
        """Give the mark of a figure; None for what is no fact: a duration, by how much another figure grew."""
        said, text = figure.said, passage.text
        plain = MarkedOld(said.start, said.end, text[said.start : said.end], "", State.BARE)
        likely = ""
        if passage.of_the_year:
            claims = [one for one in self._claims(figure, known, passage) if self._is_free(one)]
            best = claims[0] if claims else None
            following = claims[1].score if len(claims) > 1 else 0.0
            contrary = best is not None and (best.home, best.field.name) in self._contrary
            if best is not None and best.meant and not contrary and best.score - following >= _MARGIN:
                if known is not None and best.score >= _CERTAIN:
                    plain = plain._replace(start=known.start, written=known.written)
                sure = best.certain and best.score >= _SURE and best.score - following >= _SURE_MARGIN
                return _of_field(plain, best, passage.home, State.SURE if sure else State.DOUBTFUL)
            if best is not None and best.score >= _LEAST:
                likely = f"{best.home}.{best.field.name}"
        if known is None or not known.label:
            return plain._replace(likely=likely) if known is not None else None
        return self._own(plain, known.label, passage, word_before(said, known.label))._replace(likely=likely)

    def _is_free(self, claim: _Claim) -> bool:
        """Tell whether no other figure with another number is likelier to be the field."""
        taken = self._taken.get((claim.home, claim.field.name))
        return taken is None or agree(taken, claim.value)

    def _own(self, plain: MarkedOld, label: str, passage: OldPassage, before: str) -> MarkedOld:
        """Give a figure a label of its own that nothing else has, with the word `before` it where that takes it."""
        value = typed_figure(plain.written)
        if not isinstance(value, Quantity):
            return plain
        unit = split_scale(value.unit)[1]
        numbered = (f"{label}{chinese_number(number)}" for number in range(2, 20))
        counted = (f"{label}{unit}数",) if unit.isalpha() else ()
        longer = (f"{before}{label}",) if before else ()
        for way in (label, *longer, *counted, *numbered):
            taken = passage.of_the_year and self._matcher.homes_with(way, passage.home)
            if len(way) <= LONGEST_LABEL and not taken and self._is_unused(passage.owner, way, value):
                self._own_labels[passage.owner, way] = value
                return plain._replace(label=way, state=State.OWN)
        return plain

    def _is_unused(self, owner: str, label: str, value: Any) -> bool:
        known = self._own_labels.get((owner, label))
        return known is None or agree(known, value)


def _stands_whole(one: FieldWords, said: Said) -> bool:
    return any(len(name) >= _LONG_NAME and (name in said.before or name in said.after) for name in one.names)


def _contrary(taken: Mapping[tuple[str, str], _Claim]) -> Iterator[tuple[str, str]]:
    """Give the fields of which a part came out greater than its whole: one of the two is another thing."""
    for (home, name), claim in taken.items():
        whole = taken.get((home, claim.field.at_most))
        if whole is None or not (claim.meant and whole.meant):
            continue
        part, most = claim.value, whole.value
        if isinstance(part, Quantity) and isinstance(most, Quantity) and part.number > most.number:
            yield from ((home, name), (home, whole.field.name))


def _of_field(plain: MarkedOld, claim: _Claim, here: str, state: State) -> MarkedOld:
    home, field = claim.home, claim.field.name
    label = field if home == here else f"{home}.{field}"
    return plain._replace(label=label, state=state, home=home, field=field)


def _value(written: str, field: Field) -> Any:
    """Give what is written as a field reads it; None where it cannot."""
    try:
        return read(choose(written, field)[1], field)
    except MisreadError:
        return None


def _written(text: str, figures: Sequence[MarkedOld]) -> str:
    """Write a sentence with its marks; what it says in 【】 itself stays as it is."""
    pieces, at = "", 0
    for one in figures:
        pieces += as_text(text[at : one.start])
        pieces += f"【{one.label}：{one.written}】" if one.label else as_text(one.written)
        at = one.end
    return pieces + as_text(text[at:])
