"""The figures of notes that nothing was told of: without a known measure word, or with one that no field has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.numbers.units import LONGEST_WORD, longest_word
from generator.patterns import pattern

_NUMBER = pattern(
    r"(?<![\d.A-Za-z〔\[·／/+×第])\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?[余多几]?[千百]?[万亿]?[余多]?(?![\dA-Za-z])"
)
_NO_FACT = pattern(
    r"20\d\d(?:[-—/.]\d{1,4}(?:[-/.]\d{1,2})?)?年?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}[日号])?"
    r"|(?<![\d-])(?:1[0-2]|0?[1-9])[-/](?:[12]\d|3[01]|0?[1-9])(?=[ ，]*\d{1,2}[:：]\d{2})"
    r"|\d{1,2}[日号](?![一-龥]?[站楼])"
    r"|\d{1,2}[:：点时]\d{0,2}|\d{1,2}[·.]\d{1,2}(?=[“”]|全国|国际|宪法)|12\d{3}(?=热线|平台|工单|$|[，、转投政便])|\d{3,}-\d+"
    r"|[〔\[]\d{4}[〕\]]\d+号?|《[^》]{1,60}》|“[^”]{1,16}”"
)
_TIMES = frozenset("年岁天日周") | {
    "周岁",
    "周年",
    "个月",
    "小时",
    "个小时",
    "分钟",
    "工作日",
    "个工作日",
    "个星期",
}
_AGAIN = "次"


class Unread(NamedTuple):
    """A figure as it is written with its measure word, at `start:end` of its text."""

    written: str
    start: int
    end: int


def unread_figures(text: str, told: Iterable[tuple[int, int]]) -> Iterator[Unread]:
    """Give the figures of a text outside some stretches.

    Dates, times, numbers of documents and of telephones, names and terms (30天) are none; 48天次 is one.
    """
    taken = [*told, *(one.span() for one in _NO_FACT.finditer(text))]
    for number in _NUMBER.finditer(text):
        if any(start < number.end() and number.start() < end for start, end in taken):
            continue
        unit = longest_word(text[number.end() : number.end() + LONGEST_WORD])
        again = _AGAIN if unit and text.startswith(_AGAIN, number.end() + len(unit)) else ""
        if unit not in _TIMES or again:
            end = number.end() + len(unit) + len(again)
            yield Unread(text[number.start() : end], number.start(), end)
