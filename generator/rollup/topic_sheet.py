"""One sheet of the roll-up: a topic, its units in rows, its fields in columns, the totals frozen above, a chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity
from generator.rollup.adding import add_up
from generator.rollup.cell_looks import (
    SheetLooks,
    figure_cell,
    formula_cell,
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
from generator.rollup.totals import Total, missing_units
from generator.rollup.units import CountedUnits
from generator.topics.topic import Topics

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_Column = tuple[str, str]
"""A column: what its row of the roll-up is called, and its measure word."""
_FIRST_COLUMNS = 2
_ABOVE = 2  # the title and the heading stand above the totals
_MOST_BARS = 40
_WIDEST, _NARROWEST = 16, 9
_MISSING, _NOT_COUNTED = "未填", "没有计入"


class UnitRow(NamedTuple):
    """A row of a topic's sheet: a unit, and by column its figure, why there is none, or None where none is asked."""

    unit: UnitFigures
    cells: tuple[Quantity | str | None, ...]


def write_topic_sheet(
    book: Workbook,
    name: str,
    totals: Sequence[Total],
    counted: CountedUnits,
    topics: Topics,
    looks: SheetLooks,
) -> tuple[str, ...]:
    """Write a topic's sheet: what the units of all years reported, and above it each year's totals.

    A total that is the sum of its column is a formula; given is what these come to, in their order.
    """
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(sheet_name(name, book.sheetnames))
    years = sorted({one.year for one in totals}, reverse=True)
    columns = list(dict.fromkeys((one.label, one.unit) for one in totals))
    rows = _unit_rows(totals, columns, counted, topics)
    frozen = _ABOVE + len(years)
    _prepare(sheet, columns, [one.unit for one in rows], frozen)
    sheet.append([text_cell(sheet, name, looks, font=looks.title, border=None)])
    head = {"font": looks.head, "fill": looks.head_fill, "alignment": looks.centre}
    headings = ["单位", "年度", *(_heading(*one) for one in columns)]
    sheet.row_dimensions[_ABOVE].height = height_of(headings, [_WIDEST] * len(headings))
    sheet.append([text_cell(sheet, one, looks, **head) for one in headings])
    by_year = {(one.year, one.label, one.unit): one for one in totals}
    sums: list[str] = []
    for year in years:
        of_year = [by_year.get((year, *column)) for column in columns]
        formulas = _formulas(of_year, rows, (year, frozen, len(years)))
        sheet.append(list(_total_row(sheet, year, of_year, formulas, looks)))
        sums += [
            plain_digits(one.amount.number) for one in of_year if one and one.amount and one.label in formulas
        ]
    for row in rows:
        sheet.append(list(_shown_row(sheet, row, columns, looks)))
    frame_cells(sheet, f"A{frozen + 1}:{get_column_letter(len(headings))}{frozen + len(rows)}", looks)
    if len(years) == 1 and 0 < len(rows) <= _MOST_BARS:
        sheet.page_setup.fitToHeight = 1  # else a page ends within the chart
        _add_chart(sheet, columns, by_year, (years[0], frozen, len(rows)))
    return tuple(sums)


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


def _formulas(
    totals: Sequence[Total | None], rows: Sequence[UnitRow], where: tuple[int, int, int]
) -> dict[str, str]:
    """Give the formula of each total of a year that is the plain sum of its column: then a corrected cell changes it.

    A sum with 约 is rounded and no plain one.
    """
    from openpyxl.utils import get_column_letter

    year, frozen, years = where
    last = frozen + len(rows)
    found: dict[str, str] = {}
    for at, total in enumerate(totals):
        cells = [one.cells[at] for one in rows if one.unit.year == year]
        added = sum((one.number for one in cells if isinstance(one, Quantity)), Decimal(0))
        if total and total.amount and not total.rests_on and added == total.amount.printed.number:
            letter = get_column_letter(_FIRST_COLUMNS + 1 + at)
            column = f"{letter}{frozen + 1}:{letter}{last}"
            several = f"SUMIF(B{frozen + 1}:B{last},{year},{column})"
            found[total.label] = f"=SUM({column})" if years == 1 else f"={several}"
    return found


def _total_row(
    sheet: Worksheet,
    year: int,
    totals: Sequence[Total | None],
    formulas: Mapping[str, str],
    looks: SheetLooks,
) -> Iterator[Any]:
    style = {"font": looks.head, "fill": looks.total_fill}
    yield text_cell(sheet, "合计", looks, **style)
    yield number_cell(sheet, year, "0", looks, **style)
    for total in totals:
        if total is None or total.amount is None:
            yield text_cell(sheet, total.why if total else "", looks, **style, alignment=looks.centre)
            continue
        amount = total.amount.printed
        shape = shape_of(amount, total.unit)
        if total.label in formulas:
            yield formula_cell(sheet, formulas[total.label], shape, looks, **style)
        else:
            yield number_cell(sheet, amount.number, shape, looks, **style)


def _unit_rows(
    totals: Sequence[Total], columns: Sequence[_Column], counted: CountedUnits, topics: Topics
) -> list[UnitRow]:
    """Give a row for each unit that is asked for the topic; of a unit's own topic for those that have it."""
    years = {one.year for one in totals}
    asked = [one for one in (*counted.units, *counted.absent) if one.year in years]
    cells: dict[tuple[int, str, str], Quantity | str] = {}
    for total in totals:
        by_unit: dict[int, list[Quantity]] = {}
        for part in total.parts:
            by_unit.setdefault(id(part.unit), []).append(part.value)
        words = {id(one): WAITING for one in total.waiting}
        words |= {id(one.unit): f"{one.value}（{_NOT_COUNTED}）" for one in total.uncounted}
        words |= {id(one): _MISSING for one in missing_units(total, asked, topics)}
        told = words | {unit: _together(ones, total.unit) for unit, ones in by_unit.items()}
        cells |= {(unit, total.label, total.unit): one for unit, one in told.items()}
    rows = [UnitRow(one, tuple(cells.get((id(one), *column)) for column in columns)) for one in asked]
    return [one for one in rows if any(one.cells)]


def _together(found: Sequence[Quantity], unit: str) -> Quantity:
    """Add what one unit reported in several lines, as of its 活动."""
    return found[0] if len(found) == 1 else add_up(found, unit).printed


def _shown_row(
    sheet: Worksheet, row: UnitRow, columns: Sequence[_Column], looks: SheetLooks
) -> Iterator[Any]:
    yield plain_cell(sheet, row.unit.unit, looks)
    yield row.unit.year
    for value, column in zip(row.cells, columns, strict=True):
        yield figure_cell(sheet, value, column[1], looks) if isinstance(value, Quantity) else value


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
