"""The known name most like a misspelt one: of keys, topics, entries of a library, commands."""

from __future__ import annotations

from collections.abc import Iterable


def nearest_name(word: str, known: Iterable[str]) -> str:
    """Give the known name most like the word, of those that hold it or are held by it, else of all; "" if none is."""
    import difflib

    names = list(known)
    inside = [name for name in names if len(word) > 1 and (word in name or name in word)]
    return next(
        iter(difflib.get_close_matches(word, inside, 1, 0) or difflib.get_close_matches(word, names, 1, 0.5)),
        "",
    )
