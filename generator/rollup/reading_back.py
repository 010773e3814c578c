"""The long table read back, and whether its lines come to what a total says: else one of them is of another run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

from generator.facts.days import UNTIL
from generator.files import read_bytes
from generator.numbers.quantity import Quantity, QuantityError, parse
from generator.numbers.units import same_family
from generator.problems import UserError
from generator.rollup.adding import add_up
from generator.topics.topic import SUMMED

Row = Mapping[str, str]
"""A line of the long table, by its columns."""
_MOST = 500_000_000  # bytes; a long table of 41,000 units has some 200 MB
_NEEDED = frozenset({"单位", "主题", "字段", "值", "数", "约数", "量词", "可加", "文件", "行"})


def rows_of(table: Path) -> tuple[Row, ...]:
    """Read a long table (CSV); raises UserError where it cannot be read, or is another one."""
    changed = table.stat() if table.is_file() else None
    return _rows(table, (changed.st_mtime_ns, changed.st_size) if changed else None)


@lru_cache(maxsize=1)
def _rows(table: Path, _stamp: object) -> tuple[Row, ...]:
    text = read_bytes(table, _MOST).decode("utf-8-sig", "replace")
    rows = tuple(csv.DictReader(io.StringIO(text, newline="")))
    if rows and not rows[0].keys() >= _NEEDED:
        raise UserError(f"不是汇总的明细：{table}", "请用 nianbao rollup 重新汇总。")
    return rows


def come_to(rows: Iterable[Row], written: str) -> bool:
    """Tell whether lines of the long table come to a total as it is written: 超过1059次, 转办56件.

    Lines of another measure word's family, and those that have an error, are in no total; where what is written is no
    quantity, there is nothing that they could come to.
    """
    digits = next((at for at, sign in enumerate(written) if sign.isdigit()), 0)
    starts = [written[at:] for at in range(digits + 1)]
    total = next(filter(None, map(_read, starts)), None)
    if total is None:
        return False
    summed = add_up((one for one in _counted(rows) if same_family(one.unit, total.unit)), total.unit)
    return total.number in (summed.number, summed.printed.number)


def line_ends_on(row: Row) -> date | None:
    """Give the day on which a line's figure ends, None for the year's last."""
    try:
        return date.fromisoformat(row.get(UNTIL, ""))
    except ValueError:
        return None


def _read(text: str) -> Quantity | None:
    try:
        return parse(text)
    except QuantityError:
        return None


def _counted(rows: Iterable[Row]) -> Iterable[Quantity]:
    for row in rows:
        try:
            number = Decimal(row["数"])
        except InvalidOperation:
            continue
        if row["可加"] == SUMMED:
            yield Quantity(number, row["值"], row["量词"], row["约数"])
