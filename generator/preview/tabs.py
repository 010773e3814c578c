"""The open tabs: each is told whenever there is something new to show."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Tabs:
    """All tabs that look at what is open."""

    def __init__(self) -> None:
        """Begin with none."""
        self._news: set[asyncio.Event] = set()

    @contextmanager
    def watched(self) -> Iterator[asyncio.Event]:
        """Give what is set whenever there is something new to show, at once the first time, until the tab is closed."""
        news = asyncio.Event()
        news.set()
        self._news.add(news)
        try:
            yield news
        finally:
            self._news.discard(news)

    def tell(self) -> None:
        """Say that there is something new."""
        for news in self._news:
            news.set()
