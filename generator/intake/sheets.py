"""Tables that offices send, .xlsx and .csv: cells as Excel shows them, with their addresses; what can't be read."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.intake.reading import decoded
from generator.numbers.dates import chinese_date
from generator.problems import UserError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS, MAX_COLUMNS = 2_000, 60
"""So many rows and columns of a sheet are read: stray cells far below are none of a table of figures."""
_MAX_PACKED = 20_000_000
_MAX_UNPACKED = 40_000_000
_CHUNK = 1 << 16
_BROKEN = (zipfile.BadZipFile, OSError, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError)
_SAVE_AS = "请用 WPS 或 Excel 打开，另存为 .xlsx 后重试。"


class Cell(NamedTuple):
    """One cell that is not empty: what it shows, and its address."""

    text: str
    address: str


class Sheet(NamedTuple):
    """One table: rows of cells, None where a cell is empty, and what is to be told of it.

    A merged cell stands in each place that it covers where it is words, and in the first alone where it is a figure.
    """

    name: str
    rows: tuple[tuple[Cell | None, ...], ...]
    told: tuple[str, ...] = ()


def csv_sheet(data: bytes, name: str) -> Sheet:
    """Read a .csv file, or one separated by tabs; raises UserError for what is no text."""
    return text_sheet(decoded(data, name))


def text_sheet(text: str) -> Sheet:
    """Read a table that is written as text, with commas or tabs between its cells."""
    mark = "\t" if text.count("\t") > text.count(",") else ","
    rows = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=mark), 1):
            if number > MAX_ROWS:
                break
            cells = (one.strip() for one in row[:MAX_COLUMNS])
            rows.append(
                tuple(
                    Cell(one, f"第{number}行第{column}列") if one else None
                    for column, one in enumerate(cells, 1)
                )
            )
    except csv.Error as error:
        raise UserError(
            "表格读到一半读不下去了。", "请用 WPS 或 Excel 打开，另存为 .xlsx 后重试。"
        ) from error
    more = text.count("\n") > MAX_ROWS
    return Sheet("", tuple(rows), (f"只读了前{MAX_ROWS}行。",) if more else ())


def workbook_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every visible sheet of an .xlsx file.

    Raises UserError for what is no such file, is damaged or too large.
    """
    _refuse_large(data, name)
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, as styles and charts
            values = load_workbook(io.BytesIO(data), data_only=True)
            formulas = load_workbook(io.BytesIO(data))
        return tuple(
            _hidden(one.title) if one.sheet_state != "visible" else _sheet(one, formulas[one.title])
            for one in values.worksheets
        )
    except _BROKEN as error:
        raise UserError(f"表格已经损坏，打不开：{name}", _SAVE_AS) from error


def _refuse_large(data: bytes, name: str) -> None:
    """Unpack it once, counting bytes as they come: announced sizes may lie."""
    if len(data) > _MAX_PACKED:
        raise UserError(f"表格太大：{name}", "请只留要报的表，另存后重试。")
    left = _MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    while chunk := part.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise UserError(
                                f"表格解开后太大：{name}", "请删去空行、图片和不要的表，另存后重试。"
                            )
                        if b"<!DOCTYPE" in chunk:
                            raise UserError(f"文件里有不该有的文档类型声明，没有打开：{name}", _SAVE_AS)
    except (*_BROKEN, RuntimeError, NotImplementedError) as error:
        raise UserError(f"这不是 .xlsx 表格，或者已经损坏：{name}", _SAVE_AS) from error


def _hidden(title: str) -> Sheet:
    return Sheet(title, (), (f"工作表“{title}”是隐藏的，没有读；要用的，请取消隐藏后重试。",))


def _sheet(values: Worksheet, formulas: Worksheet) -> Sheet:
    told: list[str] = []
    rows, columns = min(values.max_row or 0, MAX_ROWS), min(values.max_column or 0, MAX_COLUMNS)
    hidden = [number for number in range(1, rows + 1) if values.row_dimensions[number].hidden]
    if hidden:
        listed = "、".join(str(one) for one in hidden[:8])
        told.append(f"工作表“{values.title}”第{listed}行等隐藏的行没有读；要用的，请取消隐藏后重试。")
    grid: list[list[Cell | None]] = [[None] * columns for _row in range(rows)]
    for number, row in enumerate(values.iter_rows(1, rows, 1, columns), 1):
        for column, cell in enumerate(row if number not in hidden else (), 1):
            text, address = _shown(cell.value, cell.number_format), f"{values.title}!{cell.coordinate}"
            fault = _fault(text, cell.data_type, formulas[cell.coordinate].value)
            if fault:
                told.append(f"{address} {fault}")
            elif text:
                grid[number - 1][column - 1] = Cell(text, address)
    if (values.max_row or 0) > MAX_ROWS:
        told.append(f"工作表“{values.title}”很长，只读了前{MAX_ROWS}行。")
    _spread(values, grid)
    return Sheet(values.title, tuple(tuple(row) for row in grid), tuple(told))


def _spread(values: Worksheet, grid: list[list[Cell | None]]) -> None:
    """Put the words of merged cells into each place that they cover."""
    for area in values.merged_cells.ranges:
        left, top, _right, _bottom = area.bounds
        if top > len(grid) or left > MAX_COLUMNS:
            continue
        for row, column in _places(area.bounds, grid):
            first = grid[top - 1][left - 1]
            if first and not any(sign.isdigit() for sign in first.text):
                grid[row][column] = first


def _places(bounds: tuple[int, int, int, int], grid: list[list[Cell | None]]) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    for row in range(top - 1, min(bottom, len(grid))):
        for column in range(left - 1, min(right, len(grid[row]))):
            yield row, column


def _fault(text: str, kind: str, formula: Any) -> str:
    """Say why a cell can't be read: an error, or a formula whose result the file doesn't hold; empty where it can."""
    if kind == "e":
        return f"显示的是错误“{text}”，没有读。"
    is_formula = (isinstance(formula, str) and formula.startswith("=")) or not (
        formula is None or isinstance(formula, (str, int, float, bool, datetime, date, time, timedelta))
    )
    if is_formula and not text:
        return "是公式，文件里没有存它的结果；请用 WPS 或 Excel 打开，保存一次后重试。"
    return ""


def _shown(value: Any, form: str) -> str:
    """Give what a cell shows: a whole number without .0, a share as per cent, a day in words."""
    if value is None or isinstance(value, (bool, time)):
        return ""
    if isinstance(value, (datetime, date)):
        return chinese_date(value)
    if isinstance(value, (int, float)):
        return _number(value, form)
    return str(value).strip()


def _number(value: float, form: str) -> str:
    if "%" in form:
        places = len(form.partition(".")[2].partition("%")[0])
        return f"{value * 100:.{places}f}%"
    return str(int(value)) if value == int(value) else f"{round(value, 6):g}"
