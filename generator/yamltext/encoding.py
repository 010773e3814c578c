"""Bytes of a facts file to text: what encodings are read, which are refused by name, which characters cannot stay."""

from __future__ import annotations

import re

from generator.encodings import decode_text, marked_encoding
from generator.patterns import pattern
from generator.problems import FactsError, Place, Problem

MAX_BYTES = 1_000_000
_MOST_NAMED = 20

_WORD = "Word 文件"
_SIGNATURES = (
    (b"%PDF", " PDF 文件"),
    (b"{\\rtf", " RTF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"PK\x03\x04", "压缩包"),
    (b"PK\x05\x06", "压缩包"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件"),
)
_BEGINNINGS = tuple(signature for signature, _ in _SIGNATURES)
_INSIDE = (  # names of parts, which tell what a zip or an OLE container holds
    (b"word/", f" {_WORD}"),
    (b"xl/", " Excel 表格"),
    (b"ppt/", "演示文稿"),
    ("WordDocument".encode("utf-16-le"), f"旧版 {_WORD}"),
    ("Workbook".encode("utf-16-le"), "旧版 Excel 表格"),
    ("EncryptedPackage".encode("utf-16-le"), "加了打开密码的 Office 文件"),
)
_CONTAINERS = ("压缩包", "旧版 Office 文件")

_MARKED = {"utf-32": "UTF-32", "utf-16": "UTF-16"}
_KEYS = ("年度", "单位")  # stand in every facts file, so that an encoding without a mark shows itself by them
_UNMARKED = tuple(
    (key.encode(encoding), name)
    for encoding, name, keys in (
        ("utf-16-le", "UTF-16", _KEYS),
        ("utf-16-be", "UTF-16", _KEYS),
        ("big5", "Big5（繁体）", ("年度", "單位")),
    )
    for key in keys
)
_AS_UTF8 = "请用记事本打开它，选“文件－另存为”，“编码”选 UTF-8，保存后重试。"

# XML, and with it Word, has no control characters; the private-use area shows differently on every machine; direction
# and zero-width marks can't be seen, so that nobody would understand why a key or a figure is not recognised.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_UNSEEN = "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff"
_UNUSABLE = pattern(f"[{_CONTROL}{_PRIVATE}{_UNSEEN}{_BROKEN}]")
_KINDS = (
    ("[\x0b\u2028\u2029]", "从 Word 或网页带来的手动换行符", "请删去它；这里若要分成两条，请另起一条。"),
    ("\x0c", "分页符", "请删去它。"),
    ("\x07", "Word 表格的单元格标记", "请删去它。"),
    (f"[{_PRIVATE}]", "只在个别电脑上才能显示的自造字或图形符号", "请换成通用的字或标点。"),
    (f"[{_UNSEEN}]", "看不见的字符", "请把这一处连同前后各一个字删去重打。"),
    (f"[{_BROKEN}]", "已经损坏的字符", "原来的字已经丢失，请按原文重新打上。"),
    ("", "控制字符", "它多半是从别处复制时带进来的，请把这一处删去重打。"),
)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    r"""Give the text of a facts file, its lines ended by `\n`, and the characters in it that cannot be used.

    Unusable characters are replaced by □, so that the rest of the file can still be looked through.
    Raises FactsError when the bytes are no text, too many, or in an encoding that is not read.
    """
    _refuse_other_formats(data, file)
    if len(data) > MAX_BYTES:
        message = (
            f"文件太大（{len(data) / 1_000_000:.1f} MB），事实文件不能超过 {MAX_BYTES // 1_000_000} MB。"
        )
        raise _refusal("文件-01", message, "一份事实文件只有几十 KB，请核对是不是选错了文件。", file)
    text = _read(data, file).replace("\r\n", "\n").replace("\r", "\n")
    problems = name_unusable(text, Place(file, 1, 1))
    return (_UNUSABLE.sub("□", text) if problems else text), problems


def is_seen(text: str) -> bool:
    """Tell whether all characters but the line ends can be seen, plain blanks included: so they mostly are."""
    return text.replace("\n", "").isprintable() and "\ufffd" not in text


def name_unusable(text: str, start: Place) -> list[Problem]:
    """Name the characters that cannot stand in a report, each with its place; the text begins at `start`."""
    if is_seen(text):
        return []
    found = list(_UNUSABLE.finditer(text))
    problems = [_unusable(match.group(), _place(text, match.start(), start)) for match in found[:_MOST_NAMED]]
    if len(found) > _MOST_NAMED:
        message = f"后面还有{len(found) - _MOST_NAMED}处不能用的字符，没有一一列出。"
        problems.append(
            Problem("文件-05", message, "请先改好前面列出的各处，再检查一次。", problems[-1].place)
        )
    return problems


def _unusable(character: str, place: Place) -> Problem:
    name, fix = next((name, fix) for kind, name, fix in _KINDS if re.match(kind, character))
    message = f"这里有一个{name}（U+{ord(character):04X}），不能进入报告。"
    return Problem("文件-05", message, fix, place)


def _place(text: str, at: int, start: Place) -> Place:
    lines = text.count("\n", 0, at)
    column = at - text.rfind("\n", 0, at) if lines else start.column + at
    return Place(start.file, start.line + lines, column)


def _refusal(code: str, message: str, fix: str, file: str) -> FactsError:
    return FactsError([Problem(code, message, fix, Place(file))])


def _refuse_other_formats(data: bytes, file: str) -> None:
    if data.startswith(_BEGINNINGS):
        kind = next(kind for signature, kind in _SIGNATURES if data.startswith(signature))
        if kind in _CONTAINERS:
            kind = next((inner for name, inner in _INSIDE if name in data), kind)
        fix = "事实文件是用记事本就能打开的 .yaml 文本文件，请核对文件名。"
        if kind.endswith(_WORD):
            fix += "去年只有 Word 报告的，请用 nianbao new 生成待填的文件，照着填。"
        raise _refusal("文件-02", f"这是{kind}，不是事实文件。", fix, file)


def _read(data: bytes, file: str) -> str:
    name = _MARKED.get(marked_encoding(data), "")
    if b"\0" in data:
        name = name or next((name for key, name in _UNMARKED if key in data), "")
    if name:
        raise _not_read(name, file)
    decoded = decode_text(data)
    return decoded.text if decoded else _read_gb18030(data, file)


def _read_gb18030(data: bytes, file: str) -> str:
    """Read bytes that are not UTF-8, but neither a damaged UTF-8 file nor bytes that only happen to be valid."""
    _refuse_damaged_utf8(data, file)
    decoded = decode_text(data, "gb18030")
    text = decoded.text if decoded else "\0"
    if any(key in text for key in _KEYS):
        return text
    name = next((name for key, name in _UNMARKED if key in data), "")
    if name:
        raise _not_read(name, file)
    if _UNUSABLE.search(text):
        raise _refusal("文件-03", "认不出文件的编码，它也可能不是文本文件。", _AS_UTF8, file)
    return text


def _refuse_damaged_utf8(data: bytes, file: str) -> None:
    text = data.decode("utf-8-sig", "surrogateescape")
    text = text.replace("\r\n", "\n")
    broken = list(re.finditer("[\udc80-\udcff]+", text))
    chinese = len(re.findall("[\u0800-\ud7ff\ue000-\uffff]", text))
    if chinese > len(broken):  # in real GB18030 hardly any three bytes form a character of UTF-8
        message = "这里的字节不成文字，原来的字可能已经损坏。"
        fix = "请用记事本打开，把这一处重新打上，另存为 UTF-8。"
        start = Place(file, 1, 1)
        places = [_place(text, match.start(), start) for match in broken[:_MOST_NAMED]]
        raise FactsError([Problem("文件-04", message, fix, place) for place in places])


def _not_read(name: str, file: str) -> FactsError:
    return _refusal("文件-03", f"文件的编码是 {name}，本程序只读 UTF-8 和 GB18030（GBK）。", _AS_UTF8, file)
