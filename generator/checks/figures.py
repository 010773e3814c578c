"""The figures of a sentence: each with its number, measure word and the words it is said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_FAMILIES = (
    ("件", "起", "宗", "例", "桩", "件次"),
    ("人", "名", "位"),
    ("人次",),
    ("次", "场", "期", "场次", "轮", "批次"),
    ("份", "册", "本", "张", "套", "卷", "枚"),
    ("条", "条次"),
    ("个", "处", "所", "家", "座"),
    ("户", "户次", "家次"),
    ("项",),
    ("元",),
    ("块", "幅", "面"),
    ("支",),
    ("篇",),
    ("%",),
    ("个百分点",),
)
_FAMILY = {unit: number for number, units in enumerate(_FAMILIES) for unit in units}
_SINGLE = (
    "级",
    "类",
    "批",
    "门",
    "天",
    "小时",
    "课时",
    "分钟",
    "公里",
    "平方米",
    "亩",
    "辆",
    "台",
    "部",
    "间",
    "吨",
    "倍",
    "岁",
    "对",
)
_UNITS = "|".join(sorted({*_FAMILY, *_SINGLE} - {"%"}, key=len, reverse=True))
_FIGURE = re.compile(
    r"(?<![\d.·／/A-Za-z〔\[\-—])"
    rf"(?P<approx>近|约|超过|超|逾|不少于|不低于|至少|大约|将近|接近)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿])?(?P<more>余|多)?"
    rf"(?:(?P<percent>[%％])|(?P<unit>{_UNITS})(?P<after>以上|左右|以内|以下)?)"
)
_EDGE = re.compile(r"[，,；;。、：:（）()！？]")
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
_STOPS = "。！？\n"


@dataclass(frozen=True)
class Figure:
    """A number with its measure word: `start:end` in the text, `before` and `after` the words of its own clause."""

    start: int
    end: int
    number: Decimal
    written: str
    unit: str
    exact: bool
    before: str
    after: str

    def like(self, other: Figure) -> bool:
        """Tell whether two figures count the same kind of thing (件 and 起, 名 and 人)."""
        return family(self.unit) == family(other.unit)

    @property
    def counted(self) -> bool:
        """Tell whether it counts things one by one, and doesn't measure money, length or share."""
        return self.unit in _FAMILY and self.unit not in ("元", "%", "个百分点")

    @property
    def label(self) -> str:
        """Give all the words that the figure is said of."""
        return f"{self.before}{self.after}"

    @property
    def text(self) -> str:
        """Give the figure as it is written, without a leading word of approximation."""
        return f"{self.written}{self.unit}"


def family(unit: str) -> int | str:
    """Give what measure words of one kind have in common; a word of no family stands for itself."""
    return _FAMILY.get(unit, unit)


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Give the figures of a text in order; years, dates, numbers of documents and names such as 1+2+N are none."""
    found = list(_FIGURE.finditer(text))
    edges = [0, *(match.end() for match in found)]
    return tuple(
        _figure(
            text, match, edges[number], found[number + 1].start() if number + 1 < len(found) else len(text)
        )
        for number, match in enumerate(found)
    )


def _figure(text: str, match: re.Match[str], left: int, right: int) -> Figure:
    digits = match["number"].replace(",", "")
    before = _EDGE.split(text[left : match.start()])[-1]
    after = _EDGE.split(text[match.end() : right])[0]
    return Figure(
        match.start("number"),
        match.end(),
        Decimal(digits) * _SCALES[match["scale"] or ""],
        match["number"] + (match["scale"] or "") + (match["more"] or ""),
        "%" if match["percent"] else match["unit"],
        not (match["approx"] or match["more"] or match["after"]),
        before,
        after,
    )


@dataclass(frozen=True)
class Statement:
    """A full sentence up to 。, with its figures; places are counted in the block's text."""

    block: int
    start: int
    text: str
    figures: tuple[Figure, ...]

    def at(self, figure: Figure) -> tuple[int, int]:
        """Give the stretch of the block's text where a figure stands."""
        return self.start + figure.start, self.start + figure.end

    def between(self, one: Figure, other: Figure) -> str:
        """Give the words between two figures."""
        return self.text[one.end : other.start]


def statements(texts: tuple[str, ...]) -> tuple[Statement, ...]:
    """Cut paragraphs into sentences at 。！？ (not at ；, for a rate's parts may stand before one)."""
    found: list[Statement] = []
    for number, text in enumerate(texts):
        start = 0
        for at, sign in enumerate(text):
            if sign in _STOPS:
                found.append(_statement(number, start, text[start:at]))
                start = at + 1
        found.append(_statement(number, start, text[start:]))
    return tuple(one for one in found if one.figures)


def _statement(block: int, start: int, text: str) -> Statement:
    return Statement(block, start, text, figures(text) if re.search(r"\d", text) else ())


def percent(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """Give part of whole in percent, rounded half up to so many decimals."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def decimals(written: str) -> int:
    """Tell how many decimals a number is written with."""
    return len(written.partition(".")[2])


def bare_number(number: Decimal) -> str:
    """Print a number without needless zeros: 92.86, 120."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_SIGNS = re.compile(r"[^0-9A-Za-z一-龥]")


def bare(text: str) -> str:
    """Give a text without its punctuation and blanks, to hold against another."""
    return _SIGNS.sub("", text)
