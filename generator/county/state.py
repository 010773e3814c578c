"""What a facts file's report is made of besides the program: the files whose content decides what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.encodings import decode_text
from generator.facts import last_year_file
from generator.formulations import LIBRARY
from generator.patterns import pattern

if TYPE_CHECKING:
    from hashlib import _Hash

_LAST = pattern(r"""(?m)^["']?上年["']?\s*:\s*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^#\r\n]*))""")
_NOTICE = pattern(r"""(?:通知|文件)["']?\s*:\s*["']?([^"'#\r\n{}\[\],:]*\.ya?ml)\b""")
ABSENT = b"-"
"""Stands for the content of a file that is not there."""


def content_state(source: Path) -> str:
    """Tell the content of a file, and of last year's, its notice and the own formulations beside it.

    A file that is not there counts as such, so that one that is put there later is another state.
    """
    facts = content_of(source)
    digest = sha256()
    for data in (facts, content_of(source.with_name(LIBRARY)), *map(content_of, _others(source, facts))):
        add_part(digest, data)
    return digest.hexdigest()


def _others(source: Path, facts: bytes) -> Iterator[Path]:
    """Give the files that may be last year's, the one beside and the one that a line 上年 names, or the notice."""
    beside = last_year_file(source)
    if beside is not None:
        yield beside
    decoded = decode_text(facts, "utf-8-sig", "gb18030")
    text = decoded.text if decoded else ""
    for found in (*map("".join, _LAST.findall(text)), *_NOTICE.findall(text)):
        yield source.parent / found.strip()


def content_of(path: Path) -> bytes:
    """Give the content of a file, `ABSENT` where there is none that can be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return ABSENT


def add_part(digest: _Hash, data: bytes) -> None:
    """Add a part with its length, so that two parts are never taken for one."""
    digest.update(b"%d:" % len(data) + data)
