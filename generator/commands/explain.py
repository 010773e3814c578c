"""`nianbao explain`: each sentence of a report with the facts, and the lines of the file, that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.facts.earlier import BEFORE, SAME_SPAN, comparable, why_not_compared
from generator.problems import Place, UserError
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import dotted

if TYPE_CHECKING:
    from generator.commands.steps import Prepared
    from generator.facts import Facts

FORMULA, LAST = "提法：", "上年："


class Ground(NamedTuple):
    """One fact behind a sentence: its field, its place and line as written, and where it comes from (来源).

    `withheld` tells that it is for the superior alone.
    """

    field: str
    place: Place
    line: str
    origin: str
    withheld: bool = False


class Explained(NamedTuple):
    """One sentence of the report; without grounds in the file it is formulaic (标题、导语、过渡).

    `remarks` tell what it does not say, and why.
    """

    text: str
    grounds: tuple[Ground, ...]
    formulas: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def formulaic(self) -> bool:
        """Tell whether no fact of the file stands behind it."""
        return not self.grounds

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "sentence": self.text,
            "formulaic": self.formulaic,
            "formulas": list(self.formulas),
            "remarks": list(self.remarks),
            "grounds": [
                {
                    "field": one.field,
                    "file": one.place.file,
                    "line": one.place.line,
                    "column": one.place.column,
                    "written": one.line,
                    "origin": one.origin,
                    "public": not one.withheld,
                }
                for one in self.grounds
            ],
        }


def explain_sentences(prepared: Prepared) -> tuple[Explained, ...]:
    """Give every sentence of a report made from facts, in reading order.

    Raises UserError for a text without facts behind it.
    """
    facts, draft = prepared.facts, prepared.draft
    if facts is None or draft is None:
        raise UserError(
            f"{prepared.source.name} 是文稿，看不出每句话的依据。", "请给出事实文件（.yaml）。", status=2
        )
    remarks = dict(_not_compared(facts))
    return tuple(
        Explained(
            sentence.text,
            tuple(_ground(path, facts) for path in sentence.grounds if not path.startswith(FORMULA)),
            tuple(path.removeprefix(FORMULA) for path in sentence.grounds if path.startswith(FORMULA)),
            tuple(remarks[path] for path in sentence.grounds if path in remarks),
        )
        for sentence in draft.sentences
    )


def _not_compared(facts: Facts) -> Iterator[tuple[str, str]]:
    """Say by its path why a figure is not compared that would be, did last year's not end on another day."""
    for topic in facts.topics.values() if facts.last else ():
        there = facts.last.topics.get(topic.name) if facts.last else None
        known = comparable(topic, there)
        asked = topic.compared | (topic.topic.compared if topic.topic else frozenset())
        figures = [(name, topic.path_of(name), known.values if known else {}) for name in asked]
        figures += [
            (label, (*topic.path, OWN_FIGURES, label), known.own.figures if known else {})
            for label in topic.own.compared
        ]
        for name, path, compared in figures:
            why = "" if name in compared else why_not_compared(topic, there, name)
            if why:
                yield dotted(path), f"“{name}”没有写同比：{why}"


def _ground(path: str, facts: Facts) -> Ground:
    if path.startswith(LAST):
        path = path.removeprefix(LAST)
        for beside in (f"{path}.{SAME_SPAN}", f"{path}.{BEFORE}"):
            if facts.has(beside):
                return _ground(beside, facts)
        if facts.last is not None:
            return _ground(path, facts.last)
    return Ground(path, facts.place(path), facts.line(path), facts.origin(path), facts.is_withheld(path))
