"""`nianbao collect`: what the offices filled in goes into the facts file; what is doubtful goes back to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.amending import amend_text
from generator.collecting.belonging import as_older, form_of, refuse_others_form
from generator.collecting.copies import Skipped, copies_of, is_left_open, skipped_copies
from generator.collecting.doubts import doubtful_values
from generator.collecting.filled import Filled
from generator.collecting.merging import REFUSED, UNREADABLE, Merged, OfficeValue, merge_forms
from generator.collecting.placing import amendments_of
from generator.collecting.proving import not_written, unwritten_problem
from generator.collecting.reading import read_filled
from generator.collecting.real_lines import lines_before, with_real_lines
from generator.commands.form import EXCEL, Asking, read_asking
from generator.commands.steps import Given
from generator.encodings import decode_text
from generator.facts import Facts, facts_from
from generator.files import read_bytes, save
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

    def write(self) -> tuple[Path | None, list[Path]]:
        """Write the facts file, then the copies; gives the copy of the file as it was, and where the copies lie.

        Raises UserError where one cannot be written.
        """
        kept = save(self.path, self.content, force=True) if self.changed else None
        for path, data in self.returned:
            save(path, data, force=True)
        return kept, [path for path, _ in self.returned]


def collect_forms(files: Sequence[Path], path: Path, given: Given) -> Collected:
    """Read the forms, lay them against the facts file and give what it becomes; nothing is written yet.

    A form that cannot be read, or is another unit's or year's, is among the problems; the others are taken.
    Raises UserError where the facts file cannot be read, FactsError for mistakes in it.
    """
    asking = read_asking(path, given)
    forms = _forms(asking)
    readings = {one: _read(one, asking, forms) for one in files if not is_left_open(one)}
    filled = {file: one for file, one in readings.items() if isinstance(one, Filled)}
    skipped = tuple(skipped_copies(filled))
    for one in skipped:
        del filled[one.path]
    merged = merge_forms([*filled.values()], form_for_all(asking.facts, asking.topics).rows)
    merged.problems[:0] = [one for one in readings.values() if isinstance(one, Problem)]
    text, encoding = _decoded(read_bytes(path), path)
    after = _Writing(text, merged, asking, path, given).written()
    rows = {row.key: row for row in form_for_all(asking.facts, asking.topics).rows}
    merged.problems += doubtful_values(merged.taken, rows)
    returned = tuple(
        (_copy_of(source), _returned(one, form_of(one, forms), merged))
        for source, one in filled.items()
        if merged.to_mend.get(one.file)
    )
    return Collected(path, merged, after.encode(encoding), after != text, returned, skipped)


def _copy_of(source: Path) -> Path:
    """Give where the copy for an office goes: not over one that the office has mended."""
    return next(path for path in copies_of(source, EXCEL) if not path.exists() or _waits(path))


def _waits(path: Path) -> bool:
    try:
        return read_filled(path, ()).waiting
    except (UserError, FactsError):
        return False


def _forms(asking: Asking) -> tuple[OfficeForm, ...]:
    return (*forms_by_office(asking.facts, asking.topics), form_for_all(asking.facts, asking.topics))


def _read(path: Path, asking: Asking, forms: Sequence[OfficeForm]) -> Filled | Problem:
    """Read one form, or say why the whole of it cannot be taken: the others can."""
    keys = [row.key for form in forms for row in form.rows]
    try:
        filled = read_filled(path, keys)
        refuse_others_form(filled, asking.facts)
    except UserError as error:
        return Problem(REFUSED, error.message, error.fix, Place(path.name))
    except FactsError as error:
        return error.problems[0]._replace(code=REFUSED)
    return as_older(filled, form_of(filled, forms))


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    decoded = decode_text(data, "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{path.name}", "请用记事本打开，另存为 UTF-8 编码。")
    return decoded


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
        except FactsError:
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
        except FactsError as error:
            problem = error.problems[0]._replace(code=UNREADABLE, place=told.place, field=told.row.key)
            self.merged.refuse(told.filled, told.answer.key, problem)
        else:
            self.merged.taken.append(told)

    def _amended(self, taken: Sequence[OfficeValue]) -> str:
        """Give the text with what was taken; raises FactsError for mistakes in it, by the file's own lines."""
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
