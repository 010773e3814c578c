"""`nianbao collect`: what the offices filled in goes into the facts file; what is doubtful goes back to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.amending import amend_text
from generator.collecting.belonging import as_older, form_of, refuse_others_form
from generator.collecting.filled import Filled
from generator.collecting.merging import REFUSED, UNREADABLE, Merged, OfficeValue, merge_forms
from generator.collecting.placing import amendments_of
from generator.collecting.reading import read_filled
from generator.commands.form import EXCEL, Asking, read_asking
from generator.commands.steps import Given
from generator.encodings import decode_text
from generator.facts import facts_from
from generator.files import read_bytes, save
from generator.forms.asking import OfficeForm, form_for_all, forms_by_office
from generator.forms.workbook import Entry, form_workbook
from generator.problems import FactsError, Place, Problem, UserError
from generator.topics import read_topics
from generator.yamltext.source import read_source

_RETURNED = "-请改"


@dataclass
class Collected:
    """What came of collecting: what was taken, problems, the facts file's new bytes, and the copies for the offices."""

    path: Path
    merged: Merged
    content: bytes
    changed: bool
    returned: tuple[tuple[Path, bytes], ...]

    def write(self) -> tuple[Path | None, dict[Path, Path | None]]:
        """Write the facts file, then the copies; gives the copy of the file as it was, and where the copies lie.

        With each goes the copy of what lay there, where that was another's: an office may have filled it in already.
        Raises UserError where one cannot be written.
        """
        kept = save(self.path, self.content, force=True) if self.changed else None
        return kept, {path: save(path, data, force=True) for path, data in self.returned}


def collect_forms(files: Sequence[Path], path: Path, given: Given) -> Collected:
    """Read the forms, lay them against the facts file and give what it becomes; nothing is written yet.

    A form that cannot be read, or is another unit's or year's, is among the problems; the others are taken.
    Raises UserError where the facts file cannot be read, FactsError for mistakes in it.
    """
    asking = read_asking(path, given)
    forms = _forms(asking)
    names = [file.name for file in files]
    readings = [
        _read(one, str(one) if names.count(one.name) > 1 else one.name, asking, forms) for one in files
    ]
    filled = {file: one for file, one in zip(files, readings, strict=True) if isinstance(one, Filled)}
    merged = merge_forms([*filled.values()], form_for_all(asking.facts, asking.topics).rows)
    merged.problems[:0] = [one for one in readings if isinstance(one, Problem)]
    text, encoding = _decoded(read_bytes(path), path)
    after = _written(text, merged, asking, path, given)
    returned = tuple(
        (_beside(source, files), _returned(one, form_of(one, forms), merged))
        for source, one in filled.items()
        if merged.to_mend.get(one.file)
    )
    return Collected(path, merged, after.encode(encoding), after != text, returned)


def _forms(asking: Asking) -> tuple[OfficeForm, ...]:
    return (*forms_by_office(asking.facts, asking.topics), form_for_all(asking.facts, asking.topics))


def _beside(source: Path, files: Sequence[Path]) -> Path:
    """Give where the copy for the office lies; of a.xlsx and a.csv in one folder each has its own."""
    alike = [one for one in files if (one.parent, one.stem.lower()) == (source.parent, source.stem.lower())]
    kind = f"-{source.suffix[1:]}" if len({*alike}) > 1 else ""
    return source.with_name(f"{source.stem}{kind}{_RETURNED}{EXCEL}")


def _read(path: Path, name: str, asking: Asking, forms: Sequence[OfficeForm]) -> Filled | Problem:
    """Read one form, called by a name that no other has, or say why the whole of it cannot be taken."""
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


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    decoded = decode_text(data, "utf-8", "gb18030")
    if decoded is None:
        raise UserError(f"认不出文件的编码：{path.name}", "请用记事本打开，另存为 UTF-8 编码。")
    return decoded


def _written(text: str, merged: Merged, asking: Asking, path: Path, given: Given) -> str:
    """Write in what was taken; one that would make the file unreadable is refused by its cell."""
    try:
        return _amended(text, merged.taken, asking, path, given)
    except (FactsError, UserError):
        taken, merged.taken = merged.taken, []
        for told in taken:
            _try_one(text, told, merged, asking, path, given)
        return _amended(text, merged.taken, asking, path, given)


def _try_one(text: str, told: OfficeValue, merged: Merged, asking: Asking, path: Path, given: Given) -> None:
    try:
        _amended(text, [*merged.taken, told], asking, path, given)
    except (FactsError, UserError) as error:
        first = error.problems[0] if isinstance(error, FactsError) else Problem("", error.message, error.fix)
        problem = first._replace(code=UNREADABLE, place=told.place, field=told.row.key)
        merged.refuse(told.filled, told.answer.key, problem)
    else:
        merged.taken.append(told)


def _amended(text: str, taken: Sequence[OfficeValue], asking: Asking, path: Path, given: Given) -> str:
    if not taken:
        return text
    source = read_source(text.encode(), path.name)
    amendments = [*amendments_of(taken, asking.facts, source, read_topics(given.templates))]
    after = amend_text(text, path.name, amendments)
    facts_from(read_source(after.encode(), path.name), path.name, given.templates, asking.facts.last)
    return after


def _returned(filled: Filled, form: OfficeForm | None, merged: Merged) -> bytes:
    """Make a fresh form that holds what the office wrote, and says what it has to mend and where."""
    entries = {one.key: Entry(one.cell.text, one.remark, one.label) for one in filled.answers}
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
