"""A file that was handed to us as bytes, put where what reads files can find it, and away again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.file_names import file_name
from generator.problems import UserError


@contextmanager
def thrown_away(name: str, data: bytes) -> Iterator[Path]:
    """Give the path of the file, in a folder that is gone afterwards, under as much of its name as is harmless.

    Raises UserError where there is no room for it.
    """
    stem, dot, suffix = name.rpartition(".")
    known = dot and suffix.isascii() and suffix.isalnum() and len(suffix) < 6
    harmless = file_name(stem, f".{suffix}") if known else file_name(name, "")
    with tempfile.TemporaryDirectory(prefix="nianbao-") as folder:
        path = Path(folder) / harmless
        try:
            path.write_bytes(data)
        except OSError as error:
            raise UserError(f"放不下这个文件：{harmless}", "请给系统的临时文件夹腾出空间。") from error
        yield path
