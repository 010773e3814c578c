"""What the offices sent, of whatever kind: lines of text with who said them and when, and figures of tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.files import read_bytes
from generator.intake.chat import NOBODY, Speaker, message_head, named_office, spoken_for
from generator.intake.foreign import MAX_PACKED, open_word
from generator.intake.old_formats import OLD_FORMATS, as_docx
from generator.intake.reading import decoded
from generator.intake.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Sheet, csv_sheet, workbook_sheets
from generator.intake.table_lines import TableFigure, table_figures
from generator.intake.word_tables import word_notes
from generator.problems import UserError

NOTES = (".txt", ".md", ".docx", *OLD_FORMATS, ".xlsx", ".csv")
"""What can be read as notes."""

_TABS = 2


class NoteLine(NamedTuple):
    """A line of notes: its text, its place in words, and who said it and when."""

    text: str
    place: str
    speaker: Speaker = NOBODY


class NoteTable(NamedTuple):
    """The figures of a table, and who sent it."""

    figures: tuple[TableFigure, ...]
    speaker: Speaker = NOBODY


class Notes(NamedTuple):
    """All of one file: lines and tables in their order, what is to be told of the reading, and what to call it."""

    parts: tuple[NoteLine | NoteTable, ...]
    told: tuple[str, ...] = ()
    name: str = ""


def read_notes(path: Path) -> Notes:
    """Read notes from a file.

    Raises UserError for a kind of file that is none of NOTES, and for what cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in NOTES:
        raise UserError(
            f"读不了这种材料：{path.name}",
            f"能读的有：{'、'.join(NOTES)}；.xls、.et 请用 WPS 或 Excel 另存为 .xlsx。",
            status=2,
        )
    return _by(named_office(path.stem), _read(path, suffix))


def _by(office: str, notes: Notes) -> Notes:
    """Take the office after which a file is named for who speaks where nobody is named in it."""
    if not office:
        return notes
    parts = (
        one._replace(speaker=one.speaker._replace(office=one.speaker.office or office)) for one in notes.parts
    )
    return notes._replace(parts=tuple(parts))


def _read(path: Path, suffix: str) -> Notes:
    data = read_bytes(path, MAX_PACKED)
    if suffix == ".xlsx":
        return _of_sheets(workbook_sheets(data, path.name), path.name)
    if suffix == ".csv":
        return _of_sheets((csv_sheet(data, path.name),), path.name)
    if suffix in OLD_FORMATS:
        data, suffix = as_docx(data, path.name, suffix), ".docx"
    if suffix == ".docx":
        lines, tables = word_notes(open_word(data, path.name))
        text = _of_text(lines)
        return text._replace(parts=(*text.parts, *_tables(tables)), name=path.name)
    return notes_of_text(decoded(data, path.name))._replace(name=path.name)


def notes_of_text(text: str) -> Notes:
    """Read notes that are a text: pasted chat messages, lists, prose; lines with tabs are a table."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _of_text([(line, f"第{number}行") for number, line in enumerate(lines, 1)])


def _of_sheets(sheets: tuple[Sheet, ...], name: str) -> Notes:
    told = tuple(one for sheet in sheets for one in sheet.told)
    return Notes(tuple(_tables(sheets)), told, name)


def _tables(sheets: tuple[Sheet, ...]) -> Iterator[NoteTable]:
    for sheet in sheets:
        if found := tuple(table_figures(sheet)):
            yield NoteTable(found, Speaker(named_office(sheet.name)))


def _of_text(lines: list[tuple[str, str]]) -> Notes:
    parts: list[NoteLine | NoteTable] = []
    message, speaker, table = NOBODY, NOBODY, list[tuple[str, str]]()
    for line, place in [*lines, ("", "")]:
        if line.count("\t") >= _TABS:
            table.append((line, place))
            continue
        if table:
            parts.append(_typed_table(table, speaker))
            table = []
        if (head := message_head(line)) is not None:
            message = speaker = head
        elif (said := spoken_for(line)) is not None:
            speaker = Speaker(said[0], message.day)
            if said[1]:
                parts.append(NoteLine(said[1], place, speaker))
        elif line.strip():
            parts.append(NoteLine(line.strip(), place, speaker))
    return Notes(tuple(parts))


def _typed_table(lines: list[tuple[str, str]], speaker: Speaker) -> NoteTable:
    """Read lines with tabs between their cells; their places are those of the lines."""
    rows = tuple(
        tuple(Cell(cell.strip(), place) if cell.strip() else None for cell in line.split("\t")[:MAX_COLUMNS])
        for line, place in lines[:MAX_ROWS]
    )
    return NoteTable(tuple(table_figures(Sheet("", rows))), speaker)
