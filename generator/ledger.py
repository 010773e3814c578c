"""Lines that several processes add to one file at once, and the ledger of what we wrote, which is such a file.

The ledger beside the files, `.nianbao.json`, holds one line for each file written: its name and its sha256. Lines are
only ever added, so that two runs at once lose none. A process reads each line once, however many files it writes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

LEDGER = ".nianbao.json"

_HEAD = {"说明": "本文件由 nianbao 记录自己写出的文件，凭它认出哪些文件后来被人改过。请勿删改。"}
_BINARY = getattr(os, "O_BINARY", 0)
_LOCKED = 0x7FFF_FFF0
"""The byte that is locked on Windows: far behind the end, for there nobody else may read what is locked."""
_TRACE = 64
"""So many bytes before the place where reading goes on are looked at again, to see that the file is still the same."""


def is_noted(target: Path, data: bytes) -> bool:
    """Tell whether we wrote this content to this file."""
    seen = _seen(target.with_name(LEDGER))
    return seen.has(_record(target, data))


def note(target: Path, data: bytes, *, synced: bool) -> None:
    """Note that this content is ours, before it is written."""
    ledger = target.with_name(LEDGER)
    head = b"" if ledger.exists() else _line(_HEAD)
    add_line(ledger, _record(target, data), head, synced=synced)


def ledger_name(target: Path) -> str:
    """Give the name under which a file stands in the ledger: the same for all that the system takes for one."""
    return os.path.normcase(target.name)


def add_line(path: Path, line: bytes, head: bytes = b"", *, synced: bool) -> None:
    """Add a line to a file; it begins with a line break, so that one that was torn by a kill can't spoil it.

    Raises OSError.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | _BINARY | os.O_APPEND, 0o666)
    try:
        with _alone(handle):
            write_all(handle, head + b"\n" + line + b"\n")
        if synced:
            os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write all of it, in as many pieces as the system takes; raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


@contextlib.contextmanager
def _alone(handle: int) -> Iterator[None]:
    """Keep other processes from adding at the same moment: Windows and network drives don't add in one go.

    Where a drive knows no locks the line is added all the same.
    """
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                os.lseek(handle, _LOCKED, os.SEEK_SET)
                msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)


@dataclass(eq=False)
class _Seen:
    """The lines of a ledger that this process has read, and where it goes on."""

    path: Path
    read: int = 0
    trace: bytes = b""
    lines: set[bytes] = field(default_factory=set)

    def has(self, line: bytes) -> bool:
        """Tell whether a line is in the ledger, reading what was added since."""
        try:
            with self.path.open("rb") as file:
                self._read_on(file)
        except FileNotFoundError:
            self._forget()
        return line in self.lines

    def _read_on(self, file: BinaryIO) -> None:
        file.seek(self.read - len(self.trace))
        if file.read(len(self.trace)) != self.trace:
            self._forget()
            file.seek(0)
        added = file.read()
        whole = added[: added.rfind(b"\n") + 1]
        self.lines.update(whole.splitlines())
        self.read += len(whole)
        self.trace = (self.trace + whole)[-_TRACE:]

    def _forget(self) -> None:
        self.read, self.trace = 0, b""
        self.lines.clear()


@lru_cache(maxsize=64)
def _seen(ledger: Path) -> _Seen:
    return _Seen(ledger)


def _line(record: dict[str, str]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def _record(target: Path, data: bytes) -> bytes:
    return _line({"文件": ledger_name(target), "sha256": hashlib.sha256(data).hexdigest()})
