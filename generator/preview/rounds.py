"""What the page does again and again as long as it runs, and how long it waits in between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from generator.preview.faults import faults_of
from generator.problems import Problem


async def keep_on(step: Callable[[], Awaitable[None]], tell: Callable[[tuple[Problem, ...]], None]) -> None:
    """Do a step, which waits for its time, until this is cancelled; `tell` hears what went wrong each time, or ()."""
    while True:
        fault: tuple[Problem, ...] = ()
        try:
            await step()
        except Exception as error:  # noqa: BLE001  # one bad moment must not end the page
            fault = faults_of(error)
        tell(fault)


async def comes(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event no longer than so many seconds, and tell whether it came."""
    with suppress(asyncio.TimeoutError):
        return await asyncio.wait_for(event.wait(), seconds)
    return False
