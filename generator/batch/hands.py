"""The processes at work: a file that ends its process is found, tried alone and named, and the others go on."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from generator.batch.keys import key_of
from generator.batch.manifest import UnitRecord, UnitState, note_record, read_manifest
from generator.batch.order import BatchOrder, Job
from generator.batch.work import died, do_jobs, settled_before
from generator.commands.crew import (
    AHEAD,
    MOST_REBUILDS,
    PATIENCE,
    BrokenHandsError,
    GivenOut,
    cut,
    died_too_often,
    hands_for,
    hired,
)
from generator.commands.render import BY_OFFICE

_CHUNK, _OFFICE_CHUNK = 8, 20

Chunk = tuple[Job, ...]


def on_hands(
    jobs: Iterator[Job], count: int, order: BatchOrder, patience: float = PATIENCE
) -> Iterator[UnitRecord]:
    """Do these jobs, `count` of them at most, on all cores, and give what became of each as it is done.

    Raises UserError where nothing more can be written, or when the processes have died too often.
    """
    hands = max(1, hands_for(count))
    chunks = cut(jobs, chunk_size(count, hands, order))
    for _ in range(MOST_REBUILDS + 1):
        alone: list[Job] = []
        try:
            with hired(hands) as pool:
                given: GivenOut[Job, list[UnitRecord]] = GivenOut(
                    lambda chunk: pool.submit(do_jobs, chunk, order), hands * AHEAD, patience
                )
                for chunk, done in given.each(chunks):
                    records = done.result()
                    alone += [job for job, one in zip(chunk, records, strict=True) if _in_doubt(one)]
                    yield from (one for one in records if not _in_doubt(one))
        except BrokenHandsError as error:
            yield from one_by_one([*alone, *(job for chunk in error.left for job in chunk)], order, patience)
        else:
            yield from one_by_one(alone, order, patience)
            return
    raise died_too_often("请先看上面指名的文件，再运行一次同一条命令，接着做没做的。")


def one_by_one(jobs: Sequence[Job], order: BatchOrder, patience: float = PATIENCE) -> Iterator[UnitRecord]:
    """Do jobs each alone, in a process that is replaced where one of them ends it; that one is named and noted."""
    manifest = read_manifest(order.out) if jobs else None
    left = []
    for job in jobs:
        record = settled_before(manifest.records.get(key_of(job, order)), job, order) if manifest else None
        if record is None:
            left.append(job)
        else:  # made in this run, before its process was lost
            yield record._replace(state=UnitState.WRITTEN) if record.state is UnitState.SAME else record
    chunks = cut(iter(left), 1)
    while (yield from _until_one_is_named(chunks, order, patience)):
        pass


def _until_one_is_named(
    chunks: Iterator[Chunk], order: BatchOrder, patience: float
) -> Generator[UnitRecord, None, bool]:
    """Do jobs in one process until one of them ends it, and name that one; gives back whether it came to that."""
    try:
        with hired(1) as pool:
            given: GivenOut[Job, list[UnitRecord]] = GivenOut(
                lambda chunk: pool.submit(do_jobs, chunk, order), 1, patience
            )
            for (job,), done in given.each(chunks):
                (record,) = done.result()
                yield _named(job, order, "内存不够") if _in_doubt(record) else record
    except BrokenHandsError as error:
        for (job,) in error.left:
            yield _named(job, order, error.why)
        return True
    return False


def chunk_size(count: int, hands: int, order: BatchOrder) -> int:
    """Give how many files are given out together: what LibreOffice makes in one start, else few."""
    most = _OFFICE_CHUNK if order.form in BY_OFFICE else _CHUNK
    return max(1, min(most, count // (hands * AHEAD)))


def _in_doubt(record: UnitRecord) -> bool:
    return record.state is UnitState.DOUBTFUL


def _named(job: Job, order: BatchOrder, why: str) -> UnitRecord:
    """Note that a facts file ended its process, counting how often; raises UserError."""
    noted = read_manifest(order.out).records.get(key_of(job, order))
    record = died(job, order, (noted.tries if noted else 0) + 1, why)
    note_record(order.out, record)
    return record
