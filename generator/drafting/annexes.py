"""Appendices made from the facts: the year's figures in a table, and beside last year's in charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from generator.drafting.marks import escape_markdown
from generator.facts import Facts, TopicFacts
from generator.facts.books import typed_figure
from generator.facts.days import span_told
from generator.facts.earlier import comparable
from generator.numbers.quantity import Quantity
from generator.problems import UserError

_FEWEST_BARS, _MOST_BARS = 2, 8


class Annex(NamedTuple):
    """One appendix: its title and its Markdown, a table or charts."""

    title: str
    body: str


class _Figure(NamedTuple):
    topic: str
    name: str
    now: Quantity
    before: Quantity | None
    day: date | None = None


class _Entry(NamedTuple):
    """A figure of one topic; `numbered` where its name is of this year's order and means nothing beside last year's."""

    name: str
    value: Any
    numbered: bool = False


def figure_table(facts: Facts) -> Annex:
    """Give every figure of the facts in a table, beside last year's up to the same day where its file is there.

    Raises UserError when the facts hold no figure.
    """
    figures = list(_figures(facts))
    if not figures:
        raise UserError("事实文件里没有数据，列不出数据表。", "请先填上数据，或不加 --attach-figures。")
    years = [_up_to(_year(one), one.head.until) for one in (facts, facts.last) if one]
    lines = [_row(["主题", "项目", *years]), _row([":--", ":--", *["--:"] * len(years)])]
    for topic, rows in groupby(figures, key=lambda one: one.topic):
        for number, one in enumerate(rows):
            cells = [_up_to(str(one.now), one.day), *([str(one.before or "—")] if facts.last else [])]
            lines.append(_row([topic if number == 0 else "", one.name, *cells]))
    return Annex(f"{_year(facts)}度法治政府建设工作数据表", "\n".join(lines))


def charts(facts: Facts) -> Annex:
    """Give, topic by topic, bars of the exact figures that both years have in one unit.

    Raises UserError when there is no last year, or nothing to compare.
    """
    if facts.last is None:
        raise UserError(
            "没有上年的事实文件，画不出两年对比图。", "请把上年的文件放在旁边，或用 --last 指明。"
        )
    found = [_chart(facts, group) for group in _comparable(facts)]
    if not found:
        raise UserError(
            "两年都有的准确数据太少，画不出对比图。", "请补上两年的数据，或不加 --attach-charts。"
        )
    return Annex(f"{_year(facts)}度法治政府建设工作数据对比图", "\n\n".join(found))


ANNEXES: Mapping[str, Callable[[Facts], Annex]] = {"数据表": figure_table, "对比图": charts}
"""What can be appended, by the name that options use."""


def appended(annexes: Iterable[Annex], first: int, count: int) -> str:
    """Give the appendices as they follow the report, numbered from `first` where there are several in all."""
    return "".join(
        f"\n# 附件{number if count > 1 else ''} {annex.title}\n\n{annex.body}\n"
        for number, annex in enumerate(annexes, start=first)
    )


def _up_to(said: str, day: date | None) -> str:
    return f"{said}（{span_told(day)}）" if day else said


def _year(facts: Facts) -> str:
    return f"{facts.year or '【待填：年度】'}年"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escape_markdown(cell) for cell in cells) + " |"


def _figures(facts: Facts) -> Iterator[_Figure]:
    last = facts.last.topics if facts.last else {}
    for topic in facts.topics.values():
        there = comparable(topic, last.get(topic.name)) if facts.last else None
        before = {one.name: one.value for one in _entries(there) if not one.numbered}
        days = {**topic.own.days, **topic.days}
        for one in _entries(topic):
            yield _Figure(topic.name, one.name, one.value, before.get(one.name), days.get(one.name))


def _entries(topic: TopicFacts | None) -> Iterator[_Entry]:
    """Give a topic's figures: its fields, those of its 活动, and of 其他数据 and own labels what is a quantity."""
    if topic is None:
        return
    own = ((name, typed_figure(one)) for name, one in topic.own.figures.items())
    marked = ((name, one.value) for name, one in topic.marked.items())
    named = [
        *(_Entry(name, one) for name, one in topic.values.items()),
        *_of_activities(topic.own.activities),
        *(_Entry(name, one) for name, one in (*own, *marked)),
    ]
    yield from (one for one in named if isinstance(one.value, Quantity))


def _of_activities(records: Sequence[Mapping[str, Any]]) -> Iterator[_Entry]:
    """Give what was counted of each activity; one without a name, or with another's, is known by its number too."""
    titles = [one["名称"] if isinstance(one.get("名称"), str) else "" for one in records]
    for number, (title, record) in enumerate(zip(titles, records, strict=True), start=1):
        numbered = not title or titles.count(title) > 1
        for name, one in record.items():
            which = f"活动{number}，{name}" if title and numbered else name
            yield _Entry(f"{title or f'活动{number}'}（{which}）", one, numbered)


def _comparable(facts: Facts) -> Iterator[list[_Figure]]:
    """Group the figures that one chart can hold: of one topic, in one unit, exact in both years."""
    exact = [
        one
        for one in _figures(facts)
        if one.before and one.before.exact and one.now.exact and not one.now.ordinal
    ]
    by_topic_and_unit = sorted(exact, key=lambda one: (one.topic, one.now.unit))
    for _, group in groupby(by_topic_and_unit, key=lambda one: (one.topic, one.now.unit)):
        figures = [one for one in group if one.before and one.before.unit == one.now.unit]
        if len(figures) >= _FEWEST_BARS:
            yield figures[:_MOST_BARS]


def _chart(facts: Facts, figures: list[_Figure]) -> str:
    import yaml

    year, last = _year(facts), _year(facts.last) if facts.last else ""
    data = {
        "标题": f"{figures[0].topic}情况",
        "单位": figures[0].now.unit,
        "项目": [one.name for one in figures],
        "数据": {
            last: [str(one.before).removesuffix(one.now.unit) for one in figures],
            year: [str(one.now).removesuffix(one.now.unit) for one in figures],
        },
    }
    return f"```图表\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False)}```"
