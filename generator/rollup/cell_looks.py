"""The looks of the roll-up's cells: a number stays a number, its 余 and its measure word stand in its format."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT, _BOLD = "宋体", "黑体"
LINE = 15.0
"""The height of a line, in points."""
_PLAIN, _SEPARATED = "#,##0", 1000  # up to here the format shows no more than the number itself
_WIDE = 0x2E80  # from here on signs are as wide as two


class SheetLooks(NamedTuple):
    """The styles of the cells of a sheet."""

    title: Any
    text: Any
    head: Any
    head_fill: Any
    total_fill: Any
    centre: Any
    wrap: Any
    edge: Any


def sheet_looks() -> SheetLooks:
    """Make the styles."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side(style="thin", color="FF999999")
    return SheetLooks(
        Font(name=_BOLD, size=14),
        Font(name=_FONT, size=11),
        Font(name=_BOLD, size=11),
        PatternFill("solid", fgColor="FFE7E6E6"),
        PatternFill("solid", fgColor="FFDDEBF7"),
        Alignment(horizontal="center", vertical="center", wrap_text=True),
        Alignment(vertical="center", wrap_text=True),
        Border(left=side, right=side, top=side, bottom=side),
    )


def text_cell(sheet: Worksheet, text: str, looks: SheetLooks, **styles: Any) -> Any:
    """Give a cell with a text, which is none of Excel's formulas whatever it begins with."""
    return _cell(sheet, text, looks, styles, "s")


def number_cell(sheet: Worksheet, number: Decimal | int, shape: str, looks: SheetLooks, **styles: Any) -> Any:
    """Give a cell with a number in a format of Excel's."""
    whole = plain_number(number)
    value = whole if isinstance(whole, int) else plain_digits(whole)  # openpyxl would write 97.40000000000001
    return _cell(sheet, value, looks, {"number_format": shape, **styles}, "n")


def formula_cell(sheet: Worksheet, formula: str, shape: str, looks: SheetLooks, **styles: Any) -> Any:
    """Give a cell that Excel works out, in a format of Excel's."""
    return _cell(sheet, formula, looks, {"number_format": shape, **styles}, "f")


def plain_cell(sheet: Worksheet, value: str | int, looks: SheetLooks) -> Any:
    """Give a value as it is, of which Excel makes a cell of the usual looks; a cell with looks of its own is dear.

    A text that Excel would take for a formula has one.
    """
    return text_cell(sheet, value, looks) if isinstance(value, str) and value[:1] == "=" else value


def figure_cell(sheet: Worksheet, value: Quantity, unit: str, looks: SheetLooks) -> Any:
    """Give a figure under a heading with its measure word; of a small plain number the value itself."""
    shape = shape_of(value, unit)
    if shape == _PLAIN and value.number < _SEPARATED:
        return plain_number(value.number)
    return number_cell(sheet, value.number, shape, looks, border=None)


def frame_cells(sheet: Worksheet, cells: str, looks: SheetLooks) -> None:
    """Frame plain cells, as A4:F27, by one rule for all of them."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles.differential import DifferentialStyle

    always = Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(border=looks.edge))
    sheet.conditional_formatting.add(cells, always)


def _cell(sheet: Worksheet, value: Any, looks: SheetLooks, styles: dict[str, Any], kind: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = kind
    cell.font, cell.border = looks.text, looks.edge
    for name, style in styles.items():
        setattr(cell, name, style)
    return cell


def plain_number(number: Decimal | int) -> int | Decimal:
    """Give a number as Excel shows it best: a whole one whole."""
    return int(number) if number == int(number) else number


def shape_of(value: Quantity, unit: str) -> str:
    """Give the number format that shows a figure as it is meant: 50余, 约2,000, with another measure word than `unit`."""
    number = _PLAIN if value.number == int(value.number) else "#,##0.######"
    before = value.approx if value.written.startswith(value.approx) else ""
    behind = "" if before else value.approx
    other = "" if value.unit in (unit, "") else value.unit
    if behind == value.after:  # 20%以上 has its word behind the measure word
        other, behind = f"{other}{behind}", ""
    return f"{_quoted(before)}{number}{_quoted(behind + other)}"


def _quoted(words: str) -> str:
    plain = words.replace('"', "")
    return f'"{plain}"' if plain else ""


def height_of(texts: Iterable[object], widths: Iterable[float]) -> float:
    """Give the height of a row, in points, that shows these texts in columns of these widths."""
    lines = (math.ceil(width_of(str(text)) / (width - 1)) for text, width in zip(texts, widths, strict=True))
    return max(1, *lines) * LINE + 4


def width_of(text: str) -> int:
    """Give how wide a text is, in characters of the usual size."""
    return sum(2 if ord(sign) >= _WIDE else 1 for sign in text)
