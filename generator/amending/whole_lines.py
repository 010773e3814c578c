"""The lines of a facts file with one block of them taken out, put elsewhere, renamed, bared or made comments."""

from __future__ import annotations

from typing import Any

from generator.amending.blocks import composed, lines_of, shifted
from generator.amending.found_blocks import FoundBlocks, find_blocks, first_line_of
from generator.amending.hidden import MARK, hidden_blocks, in_effect
from generator.amending.restructuring import (
    Baring,
    Hiding,
    Moving,
    Removing,
    Renaming,
    Restructuring,
    Showing,
)
from generator.amending.spans import locate
from generator.amending.writing import in_brackets, written_name
from generator.problems import UserError
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import read_source

_ENDS = "\r\n"


def restructured_lines(text: str, change: Restructuring) -> str:
    """Give the text with the change made on its lines; raises LookupError where there is nothing at its path.

    Raises UserError where what is meant stands on one line with others and cannot be parted from them.
    """
    if isinstance(change, Baring):
        return _bared(text, change.path)
    lines, root = lines_of(text), composed(text.replace("\t", " "))
    found = find_blocks(root, lines, change.path[:-1])
    if isinstance(change, Showing):
        done = _shown(lines, root, change.path)
    elif found is None:
        return _in_brackets(text, change)
    elif isinstance(change, Removing):
        done = _removed(lines, found, found.index_of(change.path[-1]))
    elif isinstance(change, Hiding):
        done = _hidden(lines, found, found.index_of(change.path[-1]))
    elif isinstance(change, Renaming):
        done = _renamed(lines, found, found.index_of(change.path[-1]), change.name)
    else:
        done = _moved(lines, root, found, change)
    after = "".join(done)
    return after if text.endswith(("\n", "\r")) else after.rstrip(_ENDS)


def _bared(text: str, path: Path) -> str:
    """Put a value in the place of the braces in which it stands alone."""
    node = locate(text).node(path)
    if not node.flow:
        raise UserError("没有改：它写成了几行。", "请在文件里自己改。")
    (value,) = node.children.values()
    return f"{text[: node.start]}{text[value.start : value.end]}{text[node.end :]}"


def _removed(lines: list[str], found: FoundBlocks, index: int) -> list[str]:
    block, first = found.blocks[index], first_line_of(lines, found, index)
    rest = lines[block.end :]
    dash = lines[block.head][: found.column]
    if dash.strip() and index + 1 < len(found.blocks):  # behind a dash: the next entry comes to stand there
        after = found.blocks[index + 1].head - block.end
        rest[after] = dash + rest[after][found.column :]
        return [*lines[: block.head], *rest]
    return [*lines[:first], *rest]


def _hidden(lines: list[str], found: FoundBlocks, index: int) -> list[str]:
    block, column = found.blocks[index], found.column
    if len(found.blocks) == 1:
        raise UserError("没有改：这里只有这一项，收起来上一层就空了。", "请把上一层收起来。")
    if lines[block.head][:column].strip():
        raise UserError("没有改：它与别的内容写在一行上。", "请把它写成一项一行，或者在文件里自己改。")
    out = [
        f"{line[:column]}{MARK}{line[column:]}" if line.strip() else line
        for line in lines[block.head : block.end]
    ]
    return [*lines[: block.head], *out, *lines[block.end :]]


def _shown(lines: list[str], root: Any, path: Path) -> list[str]:
    found = find_blocks(root, lines, path[:-1])
    if found is None:
        raise LookupError(path)
    first, end = hidden_blocks(lines, found)[str(path[-1])]
    return [*lines[:first], *(in_effect(line, found.column) for line in lines[first:end]), *lines[end:]]


def _renamed(lines: list[str], found: FoundBlocks, index: int, name: str) -> list[str]:
    key, head = found.node.value[index][0], found.blocks[index].head
    line = lines[head]
    lines[head] = f"{line[: key.start_mark.column]}{written_name(name)}{line[key.end_mark.column :]}"
    return lines


def _moved(lines: list[str], root: Any, found: FoundBlocks, change: Moving) -> list[str]:
    index, target = found.index_of(change.path[-1]), find_blocks(root, lines, change.into)
    if target is None or lines[found.blocks[index].head][: found.column].strip():
        raise UserError("没有改：写在一行上的，不能这样移动。", "请把它写成一项一行，或者在文件里自己改。")
    block = found.blocks[index]
    first = first_line_of(lines, found, index)
    by = target.column - found.column
    own = [shifted(line, by) for line in lines[first : block.end]]
    at = (
        target.blocks[-1].end
        if change.before is None
        else first_line_of(lines, target, target.index_of(change.before))
    )
    if first <= at <= block.end:
        return lines
    if at > first:
        return [*lines[:first], *lines[block.end : at], *own, *lines[at:]]
    return [*lines[:at], *own, *lines[at:first], *lines[block.end :]]


def _in_brackets(text: str, change: Restructuring) -> str:
    """Write a list or mapping that stands in brackets anew, with the change made."""
    located, data = locate(text), read_source(text.encode(), "").data
    path = change.path[:-1]
    node, holder = located.node(path), content_at(data, path)
    if not node.flow or "#" in text[node.start : node.end] or isinstance(change, Hiding | Showing):
        raise UserError("没有改：它与别的内容写在一行上。", "请把它写成一项一行，或者在文件里自己改。")
    name = change.path[-1]
    if isinstance(holder, dict):
        entries = [
            (key, one) for key, one in holder.items() if key != name or not isinstance(change, Removing)
        ]
        if isinstance(change, Renaming):
            entries = [(change.name if key == name else key, one) for key, one in entries]
        written = in_brackets(dict(entries))
    else:
        written = in_brackets(_reordered(holder, change))
    return text[: node.start] + (written if written not in ("[]", "{}") else "") + text[node.end :]


def _reordered(items: list[Any], change: Restructuring) -> list[Any]:
    index = range(len(items))[int(change.path[-1])]
    rest = [*items[:index], *items[index + 1 :]]
    if not isinstance(change, Moving):
        return rest
    before = len(items) if change.before is None else int(change.before)
    at = before - (before > index)
    return [*rest[:at], items[index], *rest[at:]]
