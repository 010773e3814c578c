"""Notes against a facts file -> suggestions: what is new, what is as it is there, what is not, what is a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.facts import EMPTY, Facts
from generator.facts.days import span_told
from generator.facts.mark_values import agree
from generator.intake.notes import Notes
from generator.suggesting.against import FiledFacts
from generator.suggesting.blanks import Blanks, Filling, fillings
from generator.suggesting.holding import Holding
from generator.suggesting.names import NamesReader
from generator.suggesting.phrases import Phrase, phrases_of
from generator.suggesting.provisos import caution_of
from generator.suggesting.quoting import stretch_of, words_around
from generator.suggesting.recognise import NotesReader
from generator.suggesting.suggestion import Heard, Standing, Suggestion, Suggestions, Unplaced
from generator.suggesting.told_figure import ToldFigure
from generator.suggesting.unread import unread_figures
from generator.topics.grouping import TopicGroup
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import DUTIES, Field, Topics

_REFUTED = "材料里说不以它为准"
MOST_FIGURES = 1500
"""So many figures of one file are looked at."""


class _Claim(NamedTuple):
    """One value that notes give for a field, in a sentence; `holds` where they say that it is the one that holds."""

    home: str
    field: Field
    value: str
    typed: Any
    sure: bool
    heard: Heard
    sentence: str = ""
    holds: bool = False
    doubt: str = ""
    until: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the field."""
        return self.home, self.field.name


def suggest(notes: Notes, facts: Facts, topics: Topics, groups: Sequence[TopicGroup]) -> Suggestions:
    """Give what notes say that a facts file can hold, each held against what it holds; nothing is changed.

    A topic that the file has not yet goes under the heading of its group.
    """
    figures, names, blanks = NotesReader(topics, facts.year), NamesReader(topics), Blanks(facts, topics)
    claims: list[_Claim] = []
    refuted: list[_Claim] = []
    unplaced: list[Unplaced] = []
    told_so, holding = notes.told, Holding(notes)
    for phrase in phrases_of(notes):
        if len(claims) + len(unplaced) > MOST_FIGURES:
            told_so = (*told_so, f"材料里的数太多，{phrase.place}以后的没有看；请分几次来。")
            break
        heard = _heard(phrase, notes.name)
        claims += _named(names, phrase, heard, facts, topics)
        figures_told = figures.tell(phrase)
        for told, filling in fillings(blanks, figures_told):
            said = told.phrase.text
            claim = _filled(told, filling, heard) or _claim(told, heard, facts, topics)
            if claim is None:
                unplaced.append(_unplaced(told, heard))
            elif holding.refutes(phrase.place, said, told.written):
                refuted.append(claim)
            else:
                claims.append(_cautioned(claim._replace(sentence=said), told, holding))
        text = figures_told[0].phrase.text if figures_told else phrase.text
        unread = unread_figures(text, [(one.start, one.end) for one in figures_told])
        unplaced += [_at(Unplaced(one.written, heard), phrase, text, one.start, one.end) for one in unread]
    upheld, overruled = _upheld(claims)
    refuted += overruled
    upheld += _instead(
        refuted, upheld, [one for one in unplaced if not one.why and holding.declares(one.written)]
    )
    held = {one.value for one in upheld if one.holds}
    unplaced = [one for one in unplaced if one.written not in held or one.why]
    unplaced += [Unplaced(one.value, one.heard, _REFUTED) for one in refuted]
    offered = _with_rates_of_doubt(_held_against(upheld, FiledFacts(facts, groups)))
    return Suggestions(tuple(offered), tuple(unplaced), told_so)


def _heard(phrase: Phrase, name: str) -> Heard:
    words = words_around(phrase.said, phrase.text, 0, 0)
    return Heard(words, phrase.place, phrase.speaker.origin or name, phrase.said)


def _unplaced(told: ToldFigure, heard: Heard) -> Unplaced:
    figure = Unplaced(told.written, heard, told.why, told.label)
    return _at(figure, told.phrase, told.phrase.text, told.start, told.end)


def _at(figure: Unplaced, phrase: Phrase, text: str, start: int, end: int) -> Unplaced:
    """Give a figure with its place in its sentence, and with the words that stand around it."""
    heard = figure.heard._replace(words=words_around(phrase.said, text, start, end))
    first, last = stretch_of(phrase.said, text, start, end)
    return figure._replace(heard=heard, start=first, end=last)


def _filled(told: ToldFigure, filling: Filling | None, heard: Heard) -> _Claim | None:
    """Read a figure as the value of the blank that waits for it; None where there is none, or it doesn't fit."""
    if filling is None:
        return None
    field = filling.blank.field
    try:
        typed = read(choose(told.written, field)[1], field)
    except MisreadError:
        return None
    sure, near = filling.sure and not told.aside, _near(heard, told)
    return _Claim(
        filling.blank.home, field, told.written, typed, sure, near, doubt=told.aside, until=told.until
    )


def _claim(told: ToldFigure, heard: Heard, facts: Facts, topics: Topics) -> _Claim | None:
    """Read what was told of a figure as a value of its field; None where it has none that it fits."""
    if not told.field or told.why:
        return None
    field = field_of(topics, *told.key)
    try:
        typed = read(choose(told.written, field)[1], field)
    except MisreadError:
        return None
    fits = field.suits(facts.level, facts.year)
    return _Claim(
        told.home,
        field,
        told.written,
        typed,
        told.sure and fits,
        _near(heard, told),
        doubt=told.doubt,
        until=told.until,
    )


def _cautioned(claim: _Claim, told: ToldFigure, holding: Holding) -> _Claim:
    """Give a claim that knows whether notes say that it holds; one that they call in question is sure no more."""
    if holding.names(claim.sentence, told.written):
        return claim._replace(holds=True)
    doubt = caution_of(told.phrase) or holding.questions(told.written)
    return claim._replace(sure=False, doubt=doubt) if claim.sure and doubt else claim


def _near(heard: Heard, told: ToldFigure) -> Heard:
    """Give the words around a figure where its sentence is too long to show."""
    return heard._replace(words=words_around(told.phrase.said, told.phrase.text, told.start, told.end))


def field_of(topics: Topics, home: str, name: str) -> Field:
    """Give the declaration of a field by the topic under which a facts file has it."""
    return topics.duty_fields[name] if home == DUTIES else topics.measures[home].fields[name]


def _named(
    names: NamesReader, phrase: Phrase, heard: Heard, facts: Facts, topics: Topics
) -> Iterator[_Claim]:
    for home, name, sure in names.tell(phrase):
        field = field_of(topics, home, name)
        try:
            typed = read(phrase.text, field)
        except MisreadError:
            continue
        yield _Claim(home, field, phrase.text, typed, sure and field.suits(facts.level, facts.year), heard)


def _upheld(claims: Sequence[_Claim]) -> tuple[list[_Claim], list[_Claim]]:
    """Part claims from those of which others of their field say that they don't hold.

    What else a sentence says that holds a refuted figure is sure no more.
    """
    held = [one for one in claims if one.holds]
    refuted = [
        one
        for one in claims
        if not one.holds and any(one.key == other.key and not agree(one.typed, other.typed) for other in held)
    ]
    counted = {(one.sentence, one.home, _unit(one.value)) for one in refuted if one.sentence}
    refuted += [
        one
        for one in claims
        if not one.holds and one not in refuted and (one.sentence, one.home, _unit(one.value)) in counted
    ]
    doubted = {one.sentence for one in refuted}
    upheld = [one for one in claims if one not in refuted]
    return [
        one._replace(sure=one.sure and (one.holds or one.sentence not in doubted)) for one in upheld
    ], refuted


def _unit(value: str) -> str:
    return value.lstrip("0123456789.,")


def _instead(
    refuted: Sequence[_Claim], claims: Sequence[_Claim], named: Sequence[Unplaced]
) -> Iterator[_Claim]:
    """Ask whether the one figure that holds and has no field is the one thing of which the figure was refuted."""
    answered, told = {one.key for one in claims}, {one.value for one in claims}
    for figure in {one.written: one for one in named if one.written not in told}.values():
        alike = [
            one for one in refuted if _unit(one.value) == _unit(figure.written) and one.key not in answered
        ]
        if len({one.key for one in alike}) == 1:
            field = alike[0].field
            typed = read(choose(figure.written, field)[1], field)
            yield alike[0]._replace(
                value=figure.written, typed=typed, sure=False, heard=figure.heard, holds=True
            )


def _held_against(claims: Sequence[_Claim], filed: FiledFacts) -> Iterator[Suggestion]:
    """Put claims of one field and value together, in the order in which they were first made."""
    by_field: dict[tuple[str, str], list[list[_Claim]]] = {}
    for claim in claims:
        groups = by_field.setdefault((claim.home, claim.field.name), [])
        alike = next((group for group in groups if agree(group[0].typed, claim.typed)), None)
        if alike is None:
            groups.append([claim])
        else:
            alike.append(claim)
    for groups in by_field.values():
        sure = [group for group in groups if any(one.sure for one in group)]
        for group in groups:
            rival = len(sure) > 1 and group in sure
            yield _suggestion(group, filed, rival=rival, sure=group in sure)


def _suggestion(group: Sequence[_Claim], filed: FiledFacts, *, rival: bool, sure: bool) -> Suggestion:
    first = group[0]
    there = filed.of(first.home, first.field)
    alike = filed.alike(first.home, first.field, first.typed) if there.value is None else None
    told = alike or there
    standing = Standing.NEW
    if there.value not in (None, EMPTY) and agree(there.value, first.typed):
        standing = Standing.SAME
    elif alike or not sure:
        standing = Standing.ASKED
    elif rival:
        standing = Standing.RIVAL
    elif there.value not in (None, EMPTY):
        standing = Standing.OTHER
    heard = tuple(dict.fromkeys(one.heard for one in group))
    until, doubt = _until(group, filed.until), next((one.doubt for one in group if one.doubt), "")
    if until and standing is Standing.NEW and (first.home == DUTIES or there.label):
        standing, doubt = Standing.ASKED, f"{span_told(until)}的数，这一项旁边不能写截至"
    return Suggestion(
        first.home,
        first.field,
        first.value,
        heard,
        standing,
        there.path,
        told.shown,
        told.line,
        there.label,
        there.sentence,
        standing in {Standing.RIVAL, Standing.OTHER} and any(one.holds for one in group),
        doubt if standing is Standing.ASKED else "",
        until,
    )


def _until(group: Sequence[_Claim], all_until: date | None) -> date | None:
    """Give the day on which a value ends, as any that said it tells; None where the file's figures all end then."""
    day = next((one.until for one in group if one.until), None)
    return None if day == all_until else day


def _with_rates_of_doubt(offered: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Give suggestions, a rate as a question where one of its two figures is not the file's."""
    known = tuple(offered)
    disputed = {one.key for one in known if one.standing in {Standing.OTHER, Standing.RIVAL}}
    for one in known:
        of = {(one.home, one.field.numerator), (one.home, one.field.denominator)}
        doubtful = one.standing is Standing.NEW and not disputed.isdisjoint(of)
        yield one._replace(standing=Standing.ASKED) if doubtful else one
