"""Where the lines of a paragraph end: Chinese text on a grid, digits and letters as wide as their font has them.

A line takes what fits, then gives back what may not stand at its end or begin the next one. So LibreOffice does it.
Word lets one mark hang past the margin and may draw marks closer together, so that a line of Word may hold one or two
characters more where a mark stands there; nothing hangs in our Word files when LibreOffice reads them (see styles.py).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.patterns import pattern

# no line begins with the first, none ends with the second
_NOT_FIRST = frozenset(" ，。、；：！？）》」』】〕〉〗’”％‰℃·…!),.:;?]}%")
_NOT_LAST = frozenset("（《“‘〔【「『〈〖([{")
_CLOSING = frozenset("、。，）》」』】〉〗”’")  # after which no digit or letter begins a line
_MARK = pattern(f"[{re.escape(''.join(sorted(_NOT_FIRST | _NOT_LAST)))}—]")
_BLANK = pattern(" ")
_SPELT = pattern("[0-9A-Za-z]")
# Times New Roman, in thousandths of its size; Liberation Serif has the same
_WIDTHS = dict(
    zip(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
        (
            *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
            *([500] * 10),
            *(278, 278, 564, 564, 564, 444, 921),
            *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
            *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
            *(333, 278, 333, 469, 500, 333),
            *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
            *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
            *(480, 200, 480, 541),
        ),
        strict=True,
    )
)
_LATIN = pattern(r"([ -~]+)[“”‘’—…·×]*")
# a stretch that is not broken: digits and letters with what stands between them
_WORD = pattern(r"[0-9A-Za-z](?:[!-~·]*[0-9A-Za-z%])?")
_GAP = 0.2  # what a renderer leaves between a Chinese character and a digit or letter, in characters


class Measure(NamedTuple):
    """The width of a line, the first line's indent, the size of a character and what is added to it, in twips.

    The first `head` characters may be of a size of their own: a heading at the head of its paragraph.
    """

    width: int
    first: int
    character: float
    pitch: float
    head: int = 0
    head_character: float = 0


class Line(NamedTuple):
    """A line: the characters from `start` to before `end`, its indent in characters, whether it fills its width."""

    start: int
    end: int
    indent: float
    stretched: bool


def estimate(text: str, measure: Measure) -> tuple[float, float]:
    """Give the least and the most that a text may fill, in lines: what its width alone tells.

    A line that is broken before a mark or a word is left up to a character short; before a long word it can be more.
    """
    width, first, character, pitch = measure[:4]
    narrow = len(text.encode("ascii", "ignore"))
    wide = len(text) * (character + pitch) - narrow * character / 2 + first
    return wide * 0.995 / width, (wide + narrow * _GAP * character) / (width - character)


def count(text: str, measure: Measure) -> int:
    """Give the number of lines; the text is broken only where its width doesn't tell."""
    least, most = estimate(text, measure)
    lines = int(least)
    return lines + 1 if lines == int(most) else len(broken(text, measure))


class _Set(NamedTuple):
    """A text set on one long line, with nothing added to its characters: where each begins and where it ends.

    `drawn` counts the characters before each that are drawn in where less than nothing is added to each.
    """

    starts: Sequence[float]
    ends: Sequence[float]
    drawn: Sequence[int]


@lru_cache(maxsize=1024)  # the paragraphs and cells of one report, with what is typed over one of them
def broken(text: str, measure: Measure) -> tuple[Line, ...]:
    """Break a text into lines, at least one."""
    width, first, character, pitch, head, head_character = measure
    starts, ends, drawn = _set(text, character, head, head_character)
    barred, size = _barred(text), len(text)
    added = drawn if pitch < 0 else range(size + 1)

    def end_of(at: int) -> float:
        return ends[at] + pitch * added[at]

    start, lines, room = 0, [], width - first
    while True:
        indent = 0.0 if start else first / character
        limit = starts[start] + pitch * added[start] + room
        # at least a character, however narrow the line is
        until = max(bisect_right(range(size), limit, start, size, key=end_of), start + 1)
        if until >= size:
            lines.append(Line(start, size, indent, stretched=False))
            return tuple(lines)
        end = barred.rfind(0, start + 1, until + 1)
        if end <= start:  # nothing in it may be parted: it is broken where the line is full
            end = until
        lines.append(Line(start, end, indent, stretched=True))
        start, room = end, width


@lru_cache(maxsize=64)  # one text is tried with several distances, one after another
def _set(text: str, character: float, head: int, head_character: float) -> _Set:
    steps: list[float] = [character] * len(text)
    head = min(head, len(text)) if head_character != character else 0
    steps[:head] = [head_character] * head
    whole, gaps, gap = [1] * len(text), [], _GAP * character
    for run in _LATIN.finditer(text):
        first, last = run.start(), run.end(1) - 1
        size = (head_character if first < head else character) / 1000
        steps[first : last + 1] = [_WIDTHS[sign] * size for sign in run[1]]
        # characters are not drawn in where the script or the font changes; a gap is left between Chinese and Latin
        whole[last] = whole[run.end() - 1] = 0
        if first:
            whole[first - 1] = 0
            gaps += [first - 1] if _touch(text[first], text[first - 1]) else []
        if last < len(text) - 1 and _touch(text[last], text[last + 1]):
            gaps.append(last)
    for at in gaps:
        steps[at] += gap
    starts = array("d", accumulate(steps, initial=0.0))  # as plain numbers: a fifth of what objects take
    ends = starts[1:]
    for at in gaps:
        ends[at] -= gap
    if " " in text:
        for blank in _BLANK.finditer(text):  # which takes no room at the end of a line
            ends[blank.start()] = starts[blank.start()]
    return _Set(starts, ends, array("I", accumulate(whole, initial=0)))


def _touch(latin: str, other: str) -> bool:
    return latin.isalnum() and "\u3400" <= other <= "\u9fff"


@lru_cache(maxsize=64)
def _barred(text: str) -> bytes:
    """Tell for each place between two characters whether the text may not be parted there: 1 where it may not."""
    barred = bytearray(len(text) + 1)
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        following = text[at + 1 : at + 2]
        if mark in _NOT_FIRST:
            barred[at] = 1
        if mark in _NOT_LAST or following == mark or (mark in _CLOSING and _SPELT.match(following)):
            barred[at + 1] = 1
    for word in _WORD.finditer(text):
        first, after = word.span()
        barred[first + 1 : after] = b"\1" * (after - first - 1)
    return bytes(barred)
