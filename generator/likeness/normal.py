"""A sentence without what is nobody's own: figures, names of places, official formulations, laws and their wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.formulations import library
from generator.patterns import pattern
from generator.resources import Templates
from generator.wordlist import word_lines

SHORTEST = 12
"""A sentence of which fewer characters are left says nothing of its own."""

_FORMAL = ("提法：", "文件：", "简语：")
_SHORTEST_FORMAL = 4
_LAW = pattern("《[^《》]*》")
_ASIDE = pattern("（[^（）]*）|× *")
_FIGURE = pattern(
    r"[约近超逾达]?\d[\d.,]*[余多]?[万千百亿]?[余多]?(?:人次|万元|平方米|[年月日件起次场人名份户个条处项元期批宗例所支家天位部块幅张篇册])?"
)
_NUMBERED = pattern(
    r"^[（(]?(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，、]|[一二三四五六七八九十]{1,3}[）)、])"
)
_NOT_CHINESE = pattern("[^一-龥]+")
_BELOW = "街道|民族乡|镇(?!村)|乡(?!村)|(?<![农乡])村(?![民规级居])|社区(?!矫正)"
_PLACE = pattern(
    f"本单位|[我全各本该两](?:{_BELOW}|县|区|市)|[一-龥]{{2}}(?:{_BELOW})|{_BELOW}|党工委|党委|办事处|人民政府|政府"
)


class NormalForms:
    """Gives the normal forms of a report's sentences; `names` are those of the unit, its superiors and villages."""

    def __init__(self, names: Iterable[str], templates: Templates) -> None:
        """Make ready for one report."""
        own = sorted({one for one in names if len(one) > 1}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, own))) if own else None
        self._formal = _formal_pattern(templates)

    def __call__(self, sentence: str) -> str:
        """Give what is left of a sentence; two that differ in figures and names alone have the same."""
        text = _LAW.sub("", _NUMBERED.sub("", sentence.strip()))
        if self._names:
            text = self._names.sub("", text)
        text = _NOT_CHINESE.sub("", _FIGURE.sub("", text))
        return _PLACE.sub("", self._formal.sub("", text))


@lru_cache(maxsize=4)
def _formal_pattern(templates: Templates) -> re.Pattern[str]:
    """Give the pattern of all formulations, the longest first wherever several begin."""
    return re.compile(_branches({_chinese(one) for one in _formal_wordings(templates)}))


def _formal_wordings(templates: Templates) -> Iterator[str]:
    """Give the official wordings that any report may have word for word."""
    formulations = library(templates)
    for one in formulations:
        yield _ASIDE.sub("", one.wording)
        yield from one.marks
    for rows in formulations.openings.values():
        yield from (row.text for row in rows)
    yield from formulations.law_names
    for line in word_lines("名称.txt"):
        if line.startswith(_FORMAL):
            yield from line.partition("：")[2].split()


def _chinese(wording: str) -> str:
    text = _NOT_CHINESE.sub("", wording)
    return text if len(text) >= _SHORTEST_FORMAL else ""


def _branches(texts: set[str]) -> str:
    """Put texts into one pattern by their first characters, so that it costs no more for there being many."""
    ends = "" in texts
    heads: dict[str, set[str]] = {}
    for one in filter(None, texts):
        heads.setdefault(one[0], set()).add(one[1:])
    ways = "|".join(head + _branches(rest) for head, rest in sorted(heads.items()))
    return f"(?:{ways}){'?' if ends else ''}" if ways else ""
