"""What a text that was read back stands for in a facts file: topics with their fields, own words in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from generator.facts.sentences import RUN_ON
from generator.importing.clause_values import SAME
from generator.importing.rereading import Cause, OwnPiece, Piece, ReadClause, ReadRecord, TopicLabel
from generator.patterns import pattern

Told = dict[str, Any]
"""Keys of a facts file with what stands under them, in their order."""

_BODY = "正文"
_BEFORE, _BEHIND = (_BODY, "做法"), (_BODY, "亮点", "成效")
_MOST = 12
_DOCUMENTS = pattern("(《.*》)和(.+)")
"""What is carried out: documents, and behind them what is none."""
_RUN_ON = f"【{RUN_ON}】"


@dataclass
class _Block:
    """A topic as it stands in a text: what is before its first field, its fields, what is behind."""

    topic: str
    before: list[OwnPiece] = field(default_factory=list)
    cause: str = ""
    values: dict[str, str] = field(default_factory=dict)
    behind: list[OwnPiece | ReadRecord] = field(default_factory=list)


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
    before = [OwnPiece(one.text) if isinstance(one, ReadRecord) else one for one in pieces[:at]]
    behind = [one for one in pieces[at:] if isinstance(one, (OwnPiece, ReadRecord))]
    if behind and isinstance(first := behind[0], OwnPiece) and not first.begins:
        own = {**own, first.text: f"{_RUN_ON}{own.get(first.text, first.text)}"}
    yield from _ways(
        _Block("", [one for one in before if isinstance(one, OwnPiece)], "", values, behind), own
    )


def told_of_opening(pieces: Sequence[Piece]) -> Iterator[Told]:
    """Give the parts of 导语 that say these pieces; none where a piece is no part of it."""
    values = _values([one for one in pieces if isinstance(one, ReadClause)])
    if values and all(isinstance(one, ReadClause) for one in pieces):
        documents = _DOCUMENTS.fullmatch(values.get("落实", ""))
        yield {**values, **({"落实": [*documents.groups()]} if documents else {})}


def clash_of(pieces: Sequence[Piece]) -> ReadClause | None:
    """Give the first clause that gives a field of its topic another value than one before it; None where none does."""
    known: dict[tuple[str, str], str] = {}
    for one in pieces:
        if isinstance(one, ReadClause) and any(
            known.setdefault((one.topic, name), value) != value for name, value in one.values.items()
        ):
            return one
    return None


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
            before.append(one if isinstance(one, OwnPiece) else OwnPiece(one.text))
    return None if before or cause else blocks


def _values(clauses: Sequence[ReadClause], known: Mapping[str, str] | None = None) -> dict[str, str] | None:
    """Give the values that clauses tell; None where one field has two."""
    values = dict(known or {})
    for clause in clauses:
        for name, told in clause.values.items():
            value = values.get(told[1:], "") if told.startswith(SAME) else told
            if not value or values.setdefault(name, value) != value:
                return None
    return values


def _ways(block: _Block, own: Mapping[str, str]) -> Iterator[Told]:
    """Give the ways to write one topic: own words before and behind its fields under one key or another."""
    behind = [one for one in block.behind if isinstance(one, OwnPiece)]
    records = [one for one in block.behind if isinstance(one, ReadRecord)]
    for first, last in product(_keys(block.before, _BEFORE), _keys(behind, _BEHIND)):
        if first and first == last:
            continue
        told: Told = {"针对": block.cause} if block.cause else {}
        told |= {first: _written(first, block.before, own)} if first else {}
        told |= block.values
        closing = {last: _written(last, behind, own)} if last else {}
        told |= (
            {**_listed(records), **closing}
            if block.behind[:1] == records[:1]
            else {**closing, **_listed(records)}
        )
        yield told


def _listed(records: Sequence[ReadRecord]) -> Told:
    """Give 活动 as a list and 其他数据 as one mapping, in the order in which they first stand."""
    told: Told = {}
    for one in records:
        if one.key == "活动":
            told.setdefault(one.key, []).append(dict(one.parts))
        else:
            told[one.key] = {**told.get(one.key, {}), **one.parts}
    return told


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
