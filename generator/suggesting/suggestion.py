"""Suggestions: a value for a field, the words that it was taken from, and how it stands to what the file has."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from generator.facts.days import span_told
from generator.facts.sentences import cut_sentence
from generator.topics.topic import Field
from generator.yamltext.path import Path


class Standing(str, Enum):
    """How a suggestion stands to the file and to the others."""

    NEW = "文件里还没有"
    SAME = "与文件一致"
    OTHER = "与文件不同"
    RIVAL = "来件自己不一致"
    ASKED = "要请人确认"


class Heard(NamedTuple):
    """Where a value was said: the words to show, their place in the notes, who said it and when, its whole sentence."""

    words: str
    place: str
    origin: str
    said: str = ""


class Suggestion(NamedTuple):
    """A value for one field, by topic and name, and all the places where it was said.

    `told` is what the file gives, `line` where; `path` is where the value is to be written, of one that a sentence
    marks the path of the `sentence`, in which it stands behind the label `mark`; `holds` tells that the notes say that
    this value is the one that holds; `doubt` says in Chinese why it is a question; `until` is the day on which it
    ends, where that is another than the file's.
    """

    home: str
    field: Field
    value: str
    heard: tuple[Heard, ...]
    standing: Standing
    path: Path = ()
    told: str = ""
    line: int = 0
    mark: str = ""
    sentence: str = ""
    holds: bool = False
    doubt: str = ""
    until: date | None = None

    def with_mark(self, sentence: str) -> str:
        """Give its sentence, in which other marks may have changed already, with the value in its mark."""
        for one in cut_sentence(sentence).marks:
            if one.label == self.mark and one.written is not None:
                return f"{sentence[: one.start]}【{self.mark}：{self.value}】{sentence[one.end :]}"
        return sentence

    @property
    def dated(self) -> str:
        """The value as it is shown to people: 198件（截至11月30日）."""
        return f"{self.value}（{span_told(self.until)}）" if self.until else self.value

    @property
    def name(self) -> str:
        """What it is called: 矛盾纠纷化解.排查."""
        return f"{self.home}.{self.field.name}"

    @property
    def key(self) -> tuple[str, str]:
        """The topic and the field."""
        return self.home, self.field.name

    @property
    def origin(self) -> str:
        """Who said it, as the 来源 to be written."""
        return "、".join(dict.fromkeys(one.origin for one in self.heard if one.origin))


class Unplaced(NamedTuple):
    """A figure that has no field: as it was written, its words, why it is not offered, a label that it might have.

    It stands at `start:end` of the sentence that was `said`; both are -1 where it is not known where.
    """

    written: str
    heard: Heard
    why: str = ""
    label: str = ""
    start: int = -1
    end: int = -1


class Suggestions(NamedTuple):
    """All that was made of notes: suggestions in their order, figures without a field, what is to be told besides."""

    offered: tuple[Suggestion, ...]
    unplaced: tuple[Unplaced, ...] = ()
    told: tuple[str, ...] = ()

    def of(self, *standings: Standing) -> tuple[Suggestion, ...]:
        """Give those that stand so."""
        return tuple(one for one in self.offered if one.standing in standings)
