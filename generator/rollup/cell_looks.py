"""The looks of the roll-up's cells: a number stays a number, its 余 and its measure word stand in its format."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.numbers.quantity import Quantity

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT, _BOLD = "宋体", "黑体"
LINE = 15.0
"""The height of a line, in points."""
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
    return _cell(sheet, plain_number(number), looks, {"number_format": shape, **styles}, "n")


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
    number = "#,##0" if value.number == int(value.number) else "#,##0.######"
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
