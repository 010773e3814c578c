"""The processes at work: a file that ends its process is found, tried alone and named, and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from itertools import islice
from typing import Generic, TypeVar

from generator.batch.keys import key_of
from generator.batch.manifest import UnitRecord, UnitState, note_record, read_manifest
from generator.batch.order import BatchOrder, Job
from generator.batch.work import died, do_jobs, settled
from generator.commands.crew import hands_for, worker_pool
from generator.commands.render import BY_OFFICE
from generator.problems import UserError

MOST_REBUILDS = 3
PATIENCE = 600.0
"""After so many seconds in which nothing was done, those at work are taken for dead."""
AHEAD = 2
"""So many chunks are given out for each process: enough that none waits, few enough to be tried one by one."""
_CHUNK, _OFFICE_CHUNK = 8, 20
_MOMENT = 30.0

Chunk = tuple[Job, ...]
Told = TypeVar("Told")


class BrokenHandsError(Exception):
    """Those at work are dead or silent; `left` is what had been given to them and may not be done, `why` says it."""

    def __init__(self, left: Iterable[Chunk], why: str) -> None:
        """Keep what is left."""
        self.left, self.why = tuple(left), why
        super().__init__(why)


class GivenOut(Generic[Told]):
    """Gives out chunks, a few at a time, and tells of each as it is done."""

    def __init__(self, submit: Callable[[Chunk], Future[Told]], window: int, patience: float) -> None:
        """Keep how a chunk is given out, how many at once, and how many seconds one may wait for any of them."""
        self.submit, self.window, self.patience = submit, window, patience
        self.running: dict[Future[Told], Chunk] = {}

    def each(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Future[Told]]]:
        """Give each chunk with its future, which is done; raises BrokenHandsError where those at work are lost."""
        while True:
            self._fill(chunks)
            if not self.running:
                return
            done, _ = wait(self.running, self.patience, FIRST_COMPLETED)
            if not done:
                raise BrokenHandsError(self.running.values(), f"{self.patience:.0f}秒没有回应")
            lost = yield from self._told(done)
            if lost:
                others, _ = wait(self.running, _MOMENT)
                lost += yield from self._told(others)
                raise BrokenHandsError([*lost, *self.running.values()], "进程意外中断")

    def _fill(self, chunks: Iterator[Chunk]) -> None:
        for chunk in islice(chunks, self.window - len(self.running)):
            self._give(chunk)

    def _give(self, chunk: Chunk) -> None:
        try:
            self.running[self.submit(chunk)] = chunk
        except (BrokenExecutor, OSError) as error:
            raise BrokenHandsError([chunk, *self.running.values()], "进程意外中断") from error

    def _told(self, done: Iterable[Future[Told]]) -> Generator[tuple[Chunk, Future[Told]], None, list[Chunk]]:
        """Give those that are done; gives back the chunks that were lost with a process."""
        lost = []
        for future in done:
            chunk = self.running.pop(future)
            if future.cancelled() or isinstance(future.exception(), BrokenExecutor):
                lost.append(chunk)
            else:
                yield chunk, future
        return lost


@contextmanager
def hired(hands: int) -> Iterator[Executor]:
    """Give so many processes; they are ended at once where they are broken, and else when they are done."""
    from multiprocessing import active_children

    others = set(active_children())
    pool = worker_pool(hands)
    try:
        yield pool
    except BrokenHandsError:
        for child in set(active_children()) - others:
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


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
                given = GivenOut(lambda chunk: pool.submit(do_jobs, chunk, order), hands * AHEAD, patience)
                for chunk, done in given.each(chunks):
                    records = done.result()
                    alone += [job for job, one in zip(chunk, records, strict=True) if _in_doubt(one)]
                    yield from (one for one in records if not _in_doubt(one))
        except BrokenHandsError as error:
            yield from one_by_one([*alone, *(job for chunk in error.left for job in chunk)], order, patience)
        else:
            yield from one_by_one(alone, order, patience)
            return
    raise UserError(
        f"处理的进程接连中断了{MOST_REBUILDS + 1}次，没有再做下去。",
        "请先看上面指名的文件，再运行一次同一条命令，接着做没做的。",
    )


def one_by_one(jobs: Sequence[Job], order: BatchOrder, patience: float = PATIENCE) -> Iterator[UnitRecord]:
    """Do jobs each alone, in a process that is replaced where one of them ends it; that one is named and noted."""
    manifest = read_manifest(order.out) if jobs else None
    left = []
    for job in jobs:
        record = settled(manifest.records.get(key_of(job, order)), job, order) if manifest else None
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
            given = GivenOut(lambda chunk: pool.submit(do_jobs, chunk, order), 1, patience)
            for (job,), done in given.each(chunks):
                (record,) = done.result()
                yield _named(job, order, "内存不够") if _in_doubt(record) else record
    except BrokenHandsError as error:
        for (job,) in error.left:
            yield _named(job, order, error.why)
        return True
    return False


def cut(jobs: Iterator[Job], size: int) -> Iterator[Chunk]:
    """Cut jobs into chunks, as they come."""
    while chunk := tuple(islice(jobs, size)):
        yield chunk


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
