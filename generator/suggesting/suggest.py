"""Notes against a facts file -> suggestions: what is new, what is as it is there, what is not, what is a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from generator.facts import EMPTY, Facts
from generator.facts.days import span_told
from generator.facts.mark_values import agree
from generator.intake.notes import Notes, placed
from generator.suggesting.against import FiledFacts
from generator.suggesting.blanks import Blanks, fillings
from generator.suggesting.claims import NoteClaim, cautioned, claim_of, heard_in, named_claims
from generator.suggesting.holding import Holding
from generator.suggesting.names import NamesReader
from generator.suggesting.phrases import Phrase, phrases_of
from generator.suggesting.quoting import stretch_of, words_around
from generator.suggesting.recognise import NotesReader
from generator.suggesting.suggestion import Heard, Standing, Suggestion, Suggestions, Unplaced
from generator.suggesting.told_figure import ToldFigure
from generator.suggesting.unread import unread_figures
from generator.suggesting.upholding import contended, instead, upheld
from generator.topics.grouping import TopicGroup
from generator.topics.topic import DUTIES, Topics

_REFUTED = "材料里说不以它为准"
MOST_FIGURES = 1500
"""So many figures of one paper are looked at."""


def suggest(
    papers: Sequence[Notes], facts: Facts, topics: Topics, groups: Sequence[TopicGroup]
) -> Suggestions:
    """Give what notes say that a facts file can hold, each held against what it holds; nothing is changed.

    All `papers` are held against each other: a figure that one says and another corrects, or has otherwise, is not
    sure. A topic that the file has not yet goes under the heading of its group.
    """
    papers = placed(papers)
    heard = [
        _heard_of(paper, facts, topics, Holding(paper, [*papers[:number], *papers[number + 1 :]]))
        for number, paper in enumerate(papers)
    ]
    claims, refuted, unplaced, named, told = ([*chain.from_iterable(one)] for one in zip(*heard, strict=True))
    kept, overruled = upheld(claims)
    refuted += overruled
    kept += instead(refuted, kept, named)
    held = {one.value for one in kept if one.holds}
    unplaced = [one for one in unplaced if one.written not in held or one.why]
    unplaced += [Unplaced(one.value, one.heard, _REFUTED) for one in refuted]
    offered = _with_rates_of_doubt(_held_against(contended(kept), FiledFacts(facts, groups)))
    return Suggestions(tuple(offered), tuple(unplaced), tuple(told))


class _Heard(NamedTuple):
    """What one paper says: claims, those that are said not to hold, figures without a field, what is told besides.

    `named` are those without a field of which it says that they hold.
    """

    claims: list[NoteClaim]
    refuted: list[NoteClaim]
    unplaced: list[Unplaced]
    named: list[Unplaced]
    told: list[str]


def _heard_of(notes: Notes, facts: Facts, topics: Topics, holding: Holding) -> _Heard:
    figures, names, blanks = NotesReader(topics, facts.year), NamesReader(topics), Blanks(facts, topics)
    made = _Heard([], [], [], [], [*notes.told])
    for phrase in phrases_of(notes):
        if len(made.claims) + len(made.unplaced) > MOST_FIGURES:
            made.told.append(f"材料里的数太多，{phrase.place}以后的没有看；请分几次来。")
            break
        heard = heard_in(phrase, notes.name)
        made.claims.extend(named_claims(names, phrase, heard, facts, topics))
        figures_told = figures.tell(phrase)
        for told, filling in fillings(blanks, figures_told):
            said = told.phrase.text
            claim = claim_of(told, filling, heard, facts, topics)
            claim = claim and claim._replace(paper=notes.name, sentence=said)
            if claim is None:
                made.unplaced.append(_unplaced(told, heard))
            elif holding.refutes(phrase.place, said, told.written, claim.field.name):
                made.refuted.append(claim)
            else:
                made.claims.append(cautioned(claim, told, holding))
        text = figures_told[0].phrase.text if figures_told else phrase.text
        unread = unread_figures(text, [(one.start, one.end) for one in figures_told])
        made.unplaced.extend(
            _at(Unplaced(one.written, heard), phrase, text, one.start, one.end) for one in unread
        )
    made.named.extend(one for one in made.unplaced if not one.why and holding.declares(one.written))
    return made


def _unplaced(told: ToldFigure, heard: Heard) -> Unplaced:
    figure = Unplaced(told.written, heard, told.why, told.label)
    return _at(figure, told.phrase, told.phrase.text, told.start, told.end)


def _at(figure: Unplaced, phrase: Phrase, text: str, start: int, end: int) -> Unplaced:
    """Give a figure with its place in its sentence, and with the words that stand around it."""
    heard = figure.heard._replace(words=words_around(phrase.said, text, start, end))
    first, last = stretch_of(phrase.said, text, start, end)
    return figure._replace(heard=heard, start=first, end=last)


def _held_against(claims: Sequence[NoteClaim], filed: FiledFacts) -> Iterator[Suggestion]:
    """Put claims of one field and value together, in the order in which they were first made."""
    by_field: dict[tuple[str, str], list[list[NoteClaim]]] = {}
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


def _suggestion(group: Sequence[NoteClaim], filed: FiledFacts, *, rival: bool, sure: bool) -> Suggestion:
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
        standing is not Standing.SAME and any(one.holds for one in group),
        doubt if standing is Standing.ASKED else "",
        until,
    )


def _until(group: Sequence[NoteClaim], all_until: date | None) -> date | None:
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
