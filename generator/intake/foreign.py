"""A Word file of somebody else's, opened with care: bounded, without entities, nothing followed or carried out."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.document.word.ours import OUR_PROPERTY
from generator.intake.numbering import RunningNumbers
from generator.intake.story import ShownLine, Story, notes_of
from generator.intake.styles import WordStyles
from generator.intake.tree import attribute
from generator.problems import UserError

MAX_PACKED = 50_000_000
MAX_UNPACKED = 50_000_000
MAX_PARTS = 2_000
_CHUNK = 1 << 16

_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后重试。"
_SIGNATURES = (
    (b"%PDF", "PDF 文件", "请找到它的 Word 文稿，或把文字复制到 .txt 文件里。"),
    (b"{\\rtf", "RTF 文件", _SAVE_AS),
    (b"\x89PNG", "图片", "图片里的字读不出来，请找到它的 Word 文稿。"),
    (b"\xff\xd8\xff", "图片", "图片里的字读不出来，请找到它的 Word 文稿。"),
    (b"Rar!", "压缩包", "请先解压，再给出里面的 .docx。"),
    (b"7z\xbc\xaf", "压缩包", "请先解压，再给出里面的 .docx。"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


@dataclass(frozen=True)
class WordFile:
    """The parts of a .docx file by name, in their order; names as the format writes them, with / and no / before."""

    parts: dict[str, bytes]
    name: str

    @cached_property
    def main(self) -> str:
        """Give the name of the part that holds the text."""
        return (
            self._related("", "officeDocument") or self._as_named("word/document.xml") or "word/document.xml"
        )

    @cached_property
    def tree(self) -> Any:
        """Give the parsed main part; raises UserError where it cannot be parsed."""
        return parse_part(self.parts[self.main], self.name)

    @cached_property
    def lines(self) -> tuple[ShownLine, ...]:
        """Give what Word shows, line by line; raises UserError where a part cannot be parsed."""
        styles = WordStyles(self.beside("styles"))
        numbers = RunningNumbers(self.beside("numbering"), styles)
        notes = {
            reference: note
            for kind in ("footnote", "endnote")
            for reference, note in notes_of(self.beside(f"{kind}s"), kind)
        }
        return tuple(Story(self.tree, styles, numbers, notes).lines())

    @cached_property
    def our_state(self) -> str:
        """Give what our own property holds (the state of the text as it was made); "" for a file that isn't ours."""
        part = self.parts.get(self._related("", "custom-properties"))
        for one in parse_part(part, self.name) if part else ():
            if attribute(one, "name") == OUR_PROPERTY:
                return "".join(one.itertext()).strip()
        return ""

    def named_by(self, identifier: str) -> Any | None:
        """Give a part by the identifier that the main part gives its relation to it, parsed; None where none has it."""
        folder = posixpath.dirname(self.main)
        for one in self._relations(self.main):
            if attribute(one, "Id") == identifier and attribute(one, "TargetMode") != "External":
                name = self._as_named(
                    posixpath.normpath(posixpath.join("/" + folder, attribute(one, "Target")))
                )
                return parse_part(self.parts[name], self.name) if name else None
        return None

    def beside(self, kind: str) -> Any | None:
        """Give a part that the main one needs, parsed; None where there is none."""
        part = self.parts.get(self._related(self.main, kind))
        return parse_part(part, self.name) if part else None

    def _related(self, part: str, kind: str) -> str:
        """Give the name of the part that another (or the file, "") is related to in this way; "" for none."""
        folder = posixpath.dirname(part)
        for one in self._relations(part):
            if attribute(one, "Type").endswith(f"/{kind}") and attribute(one, "TargetMode") != "External":
                return self._as_named(
                    posixpath.normpath(posixpath.join("/" + folder, attribute(one, "Target")))
                )
        return ""

    def _relations(self, part: str) -> Any:
        folder, _, base = part.rpartition("/")
        relations = self.parts.get(self._as_named(posixpath.join(folder, "_rels", f"{base}.rels")))
        return parse_part(relations, self.name) if relations else ()

    def _as_named(self, part: str) -> str:
        """Give a part's name as it is written in the file; the format knows no case in names. "" for none."""
        wanted = part.lstrip("/").lower()
        return next((name for name in self.parts if name.lower() == wanted), "")


def open_word(data: bytes, name: str) -> WordFile:
    """Open the bytes of a .docx file.

    Raises UserError, with its own advice for each, for what is no .docx file, is locked, damaged or too large, or
    holds a document type declaration (which no Word file needs).
    """
    _refuse_other_formats(data, name)
    try:
        parts = _unpacked(data, name)
    except _BROKEN as error:
        raise UserError(
            f"文件已经损坏，打不开：{name}", "请用 WPS 或 Word 打开试试，能打开就另存一份再用。"
        ) from error
    file = WordFile(parts, name)
    if file.main not in parts:
        what = "Excel 表格" if any(part.startswith("xl/") for part in parts) else "Word 文件"
        if what == "Excel 表格" or any(part.startswith("ppt/") for part in parts):
            raise UserError(f"这不是 Word 文件：{name}", "请给出年度报告的 .docx 文件。")
        raise UserError(f"这不是 Word 文件，里面没有正文：{name}", _SAVE_AS)
    return file


def _refuse_other_formats(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UserError(f"文件加了打开密码：{name}", "请打开它，先去掉打开密码，再保存。")
        raise UserError(f"这是旧版 Word 或 WPS 文件（.doc、.wps）：{name}", _SAVE_AS)
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UserError(f"这是{what}，不是 Word 文件：{name}", advice)
    if not data.startswith(b"PK"):
        raise UserError(f"这不是 Word 文件：{name}", _SAVE_AS)


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Unpack every part, counting bytes as they come: announced sizes may lie."""
    left = MAX_UNPACKED
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS:
            raise UserError(f"文件里的部件太多：{name}", _SAVE_AS)
        for entry in entries:
            if entry.is_dir():
                continue
            chunks = []
            with archive.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise UserError(f"文件解开后太大：{name}", "请删去里面的大图片后另存。")
                    chunks.append(chunk)
            parts[entry.filename.replace("\\", "/").lstrip("/")] = b"".join(chunks)
    return parts


def parse_part(data: bytes, name: str) -> Any:
    """Parse one XML part without entities and without the net; raises UserError where it is not sound."""
    from lxml import etree

    refuse_declarations(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError(f"文件已经损坏，打不开：{name}", _SAVE_AS) from error


def refuse_declarations(data: bytes, name: str) -> None:
    """Raise UserError where a part of a file has a document type declaration."""
    if any(sign in data for sign in _DOCTYPES):
        raise UserError(f"文件里有不该有的文档类型声明，没有打开：{name}", _SAVE_AS)
