"""Where the block of lines stands that a path of a facts file names, with what belongs to it and to no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.amending.blocks import LineBlock, column_of, cut_blocks, is_block
from generator.patterns import pattern
from generator.yamltext.path import Path

_WRITTEN_OUT = pattern(r"\s*#(?:  +\S| (?:- )?[^\s#：。，；]+:(?:\s|$))")
"""A comment that is a key taken out of effect, or stands below one: of the file, not of the key that follows."""


class FoundBlocks(NamedTuple):
    """The blocks of a mapping or a list in a file's lines: `node` is it, from line `start` to before line `end`."""

    node: Any
    start: int
    end: int
    blocks: tuple[LineBlock, ...]

    @property
    def column(self) -> int:
        """Where its keys or its dashes stand."""
        return column_of(self.node)

    def index_of(self, part: str | int) -> int:
        """Give which of the blocks a key or an index names; raises LookupError where there is none."""
        if isinstance(part, int):
            return range(len(self.blocks))[part]
        return next(number for number, one in enumerate(self.blocks) if one.name.strip() == part)


def find_blocks(root: Any, lines: Sequence[str], path: Path) -> FoundBlocks | None:
    """Give the blocks of what stands at a path; None where it, or something above it, stands on one line."""
    node, start, end = root, 0, len(lines)
    for part in path:
        above = _blocks_of(node, lines, start, end)
        if above is None:
            return None
        block = above.blocks[above.index_of(part)]
        node, end = block.value, block.end
        start = block.head + (not is_block(node) or node.start_mark.line > block.head)
    return _blocks_of(node, lines, start, end)


def first_line_of(lines: Sequence[str], found: FoundBlocks, index: int) -> int:
    """Give the line where a block begins: with the remarks right above it and the blank lines above these."""
    floor = found.blocks[index - 1].end if index else found.start
    at = found.blocks[index].head
    while at > floor and lines[at - 1].lstrip().startswith("#") and not _WRITTEN_OUT.match(lines[at - 1]):
        at -= 1
    while at > floor and not lines[at - 1].strip():
        at -= 1
    return at


def _blocks_of(node: Any, lines: Sequence[str], start: int, end: int) -> FoundBlocks | None:
    if not is_block(node):
        return None
    return FoundBlocks(node, start, end, cut_blocks(node, lines, start, end).blocks)
