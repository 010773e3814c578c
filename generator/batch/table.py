"""A county's table, Excel or CSV, a row a unit -> its units, each with its cells and where these stand."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812  # a class by another name

from generator.batch.columns import SHORT, UNIT, YEAR, HeadingError, is_of_no_report, place_of_column
from generator.batch.columns import Path as FactPath
from generator.batch.unpacked import MOST_BYTES, has_formulas
from generator.collecting.cell_text import text_of, written_text_of
from generator.collecting.filled import CellText
from generator.encodings import decode_text, marked_encoding
from generator.files import read_bytes
from generator.patterns import pattern
from generator.problems import FactsError, Place, Problem, UserError
from generator.resources import Templates

EXCEL, TEXT = ".xlsx", ".csv"
_Key = tuple[str, str]
TABLES = frozenset({EXCEL, ".xlsm", TEXT})
_HEADING_WITHIN = 20  # rows
_SUM = pattern(r".{0,4}(?:合|总|小|共|累)\s*计|平\s*均(?:数|值)?")
_SAVE_AS = "请在 Excel 或 WPS 里打开，另存为 .xlsx，再运行一次。"
_NOT_COUNTED = CellText("", "这一格是算式，没有算出来", "请在 Excel 或 WPS 里打开，保存一次；或直接填数。")


class TableSheet(NamedTuple):
    """One sheet: its name, empty for a CSV, and its rows as they are read."""

    title: str
    rows: Iterator[list[CellText]]


class TableCell(NamedTuple):
    """What stands in a cell, and where: 汇总!C5."""

    text: str
    where: str


@dataclass(eq=False)
class TableUnit:
    """One unit of a table: the first cell of its row, and its cells by their place in a facts file."""

    where: str
    cells: dict[FactPath, TableCell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def text(self, path: FactPath) -> str:
        """Give what stands in a cell, nothing where there is none."""
        return self.cells.get(path, TableCell("", "")).text


class _Found(NamedTuple):
    """The units so far by name and year, and whom a short name calls: a sheet may name units by that alone."""

    units: dict[_Key, TableUnit]
    called: dict[_Key, dict[_Key, None]]

    def keys_of(self, name: str, short: str, year: str) -> list[_Key]:
        """Give the key of the unit that a row is of; several where a short name alone does not tell which."""
        known = [*self.called.get((short, year), ())] if short else []
        if not name:
            return known or [(short, year)]
        if (name, year) not in self.units and (short, year) in known:
            return [(short, year)]  # an earlier sheet had the short name alone
        return [(name, year)]


def read_table(path: Path, templates: Templates, year: int | None = None) -> list[TableUnit]:
    """Give the units of a table; a unit's rows in several sheets are put together. `year` is that of rows without one.

    Raises UserError for what is no table, FactsError for headings that lead nowhere, each with its cell.
    """
    data = read_bytes(path, MOST_BYTES)
    sheets = _csv(data, path) if path.suffix.lower() == TEXT else _excel(data, path)
    found_units = _Found({}, {})
    wrong: list[Problem] = []
    found = False
    for sheet in sheets:
        heading = _heading(sheet, templates)
        if heading is None:
            continue
        found = True
        number, cells = heading
        columns = _columns(cells, number, sheet, path, templates, wrong)
        if not wrong:
            _add_rows(found_units, sheet, columns, number, path, str(year or ""))
    if not found:
        fix = "第一行写列名：单位名称、年度、主题.字段……，一行一个单位；见 docs/批量.md。"
        raise UserError(f"{path.name} 里没有找到“单位名称”或“简称”这一列。", fix)
    if wrong:
        raise FactsError(wrong)
    if not found_units.units:
        raise UserError(f"{path.name} 里只有列名，没有单位。", "一个单位写一行。")
    return list(found_units.units.values())


def where_in(title: str, row: int, column: int) -> str:
    """Name a cell by its sheet, column and row, or by row and column of a CSV."""
    if not title:
        return f"第{row}行第{column}列"
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{title}!{letters}{row}"


def cell_problem(table: str, where: str, told: tuple[str, str, str], path: FactPath = ()) -> Problem:
    """Give a problem at a cell of a table: its code, sentence and remedy are told."""
    code, message, fix = told
    return Problem(code, message, fix, Place(f"{table}:{where}"), ".".join(map(str, path)))


def _heading(sheet: TableSheet, templates: Templates) -> tuple[int, list[CellText]] | None:
    """Find the row of headings: the first in which one names the units."""
    for number, cells in enumerate(sheet.rows, 1):
        if any(_is_unit(one.text, templates) for one in cells):
            return number, cells
        if number == _HEADING_WITHIN:
            break
    return None


def _is_unit(heading: str, templates: Templates) -> bool:
    try:
        return bool(heading) and place_of_column(heading, "", templates) in {UNIT, SHORT}
    except HeadingError:
        return False


def _columns(
    cells: Iterable[CellText],
    row: int,
    sheet: TableSheet,
    path: Path,
    templates: Templates,
    wrong: list[Problem],
) -> dict[int, FactPath]:
    """Give where the cells of each column belong, adding to `wrong` the headings of which that cannot be told."""
    columns: dict[int, FactPath] = {}
    for number, cell in enumerate(cells):
        heading = cell.text.replace("\n", "")
        if is_of_no_report(heading):
            continue
        where = where_in(sheet.title, row, number + 1)
        try:
            place = place_of_column(heading, sheet.title, templates)
        except HeadingError as error:
            wrong.append(cell_problem(path.name, where, ("批量-03", error.message, error.fix)))
            continue
        if place in columns.values():
            told = ("批量-03", f"“{heading}”这一列写了两遍。", "请留一列。")
            wrong.append(cell_problem(path.name, where, told))
        columns[number] = place
    return columns


def _add_rows(
    found: _Found,
    sheet: TableSheet,
    columns: dict[int, FactPath],
    head: int,
    path: Path,
    year: str,
) -> None:
    """Add the rows of a sheet to the units that they are of."""
    units = found.units
    here: dict[_Key, int] = {}
    for row, cells in enumerate(sheet.rows, head + 1):
        given = {
            place: (cells[column], where_in(sheet.title, row, column + 1))
            for column, place in columns.items()
            if column < len(cells) and (cells[column].text or cells[column].wrong)
        }
        if not given:
            continue
        of = {place: cell.text for place, (cell, _) in given.items()}
        name, short = of.get(UNIT, ""), of.get(SHORT, "")
        keys = found.keys_of(name, short, of.get(YEAR) or year)
        key = keys[0] if _is_of_one(keys) else (str(row), sheet.title)
        unit = units.setdefault(key, TableUnit(where_in(sheet.title, row, 1)))
        if short and _is_of_one(keys):
            found.called.setdefault((short, key[1]), {})[key] = None
        if not _is_of_one(keys):
            unit.problems.append(cell_problem(path.name, unit.where, _nobodys(name or short, len(keys))))
        elif key in here:
            told = ("批量-03", f"“{key[0]}”在第{here[key]}行已经写过。", "一个单位一个年度写一行。")
            unit.problems.append(cell_problem(path.name, where_in(sheet.title, row, 1), told))
        here.setdefault(key, row)
        _add_cells(unit, given, path.name)
        if YEAR not in unit.cells and year:
            unit.cells[YEAR] = TableCell(year, unit.where)


def _is_of_one(keys: Sequence[_Key]) -> bool:
    return len(keys) == 1 and bool(keys[0][0]) and not _SUM.fullmatch(keys[0][0])


def _nobodys(name: str, count: int) -> tuple[str, str, str]:
    """Say why a row is of no unit."""
    if count > 1:
        return ("批量-03", f"简称是“{name}”的有{count}个单位，不知道这一行是谁的。", "请写上单位名称。")
    said = f"“{name}”不是单位。" if name else "这一行没有写单位名称。"
    return (
        "批量-03",
        said,
        "不是单位的（如合计），请删去这一行。" if name else "请写上；不是单位的（如合计），请删去这一行。",
    )


def _add_cells(unit: TableUnit, given: dict[FactPath, tuple[CellText, str]], table: str) -> None:
    for place, (cell, where) in given.items():
        if cell.wrong:
            unit.problems.append(cell_problem(table, where, ("批量-03", f"{cell.wrong}。", cell.fix), place))
        before = unit.cells.setdefault(place, TableCell(cell.text, where))
        if before.text != cell.text:
            told = ("批量-03", f"与 {before.where} 的“{before.text}”不一样。", "请核对，留一个。")
            unit.problems.append(cell_problem(table, where, told, place))


def _csv(data: bytes, path: Path) -> Iterator[TableSheet]:
    mark = marked_encoding(data)
    decoded = decode_text(data, mark) if mark else decode_text(data, "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{path.name}", _SAVE_AS)
    first = decoded.text.partition("\n")[0]
    text = StringIO(decoded.text, newline="")
    yield TableSheet("", _csv_rows(text, max(",\t;", key=first.count), path))


def _csv_rows(text: StringIO, delimiter: str, path: Path) -> Iterator[list[CellText]]:
    """Give the rows; one whose quotes do not match would swallow all that follow, and raises UserError."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            yield [written_text_of(one) for one in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        fix = "多半是引号没有成对：请在 Excel 或 WPS 里打开看看，另存为 .xlsx，再运行一次。"
        raise UserError(f"{path.name} 从第{begins}行起读不出来。", fix) from error


def _excel(data: bytes, path: Path) -> Iterator[TableSheet]:
    try:
        counts = has_formulas(data, path)
    except (BadZipFile, ValueError, RuntimeError, EOFError, OSError, ZlibError):
        raise UserError(
            f"{path.name} 不是 Excel 表格，是旧版的，或者加了密码、已经损坏。", _SAVE_AS
        ) from None
    shown = _loaded(data, path, values=True)
    written = _loaded(data, path, values=False) if counts else None
    for sheet in shown.worksheets:
        if sheet.sheet_state == "visible":
            formulas = written[sheet.title].iter_rows() if written else None
            yield TableSheet(sheet.title, _rows(sheet.iter_rows(), formulas))


def _loaded(data: bytes, path: Path, *, values: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on what it leaves out
        try:
            return load_workbook(BytesIO(data), read_only=True, data_only=values)
        except Exception as error:  # it raises of every kind for what other programs write
            raise UserError(f"{path.name} 读不出来。", _SAVE_AS) from error


def _rows(shown: Iterable[Any], written: Iterator[Any] | None) -> Iterator[list[CellText]]:
    for row in shown:
        formulas = next(written, ()) if written is not None else ()
        cells = [text_of(one.value, getattr(one, "number_format", "General")) for one in row]
        for number, formula in enumerate(formulas):
            if getattr(formula, "data_type", "") == "f" and row[number].value is None:
                cells[number] = _NOT_COUNTED
        yield cells
