"""`nianbao check --fix`: what the rules find and what is mechanical is mended in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.checks.gather import Known, gather
from generator.checks.marking import mark_figures
from generator.checks.material import Material
from generator.checks.mend import Done, MendedText, mend_facts, mend_report
from generator.commands.facts_text import rewritable_text
from generator.commands.steps import FACTS, Given, draft_report, material_of
from generator.files import save_amended
from generator.problems import UserError

REPORTS = frozenset({".md", ".txt"})
_BOM = "\ufeff"


class Mending(NamedTuple):
    """What is to be mended in a file, and its bytes with that done; nothing is written yet."""

    path: Path
    done: tuple[Done, ...]
    content: bytes

    def write(self) -> Path | None:
        """Mend the file in place; gives the copy of it as it was. Raises UserError where it cannot be written."""
        return save_amended(self.path, self.content) if self.done else None


def mend_file(path: Path, given: Given, known: Known) -> Mending:
    """Mend the text of a facts file or a report where that is mechanical; encoding and line ends stay as they are.

    Raises FactsError where a facts file cannot be read, UserError where the file cannot be read or mended.
    """
    suffix = path.suffix.lower()
    if suffix not in FACTS | REPORTS:
        raise UserError(f"不能直接改这种文件：{path.name}", "能直接改的有：事实文件、.md 和 .txt。", status=2)
    text, encoding = rewritable_text(path)
    mark = _BOM if text.startswith(_BOM) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.removeprefix(_BOM).replace("\r\n", "\n")
    mended = _mend_facts(plain, path, given) if suffix in FACTS else _mend_report(plain, path, known)
    return Mending(path, mended.done, (mark + mended.text.replace("\n", ends)).encode(encoding))


def _mend_facts(text: str, path: Path, given: Given) -> MendedText:
    from generator.facts import reading_with_last
    from generator.yamltext.source import read_source

    def material(text: str) -> Material:
        source = read_source(text.encode(), path.name)
        facts = reading_with_last(source, path, given.templates, given.last, given.notice).whole()
        return material_of(draft_report(path, facts, given), given, Known())

    mended = mend_facts(text, material)
    marked = mark_figures(mended.text, material)
    return MendedText(marked.text, (*mended.done, *marked.done))


def _mend_report(text: str, path: Path, known: Known) -> MendedText:
    from generator.document.text.blocks import read_blocks
    from generator.intake.reading import read_plain

    def material(text: str) -> Material:
        markdown = path.suffix.lower() == ".md"
        document = read_blocks(text, file=path.name) if markdown else read_plain(text).document
        return gather(document, known, file=path.name, source=text)

    return mend_report(text, material)
