"""A file that an office gave back, Excel, CSV or YAML -> a filled form."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from generator.collecting.cell_text import written_text_of
from generator.collecting.excel import open_workbook
from generator.collecting.filled import Filled
from generator.collecting.grid import Grid
from generator.collecting.matching import match_rows
from generator.collecting.page_file import read_page_file
from generator.encodings import decode_text, marked_encoding
from generator.files import read_bytes
from generator.problems import UserError

_MOST = 60_000_000
_YAML, _CSV, _OLD = (
    frozenset({".yaml", ".yml"}),
    frozenset({".csv", ".txt"}),
    frozenset({".xls", ".et", ".ods"}),
)
_MOST_LINES = 20_000


def read_filled(path: Path, keys: Sequence[str]) -> Filled:
    """Read one filled form; `keys` are those of the rows that can be asked for.

    Raises UserError for what is no form or cannot be read, FactsError for YAML that is none.
    """
    data = read_bytes(path, _MOST)
    suffix = path.suffix.lower()
    if suffix in _YAML:
        return read_page_file(data, path.name)
    if suffix in _CSV:
        return match_rows(path.name, (_csv_grid(data, path.name),), None, {}, keys)
    if suffix in _OLD and data.startswith(b"PK"):
        raise UserError(
            f"{path.name} 不是 .xlsx 表格。", "请在 Excel 或 WPS 里打开，另存为 .xlsx，再收一次。"
        )
    opened = open_workbook(data, path.name)
    return match_rows(path.name, opened.grids, opened.base, opened.spots, keys)


def _csv_grid(data: bytes, file: str) -> Grid:
    if not data.strip():
        raise UserError(f"{file} 是空的。", "请向填表的科室再要一份。")
    mark = marked_encoding(data)
    decoded = decode_text(data, mark) if mark else decode_text(data, "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{file}", "请在 Excel 或 WPS 里打开，另存为 .xlsx，再收一次。")
    delimiter = max(",\t;", key=decoded.text.count)
    grid = Grid(file, {}, named=False)
    reader = csv.reader(StringIO(decoded.text), delimiter=delimiter)
    try:
        for row, cells in enumerate(reader, 1):
            if row > _MOST_LINES:
                raise UserError(f"{file} 有两万多行，不是填报表。", "请核对是不是选错了文件。")
            for column, text in enumerate(cells, 1):
                cell = written_text_of(text)
                if cell.text or cell.wrong:
                    grid.cells[row, column] = cell
    except csv.Error as error:
        message = f"{file} 读到第{reader.line_num}行读不下去了。"
        raise UserError(message, "请在 Excel 或 WPS 里打开，另存为 .xlsx，再收一次。") from error
    return grid
