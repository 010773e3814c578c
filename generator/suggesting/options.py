"""The fields that a figure of notes may be, and which of them most speaks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from generator.recognition.clauses import Said
from generator.recognition.likeness import explained
from generator.suggesting.around import Around
from generator.suggesting.fields import core_of
from generator.suggesting.subjects import Subject

_PAIR, _NAME, _LONG = 2, 3, 4
_DEEDS = ("宣传", "教育", "服务", "救助", "保护", "治理", "监督", "公开", "创建", "处置", "化解", "办理")


class Option(NamedTuple):
    """A field that a figure is if its topic is meant; `strong` where its words alone say so."""

    home: str
    field: str
    start: int
    strong: bool = False


def narrowed(said: Said, options: list[Option], near: Around, subject: Subject) -> tuple[list[Option], bool]:
    """Leave of the options those that most speaks for, and tell whether more than the office spoke for their topic."""
    clause, core = said.before + said.after, core_of(said.before)
    firm = False
    ways: list[tuple[Callable[[Option], bool], bool]] = [
        (lambda one: subject.is_of(one.home), True),
        (lambda one: len(core) < _LONG and one.home in near.before[-1:], True),
        (lambda one: len(one.field) >= _LONG and one.field in clause, False),
        (lambda one: len(core) >= _NAME and core == one.field, False),
        (lambda one: is_of_home(clause, one), True),
        *((partial(_is_in, homes), True) for homes in near.firm),
        (lambda one: one.home in near.office and explained(clause, one.home) > 1, True),
        (partial(_is_in, near.office), len(near.office) == 1),
    ]
    for speaks, decides in ways:
        if meant := [one for one in options if speaks(one)]:
            options, firm = meant, firm or decides
    if len({one.home for one in options}) == 1:
        options = [one for one in options if one.field == core] or options
    return options, firm


def _is_in(homes: frozenset[str], one: Option) -> bool:
    return one.home in homes


def is_of_home(clause: str, one: Option) -> bool:
    """Tell whether a clause says words of the topic's name beside the field's own: 热线满意率.

    A word for what is done under many topics (宣传 of 法治宣传教育) says nothing where it stands alone.
    """
    beside = clause if one.home.startswith(one.field) else clause.replace(one.field, "|")
    said = explained(beside, one.home)
    return said > _PAIR or (said == _PAIR and not any(word in beside and word in one.home for word in _DEEDS))


def without_names(clause: str, names: Iterable[str]) -> str:
    """Give a clause without the names of a field."""
    for name in sorted(names, key=len, reverse=True):
        clause = clause.replace(name, "|")
    return clause
