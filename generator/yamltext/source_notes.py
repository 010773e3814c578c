"""`# 来源：【排查】司法所1月5日；【化解】综治中心`: who told the figures of a sentence, in a comment above it.

A fact on a line of its own carries its origin beside it, {值: 198件, 来源: 台账}; a mark in a sentence has no place for
one, and several marks of a sentence come from several offices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.patterns import pattern

_START = "# 来源："
_NOTE = pattern(rf"^[ \t]*{_START}(?=【)(?P<told>.*)$")
_ONE = pattern("【(?P<label>[^【】]+)】(?P<who>[^【】]*)")
_COMMENT = "#"


class SourceNote(NamedTuple):
    """Who told each figure, by its name, and the index of the line that says so (-1: none)."""

    line: int
    sources: Mapping[str, str]


def note_above(lines: Sequence[str], at: int) -> SourceNote:
    """Give the note in the comments right above a line, by its index."""
    while at > 0 and lines[at - 1].lstrip().startswith(_COMMENT):
        at -= 1
        if note := _NOTE.match(lines[at]):
            told = {one["label"]: one["who"].strip("； ") for one in _ONE.finditer(note["told"])}
            return SourceNote(at, told)
    return SourceNote(-1, {})


def has_notes(lines: Sequence[str]) -> bool:
    """Tell whether any line may be such a note; most files have none."""
    return any(_START in line for line in lines)


def note_line(sources: Mapping[str, str]) -> str:
    """Give the comment, without the blanks before it."""
    return _START + "；".join(f"【{label}】{_plain(who)}" for label, who in sources.items())


def _plain(who: str) -> str:
    return " ".join(who.split()).replace("【", "（").replace("】", "）")
