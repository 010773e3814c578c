"""The known name most like a misspelt one: of keys, topics, entries of a library, commands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def nearest_name(word: str, known: Iterable[str]) -> str:
    """Give the known name most like the word, of those that hold it or are held by it, else of all; "" if none is."""
    return _nearest(word, tuple(known))


@lru_cache(
    2048
)  # one file is read again and again while it is typed, and its own names are asked after each time
def _nearest(word: str, names: tuple[str, ...]) -> str:
    import difflib

    inside = [name for name in names if len(word) > 1 and (word in name or name in word)]
    return next(
        iter(difflib.get_close_matches(word, inside, 1, 0) or difflib.get_close_matches(word, names, 1, 0.5)),
        "",
    )
