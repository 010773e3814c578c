"""What a facts file has already for a field: its value and line, or where it would be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.mark_values import agree, shown
from generator.facts.marked import MarkedFact
from generator.facts.own_words import own_passages
from generator.facts.rates import worked_out
from generator.facts.sentences import Mark, cut_sentence
from generator.suggesting.headings import place_of_topic
from generator.topics.grouping import TopicGroup
from generator.topics.kinds import COMPUTED, MisreadError, choose, read
from generator.topics.topic import DUTIES, Field
from generator.yamltext.path import Path, dotted


class FiledFact(NamedTuple):
    """A field in a file: its value (EMPTY where it is asked after, None where it isn't there), path and line.

    Of a fact that a sentence marks, `path` is the sentence's, `label` that of the mark and `sentence` the text.
    """

    value: Any
    path: Path
    line: int = 0
    shown: str = ""
    label: str = ""
    sentence: str = ""


class FiledFacts:
    """Finds the fields of one file, also those that its sentences mark."""

    def __init__(self, facts: Facts, groups: Sequence[TopicGroup]) -> None:
        """Look through the file's own sentences for marks; `groups` say under which heading a new topic goes."""
        self._facts, self._groups = facts, groups
        self._marks: dict[tuple[str, str], tuple[Mark, str, Path]] = {}
        for passage in own_passages(facts):
            for mark in cut_sentence(passage.text).marks if "【" in passage.text else ():
                home, _, label = mark.label.rpartition(".")
                if mark.written is not None:
                    self._marks.setdefault((home or passage.home, label), (mark, passage.text, passage.path))

    @property
    def until(self) -> date | None:
        """The day on which the figures of the whole file end; None for the year's last."""
        return self._facts.head.until

    def of(self, home: str, field: Field) -> FiledFact:
        """Give what the file has for a field, or where it would stand."""
        for label in (field.name, *field.aliases):
            if marked := self._marks.get((home, label)):
                mark, sentence, within = marked
                value = _typed(mark.written, field)
                line = self._facts.place(dotted(within)).line
                return FiledFact(value, within, line, mark.written or "", mark.label, sentence)
        topic = self._facts.topics.get(home)
        if home != DUTIES and (topic is None or topic.path not in self._facts.places):
            return FiledFact(None, (*place_of_topic(home, self._facts, self._groups), field.name))
        if topic is None:
            return FiledFact(None, (DUTIES, field.name))
        path = topic.path_of(field.name)
        value = topic.values.get(field.name) if path in self._facts.places else None
        if (value == COMPUTED or path not in self._facts.places) and (rate := _derived(field, topic)):
            return FiledFact(rate.value, path, 0, f"{rate.text}（由程序算）")
        if path not in self._facts.places:
            return FiledFact(None, path)
        wording = topic.wordings.get(field.name, "")
        said = "" if value in (None, EMPTY) else f"{wording}{shown(value)}"
        return FiledFact(EMPTY if value is None else value, path, self._facts.places[path].line, said)

    def alike(self, home: str, field: Field, value: Any) -> FiledFact | None:
        """Give what a topic's sentences mark with the same value under nearly the name of a field: 成功化解 for 化解."""
        topic = self._facts.topics.get(home)
        for label, fact in topic.marked.items() if topic else ():
            if (field.name in label or label in field.name) and agree(fact.value, value):
                line = self._facts.place(dotted(fact.path)).line
                return FiledFact(fact.value, fact.path, line, f"{label}{fact.text}")
        return None


def _derived(field: Field, topic: TopicFacts) -> MarkedFact | None:
    """Give a rate as the report works it out from the two figures of the file."""
    fields = topic.topic.fields if topic.topic else {}
    return (
        worked_out(field, topic, fields)
        if field.numerator in fields and field.denominator in fields
        else None
    )


def _typed(written: str | None, field: Field) -> Any:
    if not written:
        return EMPTY
    try:
        return read(choose(written, field)[1], field)
    except MisreadError:
        return written
