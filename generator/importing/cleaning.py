"""What a copy has and the report has not: full-width digits, blanks, pinyin, traditional characters, bookmarks.

Each cleaning is counted and told, and nothing else changes: what is taken away is given beside the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from generator.intake.reading import ReportLine
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.wordlist import word_lines

_PINYIN = pattern("(?<=[一-龥])[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜńňɡ]{1,7}[)）]")
_LEAST_PINYIN = 5
_BOOKMARK = pattern(r"\[bookmark:[^\]]{0,40}\]")
_CONTROLS = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANKS = pattern("[\t \u00a0\u2000-\u200a\u202f\u3000]+")
_NEEDLESS = pattern(
    "(?<=[0-9％%]) (?=[一-龥])|(?<=[一-龥]) (?=[0-9])|(?<=[，。；：！？、“《（）》”]) | (?=[，。；：！？、”》）《“])"
)
_HALF = (
    (pattern("(?<=[一-龥”》）%]),|(?<=[0-9A-Za-z]),(?=[^0-9 ]|$)"), "，"),
    (pattern("(?<=[一-龥”》）%0-9]);"), "；"),
    (pattern("(?<=[一-龥”》）]):"), "："),
    (pattern("(?<=[一-龥”》）])!"), "！"),
    (pattern(r"(?<=[一-龥”》）])\?"), "？"),
    (pattern(r"\((?=[^()]*[一-龥])"), "（"),
    (pattern(r"(?<=[一-龥0-9%”》])\)"), "）"),
)
_CHINESE = pattern("[一-龥]")
_TRADITIONAL_SHARE = 0.03


class Cleaned(NamedTuple):
    """Lines that were cleaned, what was changed in them, each in a sentence, and the pieces that were taken away."""

    lines: tuple[ReportLine, ...]
    told: tuple[str, ...]
    dropped: tuple[str, ...]


class _Step(NamedTuple):
    """One cleaning: what it makes of a text, and how it is told, with the number of places."""

    change: Callable[[str], str]
    told: str


def clean_lines(lines: Sequence[ReportLine], simplify: Callable[[str], str] | None) -> Cleaned:
    """Clean the lines of a report; `simplify` turns traditional characters into simplified ones, None where none can.

    Line breaks stay, so that each line keeps its number.
    """
    if not lines:
        return Cleaned((), (), ())
    told: list[str] = []
    dropped: list[str] = []
    whole = "\n".join(one.text for one in lines)
    for shape, least, what in ((_PINYIN, _LEAST_PINYIN, "夹注的拼音"), (_BOOKMARK, 1, "书签记号")):
        pieces = shape.findall(whole)
        if len(pieces) >= least:
            whole = shape.sub("", whole)
            dropped.append("、".join(dict.fromkeys(pieces)))
            told.append(f"删去{what}{len(pieces)}处")
    if is_traditional(whole):
        if simplify is None:
            told.append("原文是繁体字，没有转换：要转换，请安装 opencc（pip install nianbao[traditional]）")
        else:
            whole = simplify(whole)
            told.append("繁体字转为简体字")
    for step in _STEPS:
        changed = [step.change(line) for line in whole.split("\n")]
        places = sum(a != b for a, b in zip(changed, whole.split("\n"), strict=True))
        if places and step.told:
            told.append(f"{step.told}（{places}行）")
        whole = "\n".join(changed)
    texts = whole.split("\n") if lines else []
    kept = tuple(ReportLine(text, one.rank) for text, one in zip(texts, lines, strict=True))
    return Cleaned(kept, tuple(told), tuple(dropped))


def is_traditional(text: str) -> bool:
    """Tell a text in traditional characters: more than three in a hundred of its characters are such."""
    there = _CHINESE.findall(text)
    return bool(there) and sum(one in _traditional() for one in there) > _TRADITIONAL_SHARE * len(there)


def simplifier() -> Callable[[str], str] | None:
    """Give what turns traditional characters into simplified ones, None where opencc is not installed."""
    try:
        import opencc
    except ImportError:
        return None
    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


@cache
def _traditional() -> frozenset[str]:
    """Give the traditional characters that have a simplified twin, from templates/文字/繁简.txt."""
    return frozenset("".join(word_lines("繁简.txt")[::2]))


def _full_punctuation(line: str) -> str:
    if not _CHINESE.search(line):
        return line
    for shape, sign in _HALF:
        line = shape.sub(sign, line)
    return line


def _without_blanks(line: str) -> str:
    return _NEEDLESS.sub("", _BLANKS.sub(" ", line)).strip()


_STEPS = (
    _Step(lambda line: _CONTROLS.sub("", line), "删去看不见的字符"),
    _Step(lambda line: _BLANKS.sub(" ", line).strip(), ""),
    _Step(fold_width, "全角的数字、字母改为半角"),
    _Step(_full_punctuation, "半角标点改为全角"),
    _Step(_without_blanks, "删去多余的空格"),
)
