"""The roll-up as Excel: all totals on one sheet, a sheet for each topic, and where each figure stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.facts.days import UNTIL
from generator.numbers.arithmetic import plain_digits
from generator.rollup.cached_sums import with_sums
from generator.rollup.cell_looks import (
    LINE,
    SheetLooks,
    frame_cells,
    height_of,
    number_cell,
    plain_cell,
    sheet_looks,
    text_cell,
)
from generator.rollup.copied import said_of_copies
from generator.rollup.county_file import reported_by
from generator.rollup.ends import span_of, spans_told
from generator.rollup.figures import UnitFigures
from generator.rollup.long_table import LongRow, long_rows
from generator.rollup.topic_sheet import write_topic_sheet
from generator.rollup.totals import Total, far_apart, missing_units, numbers_by_unit
from generator.rollup.units import CountedUnits
from generator.shortened import named
from generator.topics.topic import Topics

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TOTALS, SOURCES = "总表", "出处"
_MOST_NAMED = 5
NOT_JUDGED = "没有判断"
"""Stands where too few units reported to say whose number is far from the others'."""
_FREE_ROW, _AMOUNT = 3, 3
_MOST_UNITS = 3000
"""Of more units Excel holds the totals alone: nobody reads so many rows, and they take a minute; CSV has them."""
_MOST_FIGURES = 1_000_000
"""Of more figures, too: a sheet of Excel ends at 1,048,576 rows."""


class _Column(NamedTuple):
    heading: str
    width: float


_COLUMNS = tuple(
    _Column(*one)
    for one in (
        ("年度", 7),
        ("主题", 15),
        ("字段", 18),
        ("合计", 15),
        ("应填单位", 6),
        ("填报单位", 6),
        ("其中填0", 6),
        ("待填", 6),
        ("未填", 6),
        ("最高", 15),
        ("最低", 15),
        ("中位数", 9),
        ("离群的单位", 20),
        ("待填、未填的单位", 30),
        ("说明", 28),
    )
)
_SOURCE_COLUMNS = tuple(
    _Column(*one)
    for one in (
        ("单位", 18),
        ("年度", 7),
        ("主题", 16),
        ("字段", 20),
        ("值", 16),
        (UNTIL, 12),
        ("文件和行", 44),
    )
)


def workbook_of(totals: Sequence[Total], counted: CountedUnits, topics: Topics, folder: Path) -> bytes:
    """Give the Excel file; `folder` is where it is to lie, for the way to the facts files.

    Of very many units it has the totals alone, and says so.
    """
    from openpyxl import Workbook

    from generator.forms.cells import workbook_data

    book = Workbook(write_only=True)
    looks = sheet_looks()
    units = counted.units
    _totals_sheet(book.create_sheet(TOTALS), totals, counted, topics, looks)
    if has_totals_alone(units):
        return workbook_data(book)
    by_topic: dict[str, list[Total]] = {}
    for one in totals:
        by_topic.setdefault(one.topic, []).append(one)
    sums = [
        one
        for name, of_topic in by_topic.items()
        for one in write_topic_sheet(book, name, of_topic, counted, topics, looks)
    ]
    _sources_sheet(book.create_sheet(SOURCES), long_rows(units, topics, folder), looks)
    return with_sums(workbook_data(book), sums)


def has_totals_alone(units: Sequence[UnitFigures]) -> bool:
    """Tell whether these are too many units, or have too many figures, for sheets of their own."""
    return len(units) > _MOST_UNITS or sum(len(one.figures) for one in units) > _MOST_FIGURES


def _totals_sheet(
    sheet: Worksheet,
    totals: Sequence[Total],
    counted: CountedUnits,
    topics: Topics,
    looks: SheetLooks,
) -> None:
    _open(sheet, _COLUMNS, f"D{_FREE_ROW}")
    summed = "、".join(f"{year}年度{len(counted.of_year(year))}个" for year in counted.years)
    left = "；数太多，各单位的数和出处见明细" if has_totals_alone(counted.units) else ""
    title = f"法治政府建设年度报告数据汇总（{summed}单位{_spans(counted)}{left}）"
    sheet.append([text_cell(sheet, title, looks, font=looks.title, border=None)])
    sheet.row_dimensions[_FREE_ROW - 1].height = 2 * LINE + 4
    _heading(sheet, _COLUMNS, looks)
    for at, total in enumerate(totals, _FREE_ROW):
        values = _row(total, missing_units(total, counted.asked_of(total.year), topics))
        sheet.row_dimensions[at].height = height_of(values, [one.width for one in _COLUMNS])
        sheet.append([_shown(sheet, value, number, looks) for number, value in enumerate(values)])


def _spans(counted: CountedUnits) -> str:
    """Say on which days the figures of each year end, where that is not the year's last of all."""
    by_year = {year: counted.of_year(year) for year in counted.years}
    told = {year: spans_told(units) for year, units in by_year.items() if any(one.until for one in units)}
    return "".join(f"；{year}年度{said}" for year, said in told.items())


def _row(total: Total, missing: Sequence[UnitFigures]) -> list[str | int | Decimal]:
    """Give what stands in the row of a total, column by column."""
    waiting = () if total.rests_on else total.waiting
    lacking = [*(one.unit for one in waiting), *(one.unit for one in missing)]
    return [
        total.year,
        total.topic,
        total.label,
        str(total.amount) if total.amount else total.why,
        *([""] * 5 if total.rests_on else _counts(total, missing)),
        *_spread(total),
        named(lacking, _MOST_NAMED),
        remark_on(total),
    ]


def _counts(total: Total, missing: Sequence[UnitFigures]) -> list[str | int]:
    """Give how many units are asked for a total, reported it, nought among them, or owe it."""
    return [total.asked or "", len(total.reporting), total.zeros, len(total.waiting), len(missing)]


def _spread(total: Total) -> list[str | Decimal]:
    numbers, spread = numbers_by_unit(total), total.spread
    if spread is None:
        return [""] * 4

    def of(at: int) -> str:
        unit, number = numbers[at]
        alike = sum(one == number for _, one in numbers)
        others = f"（{alike}个单位相同）" if alike > 1 else ""
        return f"{unit.unit}{plain_digits(number)}{others}"

    far = far_apart(total)
    told = NOT_JUDGED if far is None else named(far, _MOST_NAMED)
    if len(numbers) > 1 and numbers[spread.highest][1] == numbers[spread.lowest][1]:
        return ["各单位相同", "", spread.median, told]
    return [of(spread.highest), of(spread.lowest), spread.median, told]


def _shown(sheet: Worksheet, value: str | int | Decimal, column: int, looks: SheetLooks) -> Any:
    style = {"font": looks.head, "fill": looks.total_fill} if column == _AMOUNT else {}
    if isinstance(value, str):
        return text_cell(sheet, value, looks, **style, alignment=looks.wrap)
    plain = column == 0 or not value % 1
    return number_cell(sheet, value, "0" if plain else "0.##", looks, **style, alignment=looks.centre)


def coverage_of(total: Total, called: str) -> str:
    """Say how many units reported a total, but of a rate from which sums it is worked out; and the remark on it."""
    return "；".join(filter(None, ("" if total.rests_on else reported_by(total, called), remark_on(total))))


def remark_on(total: Total) -> str:
    """Say from what a rate is worked out, to which days it runs, what is not in the sum, and what may be copied."""
    unlike = [f"{one.unit.unit}{one.value}" for one in total.unlike]
    wrong = [f"{one.unit.unit}{one.value}（{one.figure.wrong}）" for one in total.wrong]
    told = [
        f"{why}、没有计入：{named(ones, _MOST_NAMED)}"
        for why, ones in (("量词不同", unlike), ("对不上", wrong))
        if ones
    ]
    return "；".join(filter(None, (total.rests_on, span_of(total), *told, said_of_copies(total))))


def _sources_sheet(sheet: Worksheet, rows: Iterable[LongRow], looks: SheetLooks) -> None:
    _open(sheet, _SOURCE_COLUMNS, "B2")
    _heading(sheet, _SOURCE_COLUMNS, looks)
    shown = tuple(rows)
    for row in shown:
        until = row.until.isoformat() if row.until else ""
        where = f"{row.file}:{row.line}"
        sheet.append(
            [
                plain_cell(sheet, one, looks)
                for one in (row.unit, row.year, row.topic, row.field, row.written, until, where)
            ]
        )
    sheet.auto_filter.ref = f"A1:G{len(shown) + 1}"
    frame_cells(sheet, f"A2:G{len(shown) + 1}", looks)


def _open(sheet: Worksheet, columns: Sequence[_Column], freeze: str) -> None:
    """Set a sheet up before its first row is written."""
    from openpyxl.utils import get_column_letter

    from generator.forms.cells import across_a4

    across_a4(sheet)
    sheet.freeze_panes = freeze
    head = int(freeze[1:]) - 1
    sheet.print_title_rows = f"{head}:{head}"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width


def _heading(sheet: Worksheet, columns: Sequence[_Column], looks: SheetLooks) -> None:
    style = {"font": looks.head, "fill": looks.head_fill, "alignment": looks.centre}
    sheet.append([text_cell(sheet, one.heading, looks, **style) for one in columns])
