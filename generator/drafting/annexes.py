"""Appendices made from the facts: the year's figures in a table, and beside last year's in charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from generator.drafting.marks import escape_markdown
from generator.facts import Facts, TopicFacts
from generator.facts.books import typed_figure
from generator.facts.days import is_same_span, last_day, span_told
from generator.facts.earlier import comparable, figure_ends_on
from generator.numbers.quantity import Quantity
from generator.problems import UserError

_FEWEST_BARS, _MOST_BARS = 2, 8


class Annex(NamedTuple):
    """One appendix: its title and its Markdown, a table or charts."""

    title: str
    body: str


class _Figure(NamedTuple):
    """A figure beside last year's, both up to the same `day` of the year, None for its last.

    Of one that is `uncompared` the file says that it is not to be held against last year's.
    """

    topic: str
    name: str
    now: Quantity
    before: Quantity | None
    day: date | None
    uncompared: bool


class _Entry(NamedTuple):
    """A figure of one topic and its day; `numbered` where its name is of this year's order and means nothing else."""

    name: str
    value: Any
    day: date | None
    numbered: bool = False


class _Column(NamedTuple):
    """A year's column, and the day on which the figures in it end unless they say otherwise."""

    name: str
    day: date | None

    @property
    def heading(self) -> str:
        """Name the year, and the day if it is not the year's last."""
        return f"{self.name}年{f'（{span_told(self.day)}）' if last_day(self.day) else ''}"

    def cell(self, said: str, day: date | None) -> str:
        """Give what is said of a figure, with its day where that is not the column's."""
        return (
            said
            if is_same_span(day, self.day)
            else f"{said}（{span_told(day) if last_day(day) else '全年'}）"
        )


def figure_table(facts: Facts) -> Annex:
    """Give every figure of the facts in a table, beside last year's up to the same day where any is known.

    Raises UserError when the facts hold no figure.
    """
    figures = list(_figures(facts))
    if not figures:
        raise UserError("事实文件里没有数据，列不出数据表。", "请先填上数据，或不加 --attach-figures。")
    columns = [_this_year(facts)]
    if facts.last or any(one.before for one in figures):
        columns.append(_last_year(facts))
    years = [one.heading for one in columns]
    lines = [_row(["主题", "项目", *years]), _row([":--", ":--", *["--:"] * len(years)])]
    for topic, rows in groupby(figures, key=lambda one: one.topic):
        for number, one in enumerate(rows):
            cells = [
                column.cell(str(value), one.day) if value else "—"
                for column, value in zip(columns, (one.now, one.before), strict=False)
            ]
            lines.append(_row([topic if number == 0 else "", one.name, *cells]))
    return Annex(f"{_year(facts)}度法治政府建设工作数据表", "\n".join(lines))


def charts(facts: Facts) -> Annex:
    """Give, topic by topic, bars of the exact figures that both years have in one unit.

    Raises UserError when nothing is known of last year, or there is nothing to compare.
    """
    if facts.last is None and not any(one.before for one in _figures(facts)):
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


def _this_year(facts: Facts) -> _Column:
    return _Column(str(facts.year or "【待填：年度】"), facts.head.until)


def _last_year(facts: Facts) -> _Column:
    """Give the column of last year's file, without one that of the year before this one."""
    if facts.last:
        return _this_year(facts.last)
    return _Column(str(facts.year - 1) if facts.year else "上", None)


def _year(facts: Facts) -> str:
    return f"{facts.year or '【待填：年度】'}年"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escape_markdown(cell) for cell in cells) + " |"


def _figures(facts: Facts) -> Iterator[_Figure]:
    last = facts.last.topics if facts.last else {}
    for topic in facts.topics.values():
        there = comparable(topic, last.get(topic.name))
        before = {one.name: one.value for one in _entries(there) if not one.numbered}
        uncompared = topic.uncompared | topic.own.uncompared
        for one in _entries(topic):
            yield _Figure(
                topic.name, one.name, one.value, before.get(one.name), one.day, one.name in uncompared
            )


def _entries(topic: TopicFacts | None) -> Iterator[_Entry]:
    """Give a topic's figures: its fields, those of its 活动, and of 其他数据 and own labels what is a quantity."""
    if topic is None:
        return
    named = [
        *(_Entry(name, one, figure_ends_on(topic, name)) for name, one in topic.values.items()),
        *_of_activities(topic.own.activities, topic.until),
        *(
            _Entry(name, typed_figure(one), topic.label_ends_on(name))
            for name, one in topic.own.figures.items()
        ),
        *(_Entry(name, one.value, topic.until) for name, one in topic.marked.items()),
    ]
    yield from (one for one in named if isinstance(one.value, Quantity))


def _of_activities(records: Sequence[Mapping[str, Any]], day: date | None) -> Iterator[_Entry]:
    """Give what was counted of each activity; one without a name, or with another's, is known by its number too."""
    titles = [one["名称"] if isinstance(one.get("名称"), str) else "" for one in records]
    for number, (title, record) in enumerate(zip(titles, records, strict=True), start=1):
        numbered = not title or titles.count(title) > 1
        for name, one in record.items():
            which = f"活动{number}，{name}" if title and numbered else name
            yield _Entry(f"{title or f'活动{number}'}（{which}）", one, day, numbered)


def _comparable(facts: Facts) -> Iterator[list[_Figure]]:
    """Group the figures that one chart can hold: of one topic, in one unit, exact in both years, to be compared."""
    exact = [
        one
        for one in _figures(facts)
        if one.before and one.before.exact and one.now.exact and not (one.now.ordinal or one.uncompared)
    ]
    by_topic_and_unit = sorted(exact, key=lambda one: (one.topic, one.now.unit))
    for _, group in groupby(by_topic_and_unit, key=lambda one: (one.topic, one.now.unit)):
        figures = [one for one in group if one.before and one.before.unit == one.now.unit]
        if len(figures) >= _FEWEST_BARS:
            yield figures[:_MOST_BARS]


def _dated(figure: _Figure, *columns: _Column) -> str:
    """Name a figure, with its day where that is not the day of every column."""
    named = (one.cell(figure.name, figure.day) for one in columns)
    return next((one for one in named if one != figure.name), figure.name)


def _chart(facts: Facts, figures: list[_Figure]) -> str:
    import yaml

    year, last = _this_year(facts), _last_year(facts)
    data = {
        "标题": f"{figures[0].topic}情况",
        "单位": figures[0].now.unit,
        "项目": [_dated(one, year, last) for one in figures],
        "数据": {
            last.heading: [str(one.before).removesuffix(one.now.unit) for one in figures],
            year.heading: [str(one.now).removesuffix(one.now.unit) for one in figures],
        },
    }
    return f"```图表\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False)}```"
