"""The quantities of a running text, each with its place and the words that it is said of."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.numbers.quantity import Quantity
from generator.numbers.units import LONGEST_WORD, SCALES, families, is_measured, longest_word, same_kind
from generator.numbers.written import AFTER, BEFORE, SCALE
from generator.patterns import pattern

_HEADS = "".join(word.rpartition(")")[2][0] for word in BEFORE.split("|"))
# What stands before it makes it a part of something else: 第3次, 〔2023〕5号, 12·4, 1+3, A4, 2021—2025年, 7×24小时.
_DIGITS = pattern(
    rf"(?=[\d{_HEADS}])"  # what it begins with passes over most characters at once
    r"(?<![\d.·／/A-Za-z〔\[\-－—–~～+＋×第])(?<!\d,)"
    rf"(?P<before>{BEFORE})?(?P<digits>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,13}})(?:\.\d{{1,6}})?)"
    rf"(?P<inner>[余多几来])?(?P<scale>{SCALE})?(?P<outer>[余多])?"
)
_AFTER = pattern(AFTER)
_SECOND = pattern("（[^（）]{1,3}）")
_ENDS = "，,；;。、：:（()）！？"
_EDGE = pattern(f"[{_ENDS}]")

_LONELY = frozenset("年分点度方等字室")
"""They are a measure only where the clause ends: 得98.5分, not 9点30分起, 360度全方位, 3方协议, 8字方针, 301室门口."""

_OF_A_YEAR = pattern("(?:19|20)[0-9]{2}")
_YEARLY = frozenset("年届级期班")
"""Behind a year they name it: 2023年, 2022届, 2021级."""

_NOUN = pattern(
    "案件|案例|班子|部门|单位|单元|队伍|方面|级别|集中|课程|课堂|票决|票否决|条件|条款|条例|项目|站式|支部|周年|组织"
)
"""Nouns that begin like a measure word: 7部门, 8项目, 3单位 say nothing in 部, 项 and 单."""


class Figure(NamedTuple):
    """A quantity of a text: `start:end` is its place there, without a leading word of approximation (约, 近).

    `before` and `after` are the words of its own clause, up to the next figure.
    """

    quantity: Quantity
    start: int
    end: int
    text: str
    before: str
    after: str

    @property
    def number(self) -> Decimal:
        """Give the number in single units."""
        return self.quantity.number

    @property
    def unit(self) -> str:
        """Give the measure word."""
        return self.quantity.unit

    @property
    def exact(self) -> bool:
        """Tell whether the number is meant exactly."""
        return self.quantity.exact

    @property
    def counted(self) -> bool:
        """Tell whether it counts things one by one, and doesn't measure money, length or share."""
        return not is_measured(self.unit)

    @property
    def label(self) -> str:
        """Give all the words that the figure is said of."""
        return f"{self.before}{self.after}"

    def like(self, other: Figure) -> bool:
        """Tell whether two figures count the same kind of thing (件 and 起, 名 and 人)."""
        return same_kind(self.unit, other.unit)


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Give the quantities of a text in order: those in Arabic digits that have a known measure word.

    Years, dates, ranks, numbers of documents, ranges and names such as 1+2+N are none, nor are numbers in Chinese
    characters, which in a sentence are mostly parts of words (一方面, 三会一课).
    """
    text = text.replace("％", "%")
    heads = [(head, unit) for head in _DIGITS.finditer(text) if (unit := _unit(text, head))]
    starts = [*(head.start() for head, _unit in heads), len(text)]
    left, in_order = 0, []
    for (head, unit), right in zip(heads, starts[1:], strict=True):
        figure = _figure(text, head, unit, left, right)
        in_order.append(figure)
        left = figure.end
    return tuple(in_order)


def _unit(text: str, head: re.Match[str]) -> str:
    """Give the measure word behind digits as it stands; nothing where they have none or are no quantity."""
    at = head.end()
    unit = longest_word(text[at : at + LONGEST_WORD])
    behind = at + len(unit)
    following = text[behind : behind + 1]
    if not unit or _NOUN.match(text, at) or (unit in _YEARLY and _OF_A_YEAR.fullmatch(head["digits"])):
        return ""
    if unit in _LONELY and following and following not in _ENDS + "\n":
        return ""
    second = _SECOND.match(text, behind) if following == "（" else None
    return unit + second[0] if second and families(unit + second[0]) else unit


def _figure(text: str, head: re.Match[str], unit: str, left: int, right: int) -> Figure:
    """Make a figure of a text; the one before ends at `left`, the next one begins at `right`."""
    before, digits, inner, scale, outer = head.groups("")
    digits = digits.replace(",", "")
    behind = head.end() + len(unit)
    after = word[0] if (word := _AFTER.match(text, behind, right)) else ""
    end = behind + len(after)
    return Figure(
        Quantity(
            Decimal(digits) * SCALES[scale],
            f"{before}{digits}{inner}{scale}{outer}",
            unit,
            f"{before}{inner}{outer}{after}",
            after=after,
        ),
        head.start("digits"),
        end,
        text[head.start("digits") : behind],
        _EDGE.split(text[left : head.start()])[-1],
        _EDGE.split(text[end:right])[0],
    )
