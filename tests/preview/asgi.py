"""Requests to the page's application without a port and without a browser."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from generator.commands.steps import Given
from generator.preview.app import application
from generator.preview.live import Live

PORT, TOKEN = 8123, "a-token-of-the-tests"
OURS = {"host": f"127.0.0.1:{PORT}", "x-nianbao-token": TOKEN, "sec-fetch-site": "same-origin"}


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def data(self):
        return json.loads(self.body)


def scope_of(path, method="GET", headers=None, kind="http"):
    raw = [(name.encode(), value.encode()) for name, value in (OURS if headers is None else headers).items()]
    return {
        "type": kind,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": raw,
        "scheme": "http",
        "server": ("127.0.0.1", PORT),
        "client": ("127.0.0.1", 5),
        "http_version": "1.1",
    }


async def request(app, path, method="GET", headers=None, body=b"", kind="http"):
    """Send one request and give the answer; an application that says nothing gives None."""
    brought = [{"type": "http.request", "body": body, "more_body": False}]
    said = []

    async def receive():
        if brought:
            return brought.pop()
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message):
        said.append(message)

    await app(scope_of(path, method, headers, kind), receive, send)
    if not said:
        return None
    if said[0]["type"] == "websocket.close":
        return Answer(said[0]["code"], {}, b"")
    return Answer(
        said[0]["status"],
        {name.decode(): value.decode() for name, value in said[0]["headers"]},
        b"".join(message.get("body", b"") for message in said[1:]),
    )


async def post(app, path, data):
    return await request(app, path, "POST", body=json.dumps(data).encode())


@asynccontextmanager
async def living(path=None, last=None, folder=None):
    """Give a live facts file and its application, as long as it is needed."""
    live = Live(Given(last=last), folder or Path())
    if path is not None:
        await live.open(path)
    running = asyncio.ensure_future(live.run())
    try:
        yield live, application(live, PORT, TOKEN)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def until(live, told):
    """Wait until what is shown is as wanted."""
    with live.tabs.watched() as news:
        while not told(live):
            await asyncio.wait_for(news.wait(), 60)
            news.clear()


def run(scenario):
    """Run a coroutine to its end, in a thread of its own: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, scenario).result()
