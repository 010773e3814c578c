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
    "(?P<on>明年|下一?年(?!度?考核)|下一步)|打算|力争|预计|计划(?!生育|[完中内里外书])|目标(?!责任|考核|管理|任务)"
)
_UNWRITTEN = pattern(
    "(?:先别|不要|不用|不必|别|不|勿|不能)(?:写|提(?!供|出|交|前|高|升|[0-9])|报(?![0-9告]))"
)
_WHEN = pattern(
    rf"(?P<next>明年|下一?年(?!度?考核)|下一步)|(?P<year>20[0-9]{{2}})年(?!{_SINCE}|[0-9])|{_LAST}|{_THIS}"
)
_CLAUSE = pattern("[，,；;（）()]")
_FIGURE = pattern("[0-9]")
_NOW = pattern(_THIS)


def refusal_of(phrase: Phrase, start: int, end: int, year: int | None) -> str:
    """Say in Chinese why the figure at `start:end` is none of the report of that year; empty where it is one."""
    if phrase.part:
        return "是分项，合计另有一行"
    if _is_unwritten(phrase.text, start, end):
        return "材料里说不写"
    said = phrase.year.removesuffix("年") or _year_said(phrase.text, start)
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
    said = [*_YEARS.finditer(text, 0, start)]
    return (said[-1]["year"] or said[-1]["last"] or "") if said else ""


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
        told = [one for one in clauses if one[0] <= word.start() and _FIGURE.search(text, one[0], one[1])]
        yield from told[-1:]
