"""Any file - facts, or a report by whomever - is put before the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator import checks
from generator.checks import Outcome
from generator.checks.gather import Known, gather, gather_facts
from generator.checks.material import Material, Other
from generator.document.text.block import Document
from generator.intake.reading import read_report
from generator.preparation import FACTS, GAP, Options, Prepared, prepare_report
from generator.problems import FactsError, UserError
from generator.topics import read_topics

LEFT_BLANK = "结构-05"
"""The rule on what is left blank in a text; of a gap the facts know field and place, and say it themselves."""


def examine_file(path: Path, options: Options, known: Known | None = None) -> Outcome:
    """Check a facts file with the report made from it, or any report (.md .docx .txt).

    Raises FactsError where a facts file cannot be typed, UserError where a file cannot be read.
    """
    if path.suffix.lower() in FACTS:
        return examine_prepared(prepare_report(path, options), options, known)
    return checks.examine_material(material_of(path, known or Known()))


def examine_prepared(prepared: Prepared, options: Options, known: Known | None = None) -> Outcome:
    """Check a report that is prepared already; what is still to be filled in counts as an error."""
    outcome = checks.examine_material(prepared_material(prepared, options, known or Known()))
    if prepared.facts is None:
        return outcome
    found = (one for one in outcome.problems if not (one.code == LEFT_BLANK and GAP in one.message))
    problems = sorted((*prepared.gaps, *prepared.facts.warnings, *found), key=lambda one: one.place)
    return replace(outcome, problems=tuple(problems))


def prepared_material(prepared: Prepared, options: Options, known: Known) -> Material:
    """Give what the rules look at in a prepared report."""
    source = prepared.source
    if prepared.facts is None or prepared.draft is None:
        material = gather(prepared.document, known, file=source.name, source=prepared.markdown)
    else:
        grounds = ((one.text, one.grounds) for one in prepared.draft.sentences)
        topics = read_topics(options.templates)
        material = gather_facts(prepared.facts, topics, prepared.document, grounds, known.others)
    return replace(material, folder=source.parent)


def material_of(path: Path, known: Known) -> Material:
    """Give what the rules look at in a report that somebody wrote."""
    reading = read_report(path)
    material = gather(reading.document, known, file=path.name, source=reading.source)
    return replace(material, folder=path.parent)


def others_in(folder: Path, mine: Path, options: Options) -> tuple[Other, ...]:
    """Read the other reports of a folder, to hold one against them; what cannot be read there is passed over.

    Raises UserError when there is no such folder.
    """
    if not folder.is_dir():
        raise UserError(f"找不到文件夹：{folder}", "请核对 --against 后面的路径。", status=2)
    return tuple(_others(folder, mine, options))


def _others(folder: Path, mine: Path, options: Options) -> Iterator[Other]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.resolve() == mine.resolve():
            continue
        document = _readable(path, options)
        if document is not None:
            yield Other(path.name, tuple(block.text for block in document.blocks))


def _readable(path: Path, options: Options) -> Document | None:
    try:
        if path.suffix.lower() in FACTS:
            return prepare_report(path, options).document
        return read_report(path).document
    except (FactsError, UserError):
        return None
