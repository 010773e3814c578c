"""A total opened to what makes it: each unit's figure with its file and line, and who has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.amending.amendment import VALUE
from generator.facts.days import span_told
from generator.files import read_bytes
from generator.near import nearest_name
from generator.patterns import pattern
from generator.problems import Problem, UserError
from generator.rollup.copied import copy_reminders
from generator.rollup.county_file import DETAILS, bare_label
from generator.rollup.long_table import harmless
from generator.rollup.outputs import RolledUp
from generator.rollup.reading_back import Row, come_to, line_ends_on, rows_of
from generator.rollup.totals import SummedFigure, Total, missing_units
from generator.rollup.units import units_called
from generator.rollup.workbook import coverage_of
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import SUMMED
from generator.yamltext.path import content_at
from generator.yamltext.source import read_source

_TABLE = pattern(rf"{DETAILS}([^/\\]+\.csv)$")
_REPORTING = pattern(r"(\d+)个[^，\d]*填报")


class OpenedTotal(NamedTuple):
    """A total in words, a line for each figure in it, and the names of the units that owe it."""

    heading: str
    lines: tuple[str, ...]
    waiting: tuple[str, ...]
    missing: tuple[str, ...]


def open_totals(rolled: RolledUp, wanted: str) -> tuple[OpenedTotal, ...]:
    """Open the totals of 主题.字段, of every year and 说法; raises UserError where there is none of that name."""
    return tuple(_opened(one, rolled) for one in _named(rolled, wanted))


def concerning(rolled: RolledUp, wanted: str) -> tuple[Problem, ...]:
    """Give what is wrong with the figures of the totals that are opened, and with files that are not counted."""
    opened = _named(rolled, wanted)
    fields = {(one.topic, one.declared.name if one.declared else one.field) for one in opened}
    counted = {str(one.path) for one in rolled.counted.units}
    problems = (
        one
        for one in rolled.counted.problems
        if one.place.file not in counted or tuple(one.field.split(".")[-2:]) in fields
    )
    return (*problems, *copy_reminders(opened))


def _named(rolled: RolledUp, wanted: str) -> list[Total]:
    topic, _, field = wanted.partition(".")
    found = [one for one in rolled.rows if one.topic == topic and field in (one.field, one.label)]
    if not found and not field:  # a field of one topic alone is known by its name
        named = [one for one in rolled.rows if wanted in (one.field, one.label)]
        found = named if len({one.topic for one in named}) == 1 else []
    if not found:
        names = [f"{one.topic}.{one.label}" for one in rolled.rows]
        near = nearest_name(wanted, names)
        hint = f"是不是“{near}”？" if near else "不写 --explain，就列出全部合计。"
        raise UserError(f"没有“{wanted}”这个合计。", hint, status=2)
    return found


def _opened(total: Total, rolled: RolledUp) -> OpenedTotal:
    units = rolled.counted.of_year(total.year)
    said = str(total.amount) if total.amount else total.why
    coverage = coverage_of(total, units_called(units))
    heading = f"{total.topic}.{total.label} {said}（{total.year}年度，{coverage}）"
    return OpenedTotal(
        heading,
        tuple(_line(one) for one in (*total.parts, *total.uncounted)),
        () if total.rests_on else tuple(one.unit for one in total.waiting),
        tuple(one.unit for one in missing_units(total, rolled.counted.asked_of(total.year), rolled.topics)),
    )


def _line(part: SummedFigure) -> str:
    until = f"（{span_told(part.figure.until)}）" if part.figure.until else ""
    wrong = f"（没有计入：{part.figure.wrong}）" if part.figure.wrong else ""
    return f"{part.unit.unit}  {part.value}{until}{wrong}  {part.unit.path}:{part.figure.line}"


def lines_behind(field: str, origin: str, facts: Path) -> tuple[str, ...]:
    """Give the units' lines behind a fact of a county's file, by its path and its 来源; none where it names no table.

    Behind them it is said where they do not come to what the fact says: it was changed by hand, or the table is of
    another run. Raises UserError where the table that it names cannot be read.
    """
    named = _TABLE.search(origin)
    if named is None:
        return ()
    path = field.split(".")
    *_, above, name = ["", *path]
    topic = path[-3] if above == OWN_FIGURES else above
    table = facts.with_name(named[1])
    fields = {harmless(name), harmless(bare_label(name))} if above == OWN_FIGURES else {harmless(name)}
    behind = (row for row in rows_of(table) if row["主题"] == harmless(topic))
    rows = [row for row in behind if row["字段"] in fields and row["数"]]
    written = _value_at(facts, path)
    return (*map(_written, rows), *(_doubts(rows, written, origin, table.name) if written else ()))


def _written(row: Row) -> str:
    until = f"（{span_told(day)}）" if (day := line_ends_on(row)) else ""
    wrong = "（对不上，没有计入）" if row["可加"] != SUMMED else ""
    return f"{row['单位']}  {row['值']}{until}{wrong}  {row['文件']}:{row['行']}"


def _value_at(facts: Path, path: Sequence[str]) -> str:
    try:
        found = content_at(read_source(read_bytes(facts), facts.name).data, tuple(path))
    except (LookupError, TypeError):  # an item of a list, which is no total
        return ""
    return str(found[VALUE] if isinstance(found, dict) else found)


def _doubts(rows: Sequence[Row], written: str, origin: str, table: str) -> Iterator[str]:
    """Say where the lines are not those of which the file speaks."""
    units = len({row["单位"] for row in rows})
    said = _REPORTING.search(origin)
    if said and int(said[1]) != units:
        yield f"注意：来源写的是{said[1]}个填报，{table} 里有{units}个，不是同一次汇总的，请重新汇总。"
    elif not come_to(rows, written):
        yield f"注意：以上各数相加，不是文件里写的{written}：数改过，或者 {table} 是另一次汇总的，请核对。"
