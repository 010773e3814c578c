"""A Word file is a zip archive: parts deflated once can be bound into many files, and equal parts give equal bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_DEFLATED, _STORED = 8, 0
_VERSION = 20
# 1 January 1980, midnight: the zero of the format, the same in every file
_DATE, _TIME = 0x0021, 0
_ENTRY = struct.Struct("<HHHHHLLLHH")
_MADE_BY = struct.pack("<H", _VERSION)
# after the entry in the directory: no comment, the first disk, no attributes, and where the part begins
_PLACE = struct.Struct("<10xL")
_END = struct.Struct("<HHHHLLH")


class Part(NamedTuple):
    """One file of the archive, ready to be bound in: what is said of it before it and in the directory, and its bytes."""

    name: bytes
    entry: bytes
    packed: bytes


def deflated(name: str, data: str, effort: int = 9) -> Part:
    """Make a part of a text; `effort` is zlib's, 9 for what is made once, less for what each document has of its own."""
    raw = data.encode()
    press = zlib.compressobj(effort, zlib.DEFLATED, -15)
    return _part(name, _DEFLATED, raw, press.compress(raw) + press.flush())


def stored(name: str, data: bytes) -> Part:
    """Make a part of bytes as they are: a picture, or so little that deflating it costs more than it saves."""
    return _part(name, _STORED, data, data)


def _part(name: str, method: int, raw: bytes, packed: bytes) -> Part:
    written = name.encode()
    sizes = zlib.crc32(raw), len(packed), len(raw), len(written)
    return Part(written, _ENTRY.pack(_VERSION, 0, method, _TIME, _DATE, *sizes, 0), packed)


def bind(parts: Iterable[Part]) -> bytes:
    """Bind parts into an archive, in the order given and without any time."""
    out, directory, count = bytearray(), bytearray(), 0
    for name, entry, packed in parts:
        directory += b"PK\1\2" + _MADE_BY + entry + _PLACE.pack(len(out)) + name
        out += b"PK\3\4" + entry + name + packed
        count += 1
    start = len(out)
    out += directory + b"PK\5\6" + _END.pack(0, 0, count, count, len(directory), start, 0)
    return bytes(out)
