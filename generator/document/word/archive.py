"""A Word file is a zip archive; its parts are written so that equal ones give equal bytes on every system."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# the zero of the format, the same in every file
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def add_part(archive: ZipFile, name: str, data: bytes | str, effort: int = 9) -> None:
    """Write a part without any time or system of its own; `effort` is zlib's, pictures are pressed already."""
    entry = ZipInfo(name, _NO_TIME)
    entry.create_system = 0
    method = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
    archive.writestr(entry, data, method, effort)
