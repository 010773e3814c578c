"""What takes its time lets what is shown go first, and goes on once nothing more is asked."""

import asyncio
from threading import Event

from generator.preview.hands import Hands
from tests.preview.asgi import run


def test_the_slow_thread_gives_way_until_nothing_is_asked_of_the_quick_one():
    done = []

    async def asked():
        hands, begun, gate = Hands(), Event(), Event()

        def slow():
            done.append("slow begins")
            begun.set()
            gate.wait()
            hands.give_way()
            done.append("slow ends")

        def quick(name):
            gate.set()
            done.append(name)

        taking_its_time = asyncio.ensure_future(hands.slowly(slow))
        await asyncio.to_thread(begun.wait)
        await asyncio.gather(*(hands.quickly(lambda name=name: quick(name)) for name in ("first", "second")))
        await taking_its_time
        hands.rest()

    run(asked())
    assert done == ["slow begins", "first", "second", "slow ends"]


def test_what_fails_in_the_quick_thread_keeps_nobody_waiting():
    async def asked():
        hands = Hands()
        (told,) = await asyncio.gather(hands.quickly(lambda: 1 / 0), return_exceptions=True)
        await hands.slowly(hands.give_way)
        hands.rest()
        return told

    assert isinstance(run(asked()), ZeroDivisionError)
