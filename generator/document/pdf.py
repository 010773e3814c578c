"""Word files -> PDF, by LibreOffice where it is there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from generator.document.office import exported

_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T")
# what LibreOffice writes of the moment, all of a fixed length: the offsets of the file stay right
_MOMENT = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_CHANCE = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}>\s*<[0-9A-F]{32}|(?<=/DocChecksum /)[0-9A-F]{32}")
_FILTER = "pdf:writer_pdf_Export"


def convert(documents: Sequence[bytes]) -> list[bytes]:
    """Give the PDF of each Word file, all in one start of LibreOffice.

    Raises UserError when LibreOffice is missing, takes too long, or leaves a file out.
    """
    made = exported(documents, _FILTER, "PDF")
    return [_timeless(data, _created(source)) for data, source in zip(made, documents, strict=True)]


def _created(document: bytes) -> bytes:
    """Give the day that a Word file of ours says it was made, as PDF writes it."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as parts:
            match = _CREATED.search(parts.read("docProps/core.xml"))
    except (zipfile.BadZipFile, KeyError):
        match = None
    return b"".join(match.groups()) if match else b"19800101"


def _timeless(data: bytes, day: bytes) -> bytes:
    """Put the report's own day in the place of the moment, and nothing in that of chance: same file, same bytes."""
    data = _MOMENT.sub(day + b"000000", data)
    return _CHANCE.sub(lambda match: re.sub(rb"[0-9A-F]", b"0", match.group()), data)
