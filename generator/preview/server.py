"""The local page on a port of this machine, for as long as the terminal is open that it was started from."""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.commands.steps import Given
from generator.preview.live import Live
from generator.preview.session import must_be_facts
from generator.problems import UserError

_LOOPBACK = "127.0.0.1"
_HANG_UP = getattr(signal, "SIGHUP", None)
_TURN = 0.001
"""Seconds after which a thread that waits is let in: the rules must not keep what is asked waiting longer."""


class Served(NamedTuple):
    """What the page is to show: the facts file (None: the start page), in which folder, with what beside it."""

    source: Path | None
    folder: Path
    given: Given
    layout: Path | None = None
    port: int = 0


def serve_page(served: Served, opened: Callable[[str], None]) -> None:
    """Serve the page until Ctrl-C or the end of the terminal; `opened` is told its address once it can be opened.

    Raises UserError where the port is taken or the file cannot be read.
    """
    if served.source is not None:
        must_be_facts(served.source)
    listening = _listen(served.port)
    token = secrets.token_urlsafe(24)
    sys.setswitchinterval(_TURN)
    with listening:
        port = listening.getsockname()[1]
        asyncio.run(_serve(served, listening, token, lambda: opened(f"http://{_LOOPBACK}:{port}/#{token}")))


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if _HANG_UP:  # elsewhere than on Windows, where it would let two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_LOOPBACK, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise UserError(
            f"端口 {port} 用不了，多半是别的程序占用着。",
            "请换一个，或不写 --port，由程序自己找一个。",
            status=2,
        ) from error
    return listening


async def _serve(served: Served, listening: socket.socket, token: str, opened: Callable[[], None]) -> None:
    import uvicorn

    from generator.preview.app import application

    live = Live(served.given, served.folder, served.layout)
    if served.source is not None:
        await live.open(served.source)
    live.wish()
    port = listening.getsockname()[1]
    config = uvicorn.Config(
        application(live, port, token),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    running = asyncio.ensure_future(live.run())
    loop = asyncio.get_running_loop()
    if _HANG_UP:
        with suppress(NotImplementedError, ValueError):
            loop.add_signal_handler(_HANG_UP, lambda: server.handle_exit(_HANG_UP, None))
    loop.call_soon(opened)
    try:
        await server.serve(sockets=[listening])
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
