"""An Excel workbook that came back -> its sheets as grids, what its hidden sheet says, and where its names lead."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from generator.collecting.cell_text import text_of
from generator.collecting.filled import CellText
from generator.collecting.grid import Base, FormMark, Grid, NamedCell
from generator.forms.workbook import BASE_SHEET, HEAD_KEYS, TO_MEND
from generator.patterns import pattern
from generator.problems import UserError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST = 20_000_000  # bytes of a sheet; a form's own are a hundredth of it
_ROWS, _COLUMNS = 3000, 60  # what lies beyond is no form's: one has some hundred rows
_ONE_CELL = pattern(r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_PLAIN_COLUMNS = 3  # of the hidden sheet: key, name, base; a copy to be mended has one more
_OURS = "nianbao"
_SAVE_AS = "请在 Excel 或 WPS 里打开，另存为 .xlsx，再收一次。"


class Opened(NamedTuple):
    """A workbook: its sheets, the hidden one, and the cells that the names of its rows lead to, by key."""

    grids: tuple[Grid, ...]
    base: Base | None
    spots: dict[str, NamedCell]


def open_workbook(data: bytes, file: str) -> Opened:
    """Read a workbook; raises UserError for what is none, is protected by a password, or is too large."""
    _refuse_others(data, file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on what it leaves out
        shown = _loaded(data, file, values=True)
        written = _loaded(data, file, values=False) if _has_formulas(data) else shown
    base = _base(shown)
    grids = [
        _grid(shown[sheet.title], sheet)
        for sheet in written.worksheets
        if sheet.title != TO_MEND and not _is_base(shown[sheet.title])
    ]
    return Opened(tuple(grids), base, _spots(written, base) if base else {})


def _refuse_others(data: bytes, file: str) -> None:
    if not data:
        raise UserError(f"{file} 是空的。", "请向填表的科室再要一份。")
    if data.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            fix = "请用密码打开，在“文件－信息－保护工作簿”里去掉密码，保存后再收。"
            raise UserError(f"{file} 加了打开密码，读不了。", fix)
        raise UserError(f"{file} 是旧版的 Excel 文件（.xls），读不了。", _SAVE_AS)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        raise UserError(f"{file} 不是 Excel 表格，或文件已经损坏。", _SAVE_AS) from None
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise UserError(f"{file} 不是 Excel 表格。", "请核对是不是选错了文件。")
    for part in parts:
        if part.file_size > _MOST:
            message = (
                f"{file} 里有一张工作表太大（{part.filename.rpartition('/')[2]}），多半是下面有上百万个空行。"
            )
            raise UserError(message, "请选中填报内容下面的空行，整行删去，保存后再收。")


def _has_formulas(data: bytes) -> bool:
    """Tell whether any part of a workbook may hold a formula: without one, what is written is what is shown."""
    with ZipFile(BytesIO(data)) as archive:
        return any(_FORMULA.search(archive.read(part)) for part in archive.infolist())


def _loaded(data: bytes, file: str, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(data), data_only=values)
    except Exception as error:  # openpyxl raises of every kind for what other programs write
        raise UserError(f"{file} 打不开，文件可能已经损坏。", _SAVE_AS) from error


def _is_base(sheet: Worksheet) -> bool:
    return sheet.title == BASE_SHEET or sheet["A1"].value == HEAD_KEYS[0]


def _base(workbook: Workbook) -> Base | None:
    sheet = next((one for one in workbook.worksheets if _is_base(one)), None)
    if sheet is None:
        return None
    rows = [
        [str(cell) if cell is not None else "" for cell in row] for row in sheet.iter_rows(values_only=True)
    ]
    head = {row[0]: row[1] for row in rows[: len(HEAD_KEYS)] if len(row) > 1}
    if set(HEAD_KEYS) - set(head):
        return None
    mark = FormMark(*(head[name] for name in HEAD_KEYS[1:]))
    body = [(*row, "", "", "")[:4] for row in rows[len(HEAD_KEYS) :] if row[0]]
    is_copy = any(len(row) > _PLAIN_COLUMNS for row in rows)
    return Base(
        mark,
        {key: value for key, _, value, _ in body},
        {name: key for key, name, _, _ in body},
        {key: written for key, _, _, written in body} if is_copy else {},
    )


def _spots(workbook: Workbook, base: Base) -> dict[str, NamedCell]:
    """Give where the names of the rows lead; a name that leads nowhere any more is left out."""
    from openpyxl.utils.cell import coordinate_to_tuple

    spots = {}
    for name, defined in workbook.defined_names.items():
        key = base.names.get(name)
        sheet, _, place = str(defined.attr_text).rpartition("!")
        if key is None or not _ONE_CELL.fullmatch(place):
            continue
        row, column = coordinate_to_tuple(place.replace("$", ""))
        spots[key] = NamedCell(sheet.strip("'").replace("''", "'"), row, column)
    return spots


def _grid(shown: Worksheet, written: Worksheet) -> Grid:
    grid = Grid(shown.title, {})
    for row in written.iter_rows(
        max_row=min(written.max_row, _ROWS), max_col=min(written.max_column, _COLUMNS)
    ):
        for cell in row:
            at = (cell.row or 0, cell.column or 0)
            if cell.value is not None:
                grid.cells[at] = _cell(cell, shown.cell(*at).value)
            if cell.comment is not None and cell.comment.author != _OURS:
                grid.comments[at] = cell.comment.text
    for reach in written.merged_cells.ranges:
        for row_number, column in reach.cells:
            if (row_number, column) != (reach.min_row, reach.min_col) or reach.max_row > reach.min_row:
                grid.merged[row_number, column] = reach.coord
    return grid


def _cell(cell: Any, value: Any) -> CellText:
    """Read a cell; of a formula the result that was saved with it."""
    if cell.data_type == "f" and value is None:
        return CellText(
            "", "这一格是公式，没有存下算出的结果", "请在 Excel 或 WPS 里打开，保存一次；或直接填数。"
        )
    if isinstance(value, str) and cell.data_type == "e":
        return CellText(value, f"这一格是错误值“{value}”", "请改正公式，或直接填数。")
    return text_of(value, cell.number_format or "General")
