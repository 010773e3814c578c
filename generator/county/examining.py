"""What a unit has sent, put before the rules: what is wrong in it, what it lacks of the notice, how long it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.checks import examine_material
from generator.checks.gather import Known, before_appendices
from generator.checks.rules.notice import word_count
from generator.commands.asked_of_report import unjudged, unrecognised
from generator.commands.crew import on_all_cores, silent
from generator.commands.foreign_report import report_material
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import FACTS, Given, check_prepared, draft_report
from generator.county.remarked import is_remarked
from generator.county.state import bytes_at, content_state
from generator.document.text.block import Block
from generator.facts import Facts, read_with_last
from generator.facts.required import unreported
from generator.facts.unfilled import is_unfilled
from generator.intake.reading import SUFFIXES
from generator.problems import FactsError, Level, Problem, UserError
from generator.topics import read_topics


class Examined(NamedTuple):
    """A file that was sent, as the rules find it; `unread` says why nothing of it could be read.

    `names` are those by which it calls its unit, `required` what the notice asks for by name and it does not say,
    `excused` what it has not, with the reason, `words` its length as Word counts it. `remarked` tells a Word file with
    remarks of ours, `judged` whether what the notice asks for could be looked for at all, `blank` a form in which
    nothing is filled in, of which only that is told.
    """

    path: Path
    names: tuple[str, ...] = ()
    title: str = ""
    year: int | None = None
    problems: tuple[Problem, ...] = ()
    required: tuple[str, ...] = ()
    excused: tuple[tuple[str, str], ...] = ()
    words: int = 0
    remarked: bool = False
    judged: bool = True
    blank: bool = False
    unread: str = ""

    @property
    def is_facts(self) -> bool:
        """Tell a facts file from a report that somebody wrote."""
        return self.path.suffix.lower() in FACTS


Examine = Callable[[Iterable[Path], Given, Callable[[int], None]], list[Examined]]
"""What examines the files that were sent."""


def examine_files(
    files: Iterable[Path], given: Given, tell: Callable[[int], None] = silent
) -> list[Examined]:
    """Examine facts files and reports on all cores, a bad one never in the way; `tell` is told how many are done."""
    return on_all_cores(partial(examine_sent, given=given), tuple(files), tell, lost=_unread)


class Examinations:
    """Examines files again and again, each anew only where it, or what it rests on, is another than before."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Path, tuple[str, Examined]] = {}

    def examine(
        self, files: Iterable[Path], given: Given, tell: Callable[[int], None] = silent
    ) -> list[Examined]:
        """Give what `examine_files` does, the files that are as they were told as done from the start."""
        notice = sha256(bytes_at(given.notice)).hexdigest() if given.notice else ""
        states = {path: notice + content_state(path) for path in files}
        known = {path: self._known[path] for path in states if path in self._known}
        changed = [path for path, state in states.items() if path not in known or known[path][0] != state]
        as_before = len(states) - len(changed)
        examined = examine_files(changed, given, lambda done: tell(as_before + done))
        found = zip(changed, examined, strict=True)
        self._known = {**known, **{path: (states[path], one) for path, one in found}}
        return [self._known[path][1] for path in states]


def examine_sent(path: Path, given: Given) -> Examined:
    """Examine one file; what makes that impossible is among its problems."""
    try:
        return _facts(path, given) if path.suffix.lower() in FACTS else _report(path, given)
    except FactsError as error:
        return Examined(path, problems=error.problems, unread=error.problems[0].message)
    except UserError as error:
        return _unread(path, error)


def _unread(path: Path, error: UserError) -> Examined:
    return Examined(path, problems=(error.of_file(path.name),), unread=error.message)


def _facts(path: Path, given: Given) -> Examined:
    reading = read_with_last(path, given.templates, given.last, given.notice)
    facts = reading.facts
    prepared = draft_report(path, facts, given)
    outcome = check_prepared(prepared, given)
    if reading.problems:
        outcome = beside_mistakes(path.name, outcome, reading.problems)
    blank = is_unfilled(facts) and not reading.problems
    errors = tuple(one for one in outcome.problems if one.level is Level.ERROR)
    return Examined(
        path,
        _names(facts),
        prepared.document.title,
        facts.year,
        errors if blank else outcome.problems,
        tuple(map(str, unreported(facts, read_topics(given.templates)))),
        tuple((one.item, one.reason) for one in facts.head.notice.excused if one.reason),
        0 if blank else _length(prepared.document.blocks),
        blank=blank,
    )


def _names(facts: Facts) -> tuple[str, ...]:
    unit = facts.head.unit
    return tuple(filter(None, (unit.short, *unit.names)))


def _report(path: Path, given: Given) -> Examined:
    """Examine a report that was sent without facts; a kind that cannot be read is told by its name alone."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(f"读不了这种文件：{path.name}", "请用 WPS 或 Word 打开它，另存为 .docx 后再报。")
    material = report_material(path, Known(), given)
    lacking = unrecognised(path, given)
    told = (unjudged(path),) if lacking is None else lacking
    return Examined(
        path,
        tuple(reversed(material.names)),
        material.document.title,
        material.year,
        (*examine_material(material).problems, *told),
        tuple(one.field for one in lacking or ()),
        words=_length(material.blocks),
        remarked=is_remarked(path),
        judged=lacking is not None,
    )


def _length(blocks: tuple[Block, ...]) -> int:
    return sum(word_count(block.text) for block in before_appendices(blocks))
