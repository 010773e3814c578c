"""What each open tab is sent: first everything, then the pieces that have changed, as one text/event-stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from generator.preview.live import Live

_ALIVE = 15.0
"""Seconds of silence after which a tab is told that all is well; it takes a longer silence for a broken line."""


async def events(live: Live) -> AsyncIterator[str]:
    """Give one tab's events until it is closed: {version, pages, form: ids in order, parts: {id: HTML}}."""
    sent: dict[str, str] = {}
    news = live.watch_tab()
    try:
        while True:
            try:
                await asyncio.wait_for(news.wait(), _ALIVE)
            except asyncio.TimeoutError:
                yield ": \n\n"
                continue
            news.clear()
            parts = live.parts
            changed = {name: part for name, part in parts.items() if sent.get(name) != part}
            sent = parts
            yield _event({"version": live.version, "pages": live.pages, "form": live.form, "parts": changed})
    finally:
        live.leave_tab(news)


def _event(data: Any) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n"
