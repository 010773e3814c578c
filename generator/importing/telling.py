"""What a text that was read back stands for in a facts file: topics with their fields, own words in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from generator.facts.sentences import RUN_ON
from generator.importing.rereading import SAME, Cause, OwnPiece, Piece, ReadClause, TopicLabel

Told = dict[str, Any]
"""Keys of a facts file with what stands under them, in their order."""

_BODY = "正文"
_BEFORE, _BEHIND = (_BODY, "做法"), (_BODY, "亮点", "成效")
_MOST = 12
_RUN_ON = f"【{RUN_ON}】"


@dataclass
class _Block:
    """A topic as it stands in a text: what is before its first field, its fields, what is behind."""

    topic: str
    before: list[OwnPiece] = field(default_factory=list)
    cause: str = ""
    values: dict[str, str] = field(default_factory=dict)
    behind: list[OwnPiece] = field(default_factory=list)


def told_of_topics(pieces: Sequence[Piece], own: Mapping[str, str]) -> Iterator[Told]:
    """Give the ways in which topics under a heading may say these pieces, the likeliest first; none where none can.

    `own` gives own sentences as they are written, with their marks.
    """
    blocks = _blocks(pieces)
    if blocks is None:
        return
    ways = product(*(tuple(_ways(block, own)) for block in blocks))
    for _number, way in zip(range(_MOST), ways, strict=False):
        yield {block.topic: told for block, told in zip(blocks, way, strict=True)}


def told_of_duties(pieces: Sequence[Piece], own: Mapping[str, str]) -> Iterator[Told]:
    """Give the ways in which 第一责任人, where fields stand side by side, may say these pieces."""
    clauses = [one for one in pieces if isinstance(one, ReadClause)]
    values = _values(clauses)
    if values is None or not clauses or any(isinstance(one, Cause) for one in pieces):
        return
    pieces = [one for one in pieces if not isinstance(one, TopicLabel)]
    at = next(number for number, one in enumerate(pieces) if isinstance(one, ReadClause))
    mine = [(number < at, one) for number, one in enumerate(pieces) if isinstance(one, OwnPiece)]
    before, behind = ([one for first, one in mine if first is side] for side in (True, False))
    own = {one.text: own.get(one.text, one.text) for _first, one in mine}
    own |= {one.text: f"{_RUN_ON}{own[one.text]}" for one in behind[:1] if not one.begins}
    yield from _ways(_Block("", before, "", values, behind), own)


def _blocks(pieces: Sequence[Piece]) -> list[_Block] | None:
    """Part pieces by topics; what stands between two topics goes with the first; None where a topic comes back."""
    blocks: list[_Block] = []
    before: list[OwnPiece] = []
    cause = opened = ""
    for one in pieces:
        if isinstance(one, ReadClause):
            if not blocks or blocks[-1].topic != one.topic or cause:
                if any(block.topic == one.topic for block in blocks):
                    return None
                blocks.append(_Block(one.topic, before, cause))
                before, cause = [], ""
            merged = _values([one], blocks[-1].values)
            if merged is None:
                return None
            blocks[-1].values = merged
        elif isinstance(one, Cause):
            cause = one.text
        elif isinstance(one, TopicLabel):
            opened = one.topic
        elif blocks and opened in {"", blocks[-1].topic}:
            blocks[-1].behind.append(one)
        else:
            before.append(one)
    return None if before or cause else blocks


def _values(clauses: Sequence[ReadClause], known: Mapping[str, str] | None = None) -> dict[str, str] | None:
    """Give the values that clauses tell; None where one field has two."""
    values = dict(known or {})
    for clause in clauses:
        for name, value in clause.values.items():
            value = values.get(value[1:], "") if value.startswith(SAME) else value
            if not value or values.setdefault(name, value) != value:
                return None
    return values


def _ways(block: _Block, own: Mapping[str, str]) -> Iterator[Told]:
    """Give the ways to write one topic: own words before and behind its fields under one key or another."""
    for first, last in product(_keys(block.before, _BEFORE), _keys(block.behind, _BEHIND)):
        if first and first == last:
            continue
        told: Told = {"针对": block.cause} if block.cause else {}
        told |= {first: _written(first, block.before, own)} if first else {}
        told |= block.values
        told |= {last: _written(last, block.behind, own)} if last else {}
        yield told


def _keys(pieces: Sequence[OwnPiece], keys: Sequence[str]) -> Sequence[str]:
    """Give the keys that own words may stand under; with a label they are 做法 or 亮点."""
    if not pieces:
        return ("",)
    return keys[1:2] if any(one.label for one in pieces) else keys


def _written(key: str, pieces: Sequence[OwnPiece], own: Mapping[str, str]) -> Any:
    texts = [own.get(one.text, one.text) for one in pieces]
    if key == "成效":
        return "".join(texts).rstrip("。")
    if key == _BODY:
        return texts
    items: list[Any] = []
    for piece, text in zip(pieces, texts, strict=True):
        if piece.label or not items:
            items.append({piece.label: text.rstrip("。")} if piece.label else text.rstrip("。"))
        elif isinstance(items[-1], dict):
            label, said = next(iter(items[-1].items()))
            items[-1] = {label: f"{said}。{text.rstrip('。')}"}
        else:
            items[-1] = f"{items[-1]}。{text.rstrip('。')}"
    return items
