"""The lines of a facts file cut into blocks: a key or an item, all that stands under it, the comments above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.patterns import pattern
from generator.yamltext.indents import indent_of

if TYPE_CHECKING:
    import yaml

STEP = 2
"""How many blanks a level stands further in than the one above it."""
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENDS = "\r\n"


class LineBlock(NamedTuple):
    """A key, or an item of a list, by its lines: where it begins with its comments, where it stands, where it ends."""

    first: int
    head: int
    end: int
    name: str
    value: Any


class BlockCut(NamedTuple):
    """The blocks of one mapping or list, and from which line on comments follow that are of none."""

    blocks: tuple[LineBlock, ...]
    tail: int


def lines_of(text: str) -> list[str]:
    """Give the lines with their ends; the last one has one too."""
    lines: list[str] = _LINE.findall(text)
    if lines and not lines[-1].endswith(tuple(_ENDS)):
        lines[-1] += lines[0][len(lines[0].rstrip(_ENDS)) :] or "\n"
    return lines


def composed(text: str) -> yaml.Node:
    """Give the YAML nodes of a text that has been read without a mistake."""
    import yaml

    node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    if node is None:
        raise ValueError(text)
    return node


def is_block(node: Any) -> bool:
    """Tell whether a node is a mapping or a list whose entries stand on lines of their own."""
    return isinstance(node.value, list) and bool(node.value) and not node.flow_style


def cut_blocks(node: Any, lines: Sequence[str], start: int, end: int) -> BlockCut:
    """Cut the lines from `start` to before `end`, which a block mapping or list takes, into its blocks."""
    column = column_of(node)
    entries = [_entry(one, lines, column) for one in node.value]
    heads = [line for line, _, _ in entries]
    firsts, ends = [start], []
    for (_, _, value), head, following in zip(entries, heads, [*heads[1:], end], strict=True):
        after = _last_said(value, lines, head) + 1
        while after < following and _is_inside(lines, after, following, column):
            after += 1
        ends.append(after)
        firsts.append(after)
    blocks = [
        LineBlock(first, head, stop, name, value)
        for first, stop, (head, name, value) in zip(firsts, ends, entries, strict=False)
    ]
    return BlockCut(tuple(blocks), ends[-1])


def _last_said(value: Any, lines: Sequence[str], head: int) -> int:
    """Give the last line of a value; the blank lines behind a block of text are not of it."""
    last = max(last_line(value), head)
    while last > head and not lines[last].strip():
        last -= 1
    return last


def column_of(node: Any) -> int:
    """Give the column in which the keys or dashes of a block mapping or list stand."""
    return int(node.start_mark.column)


def _entry(one: Any, lines: Sequence[str], column: int) -> tuple[int, str, Any]:
    """Give line, name and value of a key, or of an item, whose dash may stand above it."""
    if isinstance(one, tuple):
        return one[0].start_mark.line, one[0].value, one[1]
    line = one.start_mark.line
    while line and not (indent_of(lines[line]) == column and lines[line].lstrip().startswith("-")):
        line -= 1
    return line, "", one


def last_line(node: Any) -> int:
    """Give the last line on which something of a node stands."""
    if is_block(node):
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last)
    line = int(node.end_mark.line)
    folded = getattr(node, "style", None) in {"|", ">"}
    return line - 1 if folded and node.end_mark.column == 0 else line


def _is_inside(lines: Sequence[str], at: int, following: int, column: int) -> bool:
    """Tell whether a blank line or a comment still belongs to what is above it: a deeper comment stands there."""
    while at < following and not lines[at].strip():
        at += 1
    return at < following and indent_of(lines[at]) > column


def shifted(line: str, by: int) -> str:
    """Give a line further in, or further out as far as it has blanks; a blank line stays."""
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, indent_of(line)) :]
