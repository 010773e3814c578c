"""Many files on all cores: what is done with each is done in several processes, in the order given."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Done = TypeVar("Done")

EACH = 12
"""So many files are worth a process of their own: to start one takes as long as some ten reports."""
_MOST = 61  # Windows waits for no more handles than these


def silent(_done: int) -> None:
    """Tell nothing."""


def on_all_cores(
    work: Callable[[Item], Done], items: Sequence[Item], tell: Callable[[int], None] = silent
) -> list[Done]:
    """Give what `work` gives for each item, in their order; a few are done here, many on all cores.

    `work`, the items and what comes of them must be such as can be sent to another process; `tell` is told how many
    are done. Raises what `work` raises.
    """
    hands = hands_for(len(items))
    if hands < 2:
        return _counted(map(work, items), tell)
    from concurrent.futures.process import BrokenProcessPool

    try:
        with worker_pool(hands) as pool:
            return _counted(pool.map(work, items, chunksize=EACH // 2), tell)
    except (BrokenProcessPool, OSError):  # the machine has no room for more processes
        return _counted(map(work, items), tell)


def hands_for(count: int) -> int:
    """Give how many processes so many files are worth; 0 for a few."""
    return min(os.cpu_count() or 1, count // EACH, _MOST)


def worker_pool(hands: int) -> ProcessPoolExecutor:
    """Give so many processes, which end with Ctrl-C, and when the one that asked for them was killed."""
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(hands, initializer=_begin)


def _counted(results: Iterable[Done], tell: Callable[[int], None]) -> list[Done]:
    done = []
    for result in results:
        done.append(result)
        tell(len(done))
    return done


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
