"""The text of one line of Markdown: escapes undone, marks that have no place in an official document taken off."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from generator.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_MARK = pattern(r"[*_`\[<&~]")
_ANY = pattern(r"[\\\t*_`\[<&~]")
_LONGEST = 20_000


def plain_text(line: str) -> str:
    """Give the text that a line of Markdown shows.

    A line without marks needs only its escapes undone; the others go through markdown-it, which knows where a mark is
    one.
    """
    if not _ANY.search(line):
        return line
    line = line.replace("\t", " ")
    if _MARK.search(_ESCAPED.sub("", line)) and len(line) < _LONGEST:
        return _unmarked(line)
    return _ESCAPED.sub(r"\1", line)


def _unmarked(line: str) -> str:
    (inline,) = _parser().parseInline(line)
    return "".join(_shown(token) for token in inline.children or ()).replace("\xa0", " ")


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
