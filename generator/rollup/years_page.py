"""The years side by side: one page of HTML that stands by itself, tables with charts beside them, no script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.facts.days import is_same_span
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.numbers.arithmetic import plain_digits, trend
from generator.numbers.quantity import Quantity
from generator.resources import Templates
from generator.rollup.adding import add_up
from generator.rollup.ends import span_of, spans_told
from generator.rollup.figures import UnitFigures
from generator.rollup.totals import Total, numbers_by_unit
from generator.rollup.units import units_called

if TYPE_CHECKING:
    import jinja2

_TEMPLATE = "页面/历年.html.j2"
_MOST_CHARTS, _MOST_UNITS, _MOST_SIGNS = 6, 8, 5
_SIGN = 12  # the size of what stands at the bars


class Panel(NamedTuple):
    """The least size of a chart, and the height on which its bars stand."""

    width: int = 250
    height: int = 150
    base: int = 122
    top: int = 24


class Bar(NamedTuple):
    """One bar: what stands below and above it, and where it is drawn."""

    label: str
    value: str
    x: float
    y: float
    width: float


class BarChart(NamedTuple):
    """A chart with its caption; `spoken` is what a screen reader says of it."""

    title: str
    bars: tuple[Bar, ...]
    spoken: str
    width: int


class YearCell(NamedTuple):
    """A year's total and who reported it."""

    amount: str
    coverage: str


class YearsRow(NamedTuple):
    """A row of the roll-up over all years, latest first, and how like figures moved."""

    label: str
    cells: tuple[YearCell, ...]
    trend: str


class TopicYears(NamedTuple):
    """A topic with its rows and charts."""

    name: str
    rows: tuple[YearsRow, ...]
    charts: tuple[BarChart, ...]


def years_page(totals: Iterable[Total], units: Sequence[UnitFigures], name: str) -> str:
    """Give the page of the totals of some years."""
    years = sorted({one.year for one in units}, reverse=True)
    by_topic: dict[str, dict[tuple[str, str], dict[int, Total]]] = {}
    for one in totals:
        by_topic.setdefault(one.topic, {}).setdefault((one.label, one.unit), {})[one.year] = one
    topics = [
        TopicYears(
            topic,
            tuple(_row(label, by_year, years) for (label, _), by_year in rows.items()),
            tuple(_charts(rows, years)),
        )
        for topic, rows in by_topic.items()
    ]
    counted = "；".join(
        f"{year}年度{len(of)}个{units_called(of)}{f'，{spans_told(of)}' if any(one.until for one in of) else ''}"
        for year in years
        if (of := [one for one in units if one.year == year])
    )
    span = f"{years[-1]}至{years[0]}" if len(years) > 1 else str(years[0])
    return _template().render(
        title=f"{name}{span}年度法治政府建设数据汇总",
        counted=counted,
        years=years,
        topics=topics,
        panel=Panel(),
    )


@lru_cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.from_string(Templates().read(_TEMPLATE).text)


def _row(label: str, by_year: dict[int, Total], years: Sequence[int]) -> YearsRow:
    cells = tuple(_cell(by_year.get(year)) for year in years)
    moves = (
        _moved(by_year[now], by_year[before])
        for now, before in pairwise(years)
        if now in by_year and before in by_year and now == before + 1
    )
    return YearsRow(label, cells, "；".join(filter(None, moves)))


def _cell(total: Total | None) -> YearCell:
    if total is None:
        return YearCell("", "")
    count = len(total.reporting)
    coverage = f"{total.asked}个中{count}个填报" if total.asked else f"{count}个填报"
    if total.rests_on:
        coverage = "按合计算"
    if told := span_of(total):
        coverage = f"{coverage}，{told}"
    return YearCell(str(total.amount) if total.amount else total.why, coverage)


def _moved(now: Total, before: Total) -> str:
    """Compare two years by the units that reported both exactly, up to the same day of the year."""
    if now.amount is None or before.amount is None or now.rests_on:
        return ""
    exact = [_exact(total) for total in (now, before)]
    days = [{one.unit.unit: one.figure.until for one in total.parts} for total in (now, before)]
    both = [unit for unit in exact[0].keys() & exact[1].keys() if is_same_span(days[0][unit], days[1][unit])]
    than = SAME_SPAN if any(days[0][unit] for unit in both) else BEFORE
    sums = [sum((one[unit] for unit in both), Decimal(0)) for one in exact]
    this, last = (Quantity(one, plain_digits(one), now.unit) for one in sums)
    said = trend(this, last, than=than) if both else ""
    return f"{now.year}年度{said}（{len(both)}个单位）" if said else ""


def _exact(total: Total) -> dict[str, Decimal]:
    return {
        unit.unit: number
        for unit, number in numbers_by_unit(total)
        if not any(part.value.approx for part in total.parts if part.unit is unit)
    }


def _charts(rows: dict[tuple[str, str], dict[int, Total]], years: Sequence[int]) -> Iterable[BarChart]:
    """Draw the totals of several years, year by year; of one year what most units reported, unit by unit."""
    summed = [
        (label, unit, by_year)
        for (label, unit), by_year in rows.items()
        if any(one.amount and not one.rests_on for one in by_year.values())
    ]
    if len(years) > 1:
        several = [one for one in summed if len(one[2]) > 1][:_MOST_CHARTS]
        for label, unit, by_year in several:
            told = [(f"{year}年", by_year[year].amount) for year in sorted(years) if year in by_year]
            pairs = [(year, one.printed, one.number) for year, one in told if one]
            counts = {len(one.reporting) for one in by_year.values()}
            unlike = "" if len(counts) == 1 else "，各年填报的单位数不同"
            yield _chart(
                f"{label}（{unit}）{unlike}", [(name, str(said), size) for name, said, size in pairs]
            )
    elif summed:
        label, unit, by_year = max(summed, key=lambda one: len(one[2][years[0]].parts))
        total = by_year[years[0]]
        everyone = sorted(numbers_by_unit(total), key=lambda pair: -pair[1])
        numbers = everyone[:_MOST_UNITS]
        which = f"，最多的{_MOST_UNITS}个单位" if len(everyone) > _MOST_UNITS else ""
        said = [(one.unit, _said(total, one), number) for one, number in numbers]
        yield _chart(f"{label}（{unit}）{which}", said)


def _said(total: Total, unit: UnitFigures) -> str:
    """Give a unit's number as it is to be read: 40余 where it wrote so."""
    return str(add_up((one.value for one in total.parts if one.unit is unit), "").printed)


def _chart(title: str, bars: Sequence[tuple[str, str, Decimal]]) -> BarChart:
    panel = Panel()
    names = [name if len(name) <= _MOST_SIGNS else f"{name[: _MOST_SIGNS - 1]}…" for name, _, _ in bars]
    widest = max(_SIGN * (len(name) + 1) for name in names)
    wide = max(panel.width, 16 + widest * len(bars))
    room = (wide - 16) / len(bars)
    width = min(room * 0.6, 40.0)
    most = max((number for _, _, number in bars), default=Decimal(0)) or Decimal(1)
    drawn = tuple(
        Bar(
            names[at],
            said,
            round(8 + room * at + (room - width) / 2, 1),
            round(panel.base - float(number / most) * (panel.base - panel.top), 1),
            round(width, 1),
        )
        for at, (_, said, number) in enumerate(bars)
    )
    return BarChart(title, drawn, f"{title}：{'，'.join(f'{name}{said}' for name, said, _ in bars)}", wide)
