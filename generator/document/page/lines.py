"""How many lines a paragraph of the body takes: an estimate that follows the breaking of Chinese text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.patterns import pattern

# no line begins with the first, none ends with the second
_NOT_FIRST = frozenset("，。、；：！？）》」』】〕”’…％·")
_NOT_LAST = frozenset("（《“‘〔【「『")
_DASH = "——"  # which is not broken
_MAYBE_NOT_FIRST = _NOT_FIRST | {_DASH[0]}
# a stretch that is not broken: digits and letters with what stands between them
_WORD = pattern(r"[ -~](?:(?<=[0-9A-Za-z])[0-9A-Za-z.%,+\-/:]*)?")
_NARROW = {".": 0.25, ",": 0.25, ":": 0.28, "/": 0.28, "-": 0.33, "+": 0.56, "%": 0.83, " ": 0.25}
_GAP = 0.2  # what a renderer leaves between a Chinese character and a digit or letter, in characters


class Measure(NamedTuple):
    """The width of a line, the first line's indent, the size of a character and what is added to it, in twips."""

    width: int
    first: int
    character: float
    pitch: float


class Word(NamedTuple):
    """A stretch that is not broken: where it is, its width and the gaps beside it, in characters."""

    start: int
    end: int
    width: float
    before: float
    after: float


def estimate(text: str, measure: Measure) -> tuple[float, float]:
    """Give the least and the most that a text may fill, in lines: what its width alone tells.

    A line that is broken before a mark or a word is left up to a character short; before a long word it can be more.
    """
    width, first, character, pitch = measure
    narrow = len(text.encode("ascii", "ignore"))
    wide = len(text) * (character + pitch) - narrow * character / 2 + first
    return wide * 0.995 / width, (wide + narrow * _GAP * character) / (width - character)


def count(text: str, measure: Measure) -> int:
    """Give the number of lines; the text is broken only where its width doesn't tell."""
    least, most = estimate(text, measure)
    lines = int(least)
    return lines + 1 if lines == int(most) else fill(text, unbroken_words(text), measure)


def fill(text: str, words: Sequence[Word], measure: Measure) -> int:
    """Break a text, whose words are given, into lines, and give their number."""
    character, pitch, width = measure.character, measure.pitch, measure.width
    advance = character + pitch
    start, lines, x, number = 0, 0, float(measure.first), 0
    while True:
        at = start
        while True:
            word = words[number] if number < len(words) else None
            until = max(word.start, start) if word else len(text)
            room = int((width - x) / advance)
            if until - at > room:
                at += max(room, 0)
                break
            x += (until - at) * advance
            at = until
            if word is None:
                break
            # nothing is added to the last character before a change between Chinese and Latin, neither to the word's
            each = word.width * character / (word.end - word.start) + pitch
            wide = each * (word.end - until) - pitch
            if at > start:
                wide += word.before * character - pitch
            if x + wide > width:
                # longer than any line, it is broken where the line is full
                at += max(int((width - x) / each), 1) if at == start and wide > width else 0
                break
            # the gap after a word doesn't count at the line's end
            x += wide + word.after * character
            at = word.end
            number += 1
        if at >= len(text):
            return lines + 1
        if at <= start or text[at] in _MAYBE_NOT_FIRST or text[at - 1] in _NOT_LAST:
            at = _legal(text, start, at)
        while number and words[number - 1].end > at:
            number -= 1
            at = min(at, words[number].start) if words[number].start > start else at
        lines, start, x = lines + 1, at, 0.0


def unbroken_words(text: str) -> list[Word]:
    """Give the stretches of a text that are not broken."""
    words = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = text[start:end]
        if word.isalnum():
            wide, first, last = (end - start) / 2, True, True
        else:
            wide = sum(_NARROW.get(sign, 0.5) for sign in word)
            first, last = word[0].isalnum(), word[-1].isalnum()
        before = _GAP if first and start and "\u3400" <= text[start - 1] <= "\u9fff" else 0.0
        after = _GAP if last and end < len(text) and "\u3400" <= text[end] <= "\u9fff" else 0.0
        words.append(Word(start, end, wide, before, after))
    return words


def _legal(text: str, start: int, at: int) -> int:
    """Give the nearest place before `at` where a line may end."""
    place = at
    while place > start + 1 and (
        text[place] in _NOT_FIRST or text[place - 1] in _NOT_LAST or text[place - 1 : place + 1] == _DASH
    ):
        place -= 1
    return place if place > start else max(at, start + 1)
