"""A total opened to what makes it: each unit's figure with its file and line, and who has none."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.files import read_bytes
from generator.near import nearest_name
from generator.patterns import pattern
from generator.problems import UserError
from generator.rollup.county_file import DETAILS
from generator.rollup.long_table import harmless
from generator.rollup.outputs import RolledUp
from generator.rollup.totals import SummedFigure, Total, missing_units
from generator.rollup.units import units_called
from generator.rollup.workbook import coverage_of
from generator.topics.loading import OWN_FIGURES

_TABLE = pattern(rf"{DETAILS}([^/\\]+\.csv)$")
_MOST = 500_000_000  # bytes; a long table of 41,000 units has some 200 MB


class OpenedTotal(NamedTuple):
    """A total in words, a line for each figure in it, and the names of the units that owe it."""

    heading: str
    lines: tuple[str, ...]
    waiting: tuple[str, ...]
    missing: tuple[str, ...]


def open_totals(rolled: RolledUp, wanted: str) -> tuple[OpenedTotal, ...]:
    """Open the totals of 主题.字段, of every year and 说法; raises UserError where there is none of that name."""
    topic, _, field = wanted.partition(".")
    found = [one for one in rolled.rows if one.topic == topic and field in (one.field, one.label)]
    if not found:
        names = [f"{one.topic}.{one.label}" for one in rolled.rows]
        near = nearest_name(wanted, names)
        hint = f"是不是“{near}”？" if near else "不写 --explain，就列出全部合计。"
        raise UserError(f"没有“{wanted}”这个合计。", hint, status=2)
    return tuple(_opened(one, rolled) for one in found)


def _opened(total: Total, rolled: RolledUp) -> OpenedTotal:
    units = rolled.counted.of_year(total.year)
    said = str(total.amount) if total.amount else total.why
    coverage = coverage_of(total, units_called(units))
    heading = f"{total.topic}.{total.label} {said}（{total.year}年度，{coverage}）"
    return OpenedTotal(
        heading,
        tuple(_line(one) for one in (*total.parts, *total.unlike)),
        () if total.rests_on else tuple(one.unit for one in total.waiting),
        tuple(one.unit for one in missing_units(total, units, rolled.topics)),
    )


def _line(part: SummedFigure) -> str:
    return f"{part.unit.unit}  {part.value}  {part.unit.path}:{part.figure.line}"


def lines_behind(field: str, origin: str, facts: Path) -> tuple[str, ...]:
    """Give the units' lines behind a fact of a county's file, by its path and its 来源; none where it names no table.

    Raises UserError where the table that it names cannot be read.
    """
    named = _TABLE.search(origin)
    if named is None:
        return ()
    *_, above, name = ["", *field.split(".")]
    topic = field.split(".")[-3] if above == OWN_FIGURES else above
    return tuple(
        f"{row['单位']}  {row['值']}  {row['文件']}:{row['行']}"
        for row in _rows(facts.with_name(named[1]))
        if (row["主题"], row["字段"]) == (harmless(topic), harmless(name)) and row["数"]
    )


@lru_cache(maxsize=1)
def _rows(table: Path) -> tuple[dict[str, str], ...]:
    text = read_bytes(table, _MOST).decode("utf-8-sig", "replace")
    rows = tuple(csv.DictReader(io.StringIO(text, newline="")))
    if rows and not {"单位", "主题", "字段", "值", "数", "文件", "行"} <= rows[0].keys():
        raise UserError(f"不是汇总的明细：{table}", "请用 nianbao rollup 重新汇总。")
    return rows
