"""The looks of a form's cells, its columns and its pages; Excel, WPS and LibreOffice show them alike."""

from __future__ import annotations

import math
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


class Column(NamedTuple):
    """A column of a form: its heading and its width in characters of the usual size."""

    heading: str
    width: float


LABEL, UNIT, NOTE, PRINTS, LAST, GIVEN, VALUE, REMARK, KEY = range(1, 10)
"""The columns, counted from 1."""
COLUMNS = (
    Column("项目", 16),
    Column("单位", 9),
    Column("填什么", 32),
    Column("填的样子 → 印成的话", 36),
    Column("上年", 12),
    Column("别的单位报过", 22),
    Column("填报", 24),
    Column("备注（出处）", 18),
    Column("编号", 3),
)
SHOWN = REMARK
HEADER_ROW = 4
_LABEL_STYLE, _UNIT_STYLE, _SAID_STYLE, _KEY_STYLE = "年报_项目", "年报_单位", "年报_说明", "年报_编号"
_OWN_LABEL_STYLE, _OWN_STYLE = "年报_自拟", "年报_填"
PRINTED = {
    LABEL: _LABEL_STYLE,
    UNIT: _UNIT_STYLE,
    NOTE: _SAID_STYLE,
    PRINTS: _SAID_STYLE,
    LAST: _SAID_STYLE,
    GIVEN: _SAID_STYLE,
    KEY: _KEY_STYLE,
}
"""The named style of each column's cell in a row, where the form itself says something."""
TO_FILL = {LABEL: _OWN_LABEL_STYLE, VALUE: _OWN_STYLE, REMARK: _OWN_STYLE}
"""The same where the office does."""
_LINE = 15.0  # points; a line of 11-point text
_FONT = "宋体"
_A4 = 9
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the zero of the zip format, the same in every file
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class Looks(NamedTuple):
    """The styles of a form's cells."""

    title: Any
    text: Any
    small: Any
    head: Any
    band: Any
    top: Any
    middle: Any
    centre: Any
    edge: Any
    fill_head: Any
    fill_band: Any
    fill_value: Any
    fill_wrong: Any
    free: Any


def looks() -> Looks:
    """Make the styles."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    side = Side(style="thin", color="FF999999")

    def fill(colour: str) -> Any:
        return PatternFill("solid", fgColor=f"FF{colour}")

    return Looks(
        Font(name="黑体", size=16),
        Font(name=_FONT, size=11),
        Font(name=_FONT, size=10, color="FF444444"),
        Font(name="黑体", size=11),
        Font(name="黑体", size=12),
        Alignment(vertical="top", wrap_text=True),
        Alignment(vertical="center", wrap_text=True),
        Alignment(horizontal="center", vertical="center", wrap_text=True),
        Border(left=side, right=side, top=side, bottom=side),
        fill("E7E6E6"),
        fill("DDEBF7"),
        fill("FFF9D9"),
        fill("FCE0DC"),
        Protection(locked=False),
    )


def add_row_styles(workbook: Workbook, style: Looks) -> None:
    """Give a workbook the named styles of the cells in a row.

    It keeps each once and a cell takes it whole, where one look put on after another takes ten times as long.
    """
    from openpyxl.styles import NamedStyle

    def add(name: str, **looks: Any) -> None:
        workbook.add_named_style(NamedStyle(name, hidden=True, **looks))

    printed = {"border": style.edge, "alignment": style.middle}
    own = {**printed, "protection": style.free, "fill": style.fill_value, "number_format": "@"}
    add(_LABEL_STYLE, font=style.head, **printed)
    add(_UNIT_STYLE, font=style.small, **{**printed, "alignment": style.centre})
    add(_SAID_STYLE, font=style.small, **printed)
    add(_KEY_STYLE, font=style.small)
    add(_OWN_LABEL_STYLE, font=style.head, **own)
    add(_OWN_STYLE, font=style.text, **own)


def lines_in(text: str, width: float) -> int:
    """Count the lines that a text takes in a column, a Chinese character as wide as two others."""

    def wide(line: str) -> int:
        return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)

    return sum(max(1, math.ceil(wide(line) / max(width - 1, 1))) for line in text.split("\n"))


def height_for(texts: dict[int, str]) -> float:
    """Give the height of a row, in points, that shows these texts by column."""
    lines = max((lines_in(text, COLUMNS[at - 1].width) for at, text in texts.items()), default=1)
    return lines * _LINE + 5


def across_a4(sheet: Worksheet) -> None:
    """Print a sheet across A4, as wide as one page and as many pages high as it takes."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def prepare_page(sheet: Worksheet, footer: str) -> None:
    """Set a sheet up: column widths, frozen heading, A4 across, as many pages high as it takes, protected but open.

    The protection has no password: it only keeps labels from being typed over. Rows may be inserted.
    """
    from openpyxl.utils import get_column_letter

    across_a4(sheet)
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.column_dimensions[get_column_letter(KEY)].hidden = True
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.6, 0.8, 0.4
    centre = sheet.oddFooter.center if sheet.oddFooter else None
    if centre:
        centre.text = f"{footer}　第 &P 页，共 &N 页"
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.selectLockedCells = False


def workbook_data(workbook: Workbook) -> bytes:
    """Give a workbook's bytes, the same for the same content: without the time and the system it was written on."""
    from datetime import datetime

    workbook.properties.creator = "nianbao"
    workbook.properties.created = datetime(1980, 1, 1)  # noqa: DTZ001  # openpyxl takes no zones
    written, plain = BytesIO(), BytesIO()
    workbook.save(written)
    with ZipFile(written) as before, ZipFile(plain, "w") as after:
        for name in before.namelist():
            entry = ZipInfo(name, _NO_TIME)
            entry.create_system = 0
            data = before.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            after.writestr(entry, data, ZIP_DEFLATED, 6)
    return plain.getvalue()
