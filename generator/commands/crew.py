"""Many files on all cores: what is done with each is done in several processes, and one that kills them is named."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from generator.problems import UserError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor

Item = TypeVar("Item")
Done = TypeVar("Done")
Told = TypeVar("Told")

EACH = 12
"""So many files are worth a process of their own: to start one takes as long as some ten reports."""
_MOST = 61  # Windows waits for no more handles than these
MOST_REBUILDS = 3
"""So often those at work are replaced after they have died."""
PATIENCE = 600.0
"""After so many seconds in which nothing was done, those at work are taken for dead."""
AHEAD = 2
"""So many chunks are given out for each process: enough that none waits, few enough to be tried one by one."""
_MOMENT = 30.0
_DEAD = "进程意外中断"


def silent(_done: int) -> None:
    """Tell nothing."""


def itself(done: Done) -> Done:
    """Keep what comes of an item as it is."""
    return done


def refuse(item: object, error: UserError) -> NoReturn:
    """Let an item that ends its process stop all; a file is named."""
    raise UserError(f"{item.name}：{error.message}", error.fix) if isinstance(item, Path) else error


def on_all_cores(
    work: Callable[[Item], Done],
    items: Sequence[Item],
    tell: Callable[[int], None] = silent,
    *,
    lost: Callable[[Item, UserError], Done] = refuse,
    keep: Callable[[Done], Done] = itself,
) -> list[Done]:
    """Give what `work` gives for each item, in their order; a few are done here, many on all cores.

    `work`, the items and what comes of them must be such as can be sent to another process; `tell` is told how many
    are done. An item that ends its process, alone too, gives what `lost` makes of it and of an error that says so.
    Of each is kept what `keep` makes of it at once. Raises what `work` raises, and UserError when the processes have
    died too often.
    """
    done: dict[int, Done] = {}
    hands = hands_for(len(items))
    for number, one in _on_hands(work, items, lost, hands) if hands > 1 else enumerate(map(work, items)):
        done[number] = keep(one)
        tell(len(done))
    return [done[number] for number in range(len(items))]


def _on_hands(
    work: Callable[[Item], Done],
    items: Sequence[Item],
    lost: Callable[[Item, UserError], Done],
    hands: int,
) -> Iterator[tuple[int, Done]]:
    """Give what comes of each item with its number, as they are done."""
    chunks = cut(enumerate(items), EACH // 2)
    for _ in range(MOST_REBUILDS + 1):
        if (yield from _until_broken(work, chunks, lost, hands)):
            return
    raise died_too_often("请重新启动电脑，再运行一次。")


def _until_broken(
    work: Callable[[Item], Done],
    chunks: Iterator[tuple[tuple[int, Item], ...]],
    lost: Callable[[Item, UserError], Done],
    hands: int,
) -> Generator[tuple[int, Done], None, bool]:
    """Do chunks until a process dies, and what may have killed it item by item; gives back whether all are done."""
    try:
        yield from _by(hands, hands * AHEAD, work, chunks)
    except BrokenHandsError as error:
        alone = cut(iter([one for chunk in error.left for one in chunk]), 1)
        if error.no_room:
            yield from (done for chunk in chain(alone, chunks) for done in _each(work, chunk))
            return True
        while (yield from _until_one_is_lost(work, alone, lost)):
            pass
        return False
    return True


def _by(
    hands: int, window: int, work: Callable[[Item], Done], chunks: Iterator[tuple[tuple[int, Item], ...]]
) -> Iterator[tuple[int, Done]]:
    with hired(hands) as pool:
        given: GivenOut[tuple[int, Item], list[tuple[int, Done]]] = GivenOut(
            lambda chunk: pool.submit(_each, work, chunk), window, PATIENCE
        )
        for _chunk, done in given.each(chunks):
            yield from done.result()


def _each(work: Callable[[Item], Done], chunk: tuple[tuple[int, Item], ...]) -> list[tuple[int, Done]]:
    return [(number, work(item)) for number, item in chunk]


def _until_one_is_lost(
    work: Callable[[Item], Done],
    alone: Iterator[tuple[tuple[int, Item], ...]],
    lost: Callable[[Item, UserError], Done],
) -> Generator[tuple[int, Done], None, bool]:
    """Do items each alone in one process until one of them ends it; gives back whether it came to that."""
    try:
        yield from _by(1, 1, work, alone)
    except BrokenHandsError as error:
        told = UserError(f"处理这份文件时{error.why}，单独再试也一样。", "请把这份文件发给维护本程序的人。")
        for ((number, item),) in error.left:
            yield number, work(item) if error.no_room else lost(item, told)
        return True
    return False


def died_too_often(fix: str) -> UserError:
    """Say that the processes have died again and again."""
    return UserError(f"处理的进程接连中断了{MOST_REBUILDS + 1}次，没有再做下去。", fix)


class BrokenHandsError(Exception):
    """Those at work are dead or silent; `left` is what had been given to them and may not be done, `why` says it.

    `no_room` tells that none could be started: the machine has no room for more processes.
    """

    def __init__(self, left: Iterable[tuple[Any, ...]], why: str, *, no_room: bool = False) -> None:
        """Keep what is left."""
        self.left, self.why, self.no_room = tuple(left), why, no_room
        super().__init__(why)


class GivenOut(Generic[Item, Told]):
    """Gives out chunks, a few at a time, and tells of each as it is done."""

    def __init__(
        self, submit: Callable[[tuple[Item, ...]], Future[Told]], window: int, patience: float
    ) -> None:
        """Keep how a chunk is given out, how many at once, and how many seconds one may wait for any of them."""
        self.submit, self.window, self.patience = submit, window, patience
        self.running: dict[Future[Told], tuple[Item, ...]] = {}

    def each(self, chunks: Iterator[tuple[Item, ...]]) -> Iterator[tuple[tuple[Item, ...], Future[Told]]]:
        """Give each chunk with its future, which is done; raises BrokenHandsError where those at work are lost."""
        from concurrent.futures import FIRST_COMPLETED, wait

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
                raise BrokenHandsError([*lost, *self.running.values()], _DEAD)

    def _fill(self, chunks: Iterator[tuple[Item, ...]]) -> None:
        for chunk in islice(chunks, self.window - len(self.running)):
            self._give(chunk)

    def _give(self, chunk: tuple[Item, ...]) -> None:
        from concurrent.futures import BrokenExecutor

        try:
            self.running[self.submit(chunk)] = chunk
        except (BrokenExecutor, OSError) as error:
            left = [chunk, *self.running.values()]
            raise BrokenHandsError(left, _DEAD, no_room=isinstance(error, OSError)) from error

    def _told(
        self, done: Iterable[Future[Told]]
    ) -> Generator[tuple[tuple[Item, ...], Future[Told]], None, list[tuple[Item, ...]]]:
        """Give those that are done; gives back the chunks that were lost with a process."""
        from concurrent.futures import BrokenExecutor

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


def cut(items: Iterator[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Cut items into chunks, as they come."""
    while chunk := tuple(islice(items, size)):
        yield chunk


def hands_for(count: int) -> int:
    """Give how many processes so many files are worth; 0 for a few."""
    return min(os.cpu_count() or 1, count // EACH, _MOST)


def worker_pool(hands: int) -> ProcessPoolExecutor:
    """Give so many processes, which end with Ctrl-C, and when the one that asked for them was killed."""
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(hands, initializer=_begin)


def _begin() -> None:
    """Let Ctrl-C end this process at once and silently; the first one, which waits for it, tells the user."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Wait for the end of the process that began this one: killed, it can tell nobody that there is no more work."""
    from multiprocessing import connection, parent_process

    first = parent_process()
    if first is not None:
        connection.wait([first.sentinel])
        os._exit(1)
