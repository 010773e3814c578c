"""Word files of others, as simple as they come."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document


def word_file(path: Path, paragraphs: Sequence[str | Sequence[str]]) -> bytes:
    """Write a Word file of these paragraphs, each a text or its runs, every second of them bold."""
    document = Document()
    for one in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate([one] if isinstance(one, str) else one):
            paragraph.add_run(text).bold = bool(number % 2)
    document.save(str(path))
    return path.read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    """Give the parts of a Word file by their names."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
