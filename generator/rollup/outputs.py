"""What a roll-up writes: the form by the name that is asked for, a folder for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from generator.file_names import file_name
from generator.problems import UserError
from generator.resources import Templates
from generator.rollup.county_choice import ChosenTotal, LeftOut, chosen_totals
from generator.rollup.county_file import CountyReport, county_facts
from generator.rollup.ends import spans_apart
from generator.rollup.long_table import csv_data, long_rows, parquet_data
from generator.rollup.rates import with_rates
from generator.rollup.totals import Total, totals_of
from generator.rollup.units import CountedUnits
from generator.rollup.workbook import workbook_of
from generator.rollup.years_page import years_page
from generator.topics import read_topics
from generator.topics.grouping import read_grouping
from generator.topics.topic import Topics

WORKBOOK, DETAILS, YEARS = "汇总.xlsx", "明细.csv", "历年.html"


class RolledUp(NamedTuple):
    """The units, their totals by year, latest first, and whose totals they are; the name may not be known."""

    counted: CountedUnits
    totals: Mapping[int, tuple[Total, ...]]
    topics: Topics
    templates: Templates
    name: str

    @property
    def rows(self) -> tuple[Total, ...]:
        """The totals of all years, topic by topic and field by field, the latest year first."""
        known = {name: at for at, name in enumerate(self.topics.measures)}
        by_row: dict[tuple[int, str], dict[str, list[Total]]] = {}
        for totals in self.totals.values():
            for one in totals:
                topic = (known.get(one.topic, len(known)), one.topic)
                by_row.setdefault(topic, {}).setdefault(one.label, []).append(one)
        return tuple(one for _, rows in sorted(by_row.items()) for row in rows.values() for one in row)


def county_choice(rolled: RolledUp, year: int) -> tuple[tuple[ChosenTotal, ...], tuple[LeftOut, ...]]:
    """Give the totals that the county's report of a year tells, and those that it does not."""
    return chosen_totals(rolled.totals[year], rolled.counted.asked_of(year), rolled.topics, year)


class MadeFile(NamedTuple):
    """A file to write; of a county's facts file `details` is the long table to which its 来源 lead."""

    path: Path
    data: bytes
    details: Path | None = None


def roll_up(counted: CountedUnits, templates: Templates, year: int | None, name: str) -> RolledUp:
    """Add up what is counted, of one year or of all; `name` is the county's, else what its units call it.

    Figures that end on different days are added all the same, and told among the problems.

    Raises UserError where no unit reports on that year.
    """
    if year is not None:
        units = counted.of_year(year)
        if not units:
            years = "、".join(map(str, counted.years))
            raise UserError(f"没有{year}年度的事实文件。", f"有的是：{years}年度。", status=2)
        counted = counted._replace(units=units)
    topics = read_topics(templates)
    totals = {}
    for one in reversed(counted.years):
        units = counted.asked_of(one)
        totals[one] = with_rates(totals_of(units, topics, one), units, topics)
    told = [spans_apart(counted.of_year(one), totals[one]) for one in counted.years]
    counted = counted._replace(problems=(*counted.problems, *filter(None, told)))
    return RolledUp(counted, totals, topics, templates, name or counted.superior)


def made_outputs(rolled: RolledUp, outputs: Iterable[Path]) -> tuple[MadeFile, ...]:
    """Make what is asked for, each by its suffix, or all into a folder; nothing is written yet.

    Raises UserError for a suffix that is none of them, and for a facts file of several years.
    """
    made = [
        one
        for output in outputs
        for one in (_all_of(rolled, output) if not output.suffix or output.is_dir() else _one(rolled, output))
    ]
    once = {one.path: one for one in made}  # a folder, and one of its files by name
    return tuple(MadeFile(one.path, one.make(), one.details) for one in once.values())


class _Made(NamedTuple):
    """A file by what makes it."""

    path: Path
    make: Callable[[], bytes]
    details: Path | None = None


def _all_of(rolled: RolledUp, folder: Path) -> list[_Made]:
    table = cache(partial(_csv, rolled, folder=folder))  # of one year there are two that are the same
    return [
        _Made(folder / WORKBOOK, partial(_workbook, rolled, folder)),
        *(
            one
            for year in rolled.totals
            for one in _facts(
                rolled, folder / file_name(f"{rolled.name or '县区'}-{year}", ".yaml"), year, table
            )
        ),
        _Made(folder / DETAILS, partial(table, tuple(rolled.totals))),
        _Made(folder / YEARS, partial(_page, rolled)),
    ]


def _one(rolled: RolledUp, output: Path) -> list[_Made]:
    folder, kind = output.parent, output.suffix.lower()
    if kind in (".yaml", ".yml"):
        if len(rolled.totals) > 1:
            years = "、".join(map(str, rolled.totals))
            raise UserError(
                f"这里有{years}几个年度的文件，县里的事实文件只写一年。", "请用 --year 写明年度。", status=2
            )
        return _facts(rolled, output, next(iter(rolled.totals)), partial(_csv, rolled, folder=folder))
    makers: dict[str, Callable[[], bytes]] = {
        ".xlsx": partial(_workbook, rolled, folder),
        ".csv": partial(_csv, rolled, tuple(rolled.totals), folder),
        ".parquet": partial(_parquet, rolled, folder),
        ".html": partial(_page, rolled),
    }
    if kind not in makers:
        raise UserError(
            f"不会写“{output.suffix}”文件：{output}",
            f"可用：{'、'.join((*makers, '.yaml'))}；写文件夹的，全都生成。",
            status=2,
        )
    return [_Made(output, makers[kind])]


def _facts(
    rolled: RolledUp, output: Path, year: int, table: Callable[[tuple[int, ...]], bytes]
) -> list[_Made]:
    """Give the county's facts file, and before it the long table to which its 来源 lead; `table` gives one of years."""
    details = output.with_name(f"{output.stem}-{DETAILS}")
    units = rolled.counted.of_year(year)
    absent = tuple(one for one in rolled.counted.absent if one.year == year)
    days = frozenset(one.until for one in units)
    report = CountyReport(rolled.name, year, details.name, absent, days)

    def text() -> bytes:
        groups = read_grouping(rolled.templates)
        return county_facts(rolled.totals[year], units, report, rolled.topics, groups).encode("utf-8")

    return [_Made(details, partial(table, (year,))), _Made(output, text, details)]


def _workbook(rolled: RolledUp, folder: Path) -> bytes:
    return workbook_of(rolled.rows, rolled.counted, rolled.topics, folder)


def _csv(rolled: RolledUp, years: Sequence[int], folder: Path) -> bytes:
    units = (one for one in rolled.counted.units if one.year in years)
    return csv_data(long_rows(units, rolled.topics, folder))


def _parquet(rolled: RolledUp, folder: Path) -> bytes:
    return parquet_data(long_rows(rolled.counted.units, rolled.topics, folder))


def _page(rolled: RolledUp) -> bytes:
    return years_page(rolled.rows, rolled.counted.units, rolled.name).encode("utf-8")
