"""The long table: one row for each figure of each unit, with the line on which it stands; CSV, or Parquet."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.facts.days import UNTIL
from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity
from generator.problems import UserError
from generator.rollup.figures import CountedFigure, UnitFigures
from generator.rollup.totals import declared_fields, no_sum_of, single_figures
from generator.topics.topic import NOT_SUMMED, SUMMED, Field, Topics

COLUMNS = (
    "单位",
    "年度",
    "级别",
    "主题",
    "字段",
    "说法",
    "值",
    "数",
    "约数",
    "量词",
    UNTIL,
    "可加",
    "公开",
    "文件",
    "行",
)
WAITING = "待填"
_DIGITS, _DECIMALS = 38, 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 50_000
"""So many rows are in memory at a time, and stand together in a Parquet file."""
_REMEMBERED = 100_000
"""Most cells of a long table stand in it often: names, words, small figures."""


class LongRow(NamedTuple):
    """One figure of one unit: `written` as the unit wrote it, `number` in single units, None where it waits.

    It ends on the day `until`, None for the year's last. `file` leads from the table to the facts file, with `/`
    between folders.
    """

    unit: str
    year: int
    level: str
    topic: str
    field: str
    wording: str
    written: str
    number: Decimal | None
    approx: str
    measure: str
    until: date | None
    adding: str
    public: str
    file: str
    line: int


def long_rows(units: Iterable[UnitFigures], topics: Topics, folder: Path) -> Iterator[LongRow]:
    """Give the rows of all units, in the order of their files; `folder` is where the table is to lie."""
    fields = declared_fields(topics)
    for unit in units:
        file = path_from(folder, unit.path)
        for figure in unit.figures:
            declared = None if figure.own else fields.get(figure[:2])
            values = single_figures(figure.value) if figure.value else ((None, ""),)
            for value, second in values:
                yield _row(unit, figure, value, second, declared, file)


def _row(
    unit: UnitFigures,
    figure: CountedFigure,
    value: Quantity | None,
    second: str,
    declared: Field | None,
    file: str,
) -> LongRow:
    name = f"{figure.field}（{second}）" if second else figure.field
    adding = declared.adding if declared else NOT_SUMMED if value and no_sum_of(value) else SUMMED
    return LongRow(
        unit.unit,
        unit.year,
        unit.level or "",
        figure.topic,
        name,
        figure.wording,
        str(value) if value else WAITING,
        value.number if value else None,
        value.approx if value else "",
        value.unit if value else "",
        figure.until,
        NOT_SUMMED if figure.wrong else adding,
        "否" if figure.withheld else "是",
        file,
        figure.line,
    )


def path_from(folder: Path, path: Path) -> str:
    """Give the way from a folder to a file, with `/`; from another drive of Windows the whole path."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def csv_data(rows: Iterable[LongRow]) -> bytes:
    """Give the table as CSV in UTF-8, with the mark by which Excel knows that it is.

    No text of a unit's is a formula there: Excel would work it out, and it may fetch and start things.
    """
    data = io.BytesIO()
    text = io.TextIOWrapper(data, "utf-8-sig", newline="")  # no second copy of so much as text
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(
        (
            *map(harmless, row[:7]),
            "" if row.number is None else plain_digits(row.number),
            *map(harmless, row[8:]),
        )
        for row in rows
    )
    text.flush()
    return data.getvalue()


@lru_cache(_REMEMBERED)
def harmless(cell: object) -> object:
    """Give a cell of a CSV with an apostrophe before what Excel would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def parquet_data(rows: Iterable[LongRow]) -> bytes:
    """Give the table as Parquet, numbers as exact decimals; raises UserError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UserError(
            "写 Parquet 要用 pyarrow，本机没有装。",
            '请运行 pip install "nianbao[parquet]"；不想装的，把 -o 的文件名改成 .csv，内容一样。',
        ) from error
    kinds = {
        "年度": pa.int32(),
        "数": pa.decimal128(_DIGITS, _DECIMALS),
        UNTIL: pa.date32(),
        "行": pa.int32(),
    }
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    written, left = io.BytesIO(), iter(rows)
    with parquet.ParquetWriter(written, schema) as writer:
        while some := tuple(islice(left, _AT_ONCE)):
            columns = zip(schema, zip(*some, strict=True), strict=True)
            arrays = [pa.array(column, of.type) for of, column in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return written.getvalue()
