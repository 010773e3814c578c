"""The same sentence with the same figure in two units: one of them may have copied it, and the sum counts it twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.problems import Level, Place, Problem
from generator.rollup.totals import SummedFigure, Total
from generator.shortened import named

_LEAST = 20
"""Shorter sentences may be alike by chance."""
_MOST_NAMED = 5


def copied_figures(total: Total) -> tuple[tuple[SummedFigure, ...], ...]:
    """Give the figures of a total that stand in the same sentence of two units or more, sentence by sentence."""
    by_sentence: defaultdict[str, dict[str, SummedFigure]] = defaultdict(dict)
    for part in total.parts:
        if len(part.figure.sentence) >= _LEAST:
            by_sentence[part.figure.sentence].setdefault(part.unit.unit, part)
    return tuple(tuple(ones.values()) for ones in by_sentence.values() if len(ones) > 1)


def said_of_copies(total: Total) -> str:
    """Name the units that have the same sentence: 同一句话、同一个数：城关镇、望山乡各43起; empty where none has."""
    return "；".join(
        f"同一句话、同一个数，请问清是谁的：{_units(ones)}各{ones[0].value}" for ones in copied_figures(total)
    )


def copy_reminders(totals: Iterable[Total]) -> Iterator[Problem]:
    """Remind of each figure that stands in the same sentence of two units, at the line of the second."""
    for total in totals:
        for ones in copied_figures(total):
            first, second, *_ = ones
            yield Problem(
                "汇总-05",
                f"{_units(ones)}有一字不差的一句话，数也相同（{total.field}{first.value}），合计里都加了："
                f"“{first.figure.sentence}”",
                f"与 {first.unit.path}:{first.figure.line} 对照，问清是谁的数；照抄的，退回改正后再汇总。",
                Place(str(second.unit.path), second.figure.line),
                f"{total.topic}.{total.field}",
                Level.WARNING,
            )


def _units(ones: Sequence[SummedFigure]) -> str:
    return named([one.unit.unit for one in ones], _MOST_NAMED)
