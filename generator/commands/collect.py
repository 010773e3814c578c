"""`nianbao collect`: what the offices filled in goes into the facts file; what is doubtful goes back to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.amending import amend_text
from generator.collecting.belonging import as_older, form_of, refuse_others_form
from generator.collecting.copies import Skipped, copies_of, is_left_open, skipped_copies
from generator.collecting.doubts import doubtful_values
from generator.collecting.filled import Filled
from generator.collecting.merged import REFUSED, UNREADABLE, Merged, OfficeValue
from generator.collecting.merging import merge_forms
from generator.collecting.placing import amendments_of
from generator.collecting.proving import not_written, unwritten_problem
from generator.collecting.reading import read_filled
from generator.collecting.real_lines import lines_before, with_real_lines
from generator.commands.crew import silent
from generator.commands.facts_text import facts_text
from generator.commands.form import EXCEL, Asking, read_asking
from generator.commands.locks import refuse_broken_locks
from generator.commands.steps import Given
from generator.facts import Facts, facts_from
from generator.files import save, save_amended
from generator.forms.asking import Asked, OfficeForm, asked_topics, form_for_all, forms_by_office
from generator.forms.workbook import Entry, form_workbook
from generator.problems import FactsError, Place, Problem, UserError
from generator.topics import read_topics
from generator.yamltext.source import read_source


@dataclass
class Collected:
    """What came of collecting: what was taken, problems, the facts file's new bytes, and the copies for the offices.

    `skipped` are the files that were not looked into, and why.
    """

    path: Path
    merged: Merged
    content: bytes
    changed: bool
    returned: tuple[tuple[Path, bytes], ...]
    skipped: tuple[Skipped, ...] = ()

    def write(self) -> tuple[Path | None, dict[Path, Path | None]]:
        """Write the facts file, then the copies; gives the copy of the file as it was, and where the copies lie.

        With each goes the copy of what lay there, where that was changed since: a remark of the office, say.
        Raises UserError where one cannot be written.
        """
        kept = save_amended(self.path, self.content) if self.changed else None
        return kept, {path: save(path, data, force=True) for path, data in self.returned}


def collect_forms(
    files: Sequence[Path], path: Path, given: Given, tell: Callable[[int], None] = silent
) -> Collected:
    """Read the forms, lay them against the facts file and give what it becomes; nothing is written yet.

    `tell` is told how many are read.

    A form that cannot be read, or is another unit's or year's, is among the problems; the others are taken.
    Raises UserError where the facts file cannot be read, FactsError for mistakes in it.
    """
    asking = read_asking(path, given)
    forms = _forms(asking)
    readings = _readings([one for one in files if not is_left_open(one)], asking, forms, tell)
    filled = {file: one for file, one in readings.items() if isinstance(one, Filled)}
    skipped = tuple(skipped_copies(filled))
    for one in skipped:
        del filled[one.path]
    merged = merge_forms([*filled.values()], form_for_all(asking.facts, asking.topics).rows)
    merged.problems[:0] = [one for one in readings.values() if isinstance(one, Problem)]
    written = facts_text(path, given.templates)
    after = _Writing(written.text, merged, asking, path, given).written()
    refuse_broken_locks(path, written.text, after, given)
    rows = {row.key: row for row in form_for_all(asking.facts, asking.topics).rows}
    merged.problems += doubtful_values(merged.taken, rows)
    returned = tuple(
        (_copy_of(source), _returned(one, form_of(one, forms), merged))
        for source, one in filled.items()
        if merged.to_mend.get(one.file)
    )
    content = after.encode(written.encoding)
    return Collected(path, merged, content, after != written.text, returned, skipped)


def _readings(
    files: Sequence[Path], asking: Asking, forms: Sequence[OfficeForm], tell: Callable[[int], None]
) -> dict[Path, Filled | Problem]:
    """Read the forms, each called by a name that no other has."""
    names = [file.name for file in files]
    called = {one: str(one) if names.count(one.name) > 1 else one.name for one in files}
    read: dict[Path, Filled | Problem] = {}
    for one, name in called.items():
        read[one] = _read(one, name, asking, forms)
        tell(len(read))
    return read


def _copy_of(source: Path) -> Path:
    """Give where the copy for an office goes: not over one that it has mended."""
    return next(path for path in copies_of(source, EXCEL) if not path.exists() or _waits(path))


def _waits(path: Path) -> bool:
    try:
        return read_filled(path, ()).waiting
    except (UserError, FactsError):
        return False


def _forms(asking: Asking) -> tuple[OfficeForm, ...]:
    return (*forms_by_office(asking.facts, asking.topics), form_for_all(asking.facts, asking.topics))


def _read(path: Path, name: str, asking: Asking, forms: Sequence[OfficeForm]) -> Filled | Problem:
    """Read one form, or say why the whole of it cannot be taken: the others can."""
    keys = [row.key for form in forms for row in form.rows]
    try:
        filled = read_filled(path, keys)._replace(file=name)
        refuse_others_form(filled, asking.facts)
    except UserError as error:
        return Problem(REFUSED, error.message, error.fix, Place(name))
    except FactsError as error:
        first = error.problems[0]
        return first._replace(code=REFUSED, place=first.place._replace(file=name))
    return as_older(filled, form_of(filled, forms))


class _Writing:
    """Writes what was taken into the text of a facts file, and reads it again: only what stands there counts."""

    def __init__(self, text: str, merged: Merged, asking: Asking, path: Path, given: Given) -> None:
        self.text, self.merged, self.asking = text, merged, asking
        self.file, self.given = path.name, given
        self.source = read_source(text.encode(), path.name)

    def written(self) -> str:
        """Give the text with all that can be written in it; what cannot is refused by its cell."""
        try:
            after = self._amended(self.merged.taken)
        except (FactsError, UserError):
            taken, self.merged.taken = self.merged.taken, []
            for told in taken:
                self._try_one(told)
            after = self._amended(self.merged.taken)
        while lost := [*not_written(self.merged.taken, self._rows(after))]:
            self.merged.problems += [unwritten_problem(told, self.file) for told in lost]
            self.merged.taken = [told for told in self.merged.taken if told not in lost]
            after = self._amended(self.merged.taken)
        return after

    def _try_one(self, told: OfficeValue) -> None:
        try:
            self._amended([*self.merged.taken, told])
        except (FactsError, UserError) as error:
            first = (
                error.problems[0] if isinstance(error, FactsError) else Problem("", error.message, error.fix)
            )
            problem = first._replace(code=UNREADABLE, place=told.place, field=told.row.key)
            self.merged.refuse(told.filled, told.answer.key, problem)
        else:
            self.merged.taken.append(told)

    def _amended(self, taken: Sequence[OfficeValue]) -> str:
        """Give the text with what was taken; raises FactsError for mistakes, by the file's own lines."""
        if not taken:
            return self.text
        topics = read_topics(self.given.templates)
        amendments = [*amendments_of(taken, self.asking.facts, self.source, topics)]
        after = amend_text(self.text, self.file, amendments)
        try:
            self._facts(after)
        except FactsError as error:
            lines = lines_before(self.text, after)
            raise FactsError([with_real_lines(one, lines) for one in error.problems]) from None
        return after

    def _facts(self, after: str) -> Facts:
        source = read_source(after.encode(), self.file)
        return facts_from(source, self.file, self.given.templates, self.asking.facts.last)

    def _rows(self, after: str) -> dict[str, Asked]:
        source = read_source(after.encode(), self.file)
        topics = asked_topics(self._facts(after), source, self.given.templates, ())
        return {row.key: row for topic in topics for row in topic.rows}


def _returned(filled: Filled, form: OfficeForm | None, merged: Merged) -> bytes:
    """Make a fresh form that holds what the office wrote, and says what it has to mend and where."""
    entries = {one.key: Entry(one.cell.text, one.remark, one.label) for one in filled.answers if one.key}
    if form is None:
        form = OfficeForm(filled.unit, int(filled.year), filled.office, ())
    topics = tuple(
        topic._replace(
            rows=tuple(row._replace(base=merged.bases.get(row.key, row.base)) for row in topic.rows)
        )
        for topic in form.topics
    )
    wanted = {row.key: entries.get(row.key, Entry(row.base)) for row in form.rows}
    return form_workbook(
        form._replace(topics=topics), wanted, merged.to_mend[filled.file], filled.person, filled.day
    )
