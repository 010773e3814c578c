"""`nianbao check`: any file - facts, or a report by whomever - is put before the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.checks import Outcome, examine_material
from generator.checks.gather import Known, gather
from generator.checks.material import Material, Other
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import FACTS, Given, check_prepared, draft_report, prepare_report
from generator.document.text.block import Document
from generator.facts import read_with_last
from generator.intake.reading import read_report
from generator.problems import FactsError, Place, Problem, UserError


def check_files(files: Sequence[Path], against: Path | None, given: Given, known: Known) -> Iterator[Outcome]:
    """Check files one by one; what cannot be read at all is a problem of its file, so that the others are still read.

    `against` is a folder with other units' reports that each is held against; raises UserError when it is not there.
    """
    others = _reports_in(against, given) if against else {}
    for file in files:
        mine = file.resolve()
        yield _outcome(
            file, given, known._replace(others=tuple(one for at, one in others.items() if at != mine))
        )


def _outcome(file: Path, given: Given, known: Known) -> Outcome:
    try:
        return check_file(file, given, known)
    except FactsError as error:
        return Outcome(error.problems, ())
    except UserError as error:
        return Outcome((Problem("文件-00", error.message, error.fix, Place(file.name)),), ())


def check_file(path: Path, given: Given, known: Known | None = None) -> Outcome:
    """Check a facts file with the report made from it, or any report (.md .docx .txt).

    Raises FactsError where a facts file is no YAML at all, UserError where a file cannot be read.
    """
    known = known or Known()
    if path.suffix.lower() in FACTS:
        reading = read_with_last(path, given.templates, given.last)
        outcome = check_prepared(draft_report(path, reading.facts, given), given, known)
        return beside_mistakes(path.name, outcome, reading.problems) if reading.problems else outcome
    return examine_material(_material_of_report(path, known))


def _material_of_report(path: Path, known: Known) -> Material:
    """Give what the rules look at in a report that somebody wrote."""
    reading = read_report(path)
    material = gather(reading.document, known, file=path.name, source=reading.source)
    return replace(material, folder=path.parent)


def _reports_in(folder: Path, given: Given) -> dict[Path, Other]:
    """Read the reports of a folder, once for all that are held against them; what cannot be read is passed over."""
    if not folder.is_dir():
        raise UserError(f"找不到文件夹：{folder}", "请核对 --against 后面的路径。", status=2)
    visible = (path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "~$")))
    read = ((path, _readable(path, given)) for path in visible)
    return {
        path.resolve(): Other(path.name, tuple(block.text for block in document.blocks))
        for path, document in read
        if document is not None
    }


def _readable(path: Path, given: Given) -> Document | None:
    try:
        if path.suffix.lower() in FACTS:
            return prepare_report(path, given).document
        return read_report(path).document
    except (FactsError, UserError):
        return None
