"""The text of one line of Markdown: escapes undone, marks that have no place in an official document taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.numbers.units import longest_word
from generator.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_MARK = pattern(r"[*_`\[<&~]")
_ANY = pattern(r"[\\\t*_`\[<&~]")
_LONGEST = 20_000
_STRETCH = pattern(r"\\.|(?P<marks>[*_~]+)")
_SPELT = pattern("[0-9A-Za-z]")


def plain_text(line: str) -> str:
    """Give the text that a line of Markdown shows.

    A line without marks needs only its escapes undone; the others go through markdown-it, which knows where a mark is
    one, but for those that officials write: 3*4米, 5~8月, 召开会议*次.
    """
    if not _ANY.search(line):
        return line
    line = line.replace("\t", " ")
    if _MARK.search(_ESCAPED.sub("", line)) and len(line) < _LONGEST:
        return _unmarked(line)
    return _ESCAPED.sub(r"\1", line)


def _unmarked(line: str) -> str:
    (inline,) = _parser().parseInline(_kept(line))
    return "".join(_shown(token) for token in inline.children or ()).replace("\xa0", " ")


def _kept(line: str) -> str:
    """Escape the stars, underlines and tildes that are written and not meant to set anything off."""
    runs = [found for found in _STRETCH.finditer(line) if found["marks"]]
    pieces: list[str] = []
    at = 0
    opened: set[str] = set()
    for number, found in enumerate(runs):
        marks, before, after = found["marks"], line[: found.start()][-1:], line[found.end() :][:1]
        spelt = bool(_SPELT.match(before) and _SPELT.match(after))
        if spelt or (marks not in opened and _masks(line, runs[number:])):
            pieces += [line[at : found.start()], *(f"\\{mark}" for mark in marks)]
            at = found.end()
        else:
            opened ^= {marks}
    return "".join(pieces) + line[at:]


def _masks(line: str, runs: Sequence[re.Match[str]]) -> bool:
    """Tell whether the first run stands for a figure: before a measure word, and no like run closes what it opens."""
    first = runs[0]
    like = [one for one in runs if one["marks"] == first["marks"]]
    masking = line[: first.start()].strip() and longest_word(line[first.end() :])
    return bool(masking and (len(like) % 2 or longest_word(line[like[1].end() :])))


def _shown(token: Any) -> str:
    if token.type == "text":
        # left over where ** closes before a Chinese character, which CommonMark doesn't take for an end
        return str(token.content).replace("**", "")
    return str(token.content) if token.content else ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # text_join would hide which characters were escaped
    return MarkdownIt("commonmark", {"html": False}).enable("strikethrough").disable("text_join")
