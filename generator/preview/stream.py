"""What each open tab is sent: first everything, then the pieces that have changed, as one text/event-stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from generator.preview.live import Live

_ALIVE = 15.0
"""Seconds of silence after which a tab is told that all is well; it takes a longer silence for a broken line."""


async def events(live: Live, window: str) -> AsyncIterator[str]:
    """Give a window's events until it is closed: {version, form: its version, lists: ids, parts: {id: HTML}}."""
    sent: dict[str, str] = {}
    with live.tabs.watched() as news:
        while True:
            try:
                await asyncio.wait_for(news.wait(), _ALIVE)
            except asyncio.TimeoutError:
                yield ": \n\n"
                continue
            news.clear()
            form, parts = live.form_version, live.parts | live.own_parts.get(window, {})
            changed = {name: part for name, part in parts.items() if sent.get(name) != part}
            sent = parts
            state = {
                "version": live.version,
                "form": form,
                "lists": live.lists,
                "parts": changed,
            }
            yield f"data: {json.dumps(state, ensure_ascii=False, separators=(',', ':'))}\n\n"
