"""What notes give for the fields of a file: one value, in one sentence, as sure as it is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from generator.facts import Facts
from generator.patterns import pattern
from generator.suggesting.blanks import Filling
from generator.suggesting.holding import Holding
from generator.suggesting.names import NamesReader
from generator.suggesting.phrases import Phrase
from generator.suggesting.provisos import caution_of
from generator.suggesting.quoting import words_around
from generator.suggesting.suggestion import Heard
from generator.suggesting.told_figure import ToldFigure
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import DUTIES, Field, Topics

_CORRECTS = pattern("^(?:【?(?:更正|订正|勘误)】?|(?:更正|改正|订正|纠正)一?下)")
"""What opens a line that corrects what was said before."""


class NoteClaim(NamedTuple):
    """One value that notes give for a field, in a sentence; `holds` where they say that it is the one that holds.

    `contends` tells of one that is not sure that it may still be the figure of its field: nothing around it makes it
    another year's, another unit's or a part. `paper` is the name of the paper that says it.
    """

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
    contends: bool = False
    paper: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the field."""
        return self.home, self.field.name


def heard_in(phrase: Phrase, name: str) -> Heard:
    """Give where a phrase was said, `name` for who said it where nobody is named."""
    words = words_around(phrase.said, phrase.text, 0, 0)
    return Heard(words, phrase.place, phrase.speaker.origin or name, phrase.said)


def claim_of(
    told: ToldFigure, filling: Filling | None, heard: Heard, facts: Facts, topics: Topics
) -> NoteClaim | None:
    """Read a figure as the value of the blank that waits for it, else of its field; None where it is neither's."""
    return _filled(told, filling, heard) or _claim(told, heard, facts, topics)


def cautioned(claim: NoteClaim, told: ToldFigure, holding: Holding) -> NoteClaim:
    """Give a claim that knows whether notes say that it holds; one that they call in question is sure no more."""
    beside, whole = told.phrase.beside, claim.sure or claim.doubt == told.aside
    corrects = claim.sure and _CORRECTS.search(beside)
    if (
        corrects
        or (whole and holding.upholds(beside))
        or holding.names(claim.sentence, told.written, claim.field.name)
    ):
        return claim._replace(holds=True)
    doubt = caution_of(told.phrase) or holding.questions(told.written, claim.field.name)
    return claim._replace(sure=False, doubt=doubt) if claim.sure and doubt else claim


def named_claims(
    names: NamesReader, phrase: Phrase, heard: Heard, facts: Facts, topics: Topics
) -> Iterator[NoteClaim]:
    """Read a phrase as the words of a field that holds words."""
    for home, name, sure in names.tell(phrase):
        field = field_of(topics, home, name)
        try:
            typed = read(phrase.text, field)
        except MisreadError:
            continue
        yield NoteClaim(home, field, phrase.text, typed, sure and field.suits(facts.level, facts.year), heard)


def field_of(topics: Topics, home: str, name: str) -> Field:
    """Give the declaration of a field by the topic under which a facts file has it."""
    return topics.duty_fields[name] if home == DUTIES else topics.measures[home].fields[name]


def _filled(told: ToldFigure, filling: Filling | None, heard: Heard) -> NoteClaim | None:
    """Read a figure as the value of the blank that waits for it; None where there is none, or it doesn't fit."""
    if filling is None:
        return None
    field = filling.blank.field
    try:
        typed = read(choose(told.written, field)[1], field)
    except MisreadError:
        return None
    sure, near = filling.sure and not told.aside, _near(heard, told)
    return NoteClaim(
        filling.blank.home, field, told.written, typed, sure, near, doubt=told.aside, until=told.until
    )


def _claim(told: ToldFigure, heard: Heard, facts: Facts, topics: Topics) -> NoteClaim | None:
    """Read what was told of a figure as a value of its field; None where it has none that it fits."""
    if not told.field or told.why:
        return None
    field = field_of(topics, *told.key)
    try:
        typed = read(choose(told.written, field)[1], field)
    except MisreadError:
        return None
    fits = field.suits(facts.level, facts.year)
    return NoteClaim(
        told.home,
        field,
        told.written,
        typed,
        told.sure and fits,
        _near(heard, told),
        doubt=told.doubt,
        until=told.until,
        contends=told.contends and fits,
    )


def _near(heard: Heard, told: ToldFigure) -> Heard:
    """Give the words around a figure where its sentence is too long to show."""
    return heard._replace(words=words_around(told.phrase.said, told.phrase.text, told.start, told.end))
