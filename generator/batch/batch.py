"""`nianbao batch`: a report of each facts file, on all cores, going on where an earlier run ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.batch.hands import on_hands, one_by_one
from generator.batch.keys import key_of, with_state
from generator.batch.manifest import Manifest, UnitRecord, UnitState, read_manifest
from generator.batch.order import BatchOrder, Job
from generator.batch.plan import WHOLE, BatchPart, absolute, plan_jobs
from generator.batch.work import settled_before
from generator.commands.crew import silent
from generator.commands.render import BY_OFFICE
from generator.files import ready_folder
from generator.problems import UserError

Doing = Callable[[Iterator[Job], int, BatchOrder], Iterator[UnitRecord]]


@dataclass
class Batch:
    """What became of each facts file, `of` how many in all, and what stopped the work where it was stopped.

    `earlier` names the reports of earlier runs that still stand though this one made none of their facts files.
    """

    of: int = 0
    records: list[UnitRecord] = field(default_factory=list)
    stopped: UserError | None = None
    earlier: tuple[str, ...] = ()

    def in_state(self, *states: UnitState) -> list[UnitRecord]:
        """Give the records of what became so."""
        return [one for one in self.records if one.state in states]

    def add_refused(self, records: Sequence[UnitRecord]) -> None:
        """Add what became of units of which not even a facts file could be made."""
        self.records += records
        self.of += len(records)

    @property
    def left(self) -> int:
        """How many are not done yet, since the work was stopped."""
        return self.of - len(self.records)


def make_reports(
    sources: Sequence[Path],
    order: BatchOrder,
    *,
    part: BatchPart = WHOLE,
    year: int | None = None,
    tell: Callable[[int], None] = silent,
    doing: Doing = on_hands,
) -> Batch:
    """Make the report of each of these facts files that is not made yet; `tell` is told how many are done.

    `doing` does the work: in processes of this machine, or on others. Raises UserError for what would stop every
    report: a folder that cannot be written to, templates or a layout at fault, no LibreOffice, no safe cluster.
    """
    _prove(order)
    order = with_state(order)
    manifest = read_manifest(order.out)
    jobs = plan_jobs(sources, manifest.owners, part, year)
    batch = Batch(len(jobs))
    try:
        for record in _each(jobs, order, manifest, doing):
            batch.records.append(record)
            tell(len(batch.records))
    except UserError as error:
        if not batch.records:
            raise
        batch.stopped = error
    places = {str(job.source): number for number, job in enumerate(jobs)}
    batch.records.sort(key=lambda one: places[one.source])
    batch.earlier = _still_standing(batch.records, manifest, order.out)
    return batch


def _still_standing(records: Sequence[UnitRecord], manifest: Manifest, out: Path) -> tuple[str, ...]:
    """Name what earlier runs made of the facts files of which there is no report now, and nobody took away."""
    current = {name for one in records if one.is_there for name, _ in one.files}
    made = (
        name
        for one in records
        if not one.is_there
        for name in manifest.made.get(absolute(Path(one.source)), ())
    )
    return tuple(name for name in dict.fromkeys(made) if name not in current and (out / name).is_file())


def _each(jobs: Sequence[Job], order: BatchOrder, manifest: Manifest, doing: Doing) -> Iterator[UnitRecord]:
    """Give what became of each: first those of earlier runs, last those that once ended the process at work."""
    known: list[UnitRecord] = []
    alone: list[Job] = []

    def new() -> Iterator[Job]:
        for job in jobs:
            noted = manifest.records.get(key_of(job, order))
            record = settled_before(noted, job, order)
            if record is not None:
                known.append(record)
            elif noted is not None and noted.state is UnitState.DIED:
                alone.append(job)
            else:
                yield job

    for record in doing(new(), len(jobs), order):
        yield record
        yield from _taken(known)
    yield from _taken(known)
    yield from one_by_one(alone, order)


def _taken(known: list[UnitRecord]) -> Iterator[UnitRecord]:
    while known:
        yield known.pop()


def _prove(order: BatchOrder) -> None:
    """Find out first what would stop every report; raises UserError."""
    from generator.document.office import needed_office
    from generator.document.page.layout import read_layout
    from generator.formulations import library
    from generator.topics import read_topics

    templates = order.given.templates
    read_topics(templates)
    library(templates)
    read_layout(templates, order.wishes.layout)
    if order.form in BY_OFFICE:
        needed_office(order.form.removeprefix(".").upper())
    ready_folder(order.out)
