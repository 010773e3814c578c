"""A report by whomever, of any kind that can be read, becomes lines: for taking old reports over."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.document.text.blocks import read_blocks
from generator.files import read_bytes, refuse_folder
from generator.intake.foreign import MAX_PACKED, WordFile, open_word
from generator.intake.old_formats import OLD_FORMATS, as_docx
from generator.intake.reading import SUFFIXES, ReportLine, decoded, plain_lines
from generator.intake.sheets import Sheet
from generator.intake.table_lines import is_table_figure
from generator.intake.web import read_web
from generator.intake.word_tables import word_tables
from generator.problems import UserError

WEB = (".html", ".htm")
MAX_WEB = 5_000_000
_LONGEST_CELL = 60
"""A table with a longer cell holds text, not figures."""


class ReportLines(NamedTuple):
    """The lines of a report, and what is none of them: what a web page has around it, and its tables of figures.

    `ours` tells a Word file that this program made, however it was edited since.
    """

    lines: tuple[ReportLine, ...]
    around: tuple[str, ...] = ()
    tables: tuple[Sheet, ...] = ()
    ours: bool = False


def report_lines(path: Path) -> ReportLines:
    """Read the lines of a report of any kind, before anything is told of them.

    Raises UserError for what cannot be read (with its own advice for each), FactsError for unsound front matter.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return _beside_tables(open_word(read_bytes(path, MAX_PACKED), path.name))
    if suffix == ".md":
        blocks = read_blocks(decoded(read_bytes(path), path.name), file=path.name).blocks
        return ReportLines(
            tuple(ReportLine(line, one.level) for one in blocks for line in one.text.split("\n"))
        )
    if suffix == ".txt":
        return ReportLines(plain_lines(decoded(read_bytes(path), path.name)))
    if suffix in WEB:
        page = read_web(decoded(read_bytes(path, MAX_WEB), path.name), path.name)
        return ReportLines(tuple(ReportLine(one.text, one.rank) for one in page.lines), page.around)
    if suffix in OLD_FORMATS:
        data = as_docx(read_bytes(path, MAX_PACKED), path.name, suffix)
        return _beside_tables(open_word(data, path.name))
    refuse_folder(path)
    kinds = "、".join((*SUFFIXES, *WEB, *OLD_FORMATS))
    raise UserError(f"不认识这种文件：{path.name}", f"能读的有：{kinds}。", status=2)


def _beside_tables(file: WordFile) -> ReportLines:
    """Give the lines of a Word file without its tables of figures; other tables only lay a page out."""
    tables = [one for one in word_tables(file) if _has_figures(one.sheet)]
    inside = frozenset().union(*(one.paragraphs for one in tables))
    lines = (ReportLine(one.text, one.rank) for one in file.lines if one.paragraph not in inside)
    return ReportLines(tuple(lines), tables=tuple(one.sheet for one in tables), ours=bool(file.our_state))


def _has_figures(sheet: Sheet) -> bool:
    """Tell a table of figures from one that holds text."""
    cells = [cell.text for row in sheet.rows for cell in row if cell]
    return any(map(is_table_figure, cells)) and max(map(len, cells)) <= _LONGEST_CELL
