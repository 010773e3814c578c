"""Lines in their order and at their indent: two blanks a level, the dash of a list two blanks in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.amending.blocks import (
    STEP,
    LineBlock,
    column_of,
    composed,
    cut_blocks,
    is_block,
    lines_of,
    shifted,
)
from generator.arranging.order import ordered_keys
from generator.topics.topic import Topics
from generator.yamltext.indents import indent_of
from generator.yamltext.path import Path

_DASH = "- "


def arranged_text(text: str, topics: Topics) -> str:
    """Give the text of a facts file with its keys in order and its lines indented; comments move with their line.

    The text must be one that `read_source` takes; it says the same afterwards.
    """
    lines = lines_of(text)
    node = composed(text)
    if not is_block(node):
        return text
    start = _behind_head(lines, node.start_mark.line)
    return "".join([*lines[:start], *_Arranger(lines, topics).mapping(node, (), start, len(lines), 0)])


def _behind_head(lines: Sequence[str], first: int) -> int:
    """Give where what is said of the file as a whole ends: behind its last blank line, or all comments before a key."""
    blank = [number for number in range(first) if not lines[number].strip()]
    return blank[-1] + 1 if blank else first


class _Arranger:
    """Arranges the lines of one file; each method gives those of a node anew, from the column where they belong."""

    def __init__(self, lines: Sequence[str], topics: Topics) -> None:
        self.lines, self.topics = lines, topics

    def mapping(self, node: Any, path: Path, start: int, end: int, column: int) -> list[str]:
        """Give the lines of a block mapping."""
        blocks, tail = cut_blocks(node, self.lines, start, end)
        by = column - column_of(node)
        order = ordered_keys(path, [one.name for one in blocks], self.topics)
        done = [line for place in order for line in self._entry(node, blocks[place], path, column)]
        return done + [shifted(line, by) for line in self.lines[tail:end]]

    def _entry(self, node: Any, block: LineBlock, path: Path, column: int) -> list[str]:
        old = column_of(node)
        above = [shifted(line, column - old) for line in self.lines[block.first : block.head]]
        head = " " * column + self.lines[block.head][old:]
        return [*above, head, *self._under(block, (*path, block.name), column, column - old)]

    def _under(self, block: LineBlock, path: Path, column: int, by: int) -> list[str]:
        """Give the lines below a key: those of a block in its value, or further lines of one value."""
        value, start = block.value, block.head + 1
        if is_block(value) and value.start_mark.line > block.head:
            arrange = self.sequence if _is_list(value) else self.mapping
            return arrange(value, path, start, block.end, column + STEP)
        return [shifted(line, by) for line in self.lines[start : block.end]]

    def sequence(self, node: Any, path: Path, start: int, end: int, column: int) -> list[str]:
        """Give the lines of a block list."""
        blocks, tail = cut_blocks(node, self.lines, start, end)
        by = column - column_of(node)
        done: list[str] = []
        for number, block in enumerate(blocks):
            done += [shifted(line, by) for line in self.lines[block.first : block.head]]
            done += self._item(block, (*path, number), column, by)
        return done + [shifted(line, by) for line in self.lines[tail:end]]

    def _item(self, block: LineBlock, path: Path, column: int, by: int) -> list[str]:
        value = block.value
        if is_block(value) and value.start_mark.line == block.head and not _is_list(value):
            inner = self.mapping(value, path, block.head, block.end, column + STEP)
            first = next(number for number, line in enumerate(inner) if not _is_remark(line))
            inner[first] = " " * column + _DASH + inner[first].lstrip(" ")
            return inner
        head, rest = self.lines[block.head], self.lines[block.head + 1 : block.end]
        said = head[indent_of(head) + 1 :]
        bare = said.lstrip(" ")
        dash = " " * column + ("-" + said if not bare.strip() or is_block(value) else _DASH + bare)
        return [dash, *(shifted(line, by) for line in rest)]


def _is_list(node: Any) -> bool:
    return not isinstance(node.value[0], tuple)


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
