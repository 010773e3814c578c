"""What a mark prints, and whether two values of one fact say the same."""

from __future__ import annotations

from typing import Any

from generator.facts.facts import EMPTY
from generator.facts.sentences import Mark
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_family
from generator.patterns import pattern
from generator.topics.kinds import LOOSE_END, MisreadError
from generator.topics.topic import Field
from generator.wording import join_names

WRONG = "标注-01"
_PAUSE = pattern("[，。；：！？、】]")
WAITING = pattern("【待填：[^【】]*】")
"""What `waiting` gives, wherever it stands in a text."""
_SAME_WORDS = {"多": "余", "来": "余", "将近": "近", "接近": "近", "大约": "约"}


def refuse_tick(field: Field | None) -> None:
    """Raise MisreadError for a field that is ticked: what was done is said by the sentence, not by a mark in it."""
    if field is not None and field.kind == "是否":
        fix = f"请在主题下另写一行“{field.name}: 是”，句子里照常写。"
        raise MisreadError(f"“{field.name}”只填“是”或“否”，不用标注", fix, code=WRONG)


def agree(one: Any, other: Any) -> bool:
    """Tell whether two values say the same: 198起 and 198件, 50余次 and 50多场, 1万元 and 10000元."""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return bool(one == other)
    words = [_SAME_WORDS.get(value.approx, value.approx) for value in (one, other)]
    return one.number == other.number and words[0] == words[1] and same_family(one.unit, other.unit)


def shown(value: Any) -> str:
    """Give a value as a sentence prints it."""
    return join_names(value) if isinstance(value, tuple) else str(value)


def waiting(name: str) -> str:
    """Give what stands in a sentence for a value that is asked after."""
    return f"【待填：{name}】"


def content_of(mark: Mark) -> str:
    """Give what is written in a mark, empty where it waits for it."""
    return (mark.written or "").rstrip(LOOSE_END)


def unsaid(wording: str, text: str, start: int) -> str:
    """Give the 说法 to print at a place of a sentence; nothing where the words before it in the clause say it."""
    return wording if wording and wording not in _PAUSE.split(text[:start])[-1] else ""


def as_written(mark: Mark, written: str, value: Any, text: str) -> str:
    """Give what a mark prints: what is `written` in it behind its 说法, with its field's unit where none is there.

    `text` is the sentence in which the mark stands.
    """
    if value is EMPTY:
        return waiting(mark.label.rpartition(".")[2])
    if not isinstance(value, Quantity):
        return written
    whole = str(value)
    if whole in written:
        return written
    added = whole.removeprefix(written) if whole.startswith(written) else ""
    return written if added and text.startswith(added, mark.end) else whole
