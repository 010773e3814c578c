"""The tables of an old report, which no facts file holds: each is told with its cells, so that none gets lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.intake.sheets import Sheet


def tables_left_out(tables: Iterable[Sheet]) -> Iterator[str]:
    """Say of each table that it is left out, then its rows, one sentence each."""
    for table in tables:
        rows = ["｜".join(cell.text if cell else "" for cell in row) for row in table.rows]
        rows = [row for row in rows if row.strip("｜")]
        yield f"{table.name}有{len(rows)}行，没有写入（正文里不印表），要用的数请写进句子里或“其他数据”"
        yield from (f"{table.name}第{number}行：{row}" for number, row in enumerate(rows, 1))
