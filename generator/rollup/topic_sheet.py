"""One sheet of the roll-up: a topic, its units in rows, its fields in columns, the totals frozen above, a chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.numbers.quantity import Quantity
from generator.rollup.adding import add_up
from generator.rollup.cell_looks import (
    SheetLooks,
    figure_cell,
    frame_cells,
    height_of,
    number_cell,
    plain_cell,
    shape_of,
    text_cell,
    width_of,
)
from generator.rollup.figures import UnitFigures
from generator.rollup.long_table import WAITING
from generator.rollup.totals import Total

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_Column = tuple[str, str]
"""A column: what its row of the roll-up is called, and its measure word."""
_FIRST_COLUMNS = 2
_ABOVE = 2  # the title and the heading stand above the totals
_MOST_BARS = 40
_WIDEST, _NARROWEST = 16, 9


def write_topic_sheet(
    book: Workbook, name: str, totals: Sequence[Total], units: Sequence[UnitFigures], looks: SheetLooks
) -> None:
    """Write a topic's sheet: what the units of all years reported, and above it each year's totals."""
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(sheet_name(name, book.sheetnames))
    years = sorted({one.year for one in totals}, reverse=True)
    columns = list(dict.fromkeys((one.label, one.unit) for one in totals))
    frozen = _ABOVE + len(years)
    _prepare(sheet, columns, units, frozen)
    sheet.append([text_cell(sheet, name, looks, font=looks.title, border=None)])
    head = {"font": looks.head, "fill": looks.head_fill, "alignment": looks.centre}
    headings = ["单位", "年度", *(_heading(*one) for one in columns)]
    sheet.row_dimensions[_ABOVE].height = height_of(headings, [_WIDEST] * len(headings))
    sheet.append([text_cell(sheet, one, looks, **head) for one in headings])
    by_year = {(one.year, one.label, one.unit): one for one in totals}
    for year in years:
        sheet.append(list(_total_row(sheet, year, columns, by_year, looks)))
    filled = _filled(totals)
    rows = [one for one in units if any((id(one), *column) in filled for column in columns)]
    for unit in rows:
        sheet.append(list(_unit_row(sheet, unit, columns, filled, looks)))
    frame_cells(sheet, f"A{frozen + 1}:{get_column_letter(len(headings))}{frozen + len(rows)}", looks)
    if len(years) == 1 and 0 < len(rows) <= _MOST_BARS:
        sheet.page_setup.fitToHeight = 1  # else a page ends within the chart
        _add_chart(sheet, columns, by_year, (years[0], frozen, len(rows)))


def sheet_name(name: str, taken: Sequence[str]) -> str:
    r"""Give a name that Excel takes: 31 characters at most, none of []:*?/\, each once."""
    plain = "".join("-" if sign in "[]:*?/\\'" else sign for sign in name)[:28] or "无名"
    number = 1
    while (one := plain if number == 1 else f"{plain}{number}") in taken:
        number += 1
    return one


def _heading(label: str, unit: str) -> str:
    return f"{label}（{unit}）" if unit else label


def _prepare(sheet: Worksheet, columns: Sequence[_Column], units: Sequence[UnitFigures], frozen: int) -> None:
    from openpyxl.utils import get_column_letter

    from generator.forms.cells import across_a4

    across_a4(sheet)
    sheet.freeze_panes = f"{get_column_letter(_FIRST_COLUMNS + 1)}{frozen + 1}"
    sheet.print_title_rows = f"{_ABOVE}:{frozen}"
    longest = max((width_of(one.unit) for one in units), default=0)
    sheet.column_dimensions["A"].width = min(max(longest + 2, 12), 40)
    sheet.column_dimensions["B"].width = 8
    for number, column in enumerate(columns, _FIRST_COLUMNS + 1):
        width = min(max(width_of(_heading(*column)) + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width


def _total_row(
    sheet: Worksheet,
    year: int,
    columns: Sequence[_Column],
    by_year: Mapping[tuple[int, str, str], Total],
    looks: SheetLooks,
) -> Iterator[Any]:
    style = {"font": looks.head, "fill": looks.total_fill}
    yield text_cell(sheet, "合计", looks, **style)
    yield number_cell(sheet, year, "0", looks, **style)
    for column in columns:
        total = by_year.get((year, *column))
        if total is None or total.amount is None:
            yield text_cell(sheet, total.why if total else "", looks, **style, alignment=looks.centre)
        else:
            amount = total.amount.printed
            yield number_cell(sheet, amount.number, shape_of(amount, total.unit), looks, **style)


def _filled(totals: Sequence[Total]) -> dict[tuple[int, str, str], Quantity | None]:
    """Give what each unit reported in each column, None where it left the field empty."""
    filled: dict[tuple[int, str, str], list[Quantity]] = {}
    waiting: dict[tuple[int, str, str], None] = {}
    for total in totals:
        for part in (*total.parts, *total.uncounted):
            filled.setdefault((id(part.unit), total.label, total.unit), []).append(part.value)
        waiting.update(((id(unit), total.label, total.unit), None) for unit in total.waiting)
    one = {key: found[0] if len(found) == 1 else _together(found, key[2]) for key, found in filled.items()}
    return {**waiting, **one}


def _together(found: Sequence[Quantity], unit: str) -> Quantity:
    """Add what one unit reported in several lines, as of its 活动."""
    return add_up(found, unit).printed


def _unit_row(
    sheet: Worksheet,
    unit: UnitFigures,
    columns: Sequence[_Column],
    filled: Mapping[tuple[int, str, str], Quantity | None],
    looks: SheetLooks,
) -> Iterator[Any]:
    yield plain_cell(sheet, unit.unit, looks)
    yield unit.year
    for column in columns:
        key = (id(unit), *column)
        value = filled.get(key)
        if value is not None:
            yield figure_cell(sheet, value, column[1], looks)
        else:
            yield WAITING if key in filled else None


def _add_chart(
    sheet: Worksheet,
    columns: Sequence[_Column],
    by_year: Mapping[tuple[int, str, str], Total],
    where: tuple[int, int, int],
) -> None:
    """Show the figure that most units reported, unit by unit, below the table."""
    from openpyxl.chart import BarChart, Reference

    year, frozen, rows = where
    summed = [one for one in columns if (found := by_year[(year, *one)]).amount and not found.rests_on]
    if not summed:
        return
    best = max(summed, key=lambda one: len(by_year[(year, *one)].parts))
    at = _FIRST_COLUMNS + 1 + columns.index(best)
    chart = BarChart()
    chart.type, chart.legend, chart.title = "col", None, f"各单位{_heading(*best)}"
    chart.y_axis.delete = chart.x_axis.delete = False  # else newer Excel shows none
    chart.height = 8
    chart.width = min(14 + round(rows * 0.6), 32)
    last = frozen + rows
    chart.add_data(Reference(sheet, min_col=at, min_row=frozen + 1, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=frozen + 1, max_row=last))
    sheet.add_chart(chart, f"A{last + 3}")
