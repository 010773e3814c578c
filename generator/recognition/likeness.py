"""Which fields and topics a few words are like, where no field's own words stand in them: 入企检查, 巡查检查."""

from __future__ import annotations

from collections.abc import Iterable

from generator.recognition.spoken import FieldWords

_PIECE = 2
_MOST = 3
LEAST = 0.25
"""The share from which a name is like a word at all."""
CLOSE = 0.5
"""The share from which it may be another name for the same: 当场办结 for 现场办结."""


def like_fields(word: str, fields: Iterable[FieldWords], least: float = LEAST) -> tuple[FieldWords, ...]:
    """Give the fields whose names share most pieces of two characters with a word, the likest first; three at most.

    `least` is the share that a name must have in common.
    """
    likeness = [(max(_shared(word, name) for name in one.names), one) for one in fields]
    likeness.sort(key=lambda pair: -pair[0])
    best = likeness[0][0] if likeness else 0.0
    return tuple(one for share, one in likeness[:_MOST] if share >= max(least, best / 2))


def _shared(word: str, name: str) -> float:
    """Give the share of two texts' pieces of two characters that both have: 1 for the same, 0 for none."""
    pieces, others = _pieces(word), _pieces(name)
    return 2 * len(pieces & others) / (len(pieces) + len(others)) if pieces and others else 0.0


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _PIECE] for at in range(len(text) - 1))


def explained(text: str, words: str) -> int:
    """Count the characters of a text that stand in stretches of two or more which the words hold as well."""
    count, at = 0, 0
    while at < len(text) - 1:
        end = at
        while end < len(text) and text[at : end + 1] in words:
            end += 1
        held = end - at if end - at >= _PIECE else 0
        count, at = count + held, at + max(held, 1)
    return count
