"""Any report, as .md, .docx or .txt, becomes blocks: for the checks, and for taking old reports over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.document.text.blocks import Block, BlockKind, Document, read_blocks
from generator.document.text.roles import assign_roles
from generator.document.text.titles import is_report_title, is_short, numbered_rank, run_in_parts
from generator.encodings import decode_text, marked_encoding
from generator.files import read_bytes, refuse_folder
from generator.intake.foreign import MAX_PACKED, open_word
from generator.intake.old_formats import OLD_FORMATS
from generator.patterns import pattern
from generator.problems import UserError
from generator.yamltext.mapping import Mapping

SUFFIXES = (".md", ".docx", ".txt")

_CONTROL = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class ReportLine(NamedTuple):
    """A line of a report and its rank as a heading by its style (1 title, 2 to 5), 0 where only its text tells."""

    text: str
    rank: int = 0


class ReportReading(NamedTuple):
    """A report that was read: its blocks, and its text line by line, the lines that the blocks count."""

    document: Document
    source: str


def read_report(path: Path) -> ReportReading:
    """Read a report; a .docx file counts its paragraphs as lines.

    Raises UserError for what cannot be read (with its own advice for each), FactsError for unsound front matter.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return word(read_bytes(path, MAX_PACKED), path.name)
    if suffix == ".md":
        text = decoded(read_bytes(path), path.name)
        return ReportReading(read_blocks(text, file=path.name), text)
    if suffix == ".txt":
        return read_plain(decoded(read_bytes(path), path.name))
    refuse_folder(path)
    if suffix in OLD_FORMATS:
        raise UserError(
            f"读不了这种文件：{path.name}", "请用 WPS 或 Word 打开它，另存为 .docx 后重试。", status=2
        )
    known = f"能读的有：事实文件 .yaml；报告 {'、'.join(SUFFIXES)}。"
    raise UserError(f"不认识这种文件：{path.name}", known, status=2)


def _word_lines(data: bytes, name: str) -> tuple[ReportLine, ...]:
    return tuple(ReportLine(one.text, one.rank) for one in open_word(data, name).lines)


def plain_lines(text: str) -> tuple[ReportLine, ...]:
    """Give the lines of a plain text."""
    return tuple(map(ReportLine, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def read_lines(lines: Sequence[ReportLine]) -> ReportReading:
    """Tell of lines what each is: title, headings, addressee, signature; `line` of a block counts them from 1."""
    blocks: list[Block] = []
    begun = False  # a title stands before all headings
    for number, (line, rank) in enumerate(lines, 1):
        text = _CONTROL.sub("", line).strip()
        if not text:
            continue
        level = _level(text, rank, first=not begun)
        begun = begun or level > 0
        head, rest = (run_in_parts(text) if level > 2 else None) or (text, "")
        blocks.append(Block(BlockKind.HEADING if level else BlockKind.PARAGRAPH, head, level, number))
        if rest:
            blocks.append(Block(BlockKind.PARAGRAPH, rest, 0, number))
    source = "\n".join(line for line, _rank in lines)
    return ReportReading(Document(Mapping({}, {}, ""), assign_roles(blocks)), source)


def word(data: bytes, name: str) -> ReportReading:
    """Read the bytes of a .docx file, line by line as Word shows it."""
    return read_lines(_word_lines(data, name))


def read_plain(text: str) -> ReportReading:
    """Read plain text: every line is a paragraph, headings are known by their numbers."""
    return read_lines(plain_lines(text))


def decoded(data: bytes, name: str) -> str:
    """Give the text of a file in UTF-8, UTF-16 or GB18030; raises UserError for what is no text."""
    if mark := marked_encoding(data):
        return _decoded(data, (mark,), name)
    if b"\0" in data[:4000]:
        zeros = data[:4000].count(b"\0", 1)
        return _decoded(data, ("utf-16-le", "utf-16-be") if zeros > 1 else (), name)
    return _decoded(data, ("utf-8", "gb18030"), name)


def _decoded(data: bytes, codes: tuple[str, ...], name: str) -> str:
    for code in codes:
        decoded = decode_text(data, code)
        if decoded is None or _CONTROL.search(decoded.text):
            continue
        if code != "utf-16-le" or re.search("[的，。年]", decoded.text):
            return decoded.text
    raise UserError(f"认不出文件的编码，它也可能不是文本文件：{name}", "请用记事本打开，另存为 UTF-8 编码。")


def _level(text: str, rank: int, *, first: bool) -> int:
    """Tell a heading: of those that a style makes so and of short lines, the number says more than the style."""
    numbered = numbered_rank(text)
    if rank:
        return numbered or rank
    if not is_short(text):
        return 0
    return 1 if first and is_report_title(text) else numbered
