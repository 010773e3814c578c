"""The two threads behind the page: one has the file and goes first, the other takes its time and gives way to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

Done = TypeVar("Done")


class Hands:
    """Does what is asked in one of two threads; to be asked in the thread of the loop."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._quick = ThreadPoolExecutor(1)
        self._slow = ThreadPoolExecutor(1)
        self._asked = 0
        self._idle = Event()
        self._idle.set()

    async def quickly(self, task: Callable[[], Done]) -> Done:
        """Do something in the one thread that has to do with the file."""
        self._asked += 1
        self._idle.clear()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._quick, task)
        finally:
            self._asked -= 1
            if not self._asked:
                self._idle.set()

    async def slowly(self, task: Callable[[], Done]) -> Done:
        """Do something that takes its time and needs nothing of the file."""
        return await asyncio.get_running_loop().run_in_executor(self._slow, task)

    def give_way(self) -> None:
        """Wait, in the slow thread, until nothing is asked of the quick one: both at once take twice as long."""
        self._idle.wait()

    def rest(self) -> None:
        """Do nothing more that is not begun."""
        self._idle.set()
        self._quick.shutdown(wait=False, cancel_futures=True)
        self._slow.shutdown(wait=False, cancel_futures=True)
