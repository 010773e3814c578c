"""A facts file, or an edited Markdown text, becomes a report in memory: read, typed, written, not yet on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.encodings import decode_text
from generator.files import read_bytes, refuse_folder
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates

if TYPE_CHECKING:
    from generator.document.text.block import Document
    from generator.drafting import Draft
    from generator.facts import Facts

FACTS = frozenset({".yaml", ".yml"})
TEXTS = frozenset({".md"})
GAP = "【待填："


@dataclass(frozen=True)
class Options:
    """What a command asks for beside the files: the user's folders and files, and what may be written.

    `attached` names appendices made from the facts (数据表, 对比图), `reviewed` asks for the
    grounds in the margin of the Word file, `unfinished` allows a final file with 【待填：…】 in it, `force` the overwriting of one edited by hand.
    """

    templates: Templates = field(default_factory=Templates)
    layout: Path | None = None
    last: Path | None = None
    attached: tuple[str, ...] = ()
    reviewed: bool = False
    unfinished: bool = False
    force: bool = False


@dataclass(frozen=True)
class Prepared:
    """A report that is read and written, but on no disk yet; `facts` and `draft` are None for a .md."""

    source: Path
    markdown: str
    facts: Facts | None = None
    draft: Draft | None = None

    @cached_property
    def document(self) -> Document:
        """The report as blocks."""
        from generator.document.text.blocks import read_blocks

        return read_blocks(self.markdown, file=self.source.name)

    @property
    def gaps(self) -> tuple[Problem, ...]:
        """What is still to be filled in, as the facts tell; of an edited text the rules tell it."""
        return self.facts.gaps if self.facts is not None else ()


def prepare_report(source: Path, options: Options) -> Prepared:
    """Read a facts file and write its report, or take an edited Markdown text as it is.

    Raises FactsError with every problem of the input, UserError for what cannot be read at all.
    """
    suffix = source.suffix.lower()
    if suffix in TEXTS:
        return Prepared(source, _text(source))
    if suffix not in FACTS:
        refuse_folder(source)
        fix = "请给出事实文件（.yaml）或改过的文稿（.md）；要检查 Word 报告，请用 nianbao check。"
        raise UserError(f"不认识这种文件：{source.name}", fix, status=2)
    from generator.drafting import ANNEXES, compose
    from generator.facts import load_facts
    from generator.formulations import LIBRARY, library

    facts = load_facts(source, options.templates, last_year(source, options))
    annexes = [ANNEXES[name](facts) for name in options.attached]
    shelf = library(options.templates, source.with_name(LIBRARY))
    draft = compose(facts, options.templates, shelf, annexes)
    return Prepared(source, draft.markdown, facts, draft)


def last_year(source: Path, options: Options) -> Facts | None:
    """Read last year's facts: the file named, else the one beside this whose name has the year before.

    Raises FactsError and UserError as reading any facts file does.
    """
    from generator.facts import load_facts

    if options.last is not None:
        return load_facts(options.last, options.templates)
    beside = _beside(source)
    if beside is None:
        return None
    try:
        return load_facts(beside, options.templates)
    except FactsError as error:
        advice = Problem(
            "事实-04", f"上年的事实文件“{beside.name}”有错，算不了同比。", "改正它，或用 --last 另指一份。"
        )
        raise FactsError([*error.problems, advice]) from error


def _beside(source: Path) -> Path | None:
    """Find 稷下街道-2022.yaml beside 稷下街道-2023.yaml."""
    stem, _, year = source.stem.rpartition("-")
    if not (stem and year.isdecimal() and len(year) == len("2023")):
        return None
    found = source.with_name(f"{stem}-{int(year) - 1}{source.suffix}")
    return found if found.is_file() else None


def _text(source: Path) -> str:
    decoded = decode_text(read_bytes(source))
    if decoded is None:
        raise UserError(f"文稿不是 UTF-8 编码：{source.name}", "请用记事本打开，另存为 UTF-8 编码。")
    return decoded.text
