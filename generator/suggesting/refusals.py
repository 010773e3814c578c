"""Why a figure of notes is none of the report: it is of another year, of what is planned, or not to be written."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.patterns import pattern
from generator.suggesting.phrases import PLANS, Phrase

_THIS = "今年|本年度?|年内|目前|现在|现有|截至"
_LAST = "上年|去年|上一年|前年"
_SINCE = "(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:以来|起|开始|[至到—-])"
_YEARS = pattern(
    rf"(?<![0-9比较与同])(?:(?P<year>20[0-9]{{2}})(?=年(?!{_SINCE}))|(?P<last>{_LAST}))|(?P<now>{_THIS})"
)
_COMPARED = pattern(f"[比较与同](?P<year>20[0-9]{{2}}(?=年)|{_LAST})[^，。；（]*$")
_PLANNED = pattern(
    "(?P<on>明年|下一?年(?!度?考核)|下一步)|打算|力争|预计|计划(?!生育|[完中内里外书])|目标(?!责任|考核|管理|任务)|(?<!重点)(?<!完成)任务[数量值]|应完成"
)
_UNWRITTEN = pattern(
    "(?:先别|不要|不用|不必|别|不|勿|不能)(?:写|提(?!供|出|交|前|高|升|[0-9])|报(?![0-9告]))"
    "(?!(?:成(?!果)|作|错|漏|明|“(?![约近]?[0-9])|全[镇县乡市区]|[人姓]?名|无|零)[^，。；0-9]*(?:[，。；]|$))"
)
"""A word that forbids a figure; not one that forbids another word: 别写“零上访”, 不要写成全县."""
_WHEN = pattern(
    rf"(?P<next>明年|下一?年(?!度?考核)|下一步)|(?P<year>20[0-9]{{2}})年(?!{_SINCE}|[0-9])|{_LAST}|{_THIS}"
)
_COLUMN_YEAR = pattern("^(20[0-9]{2})年$")
_CLAUSE = pattern("[，,；;（）()]")
_FIGURE = pattern("[0-9]|[一二三四五六七八九十两几半]+(?:成|分之|[个件次名人场起条份倍])")
_SHUT = pattern("[)）]")
_ASIDE = pattern("年?(?:同期|全年|底)?(?:只有|[是为有才])?[0-9]")
_NOT_COUNTED = pattern("20[0-9]{2}年?|[0-9]{1,2}[月日]")
_NOW = pattern(_THIS)


def refusal_of(phrase: Phrase, start: int, end: int, year: int | None) -> str:
    """Say in Chinese why the figure at `start:end` is none of the report of that year; empty where it is one."""
    if phrase.part:
        return "是分项，合计另有一行"
    if _is_unwritten(phrase.text, start, end):
        return "材料里说不写"
    said = _COLUMN_YEAR.sub(r"\1", phrase.year) or _year_said(phrase.text, start)
    if not said and not _NOW.search(f"{phrase.earlier}{phrase.text[:start]}"):
        said = phrase.titled
    if said and not (said.isdigit() and (year is None or int(said) == year)):
        return f"说的是{said}年" if said.isdigit() else f"说的是{said}"
    told = f"{phrase.earlier}{phrase.text[:start]}"
    planned = any(PLANS.search(one) for one in phrase.context) or _is_planned(told)
    over = any(_is_coming(one, year) for one in phrase.context) and not _NOW.search(told)
    return "说的是以后的打算" if planned or over or _is_coming(told, year) else ""


def _is_coming(words: str, year: int | None) -> bool:
    """Tell whether the last that words say of a year is that it is one to come: 明年, 2026年."""
    said = [*_WHEN.finditer(words)]
    return bool(said) and (
        said[-1]["next"] is not None or (year is not None and int(said[-1]["year"] or 0) > year)
    )


def _year_said(text: str, start: int) -> str:
    """Give the year of which a figure is told: the last one that is named before it; 今年 and such name none."""
    if compared := _COMPARED.search(text[:start]):
        return compared["year"]
    said = [
        one for one in _YEARS.finditer(text, 0, start) if not _is_over(text, one.start(), one.end(), start)
    ]
    return (said[-1]["year"] or said[-1]["last"] or "") if said else ""


def _is_over(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether a year speaks no further: in a bracket with its own figure, in a clause that compares (，去年是3次，)."""
    between = text[end:at]
    opened, closed = (max(text.rfind(one, 0, start) for one in pair) for pair in ("(（", ")）"))
    shut = _SHUT.search(between)
    if opened > closed and shut and _FIGURE.search(between, 0, shut.start()):
        return True
    compares = _ASIDE.match(text, end) and _FIGURE.search(_NOT_COUNTED.sub("", text[:start]))
    return bool(compares and _CLAUSE.search(between))


def _is_planned(words: str) -> bool:
    """Tell whether the words before a figure say that it is planned: 明年 goes on to 今年, 计划 is of its clause."""
    planned = [*_PLANNED.finditer(words)]
    if not planned:
        return False
    if planned[-1]["on"]:
        return not _NOW.search(words, planned[-1].end())
    return not _CLAUSE.search(words, planned[-1].end())


def _is_unwritten(text: str, start: int, end: int) -> bool:
    """Tell whether a figure stands in the clause next before a word that forbids to write it."""
    return any(low <= start and end <= high for low, high in _forbidden(text))


def _forbidden(text: str) -> Iterable[tuple[int, int]]:
    edges = [0, *(one.end() for one in _CLAUSE.finditer(text)), len(text) + 1]
    clauses = [*pairwise(edges)]
    for word in _UNWRITTEN.finditer(text):
        opened, closed = (max(text.rfind(one, 0, word.start()) for one in pair) for pair in ("(（", ")）"))
        least = opened if opened > closed else 0  # in a bracket it speaks of that and of the clause before it
        told = [
            (low, high)
            for low, high in clauses
            if low <= word.start() and high > least and _FIGURE.search(text, low, high)
        ]
        yield from told[-1:]
