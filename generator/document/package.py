"""A Word file is a zip archive: parts deflated once can be bound into many files, and equal parts give equal bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_DEFLATED, _STORED = 8, 0
# 1 January 1980, midnight: the zero of the format, the same in every file
_DATE, _TIME = 0x0021, 0


class Part(NamedTuple):
    """One file of the archive, ready to be bound in."""

    name: bytes
    method: int
    check: int
    size: int
    packed: bytes


def deflated(name: str, data: str, effort: int = 9) -> Part:
    """Make a part of a text; `effort` is zlib's, 9 for what is made once, less for what each document has of its own."""
    raw = data.encode()
    press = zlib.compressobj(effort, zlib.DEFLATED, -15)
    return Part(name.encode(), _DEFLATED, zlib.crc32(raw), len(raw), press.compress(raw) + press.flush())


def stored(name: str, data: bytes) -> Part:
    """Make a part of bytes as they are: a picture, or so little that deflating it costs more than it saves."""
    return Part(name.encode(), _STORED, zlib.crc32(data), len(data), data)


def bind(parts: Iterable[Part]) -> bytes:
    """Bind parts into an archive, in the order given and without any time."""
    out, directory, count = bytearray(), bytearray(), 0
    for part in parts:
        entry = struct.pack(
            "<HHHHHLLLHH",
            20,
            0,
            part.method,
            _TIME,
            _DATE,
            part.check,
            len(part.packed),
            part.size,
            len(part.name),
            0,
        )
        directory += (
            b"PK\1\2"
            + struct.pack("<H", 20)
            + entry
            + struct.pack("<HHHLL", 0, 0, 0, 0, len(out))
            + part.name
        )
        out += b"PK\3\4" + entry + part.name + part.packed
        count += 1
    start = len(out)
    out += directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), start, 0)
    return bytes(out)
