"""What the offices sent, of whatever kind: lines of text with who said them and when, and figures of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.files import read_bytes
from generator.intake.chat import (
    NOBODY,
    Speaker,
    decorated_head,
    message_head,
    named_office,
    section_head,
    spoken_for,
)
from generator.intake.foreign import MAX_PACKED, open_word
from generator.intake.old_formats import OLD_FORMATS, as_docx
from generator.intake.reading import decoded
from generator.intake.sheets import Sheet, csv_sheet, workbook_sheets
from generator.intake.table_lines import TableFigure, table_figures
from generator.intake.typed_tables import typed_tables
from generator.intake.word_tables import word_notes
from generator.patterns import pattern
from generator.problems import UserError

NOTES = (".txt", ".md", ".docx", *OLD_FORMATS, ".xlsx", ".csv")
"""What can be read as notes."""

_OTHER_PART = pattern(r"^\s*[一-龥]{2,10}[:：](?!\s*\d)")


class NoteLine(NamedTuple):
    """A line of notes: its text, its place in words, who said it and when, and the title of its numbered part."""

    text: str
    place: str
    speaker: Speaker = NOBODY
    section: str = ""


class NoteTable(NamedTuple):
    """The figures of a table, and who sent it."""

    figures: tuple[TableFigure, ...]
    speaker: Speaker = NOBODY


class Notes(NamedTuple):
    """All of one file: lines and tables in their order, what is to be told of the reading, and what to call it."""

    parts: tuple[NoteLine | NoteTable, ...]
    told: tuple[str, ...] = ()
    name: str = ""


def placed(papers: Sequence[Notes]) -> tuple[Notes, ...]:
    """Give papers whose places say in which of them they are, where there are several: 普法.txt 第3行."""
    return tuple(papers) if len(papers) == 1 else tuple(_placed(one) for one in papers)


def _placed(notes: Notes) -> Notes:
    parts: list[NoteLine | NoteTable] = []
    for part in notes.parts:
        if isinstance(part, NoteLine):
            parts.append(part._replace(place=f"{notes.name} {part.place}"))
        else:
            parts.append(part._replace(figures=tuple(_in_paper(one, notes.name) for one in part.figures)))
    told = (f"{notes.name}：{one}" for one in notes.told)
    return notes._replace(parts=tuple(parts), told=tuple(told))


def _in_paper(one: TableFigure, name: str) -> TableFigure:
    remark_place = f"{name} {one.remark_place}" if one.remark_place else ""
    return one._replace(place=f"{name} {one.place}", remark_place=remark_place)


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


class _Place(NamedTuple):
    """Where in a text a line stands: whose message, whose part of it and how that is numbered, under which title.

    `inline` tells that the office opened a line that it went on with, so it speaks no further than the next such line,
    `begun` that something was said already in the section.
    """

    message: Speaker = NOBODY
    speaker: Speaker = NOBODY
    style: str = ""
    section: str = ""
    inline: bool = False
    begun: bool = False


def _of_text(lines: list[tuple[str, str]]) -> Notes:
    parts: list[NoteLine | NoteTable] = []
    at = _Place()
    for run in typed_tables(lines):
        if isinstance(run, Sheet):
            parts.append(NoteTable(tuple(table_figures(run)), at.speaker))
            continue
        line, place = run
        at, rest = _titled(line) or _after(line, at)
        if rest.strip():
            parts.append(NoteLine(rest.strip(), place, at.speaker, at.section))
            at = at._replace(begun=at.begun or not rest.strip().endswith(at.section or rest.strip()))
    return Notes(tuple(parts))


def _titled(line: str) -> tuple[_Place, str] | None:
    """Give where a line between dashes stands, which opens a part of its own, and its title; None for another."""
    head = decorated_head(line)
    if head is None:
        return None
    speaker = Speaker(head.office, head.day) if head.office else NOBODY
    return _Place(speaker, speaker, head.style, head.title), head.title


def _after(line: str, at: _Place) -> tuple[_Place, str]:
    """Give where a line stands that follows on another, and what it says besides who says it."""
    if (message := message_head(line)) is not None:
        return _Place(message, message), ""
    if (head := section_head(line)) is not None:
        if head.office:
            speaker = Speaker(head.office, head.day or at.message.day)
            return _Place(at.message, speaker, head.style), head.title
        left = at.inline or head.style == at.style
        speaker, style = (at.message, "") if left else (at.speaker, at.style)
        return _Place(at.message, speaker, style, head.title), line
    if (said := spoken_for(line)) is not None:
        section = "" if at.begun else at.section  # what another said before it is a part of his own
        speaker = Speaker(said[0], at.message.day)
        return at._replace(speaker=speaker, inline=bool(said[1]), section=section, begun=False), said[1]
    if at.inline and _OTHER_PART.match(line):
        return at._replace(speaker=at.message, inline=False), line
    return at, line
