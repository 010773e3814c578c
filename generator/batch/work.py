"""What is done with each facts file, in whichever process: read, drafted, checked, made, written, noted."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.batch.keys import key_of
from generator.batch.manifest import MOST_PROBLEMS, UnitRecord, UnitState, note_record
from generator.batch.order import BatchOrder, Job
from generator.commands.render import BY_OFFICE, Made, finished_report, printed_reports
from generator.commands.steps import Prepared, check_prepared, errors_of, prepare_report
from generator.file_names import file_name
from generator.files import save_among_many
from generator.problems import FactsError, Level, Place, Problem, UserError

MOST_TRIES = 3
"""So often a facts file is tried that ended the process at each try; then it is only named."""
_MOST_NAMED = 52  # characters of title and mark, so that no ending costs the mark its end
_FULL = frozenset({errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)})


class _Ready(NamedTuple):
    """A report that may be written, and the files that are written beside it."""

    made: Made | None
    record: UnitRecord
    beside: tuple[tuple[str, bytes], ...] = ()


def do_jobs(jobs: Sequence[Job], order: BatchOrder) -> list[UnitRecord]:
    """Make these reports, write and note each at once, and tell what became of each.

    What LibreOffice has to make is made in one go. Raises UserError where nothing more can be written at all.
    """
    if order.form not in BY_OFFICE:
        return [record for job in jobs for record in _written([_ready(job, order)], order)]
    return list(_written([_ready(job, order) for job in jobs], order))


def settled_before(noted: UnitRecord | None, job: Job, order: BatchOrder) -> UnitRecord | None:
    """Give what became of a report in an earlier run, of which `noted` tells; None where it is to be made.

    A report that was edited since is left alone, as long as its facts are the same.
    """
    if noted is None:
        return None
    noted = noted._replace(source=str(job.source))
    if noted.state is UnitState.REFUSED:
        return noted
    if noted.state is UnitState.DIED:
        return noted if noted.tries >= MOST_TRIES else None
    digests = [_digest_of(order.out / name) for name, _ in noted.files]
    if not digests or not all(digests):
        return None
    is_same = all(digest == one for (_, digest), one in zip(noted.files, digests, strict=True))
    if not is_same and order.wishes.force:
        return None
    return noted._replace(state=UnitState.SAME if is_same else UnitState.EDITED)


def died(job: Job, order: BatchOrder, tries: int, why: str) -> UnitRecord:
    """Give the record of a facts file that ended the process at work on it."""
    fix = (
        "请把这份事实文件发给维护本程序的人；改了它再运行，会再试。"
        if tries >= MOST_TRIES
        else "请再运行一次；仍是这样的，请把这份事实文件发给维护本程序的人。"
    )
    problem = Problem("批量-01", f"处理这份文件时{why}，单独再试也一样。", fix, Place(job.source.name))
    key = key_of(job, order)
    return UnitRecord(str(job.source), UnitState.DIED, key, problems=(problem,), wrong=1, tries=tries)


def _ready(job: Job, order: BatchOrder) -> _Ready:
    """Read, draft, check and make one report, or tell why there is none."""
    record = UnitRecord(str(job.source), UnitState.REFUSED, key_of(job, order))
    try:
        return _prepared(job, order, record)
    except FactsError as error:
        return _Ready(None, _with_problems(record, error.problems))
    except UserError as error:
        return _Ready(None, _with_problems(record, [error.of_file(job.source.name)]))
    except MemoryError:
        return _Ready(None, record._replace(state=UnitState.DOUBTFUL))
    except Exception as error:  # noqa: BLE001  # a fault of ours in one report must not cost the others
        return _Ready(None, _with_problems(record, [_unforeseen(error, job.source)]))


def _prepared(job: Job, order: BatchOrder, record: UnitRecord) -> _Ready:
    prepared = prepare_report(job.source, order.given, order.wishes.attached)
    problems = (
        check_prepared(prepared, order.given).problems if order.checked else errors_of(prepared, order.given)
    )
    added = [one.make(prepared, order.given, problems) for one in order.additions]
    problems = (*problems, *(problem for one in added for problem in one.problems))
    beside = tuple(file for one in added for file in one.files.items())
    made = finished_report(prepared, problems, order.form, order.given, order.wishes)
    title = made.title if isinstance(made, Made) else prepared.document.title or job.source.stem
    beside = tuple((_name(job, prepared, title, ending), data) for ending, data in beside)
    if not isinstance(made, Made):
        return _Ready(None, _with_problems(record, made.problems), beside)
    name = _name(job, prepared, title, order.form)
    told = _counted(record, problems)._replace(
        state=UnitState.WRITTEN, unit=job.label, files=((name, ""),), doubts=made.doubts
    )
    return _Ready(made, told, beside)


def _name(job: Job, prepared: Prepared, title: str, ending: str) -> str:
    """Name the report by its title, and by its facts file where the title may be another report's too."""
    facts = prepared.facts
    is_told = bool(job.label) and facts is not None and job.label == f"{facts.name}{facts.year}年"
    if is_told and title.startswith(job.label):
        return file_name(title, ending)
    mark = f"（{job.mark}）"
    return file_name(f"{title[: _MOST_NAMED - len(mark)]}{mark}", ending)


def _written(ready: Sequence[_Ready], order: BatchOrder) -> Iterator[UnitRecord]:
    """Write what is ready, note it, and tell what became of each."""
    printed = iter(_printed(ready, order))
    for one in ready:
        files, record = list(one.beside), one.record
        if one.made is not None:
            data = next(printed)
            if isinstance(data, bytes):
                files.insert(0, (record.files[0][0], data))
            else:
                record = _with_problems(record, [data])._replace(state=UnitState.UNWRITTEN)
        record = _saved(record._replace(files=()), files, order)
        if record.state not in {UnitState.UNWRITTEN, UnitState.DOUBTFUL}:
            note_record(order.out, record)
        yield record


def _printed(ready: Sequence[_Ready], order: BatchOrder) -> list[bytes | Problem]:
    """Give the bytes of each report that may be written; one that LibreOffice cannot make costs the others nothing.

    What it cannot make now, for want of time, memory or room, it may make in the next run: it is not noted.
    """
    made = [one.made for one in ready if one.made is not None]
    try:
        return list(printed_reports(made, order.form))
    except (UserError, OSError):
        return [_printed_alone(one, order) for one in made]


def _printed_alone(made: Made, order: BatchOrder) -> bytes | Problem:
    try:
        return printed_reports([made], order.form)[0]
    except UserError as error:
        return error.of_file(made.source.name)
    except OSError as error:  # no room for its passing files, or no such program any more
        told = UserError(
            f"LibreOffice 用不了：系统报告错误 {error.errno}。", "请看看磁盘是不是满了，再运行一次。"
        )
        return told.of_file(made.source.name)


def _saved(record: UnitRecord, files: Iterable[tuple[str, bytes]], order: BatchOrder) -> UnitRecord:
    """Write the files of one report; raises UserError where the disk is full or may not be written to."""
    for name, data in files:
        try:
            kept = save_among_many(order.out / name, data, force=order.wishes.force)
        except UserError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL:
                raise
            problem = error.of_file(Path(record.source).name)
            return _with_problems(record, [problem])._replace(state=UnitState.UNWRITTEN)
        files_so_far = (*record.files, (name, sha256(data).hexdigest()))
        record = record._replace(files=files_so_far, kept=str(kept or record.kept))
    return record


def _with_problems(record: UnitRecord, problems: Sequence[Problem]) -> UnitRecord:
    """Add what stops a report; of very many problems the first errors."""
    weighty = sorted(problems, key=lambda one: one.level is not Level.ERROR)[:MOST_PROBLEMS]
    return _counted(record, problems)._replace(problems=tuple(weighty))


def _counted(record: UnitRecord, problems: Sequence[Problem]) -> UnitRecord:
    reminders = sum(one.level is Level.WARNING for one in problems)
    return record._replace(wrong=len(problems) - reminders, reminders=reminders)


def _unforeseen(error: Exception, source: Path) -> Problem:
    """Name a fault of the program's own, with the place in its code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}，{Path(frame.filename).name} 第{frame.lineno}行"
    return Problem(
        "批量-02",
        f"程序处理这份文件时出了意料之外的错（{where}）。这是程序的毛病，不是事实文件的错。",
        "请把这句话连同事实文件发给维护本程序的人。",
        Place(source.name),
    )


def _digest_of(path: Path) -> str:
    """Give the sha256 of a file, nothing where it is not there or a power cut has left nothing in it."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    return sha256(data).hexdigest() if data.strip(b"\0") else ""
