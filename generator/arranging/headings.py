"""Topics that stand by themselves are put under the headings of 大节.yaml, or of the file where it has one for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
from generator.facts.headings import stands_over_topics
from generator.forms.lines import scalar
from generator.topics.grouping import TopicGroup
from generator.topics.topic import MEASURES, Topics

Headings = Sequence[tuple[str, TopicGroup]]
"""Each group of topics with what its heading is called in this file."""


class _Move(NamedTuple):
    """Topics that come to stand under a heading, which is begun for them or is there already."""

    heading: str
    names: tuple[str, ...]
    begun: bool


def grouped_text(text: str, data: Mapping[str, Any], topics: Topics, headings: Headings) -> str:
    """Give the text of a facts file, which says `data`, with each topic of no heading under the one of its group.

    A heading of the file that has a topic of the group already, or is called so, takes it; else one is begun where the
    first of them stood.
    """
    root, lines = composed(text), lines_of(text)
    if not is_block(root):
        return text
    part = next((one for one in cut_blocks(root, lines, 0, len(lines)).blocks if one.name == MEASURES), None)
    if part is None or not is_block(part.value):
        return text
    blocks, tail = cut_blocks(part.value, lines, part.head + 1, part.end)
    moves = list(_moves(blocks, data[MEASURES], topics, headings))
    under = {name: move for move in moves for name in move.names}
    by_name = {block.name: block for block in blocks}
    column = column_of(part.value)
    done = lines[: part.head + 1]
    for block in blocks:
        own = lines[block.first : block.end]
        if block.name not in under:
            done += own
            taken = [move for move in moves if move.heading == block.name and not move.begun]
            deeper = column_of(block.value) - column if taken else 0
            done += [shifted(line, deeper) for move in taken for line in _lines_of_all(move, by_name, lines)]
        elif (move := under[block.name]).begun and block.name == move.names[0]:
            done.append(f"{' ' * column}{scalar(move.heading)}:{_end_of(lines[block.head])}")
            done += [shifted(line, STEP) for line in _lines_of_all(move, by_name, lines)]
    return "".join([*done, *lines[tail:]])


def _moves(
    blocks: Sequence[LineBlock], data: Mapping[str, Any], topics: Topics, headings: Headings
) -> Iterator[_Move]:
    over = {name: one for name, one in data.items() if stands_over_topics(name, one, topics.measures)}
    on_lines = {block.name for block in blocks if is_block(block.value)}
    for title, group in headings:
        there = [
            name for name, one in over.items() if name == title or any(topic in one for topic in group.topics)
        ]
        heading = there[0] if there else title
        names = [name for name in data if name in group.topics and name not in over]
        names = [name for name in names if name not in over.get(heading, {})]
        if names and (heading in on_lines if there else heading not in data):
            yield _Move(heading, tuple(names), begun=not there)


def _lines_of_all(move: _Move, blocks: Mapping[str, LineBlock], lines: Sequence[str]) -> Iterator[str]:
    for name in move.names:
        yield from lines[blocks[name].first : blocks[name].end]


def _end_of(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
