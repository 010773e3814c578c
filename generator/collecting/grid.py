"""A sheet of a filled form as a grid of texts, whatever file it came in; where its heading is, and its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.collecting.filled import CellText
from generator.forms.asking import NEW
from generator.forms.cells import COLUMNS, KEY, LABEL, REMARK, VALUE
from generator.forms.marked_in import FIGURES, MARKS, SENTENCES
from generator.patterns import pattern

_HEADING_WITHIN = 60  # rows
_MARK = "|"
_KEY = pattern(rf"(?P<topic>.+?)\.(?P<name>(?:{FIGURES}|{MARKS})\..*|{SENTENCES}\.{NEW}?\d+|[^.]*)")


class NamedCell(NamedTuple):
    """A cell: the sheet, its row and its column, counted from 1."""

    sheet: str
    row: int
    column: int


class FormMark(NamedTuple):
    """What the heading of the key column says that a form was made for."""

    unit: str
    year: str
    office: str
    identity: str


class Base(NamedTuple):
    """What a form's hidden sheet holds: what it was made for, by key what stood in each row, by name its key.

    `returned` is what the office had written, by key, where the form is the copy that it was given to mend.
    """

    mark: FormMark
    values: dict[str, str]
    names: dict[str, str]
    returned: dict[str, str]


@dataclass(eq=False)
class Grid:
    """One sheet: the texts of the cells that hold something, which are merged with others, what comments say.

    `named` tells that cells are called by letter and number, else by the line of a text file.
    """

    title: str
    cells: dict[tuple[int, int], CellText]
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    named: bool = True

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell, nothing for an empty one or no column."""
        return self.cells.get((row, column), CellText()).text

    def cell(self, row: int, column: int) -> CellText:
        """Give a cell, refusing one that is merged with cells of other rows."""
        if reach := self.merged.get((row, column)):
            return CellText(
                "", f"这一格与别的格合并了（{reach}），分不清是哪一项的", "请取消合并，一行填一项。"
            )
        return self.cells.get((row, column), CellText())

    def where(self, row: int, column: int) -> str:
        """Give the address of a cell: 填报!G12."""
        if not self.named:
            return f"第{row}行"
        letters = ""
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{self.title}!{letters}{row}"

    @cached_property
    def rows(self) -> list[int]:
        """The rows that hold something, in order."""
        return sorted({row for row, _ in self.cells})

    @cached_property
    def heading(self) -> tuple[int, dict[str, int]]:
        """The row of the headings, and their columns by what they say; row 0 where there is none."""
        wanted = {COLUMNS[LABEL - 1].heading, COLUMNS[VALUE - 1].heading}
        for row in self.rows[:_HEADING_WITHIN]:
            said = {self.text(row, column).strip(): column for at, column in self.cells if at == row}
            if wanted <= said.keys():
                return row, said
        return 0, {}

    def column(self, number: int) -> int:
        """Give where a column of the form stands in this sheet, 0 where it is not there."""
        row, said = self.heading
        if number == KEY:
            start = f"{COLUMNS[KEY - 1].heading}{_MARK}"
            return next((column for text, column in said.items() if text.startswith(start)), 0)
        return said.get(COLUMNS[number - 1].heading, 0) if row else 0

    @property
    def mark(self) -> FormMark | None:
        """What the form was made for, as the heading of its key column says."""
        row, _ = self.heading
        parts = self.text(row, self.column(KEY)).split(_MARK) if row else []
        return FormMark(*parts[1:]) if len(parts) == len(FormMark._fields) + 1 else None

    def beside(self, label: str) -> str:
        """Give what stands to the right of a label above the heading: who filled in the form, and when."""
        row, _ = self.heading
        for (at, column), cell in self.cells.items():
            if at < row and cell.text == label:
                return next(filter(None, (self.text(at, column + more) for more in (1, 2, 3))), "")
        return ""

    def bodies(self) -> Iterator[tuple[int, str]]:
        """Give the rows below the heading, each with the band that it stands under."""
        head, _ = self.heading
        band = ""
        for row in (one for one in self.rows if one > head):
            if not self.text(row, self.column(KEY)) and not self.text(row, self.column(REMARK)):
                filled = [column for at, column in self.cells if at == row] if self._lone(row) else []
                band = self.text(row, filled[0]).partition("：")[0] if filled else band
            yield row, band

    @cached_property
    def _counts(self) -> dict[int, int]:
        counts: dict[int, int] = {}
        for row, _ in self.cells:
            counts[row] = counts.get(row, 0) + 1
        return counts

    def _lone(self, row: int) -> bool:
        return self._counts.get(row) == 1


def topic_and_name(key: str) -> tuple[str, str]:
    """Cut the key of a row in two; a topic may have a dot in it, 3.15维权行动.案件, as a figure's label may."""
    cut = _KEY.fullmatch(key)
    return (cut["topic"], cut["name"]) if cut else ("", key)


def label_of(key: str) -> str | None:
    """Give what the label of a row says, by its key; None where the office writes it."""
    name = topic_and_name(key)[1]
    kind, _, rest = name.partition(".")
    if kind == SENTENCES and rest:
        return f"另加正文{rest.removeprefix(NEW)}" if rest.startswith(NEW) else f"正文第{rest}句"
    if kind == FIGURES and rest:
        return None if rest.removeprefix(NEW).isdigit() and rest.startswith(NEW) else rest
    if kind == MARKS and rest:
        return rest
    return name
