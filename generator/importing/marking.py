"""Marks for the figures of an old report: a field where one is meant, else the words of the report as a label.

A figure has a state: 定 is a field for certain, 疑 one that somebody should look at, 自 has a label of its own. No
label comes to stand for two values: a field that says another number already is none for this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from generator.facts.books import typed_figure
from generator.facts.mark_values import agree
from generator.facts.sentences import LONGEST_LABEL, as_text
from generator.importing.homes import Reporting
from generator.importing.passages import OldSentence
from generator.numbers.quantity import Quantity
from generator.numbers.units import split_scale
from generator.recognition.matcher import Matcher, Recognised
from generator.recognition.ranking import FieldRanking, RankedField, RankedFigure
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import Field
from generator.wording import chinese_number

_LEAST, _MARGIN = 4.0, 1.0
_SURE, _SURE_MARGIN = 9.0, 3.0


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


class Ledger:
    """What each label stands for so far, by the topic or the item that has it."""

    def __init__(self) -> None:
        """Begin without any."""
        self._values: dict[tuple[str, str], Any] = {}

    def is_free(self, owner: str, label: str, value: Any) -> bool:
        """Tell whether a label stands for nothing yet, or for this very value."""
        known = self._values.get((owner, label))
        return known is None or agree(known, value)

    def keep(self, owner: str, label: str, value: Any) -> None:
        """Keep what a label stands for."""
        self._values.setdefault((owner, label), value)


class Marker:
    """Writes marks into the sentences of one report."""

    def __init__(self, matcher: Matcher, ranking: FieldRanking, reporting: Reporting) -> None:
        """Begin with no label taken."""
        self._matcher, self._ranking, self._reporting = matcher, ranking, reporting
        self._ledger = Ledger()

    def mark(
        self, passage: Sequence[OldSentence], home: str, owner: str, heading: str = ""
    ) -> Iterator[MarkedLine]:
        """Mark the sentences of a passage of a topic; `home` is empty where it stands under none.

        `owner` is what its labels belong to: the topic, or the item.
        """
        text = "".join(one.text for one in passage)
        likely = dict(self._ranking.likely_homes(text, heading + text[:20]))
        if home:
            likely[home] = 1.4
        ranked = self._ranking.rank(text, likely, self._reporting.level, self._reporting.year)
        known = {one.end: one for one in self._matcher.recognise(text, home)}
        figures = [
            one
            for figure in ranked
            if (one := self._judged(figure, known.get(figure.said.end), text, home, owner))
        ]
        begin = 0
        for sentence in passage:
            end = begin + len(sentence.text)
            mine = tuple(
                one._replace(start=one.start - begin, end=one.end - begin)
                for one in figures
                if begin <= one.start < end
            )
            yield MarkedLine(_written(sentence.text, mine), sentence, mine)
            begin = end

    def plain(self, passage: Sequence[OldSentence], owner: str) -> Iterator[MarkedLine]:
        """Mark sentences whose figures are no facts of the year, such as a plan's, each with its own label."""
        for sentence in passage:
            figures = tuple(
                self._own(one.start, one.end, one.written, one.label, owner, "", fields=False)
                for one in self._matcher.recognise(sentence.text)
                if one.label
            )
            yield MarkedLine(_written(sentence.text, figures), sentence, figures)

    def _judged(
        self, figure: RankedFigure, known: Recognised | None, text: str, home: str, owner: str
    ) -> MarkedOld | None:
        """Give the mark of a figure; None for what is no fact: a duration, by how much another figure grew."""
        said = figure.said
        written = text[said.start : said.end]
        if known is not None and known.sure and known.field is not None:
            if taken := self._field(known.field, known.home, known.written):
                return self._of_field(known.start, known.end, known.written, taken, home, State.SURE)
        fitting = [one for one in figure.fields if self._field(one.spoken.field, one.key[0], written)]
        best = fitting[0] if fitting else None
        if best is not None and self._is_meant(best, fitting):
            margin = best.score - fitting[1].score if len(fitting) > 1 else best.score
            sure = best.score >= _SURE and margin >= _SURE_MARGIN
            state = State.SURE if sure else State.DOUBTFUL
            return self._of_field(
                said.start, said.end, written, (best.key[0], best.spoken.field), home, state
            )
        if known is None:
            return None
        likely = f"{best.key[0]}.{best.key[1]}" if best is not None and best.score > _LEAST else ""
        own = self._own(said.start, said.end, written, known.label, owner, home)
        return own._replace(likely=likely)

    def _is_meant(self, best: RankedField, fitting: Sequence[RankedField]) -> bool:
        margin = best.score - fitting[1].score if len(fitting) > 1 else best.score
        return best.score >= _LEAST and margin >= _MARGIN

    def _field(self, field: Field, home: str, written: str) -> tuple[str, Field] | None:
        """Give a field that can take what is written, and that says no other number yet."""
        try:
            value = read(choose(written, field)[1], field)
        except MisreadError:
            return None
        return (home, field) if self._ledger.is_free(home, field.name, value) else None

    def _of_field(
        self, start: int, end: int, written: str, taken: tuple[str, Field], here: str, state: State
    ) -> MarkedOld:
        home, field = taken
        self._ledger.keep(home, field.name, read(choose(written, field)[1], field))
        label = field.name if home == here else f"{home}.{field.name}"
        return MarkedOld(start, end, written, label, state, home, field.name)

    def _own(
        self, start: int, end: int, written: str, label: str, owner: str, home: str, *, fields: bool = True
    ) -> MarkedOld:
        """Give a figure a label of its own that no field has and no other figure."""
        value = typed_figure(written)
        if not label or not isinstance(value, Quantity):
            return MarkedOld(start, end, written, "", State.BARE)
        unit = split_scale(value.unit)[1]
        numbered = (f"{label}{chinese_number(number)}" for number in range(2, 20))
        for way in (label, f"{label}{unit}数", *numbered):
            taken = fields and self._matcher.homes_with(way, home)
            if len(way) <= LONGEST_LABEL and not taken and self._ledger.is_free(owner, way, value):
                self._ledger.keep(owner, way, value)
                return MarkedOld(start, end, written, way, State.OWN)
        return MarkedOld(start, end, written, "", State.BARE)


def _written(text: str, figures: Sequence[MarkedOld]) -> str:
    """Write a sentence with its marks; what it says in 【】 itself stays as it is."""
    pieces, at = "", 0
    for one in figures:
        pieces += as_text(text[at : one.start])
        pieces += f"【{one.label}：{one.written}】" if one.label else as_text(one.written)
        at = one.end
    return pieces + as_text(text[at:])
