"""Undo the line breaks within a paragraph of Markdown: in a browser each would be a blank amid the characters."""

from __future__ import annotations

import re

_FENCE = re.compile(r" *(`{3,}|~{3,})")
_STARTS = re.compile(r" *(?:[-*+] |\d+\. |#|>|\||<|!!!|: |---+$)|\s*$")
"""A line that begins something of its own, or is blank."""
_CLOSED = re.compile(r" *(?:#|\||<|---+$)|\s*$")
"""A line that nothing is joined to."""
_FULL_STOPS = "，。；：、！？（）“”‘’《》【】〔〕…—"


def joined(text: str) -> str:
    """Give Markdown with each paragraph, and each item of a list, on one line; code and tables are left alone."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and line.strip() == mark[1] else fence
            lines.append(line)
        elif mark:
            fence = mark[1]
            lines.append(line)
        elif lines and not _STARTS.match(line) and not _ends(lines[-1]):
            lines[-1] = _put_together(lines[-1], line.strip())
        else:
            lines.append(line)
    return "\n".join(lines)


def _ends(line: str) -> bool:
    return bool(_CLOSED.match(line) or _FENCE.match(line)) or line.endswith("  ")


def _put_together(left: str, right: str) -> str:
    """Join two lines as the pages space them: a blank between a character and what is half-width, none elsewhere."""
    meeting = left[-1] + right[0]
    close = meeting.isalpha() and not meeting.isascii() and min(meeting) > "\u2e80"
    return left + ("" if close or set(meeting) & set(_FULL_STOPS) else " ") + right
