"""An Excel file looked through before it is opened: how large it is unpacked, and whether it has formulas."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from generator.problems import UserError

MOST_BYTES = 500_000_000
"""So large a table may be, packed and unpacked."""
_CHUNK, _TAG = 1 << 20, 40
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def has_formulas(data: bytes, path: Path) -> bool:
    """Tell whether there is any formula; raises UserError for what is too large unpacked, and as ZipFile does.

    It is unpacked once bit by bit, for announced sizes may lie. Excel packs in one way alone, and what is packed in
    another would be unpacked at one stroke.
    """
    found, left = False, MOST_BYTES
    with ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
                raise BadZipFile(entry.filename)
            before = b""
            with archive.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        fix = "请删去空行、图片和不要的表，另存后再运行一次；单位很多的，分成几张表。"
                        raise UserError(f"{path.name} 解开以后太大，没有读。", fix)
                    of_sheet = entry.filename.startswith("xl/worksheets/")
                    found = found or (of_sheet and bool(_FORMULA.search(before + chunk)))
                    before = chunk[-_TAG:]
    return found
