"""How many lines a paragraph of the body takes: an estimate that follows the breaking of Chinese text."""

from __future__ import annotations

import re
from typing import NamedTuple

# no line begins with the first, none ends with the second
_NOT_FIRST = frozenset("，。、；：！？）》」』】〕”’…—％·")
_NOT_LAST = frozenset("（《“‘〔【「『")
# a stretch that is not broken: digits and letters with what stands between them
_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z.%,+\-/:]*|[!-~ ]")
_NARROW = {".": 0.25, ",": 0.25, ":": 0.28, "/": 0.28, "-": 0.33, "%": 0.83, " ": 0.25}
_GAP = 0.22  # what a renderer leaves between a Chinese character and a digit or letter, in characters


class Filled(NamedTuple):
    """The number of lines, and how far the last one is filled, in twips."""

    lines: int
    last: float


class Measure(NamedTuple):
    """The width of a line, the first line's indent, the size of a character and what is added to it, in twips."""

    width: int
    first: int
    character: float
    pitch: float


def count(text: str, measure: Measure) -> int:
    """Give the number of lines; the text is broken only where its width alone doesn't tell.

    A line that is broken before a mark or a word is left up to a character short.
    """
    narrow = len(text.encode("ascii", "ignore"))
    wide = len(text) * (measure.character + measure.pitch) - narrow * measure.character / 2 + measure.first
    least = int(wide * 0.995 / measure.width)
    most = int((wide + narrow * _GAP * measure.character) / (measure.width - measure.character))
    return least + 1 if least == most else fill(text, measure).lines


def fill(text: str, measure: Measure) -> Filled:
    """Break a text into lines."""
    words = _words(text, measure)
    advance = measure.character + measure.pitch
    start, count, x, word = 0, 0, float(measure.first), 0
    while True:
        at = start
        while True:
            until = words[word][0] if word < len(words) else len(text)
            room = int((measure.width - x) / advance)
            if until - at > room:
                at += max(room, 0)
                break
            x += (until - at) * advance
            at = until
            if word == len(words) or x + words[word][2] > measure.width:
                break
            x += words[word][2]
            at = words[word][1]
            word += 1
        if at >= len(text):
            return Filled(count + 1, x)
        at = _legal(text, start, at)
        while word and words[word - 1][1] > at:
            word -= 1
            at = min(at, words[word][0]) if words[word][0] > start else at
        count, start, x = count + 1, at, 0.0


def _words(text: str, measure: Measure) -> list[tuple[int, int, float]]:
    """Give start, end and width of each unbroken stretch; a gap is left beside it where it touches a character."""
    found = []
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        wide = sum(_NARROW.get(sign, 0.5) for sign in word) if not word.isalnum() else len(word) / 2
        gaps = 0
        if word[0].isalnum():
            gaps = (start > 0 and "\u3400" <= text[start - 1] <= "\u9fff") + (
                end < len(text) and word[-1].isalnum() and "\u3400" <= text[end] <= "\u9fff"
            )
        found.append((start, end, (wide + gaps * _GAP) * measure.character + len(word) * measure.pitch))
    return found


def _legal(text: str, start: int, at: int) -> int:
    """Give the nearest place before `at` where a line may end."""
    place = at
    while place > start + 1 and (text[place] in _NOT_FIRST or text[place - 1] in _NOT_LAST):
        place -= 1
    return place if place > start else max(at, start + 1)
