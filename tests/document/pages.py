"""The lines of pages: those of a PDF with their places, to measure what is really on the paper, and our own."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.document.page.paging import Page as Set
from generator.document.text.block import Document
from generator.document.text.roles import stop_after

MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 28.0, 210 - 26.0, 37.0, 297 - 35.0
_NUMBER = re.compile(r"—\s*\d+\s*—")


@dataclass(frozen=True)
class Line:
    """A line: its text without blanks, its baseline from the top and its ends from the left, in millimetres."""

    text: str
    base: float
    left: float
    right: float
    size: float


@dataclass(frozen=True)
class Page:
    """A page: its lines of text, its page number, and its ruled lines from the top."""

    width: float
    height: float
    lines: tuple[Line, ...]
    number: Line | None
    rules: tuple[float, ...]
    pictures: int

    @property
    def text(self) -> str:
        """Give all text of the page."""
        return "".join(line.text for line in self.lines)


def read_pages(pdf: bytes) -> list[Page]:
    """Read a PDF."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [_page(page) for page in document.pages]


def _page(page: Any) -> Page:
    rows: list[tuple[float, list[dict[str, Any]]]] = []
    for char in sorted((one for one in page.chars if one["text"].strip()), key=lambda one: -one["matrix"][5]):
        base = page.height - char["matrix"][5]
        if rows and abs(rows[-1][0] - base) < 5:
            rows[-1][1].append(char)
        else:
            rows.append((base, [char]))
    lines = [_line(base, chars) for base, chars in rows]
    number = next((line for line in reversed(lines) if _NUMBER.fullmatch(line.text)), None)
    rules = sorted({round(one["top"] * MM, 1) for one in (*page.lines, *page.rects)})
    text = tuple(line for line in lines if line is not number)
    return Page(page.width * MM, page.height * MM, text, number, tuple(rules), len(page.images))


def _line(base: float, chars: list[dict[str, Any]]) -> Line:
    chars = sorted(chars, key=lambda one: one["x0"])
    text = "".join(one["text"] for one in chars)
    return Line(text, base * MM, chars[0]["x0"] * MM, chars[-1]["x1"] * MM, chars[0]["size"])


def lines_set(document: Document, pages: Sequence[Set]) -> list[list[str]]:
    """Give the lines of the pages that the program sets, without blanks.

    What no block has is not among them: 版头 and 版记, a table's head where it is repeated.
    """
    run_in = {piece.block - 1 for page in pages for piece in page.pieces if piece.joins}
    result = []
    for page in pages:
        lines: list[str] = []
        for piece in page.pieces:
            text = document.blocks[piece.block].text
            stop = stop_after(text) if piece.block in run_in else ""
            for at, line in enumerate(piece.lines):
                shown = text[line.start : line.end] + (stop if line.end == len(text) else "")
                if piece.joins and not at and lines:
                    lines[-1] += shown
                else:
                    lines.append(shown)
        result.append(["".join(line.split()) for line in lines])
    return result
