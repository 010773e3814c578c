"""The five examples as finished reports, each with the card of its original; the golden copies of them.

`python -m tests.finished` writes the golden copies anew and shows what has changed.
"""

from __future__ import annotations

import difflib
import io
import re
import sys
import zipfile
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generator.commands.steps import Given, Prepared, prepare_report
from generator.document.page.layout import read_layout
from generator.document.word import docx
from generator.drafting.marks import unescape
from generator.forms.cards import Card, read_cards
from generator.resources import Templates

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = tuple(sorted((ROOT / "examples").glob("*.yaml")))
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(frozen=True)
class Finished:
    """One example, rendered."""

    path: Path
    prepared: Prepared
    card: Card

    @property
    def name(self) -> str:
        """凤城街道-2020."""
        return self.path.stem

    @property
    def markdown(self) -> str:
        return self.prepared.markdown

    @cached_property
    def text(self) -> str:
        """The Markdown as a reader sees it."""
        return unescape(self.markdown)

    @cached_property
    def xml(self) -> str:
        """The Word file's document.xml."""
        return document_xml(docx.write_docx(self.prepared.document, read_layout(Templates(), None)))

    @cached_property
    def words(self) -> str:
        """The text of the Word file, a paragraph a line."""
        paragraphs = self.xml.split("</w:p>")
        text = "\n".join("".join(_TEXT.findall(one)) for one in paragraphs)
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@lru_cache
def finished(path: Path) -> Finished:
    """Render one example; its original's card has its unit and year."""
    unit, _, year = path.stem.rpartition("-")
    (card,) = [one for one in read_cards() if (one.unit, one.year) == (unit, year)]
    return Finished(path, prepare_report(path, Given()), card)


def document_xml(data: bytes) -> str:
    """Give the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def golden(report: Finished) -> dict[str, str]:
    """Give what the golden files of a report should hold: its Markdown, and its document.xml a paragraph a line."""
    return {
        f"{report.name}.md": report.markdown,
        f"{report.name}.xml": report.xml.replace("><w:p>", ">\n<w:p>") + "\n",
    }


def changes(name: str, text: str) -> list[str]:
    """Compare with the golden file: the lines that differ."""
    path = GOLDEN / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    return list(
        difflib.unified_diff(before.split("\n"), text.split("\n"), f"golden/{name}", "现在", lineterm="", n=0)
    )


def refresh() -> None:
    """Write every golden file anew; show what has changed."""
    GOLDEN.mkdir(exist_ok=True)
    for path in EXAMPLES:
        for name, text in golden(finished(path)).items():
            sys.stdout.writelines(f"{line[:300]}\n" for line in changes(name, text))
            (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    refresh()
