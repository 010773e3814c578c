"""Very many gaps of one file, told by headings: what is to be filled in where, instead of line after line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from generator.problems import Level, Problem

_FEW = 10
"""So many gaps are told one by one, each with its remedy."""
_NAMED = 6
_GAP, _TO_LOOK_AT = "待填-", "待填-03"
_HEADED = frozenset({"举措成效", "第一责任人"})
"""The parts in which a heading or a topic tells more than the part does."""
_WORDS = frozenset({"正文", "做法", "亮点", "活动", "其他数据"})
_HOW_TO_FILL = (
    "  填在“名称: ”和句中“【名称：”的后面；没有的，字段删去那一行，句子改写，整条不报的整条删去。"
    "剩十处以内时，逐处列出。"
)


class Gathered(NamedTuple):
    """The problems of one file: lines that tell many gaps together, and the problems that are told one by one."""

    lines: tuple[str, ...]
    rest: tuple[Problem, ...]


def gathered(file: str, problems: Sequence[Problem]) -> Gathered:
    """Tell the gaps of a file together where they are many: how many there are in all, then by headings in order.

    So are the places that are to be looked at, whose doubts stand in the file itself.
    """
    gaps = [one for one in problems if one.code.startswith(_GAP) and one.level is Level.ERROR]
    doubts = [one for one in problems if one.code == _TO_LOOK_AT]
    many = [ones for ones in (gaps, doubts) if len(ones) > _FEW]
    if not many:
        return Gathered((), tuple(problems))
    told = {id(one) for ones in many for one in ones}
    rest = tuple(one for one in problems if id(one) not in told)
    lines = [f"{file}：{_counted(problems, gaps, doubts)}。"]
    if gaps in many:
        lines += [
            f"待填的（{'、'.join(sorted({one.code for one in gaps}))}），按标题从上往下填：",
            *_by_heading(gaps),
            _HOW_TO_FILL,
        ]
    if doubts in many:
        lines.append(
            f"请核对的{len(doubts)}处（{_TO_LOOK_AT}，{_lines(doubts)}）：是上年的话，逐处照实改好，删去上一行“# 请核对”批注。"
        )
    return Gathered(tuple(lines), rest)


def _counted(problems: Sequence[Problem], gaps: Sequence[Problem], doubts: Sequence[Problem]) -> str:
    errors = sum(one.level is Level.ERROR for one in problems) - len(gaps)
    hints = len(problems) - errors - len(gaps) - len(doubts)
    counts = ((errors, "其他错误"), (len(gaps), "待填"), (len(doubts), "请核对"), (hints, "其他提醒"))
    return "、".join(f"{name}{count}处" for count, name in counts if count)


def _by_heading(gaps: Sequence[Problem]) -> list[str]:
    groups: dict[str, list[Problem]] = {}
    heading = ""
    for _line, on_line in groupby(sorted(gaps, key=lambda one: one.place), key=lambda one: one.place.line):
        ones = [*on_line]
        named = Counter(map(_heading, ones))
        if heading not in named:  # a sentence may mark what belongs under another heading
            heading = named.most_common(1)[0][0]
        groups.setdefault(heading, []).extend(ones)
    return [f"  {name}：{len(ones)}处（{_lines(ones)}），{_names(ones)}" for name, ones in groups.items()]


def _heading(gap: Problem) -> str:
    part, *below = gap.field.split(".")
    return f"{part}“{below[0]}”" if part in _HEADED and len(below) > 1 and below[0] not in _WORDS else part


def _lines(ones: Sequence[Problem]) -> str:
    lines = sorted(one.place.line for one in ones)
    return f"第{lines[0]}行" if lines[0] == lines[-1] else f"第{lines[0]}至{lines[-1]}行"


def _names(ones: Sequence[Problem]) -> str:
    """Name what is asked for, by the last word of each place: 正文.2.合格率 is 合格率."""
    parts = (one.field.split(".") for one in ones)
    names = dict.fromkeys(
        next((word for word in reversed(path) if not word.isdecimal()), "") for path in parts
    )
    shown = "、".join([*names][:_NAMED])
    return f"{shown}等" if len(names) > _NAMED else shown
