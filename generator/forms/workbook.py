"""An office's form as an Excel workbook: every field with what it means, and a yellow cell for what is to be filled in.

Each cell to be filled in has a hidden name, each row a key in a hidden column, and a hidden sheet holds what the
form was made for and every value as it then stood: by these `collect` finds everything again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.asking import WHOLE_UNIT, Asked, OfficeForm
from generator.forms.cells import (
    COLUMNS,
    GIVEN,
    HEADER_ROW,
    KEY,
    LABEL,
    LAST,
    NOTE,
    PRINTED,
    PRINTS,
    REMARK,
    SHOWN,
    TO_FILL,
    UNIT,
    VALUE,
    Looks,
    across_a4,
    add_row_styles,
    height_for,
    looks,
    prepare_page,
    workbook_data,
)
from generator.forms.filling_in import hint_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

BASE_SHEET = "年报底数"
TO_MEND = "请改"
HEAD_KEYS = ("版本", "单位", "年度", "科室", "表号")
DAY, PERSON = "填报日期", "填报人"
MAIN, MORE = "填报", "还可以填"
_INSTRUCTIONS = (
    "只填黄色的两栏。约数照台账写：15000余份、近20场、5.2万户；没有发生的填 0，没有这项工作的、暂时没有数的空着。\n"
    "已经填着的是现有的数，对的不动，不对的改。数的出处（如“司法所台账”）写在备注里。改完保存，原样交回。"
)


class Entry(NamedTuple):
    """What an office wrote in a row: the value, the remark beside it, and the label where it gave one."""

    value: str
    remark: str = ""
    label: str = ""


class ToMend(NamedTuple):
    """What is wrong with a row, by its key, and how to mend it; `key` is empty where it is of no row."""

    key: str
    said: str


class _Band(NamedTuple):
    heading: str
    rows: tuple[Asked, ...]


def form_workbook(
    form: OfficeForm,
    entries: Mapping[str, Entry] | None = None,
    to_mend: Sequence[ToMend] = (),
    person: str = "",
    day: str = "",
) -> bytes:
    """Give the bytes of an office's form, the same for the same content.

    With `entries` the rows hold what the office wrote already; what it has to mend is said in comments at its cells
    and on a first sheet that leads to them.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    writer = _Writer(workbook, form, entries or {}, person, day)
    for title, bands in _sheets(form):
        writer.sheet(title, bands)
    writer.base_sheet()
    if to_mend:
        writer.findings(to_mend)
    return workbook_data(workbook)


def _sheets(form: OfficeForm) -> Iterable[tuple[str, list[_Band]]]:
    """Give the sheets: for all offices one a topic; for one office what is asked, and what may be filled in besides."""
    open_rows = [_Band(topic.name, tuple(row for row in topic.rows if row.usual)) for topic in form.topics]
    rest = [_Band(topic.name, tuple(row for row in topic.rows if not row.usual)) for topic in form.topics]
    if form.office == WHOLE_UNIT:
        for first, more in zip(open_rows, rest, strict=True):
            bands = [first, more._replace(heading=f"{more.heading}：{MORE}")]
            yield sheet_title(first.heading), [band for band in bands if band.rows]
        return
    yield MAIN, [band for band in open_rows if band.rows]
    if any(band.rows for band in rest):
        yield MORE, [band for band in rest if band.rows]


def sheet_title(name: str) -> str:
    """Give a sheet's name that Excel takes: at most 31 characters, without the signs it forbids."""
    return re.sub(r"[\[\]:*?/\\']", "_", name)[:31] or MAIN


def cell_name(key: str) -> str:
    """Give the hidden name of the cell of a row: 年报_矛盾纠纷化解_化解."""
    return "年报_" + re.sub(r"\W", "_", key)[:200]


class _Writer:
    """Writes one workbook, sheet by sheet, and remembers where each row's value stands."""

    def __init__(
        self, workbook: Workbook, form: OfficeForm, entries: Mapping[str, Entry], person: str, day: str
    ) -> None:
        self.workbook = workbook
        self.form = form
        self.entries = entries
        self.said = {PERSON: person, DAY: day}
        self.looks: Looks = looks()
        add_row_styles(workbook, self.looks)
        self.cells: dict[str, str] = {}

    def sheet(self, title: str, bands: Sequence[_Band]) -> None:
        sheet = self.workbook.create_sheet(title)
        prepare_page(sheet, f"{self.form.unit}{self.form.year}年　{self.form.office}")
        self._top(sheet)
        at = HEADER_ROW + 1
        for band in bands:
            self._band(sheet, at, band.heading)
            for row in band.rows:
                at += 1
                self._row(sheet, at, row)
            at += 1
        sheet.print_area = f"A1:H{at - 1}"

    def _top(self, sheet: Worksheet) -> None:
        style = self.looks
        name = f"{self.form.unit}{self.form.year}年法治政府建设年度报告数据填报表（{self.form.office}）"
        for row, text, font, height in ((1, name, style.title, 30), (2, _INSTRUCTIONS, style.text, 40)):
            head = sheet.cell(row, 1, text)
            head.font, head.alignment = font, style.centre if row == 1 else style.middle
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=SHOWN)
            sheet.row_dimensions[row].height = height
        for at, label in ((LABEL, PERSON), (LAST, DAY)):
            sheet.cell(3, at, label).font = style.head
            cell = sheet.cell(3, at + 1, self.said[label] or None)
            cell.protection, cell.fill, cell.border = style.free, style.fill_value, style.edge
            cell.font, cell.number_format = style.text, "@"
        sheet.row_dimensions[3].height = 22
        for number, column in enumerate(COLUMNS, 1):
            cell = sheet.cell(HEADER_ROW, number, column.heading)
            cell.font, cell.alignment = style.head, style.centre
            cell.border, cell.fill = style.edge, style.fill_head
        sheet.row_dimensions[HEADER_ROW].height = 24
        mark = "|".join(("编号", self.form.unit, str(self.form.year), self.form.office, self.form.identity))
        sheet.cell(HEADER_ROW, KEY, mark)

    def _band(self, sheet: Worksheet, at: int, heading: str) -> None:
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=SHOWN)
        cell = sheet.cell(at, 1, heading)
        cell.font, cell.fill, cell.alignment = self.looks.band, self.looks.fill_band, self.looks.middle
        sheet.row_dimensions[at].height = 24

    def _row(self, sheet: Worksheet, at: int, row: Asked) -> None:
        entry = self.entries.get(row.key, Entry(row.base))
        texts = {
            LABEL: row.label or entry.label,
            UNIT: row.unit,
            NOTE: row.note,
            PRINTS: row.prints,
            LAST: row.last,
            GIVEN: row.given,
            VALUE: entry.value,
            REMARK: entry.remark,
        }
        for column, text in texts.items():
            cell = sheet.cell(at, column)
            cell.value = text or None
            if text.startswith("="):
                cell.data_type = "s"  # no formula of ours: the office's own words
            own = column >= VALUE or (column == LABEL and not row.label)
            cell.style = (TO_FILL if own else PRINTED)[column]
        sheet.row_dimensions[at].height = height_for(texts)
        sheet.cell(at, KEY, row.key).style = PRINTED[KEY]
        self._named(sheet, at, row)
        self._helped(sheet, f"G{at}", row)

    def _named(self, sheet: Worksheet, at: int, row: Asked) -> None:
        from openpyxl.workbook.defined_name import DefinedName

        place = f"'{sheet.title}'!$G${at}"
        name = cell_name(row.key)
        self.cells[row.key] = f"'{sheet.title}'!G{at}"
        self.workbook.defined_names[name] = DefinedName(name, attr_text=place, hidden=True)

    def _helped(self, sheet: Worksheet, cell: str, row: Asked) -> None:
        """Show how a cell is to be filled in, and warn of what is hardly meant; whatever is typed can be kept."""
        from openpyxl.worksheet.datavalidation import DataValidation

        if row.choices:
            help_ = DataValidation(type="list", formula1=f'"{",".join(row.choices)}"')
        else:
            short = row.field is not None and row.field.kind not in {"文字", "名单"}
            help_ = DataValidation(
                type="textLength", operator="lessThanOrEqual", formula1="30" if short else "1000"
            )
        help_.errorStyle, help_.allow_blank = "warning", True
        help_.showErrorMessage = help_.showInputMessage = True
        help_.errorTitle, help_.error = "请核对", f"{hint_of(row)[:150]}。确实这样填的，选“是”。"
        help_.promptTitle, help_.prompt = (row.label or "自拟名称的数据")[:30], hint_of(row)[:200]
        sheet.add_data_validation(help_)
        help_.add(cell)

    def base_sheet(self) -> None:
        """Write the hidden sheet by which the form is known, and every value as it stood.

        In a copy for the office to mend a fourth column says what the office wrote: by that it is told whether
        anything was mended since.
        """
        sheet = self.workbook.create_sheet(BASE_SHEET)
        sheet.sheet_state = "veryHidden"
        head = (version("nianbao"), self.form.unit, str(self.form.year), self.form.office, self.form.identity)
        for pair in zip(HEAD_KEYS, head, strict=True):
            sheet.append(pair)
        for row in self.form.rows:
            mended = (self.entries.get(row.key, Entry(row.base)).value,) if self.entries else ()
            sheet.append((row.key, cell_name(row.key), row.base, *mended))
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str):
                    cell.data_type, cell.number_format = "s", "@"

    def findings(self, to_mend: Sequence[ToMend]) -> None:
        """Say what is to be mended: on a first sheet with a link to each cell, and in a comment at it."""
        from openpyxl.comments import Comment
        from openpyxl.worksheet.hyperlink import Hyperlink

        style = self.looks
        first = self.workbook.create_sheet(TO_MEND, 0)
        across_a4(first)
        first.column_dimensions["A"].width, first.column_dimensions["B"].width = 22, 100
        first["A1"] = f"请改下面{len(to_mend)}处，点左边的蓝字就到；改好后保存，原样交回。"
        first["A1"].font = style.band
        for at, one in enumerate(to_mend, 3):
            place = self.cells.get(one.key, "")
            cell = first.cell(at, 1, place.replace("'", "") or "整份表")
            first.cell(at, 2, one.said).alignment = style.middle
            first.cell(at, 2).font = style.text
            first.row_dimensions[at].height = 34
            if place:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place, display=place)
                cell.style = "Hyperlink"
                sheet_name, _, address = place.rpartition("!")
                wrong = self.workbook[sheet_name.strip("'")][address]
                wrong.fill = style.fill_wrong
                before = f"{wrong.comment.text}\n" if wrong.comment else ""
                wrong.comment = Comment(before + one.said, "nianbao", height=110, width=320)
        self.workbook.active = 0
