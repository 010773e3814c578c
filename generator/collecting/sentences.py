"""A sentence of a form with facts marked in it: its words are one thing to compare, each of its figures another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.collecting.filled import Answer, CellText
from generator.facts.sentences import CLOSE, OPEN, Mark, cut_sentence
from generator.forms.asking import NEW, Asked
from generator.forms.marked_in import SENTENCES


def is_sentence(row: Asked) -> bool:
    """Tell the row of a sentence that the facts file has already."""
    return row.name.startswith(f"{SENTENCES}.") and not row.name.startswith(f"{SENTENCES}.{NEW}")


def words_alone(text: str, row: Asked) -> str:
    """Give a sentence without the figures that have a row of their own, and without blanks."""
    return "".join(refilled(text, lambda mark: "" if mark.label in row.marks else None).split())


def refilled(text: str, figure: Callable[[Mark], str | None]) -> str:
    """Give a sentence with another figure in each mark for which one is given; None leaves it as it is."""
    done, at = "", 0
    for mark in _valued(text):
        if (new := figure(mark)) is not None:
            done, at = f"{done}{text[at : mark.start]}{OPEN}{mark.label}：{new}{CLOSE}", mark.end
    return done + text[at:]


def figures_in(text: str) -> dict[str, str]:
    """Give what is written in the marks of a sentence, by their labels; empty where it is waited for."""
    return {mark.label: mark.written or "" for mark in _valued(text)}


def with_the_files_figures(text: str, row: Asked) -> str:
    """Give an office's sentence with the figures as the facts file has them now: each is settled by its own row."""
    now = figures_in(row.base)
    return refilled(text, lambda mark: now.get(mark.label) if mark.label in row.marks else None)


def figures_told(answer: Answer, row: Asked, asked: Mapping[str, Asked]) -> Iterator[tuple[Answer, Asked]]:
    """Give the figures that an office changed within a sentence, each as an answer to the row that it is of.

    The text of the answer is empty where a figure that stood there was deleted.
    """
    before = figures_in(answer.base or "")
    for label, written in figures_in(answer.cell.text).items():
        own = asked.get(row.marks.get(label, "") or f"{row.topic}.{label}")
        if own is not None and written != before.get(label, ""):
            base = before.get(label) if answer.base is not None else None
            yield answer._replace(cell=CellText(written), base=base), own


def marks_lost(answer: Answer) -> list[str]:
    """Give the labels of the marks that an office took out of a sentence."""
    now = figures_in(answer.cell.text)
    return [label for label in figures_in(answer.base or "") if label not in now]


def _valued(text: str) -> Iterator[Mark]:
    return (mark for mark in cut_sentence(text).marks if mark.written is not None)
