"""`nianbao check`: any file - facts, or a report by whomever - is put before the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.checks import Outcome, examine_material
from generator.checks.gather import Known
from generator.checks.material import Other
from generator.commands.asked_of_report import unjudged, unrecognised
from generator.commands.foreign_report import report_material
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import FACTS, Given, check_prepared, draft_report
from generator.facts import read_with_last
from generator.facts.superior import is_notice, load_notice
from generator.problems import FactsError, UserError


def check_files(
    files: Sequence[Path], given: Given, known: Known, others: Mapping[Path, tuple[Other, ...]]
) -> Iterator[Outcome]:
    """Check files one by one; what cannot be read at all is a problem of its file, so that the others are still read.

    `others` are the reports that each shares passages with.
    """
    for file in files:
        yield _outcome(file, given, known._replace(others=others.get(file, ())))


def _outcome(file: Path, given: Given, known: Known) -> Outcome:
    try:
        return check_file(file, given, known)
    except FactsError as error:
        return Outcome(error.problems, ())
    except UserError as error:
        return Outcome((error.of_file(file.name),), ())


def check_file(path: Path, given: Given, known: Known | None = None) -> Outcome:
    """Check a facts file with the report made from it, a county's notice, or any report (.md .docx .txt).

    Raises FactsError where a facts file is no YAML at all, UserError where a file cannot be read.
    """
    known = known or Known()
    if is_notice(path):
        return Outcome(load_notice(path, given.templates).warnings, ())
    if path.suffix.lower() in FACTS:
        reading = read_with_last(path, given.templates, given.last, given.notice)
        outcome = check_prepared(draft_report(path, reading.facts, given), given, known)
        return beside_mistakes(path.name, outcome, reading.problems) if reading.problems else outcome
    outcome = examine_material(report_material(path, known, given))
    lacking = unrecognised(path, given)
    asked = (unjudged(path),) if lacking is None else lacking
    return outcome._replace(problems=(*outcome.problems, *asked))
