"""The text of one value as it was meant, and the slips in writing it that YAML takes without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from generator.patterns import pattern
from generator.yamltext import indents, pitfalls
from generator.yamltext.pitfalls import Pitfall

_MOST = 20  # each place is counted out from the top of the file
NULLS = frozenset({"~", "null", "Null", "NULL"})
_THOUSANDS = pattern(r"\d,\d{3}(?!\d)")
_WIDE = "[\u2014-\u201f\u2026\u3001-\u9fff\uff01-\uff60\U00020000-\U0003ffff]"
_BLANK = pattern(f"(?<={_WIDE}) (?={_WIDE})")


def scalar_text(event: Any, lines: Sequence[str]) -> str:
    """Give the text of a scalar event: as written, nothing for blanks or a plain `~`, lines joined as Chinese is."""
    text: str = event.value
    if event.start_mark.line != event.end_mark.line and event.style != "|":
        text = _unfolded(text, lines[event.start_mark.line : event.end_mark.line + 1])
    bare = text.strip()  # of full-width blanks too; YAML has stripped the others
    if not bare:
        return ""  # what shows nothing is empty, quoted or not
    if "\r" in text:  # from an escape: the file's own line ends have been made alike
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if event.style:
        return text.rstrip("\n") if event.style in ("|", ">") else text
    return "" if bare in NULLS else bare


def _unfolded(text: str, lines: Sequence[str]) -> str:
    """Take out the blank that YAML puts for a line break where it stands between two Chinese characters."""
    joints = {above.rstrip()[-1:] + " " + below.lstrip()[:1] for above, below in pairwise(lines)}
    return _BLANK.sub(lambda blank: "" if text[blank.start() - 1 : blank.end() + 1] in joints else " ", text)


def slips(event: Any, lines: Sequence[str], key_line: int | None) -> Iterator[Pitfall | None]:
    """Look for slips in a value; `key_line` is the line of its key, None for an item of a list."""
    first, last = event.start_mark.line, event.end_mark.line
    if event.style in ('"', "'"):
        if first != last:
            yield pitfalls.runaway_quote(lines, first, last, event.start_mark.column)
    elif not event.style:
        yield pitfalls.cut_off(last, lines[last], event.end_mark.column, event.value)
        if first != last and key_line is None:
            yield indents.uneven_items(lines, first, last)
            yield from pitfalls.swallowed(lines, first + 1, last, items=False)
        elif first != last:
            yield from pitfalls.swallowed(lines, first + (key_line == first), last)
        elif key_line is None:
            yield pitfalls.doubtful_item(first, lines[first])
        elif key_line != first:
            yield from pitfalls.swallowed(lines, first, last)


def wrong_entry(key: str, around: tuple[str, str], line: int, column: int) -> Pitfall | None:
    """Find an entry in braces that is no name and value, by its key and the texts before and behind it."""
    before, behind = around
    if _THOUSANDS.search(f"{before}{key}"):
        return None  # split_figures names it
    if any(mark in key for mark in "，："):
        message = "花括号里的冒号和逗号要用半角，这里有全角的。"
    elif not behind.lstrip().startswith(":"):
        message = f"花括号里的“{key}”没有写成“名称: 内容”。"
    else:
        return None
    return Pitfall(
        line, column, "格式-09", message, "写法是 {值: 198件, 来源: 司法所台账}；是正文的，请给整句加引号。"
    )


def split_figures(text: str, start: int, end: int) -> Iterator[Pitfall]:
    """Find thousands commas between braces or brackets, where a comma parts entries: text[start:end]."""
    for offset, figure in islice(pitfalls.thousands(text[start:end]), _MOST):
        at = start + offset
        message = f"括号里的逗号是分隔号，“{figure}”会被拆成几项。"
        fix = f"是一个数的，请写成 {figure.replace(',', '')}；是几个数的，请在逗号后面空一格。"
        yield Pitfall(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, "格式-09", message, fix)
