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
from generator.importing.claims import CERTAIN, Claim, Claimant, ClaimedFigure
from generator.importing.passages import OldPassage, OldSentence
from generator.numbers.quantity import Quantity
from generator.numbers.units import split_scale
from generator.recognition.labels import word_before
from generator.recognition.matcher import Matcher
from generator.wording import chinese_number

_LEAST, _MARGIN = 4.0, 0.8
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


class Marker:
    """Writes marks into the passages of one report."""

    def __init__(self, claimant: Claimant, matcher: Matcher) -> None:
        """Begin with no label taken."""
        self._claimant, self._matcher = claimant, matcher
        self._taken: dict[tuple[str, str], Any] = {}
        self._contrary: set[tuple[str, str]] = set()
        self._own_labels: dict[tuple[str, str], Any] = {}

    def survey(self, passages: Sequence[OldPassage]) -> None:
        """Give every field to the figure of the whole report that is likeliest to be it, and to those like it."""
        figures = [
            figure.claims
            for passage in passages
            if passage.of_the_year
            for figure in self._claimant.figures(passage)
        ]
        claims = sorted(
            ((claim, number) for number, claims in enumerate(figures) for claim in claims),
            key=lambda pair: -pair[0].score,
        )
        settled: set[int] = set()
        taken: dict[tuple[str, str], Claim] = {}
        for claim, number in claims:
            if number not in settled and self._is_free(claim):
                self._taken[claim.home, claim.field.name] = claim.value
                taken[claim.home, claim.field.name] = claim
                settled.add(number)
        self._contrary |= set(_contrary(taken))

    def mark(self, passage: OldPassage) -> Iterator[MarkedLine]:
        """Give the sentences of a passage with their marks."""
        judged = [self._judged(figure, passage) for figure in self._claimant.figures(passage)]
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

    def _judged(self, figure: ClaimedFigure, passage: OldPassage) -> MarkedOld | None:
        """Give the mark of a figure; None for what is no fact: a duration, by how much another figure grew."""
        said, known, text = figure.said, figure.known, passage.text
        plain = MarkedOld(said.start, said.end, text[said.start : said.end], "", State.BARE)
        likely = ""
        if passage.of_the_year and figure.claims:
            free = [one for one in figure.claims if self._is_free(one) and not one.against]
            best = free[0] if free else None
            following = free[1].score if len(free) > 1 else 0.0
            # what would be a field of its topic that another figure is, is no field of another topic instead
            first = figure.claims[0]
            second = first.meant and best is not None and first.home == passage.home != best.home
            contrary = best is not None and (best.home, best.field.name) in self._contrary
            if (
                best is not None
                and best.meant
                and not (contrary or second)
                and best.score - following >= _MARGIN
            ):
                if known is not None and best.score >= CERTAIN:
                    plain = plain._replace(start=known.start, written=known.written)
                sure = best.certain and best.score >= _SURE and best.score - following >= _SURE_MARGIN
                return _of_field(plain, best, passage.home, State.SURE if sure else State.DOUBTFUL)
            if best is not None and best.score >= _LEAST:
                likely = f"{best.home}.{best.field.name}"
        if known is None or not known.label:
            return plain._replace(likely=likely) if known is not None else None
        return self._own(plain, known.label, passage, word_before(said, known.label))._replace(likely=likely)

    def _is_free(self, claim: Claim) -> bool:
        """Tell whether no other figure with another number is likelier to be the field."""
        taken = self._taken.get((claim.home, claim.field.name))
        return taken is None or agree(taken, claim.value)

    def _own(self, plain: MarkedOld, label: str, passage: OldPassage, before: str) -> MarkedOld:
        """Give a figure a label of its own that nothing else has, with the word `before` it where that takes it."""
        value = typed_figure(plain.written)
        unit = split_scale(value.unit)[1] if isinstance(value, Quantity) else ""
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


def _contrary(taken: Mapping[tuple[str, str], Claim]) -> Iterator[tuple[str, str]]:
    """Give the fields of which a part came out greater than its whole: one of the two is another thing."""
    for (home, name), claim in taken.items():
        whole = taken.get((home, claim.field.at_most))
        if whole is None or not (claim.meant and whole.meant):
            continue
        part, most = claim.value, whole.value
        if isinstance(part, Quantity) and isinstance(most, Quantity) and part.number > most.number:
            yield from ((home, name), (home, whole.field.name))


def _of_field(plain: MarkedOld, claim: Claim, here: str, state: State) -> MarkedOld:
    home, field = claim.home, claim.field.name
    label = field if home == here else f"{home}.{field}"
    return plain._replace(label=label, state=state, home=home, field=field)


def _written(text: str, figures: Sequence[MarkedOld]) -> str:
    """Write a sentence with its marks; what it says in 【】 itself stays as it is."""
    pieces, at = "", 0
    for one in figures:
        pieces += as_text(text[at : one.start])
        pieces += f"【{one.label}：{one.written}】" if one.label else as_text(one.written)
        at = one.end
    return pieces + as_text(text[at:])
