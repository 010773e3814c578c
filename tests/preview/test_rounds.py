"""A step that is done again and again outlives what goes wrong in it, and says what that was."""

import asyncio
from contextlib import suppress

from generator.preview.rounds import comes, keep_on
from generator.problems import UserError
from tests.preview.asgi import run


def test_a_step_is_done_again_after_it_failed():
    heard = []
    outcomes = iter([UserError("读不了。", "请重试。"), None, ValueError("x"), None])

    async def step():
        await asyncio.sleep(0)
        outcome = next(outcomes, asyncio.CancelledError())
        if outcome:
            raise outcome

    async def kept_on():
        with suppress(asyncio.CancelledError):
            await keep_on(step, heard.append)

    run(kept_on())
    assert [[fault.message[:6] for fault in faults] for faults in heard] == [
        ["读不了。"],
        [],
        ["程序出了意料"],
        [],
    ]


def test_what_has_come_is_told_from_what_has_not():
    async def waited():
        event = asyncio.Event()
        before = await comes(event, 0)
        event.set()
        return before, await comes(event, 20)

    assert run(waited()) == (False, True)
