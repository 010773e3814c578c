"""The steps that commands share: a facts file is read, its report drafted, cut into blocks, put before the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.encodings import decode_text
from generator.files import read_bytes, refuse_folder
from generator.problems import FactsError, Place, Problem, UserError
from generator.resources import Templates

if TYPE_CHECKING:
    from generator.checks import Outcome
    from generator.checks.gather import Known
    from generator.checks.material import Material
    from generator.document.text.block import Document
    from generator.drafting import Draft
    from generator.facts import Facts

FACTS = frozenset({".yaml", ".yml"})
TEXTS = frozenset({".md"})
GAP = "【待填："
LEFT_BLANK = "结构-05"
"""The rule on what is left blank in a text; of a gap the facts know field and place, and say it themselves."""


@dataclass(frozen=True)
class Given:
    """What stands beside a command's files: the template folders, last year's facts file, the superior's notice.

    Last year's is that of one file; to the notice all files are held, whichever they name themselves.
    """

    templates: Templates = field(default_factory=Templates)
    last: Path | None = None
    notice: Path | None = None


@dataclass(frozen=True)
class Prepared:
    """A report that is read and drafted, but on no disk yet; `facts` and `draft` are None for a .md."""

    source: Path
    markdown: str
    facts: Facts | None = None
    draft: Draft | None = None

    @cached_property
    def document(self) -> Document:
        """The report as blocks."""
        from generator.document.text.blocks import read_blocks

        return read_blocks(self.markdown, file=self.source.name)


def prepare_report(source: Path, given: Given, attached: tuple[str, ...] = ()) -> Prepared:
    """Read a facts file and draft its report, or take an edited Markdown text as it is.

    `attached` names appendices made from the facts (数据表, 对比图). Raises FactsError with every problem of the
    input, UserError for what cannot be read at all.
    """
    suffix = source.suffix.lower()
    if suffix in TEXTS:
        return Prepared(source, _edited_text(source))
    if suffix not in FACTS:
        refuse_folder(source)
        fix = "请给出事实文件（.yaml）或改过的文稿（.md）；要检查 Word 报告，请用 nianbao check。"
        raise UserError(f"不认识这种文件：{source.name}", fix, status=2)
    from generator.facts import load_with_last

    return draft_report(
        source, load_with_last(source, given.templates, given.last, given.notice), given, attached
    )


def draft_report(source: Path, facts: Facts, given: Given, attached: tuple[str, ...] = ()) -> Prepared:
    """Draft the report of facts that are read, with the clerk's own formulations from beside the file.

    Raises UserError when a template is at fault, or when an appendix can't be made.
    """
    from generator.drafting import ANNEXES, compose
    from generator.formulations import LIBRARY, library

    annexes = [ANNEXES[name](facts) for name in attached]
    draft = compose(facts, given.templates, library(given.templates, source.with_name(LIBRARY)), annexes)
    return Prepared(source, draft.markdown, facts, draft)


def public_report(prepared: Prepared, given: Given, attached: tuple[str, ...] = ()) -> Prepared:
    """Draft the report for the public: without what the facts say is not, and what would betray it.

    Raises UserError for a text without facts behind it, and as `draft_report` does.
    """
    from generator.facts.public import public_facts
    from generator.topics import read_topics

    if prepared.facts is None:
        name = prepared.source.name
        raise UserError(f"{name} 是文稿，看不出哪些不公开。", "请给出事实文件（.yaml）。", status=2)
    facts = public_facts(prepared.facts, read_topics(given.templates))
    return draft_report(prepared.source, facts, given, attached)


def _edited_text(source: Path) -> str:
    decoded = decode_text(read_bytes(source))
    if decoded is None:
        raise UserError(f"文稿不是 UTF-8 编码：{source.name}", "请用记事本打开，另存为 UTF-8 编码。")
    from generator.yamltext.encoding import name_unusable

    unusable = name_unusable(decoded.text, Place(source.name, 1, 1))
    if unusable:
        raise FactsError(unusable)
    return decoded.text


def material_of(prepared: Prepared, given: Given, known: Known) -> Material:
    """Give what the rules look at in a prepared report."""
    from generator.checks.gather import gather, gather_facts
    from generator.topics import read_topics

    if prepared.facts is None or prepared.draft is None:
        material = gather(prepared.document, known, file=prepared.source.name, source=prepared.markdown)
    else:
        grounds = ((one.text, one.grounds) for one in prepared.draft.sentences)
        topics = read_topics(given.templates)
        material = gather_facts(prepared.facts, topics, prepared.document, grounds, known.others)
    return replace(material, folder=prepared.source.parent)


def check_prepared(
    prepared: Prepared,
    given: Given,
    known: Known | None = None,
    between: Callable[[], None] | None = None,
) -> Outcome:
    """Put a prepared report before the rules; what is still to be filled in counts as an error.

    `between` is called before each rule, and may raise what ends it.
    """
    from generator.checks import examine_material
    from generator.checks.gather import Known

    material = material_of(prepared, given, known or Known())
    outcome = examine_material(material, between)
    return outcome._replace(problems=_with_those_of_facts(prepared, outcome.problems, material))


def errors_of(prepared: Prepared, given: Given) -> tuple[Problem, ...]:
    """Give what keeps a prepared report from being written: errors and gaps, and what reading its facts reminded of.

    The rules that can only remind are not asked: `nianbao check` does that.
    """
    from generator.checks import errors_in
    from generator.checks.gather import Known

    material = material_of(prepared, given, Known())
    return _with_those_of_facts(prepared, errors_in(material), material)


def _with_those_of_facts(
    prepared: Prepared, told: tuple[Problem, ...], material: Material
) -> tuple[Problem, ...]:
    """Add what reading the facts has told and the clerk has not set aside; it knows field and place of each gap."""
    if prepared.facts is None:
        return told
    from generator.checks import set_aside

    facts = prepared.facts
    reminders = (one for one in facts.warnings if not set_aside(one, material.switches))
    others = (one for one in told if not (one.code == LEFT_BLANK and GAP in one.message))
    gaps = facts.gaps or _gaps_of_parts(prepared)
    return tuple(sorted((*gaps, *reminders, *others), key=lambda one: one.place))


def _gaps_of_parts(prepared: Prepared) -> Iterator[Problem]:
    """Ask after a part of which the file has topics, but none that is printed: all of them say 否."""
    for line in prepared.markdown.split("\n"):
        if line.startswith(GAP):
            part = line.removeprefix(GAP).removesuffix("】")
            fix = "填了“否”和0的各项不写进报告，请补上做了的工作。"
            place = prepared.facts.place(part) if prepared.facts else Place(prepared.source.name)
            yield Problem("待填-01", f"“{part}”下面没有写得进报告的内容。", fix, place, part)
