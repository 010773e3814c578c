"""`nianbao check`: any file - facts, or a report by whomever - is put before the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.checks import Outcome, examine_material
from generator.checks.gather import Known
from generator.checks.material import Other
from generator.commands.asked_of_report import unjudged, unrecognised
from generator.commands.foreign_report import report_material
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import FACTS, Given, check_prepared, draft_report, prepare_report
from generator.document.text.block import Document
from generator.facts import read_with_last
from generator.facts.superior import is_notice, load_notice
from generator.formulations import LIBRARY
from generator.intake.reading import SUFFIXES, read_report
from generator.problems import FactsError, Level, Place, Problem, UserError

_REPORTS = FACTS | {*SUFFIXES, ".doc", ".wps", ".rtf", ".odt"}
_NO_REPORTS = frozenset({LIBRARY, "版式.yaml"})


class _Neighbours(NamedTuple):
    """The reports of a folder by their paths, and a problem for each that could not be read."""

    read: dict[Path, Other]
    unread: tuple[Problem, ...]


def check_files(files: Sequence[Path], against: Path | None, given: Given, known: Known) -> Iterator[Outcome]:
    """Check files one by one; what cannot be read at all is a problem of its file, so that the others are still read.

    `against` is a folder with other units' reports that each is held against; those that cannot be read are named
    first. Raises UserError when it is not there.
    """
    neighbours = _reports_in(against, given) if against else _Neighbours({}, ())
    if neighbours.unread:
        yield Outcome(neighbours.unread, ())
    for file in files:
        mine = file.resolve()
        others = tuple(one for at, one in neighbours.read.items() if at != mine)
        yield _outcome(file, given, known._replace(others=others))


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


def _reports_in(folder: Path, given: Given) -> _Neighbours:
    """Read the reports of a folder, once for all that are held against them; each that cannot be read is named."""
    if not folder.is_dir():
        raise UserError(f"找不到文件夹：{folder}", "请核对 --against 后面的路径。", status=2)
    read: dict[Path, Other] = {}
    unread = []
    for path in sorted(folder.iterdir()):
        if (
            path.name.startswith((".", "~$"))
            or path.name in _NO_REPORTS
            or is_notice(path)
            or path.suffix.lower() not in _REPORTS
        ):
            continue
        try:
            document = _document(path, given)
        except FactsError as error:
            unread.append(_left_out(path, error.problems[0].message))
        except UserError as error:
            unread.append(_left_out(path, error.message))
        else:
            read[path.resolve()] = Other(path.name, tuple(block.text for block in document.blocks))
    return _Neighbours(read, tuple(unread))


def _document(path: Path, given: Given) -> Document:
    return (
        prepare_report(path, given).document if path.suffix.lower() in FACTS else read_report(path).document
    )


def _left_out(path: Path, why: str) -> Problem:
    message = f"没有与“{path.name}”比：{why.rstrip('。')}。"
    fix = "改好后再比一次；不是报告的，请移出这个文件夹。"
    return Problem("文件-00", message, fix, Place(path.name), level=Level.WARNING)
