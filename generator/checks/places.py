"""Where what a report says stands in the text of its file."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def places_in_source(lines: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Give the line and the column of each character of a block in its source lines, passing over markup in between."""
    start = lines[0].find(text) if lines else -1
    if start >= 0:  # as it stands; what comes before may begin with the same character
        return tuple((0, start + at) for at in range(1, len(text) + 1))
    places: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        for column, sign in enumerate(line, 1):
            if len(places) < len(text) and sign == text[len(places)]:
                places.append((number, column))
        if len(places) < len(text) and text[len(places)] in "\n ":
            places.append((number, len(line) + 1))
    return tuple(places)
