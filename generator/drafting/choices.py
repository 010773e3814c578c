"""The choices that templates leave to the program: one of several wordings, by unit and year, in turn, or by date."""

from __future__ import annotations

from itertools import count
from typing import Any

from generator.drafting.marks import once
from generator.drafting.values import ABSENT, Absent, Value
from generator.wording import seed_of, variant

Wordings = str | Value | Absent

CHOOSING = frozenset({"选", "轮", "一次", "起", "止", "主语"})
"""What templates call these."""


_serial = count()
"""Numbers what is said once: a paragraph may hold what was drafted for an earlier report of the same facts."""


def choices(unit: str, year: int | None, turns: list[str] | None = None) -> dict[str, Any]:
    """Give 选, 轮, 一次, 起 and 止 for one report; `turns` is what was chosen in turn in it so far, and goes on."""
    said, seed = [] if turns is None else turns, seed_of(unit, year)

    def chosen(*options: Wordings) -> Wordings:
        """Choose by unit, year and the place in the template, which its first wording of that year stands for."""
        there = {
            one.text if isinstance(one, Value) else one: one for one in options if not isinstance(one, Absent)
        }
        return there[variant(tuple(there), seed)] if there else ABSENT

    def in_turn(*options: str) -> str:
        """Choose what this report has said least recently, the first time by unit and year."""
        start = options.index(variant(options, seed))
        text = min((*options[start:], *options[:start]), key=lambda one: _last_place(said, one))
        said.append(text)
        return text

    def said_once(text: str) -> str:
        """Give words of which a paragraph says only the first, wherever a template puts what this one call gave."""
        return once(text, next(_serial))

    def since(first: int, text: Wordings) -> Wordings:
        return text if year and year >= first else ABSENT

    def until(last: int, text: Wordings) -> Wordings:
        return text if year and year <= last else ABSENT

    return {"选": chosen, "轮": in_turn, "一次": said_once, "起": since, "止": until}


def _last_place(said: list[str], text: str) -> int:
    return len(said) - said[::-1].index(text) if text in said else 0
