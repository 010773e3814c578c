"""What changed between two versions of a report: its sentences, old and new, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import pattern

_WORD = pattern(r"\d[\d.,]*[余多]?[万千百十]?[余多]?(?:%|[一-龥])?|[A-Za-z]+|.", re.DOTALL)
_ALIKE = 0.4
"""Two sentences with a smaller part in common are one struck and one written."""


class Piece(NamedTuple):
    """Some words of a sentence, and whether the other version lacks them."""

    text: str
    changed: bool


class SentenceChange(NamedTuple):
    """A sentence as it was and as it is; without pieces where it was not there, or is no more.

    `at` is the number of the sentence in the new version; of one that is no more, of that which stands in its place.
    """

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    at: int


def changed_sentences(before: Sequence[str], after: Sequence[str]) -> tuple[SentenceChange, ...]:
    """Give the sentences in which two versions differ, in the order of the report."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        change
        for kind, start, end, start2, end2 in matcher.get_opcodes()
        if kind != "equal"
        for change in _paired(before[start:end], after[start2:end2], start2)
    )


def _paired(before: Sequence[str], after: Sequence[str], first: int) -> Iterator[SentenceChange]:
    """Put each new sentence beside the first old one that is like it; the order of both stays.

    `first` is the number of the first new one.
    """
    waiting = list(before)
    for at, new in enumerate(after, first):
        like = next((number for number, old in enumerate(waiting) if _is_like(old, new)), None)
        if like is None:
            yield SentenceChange((), (Piece(new, changed=True),), at)
            continue
        yield from (SentenceChange((Piece(old, changed=True),), (), at) for old in waiting[:like])
        yield SentenceChange(*_changed(waiting[like], new), at)
        del waiting[: like + 1]
    end = first + len(after)
    yield from (SentenceChange((Piece(old, changed=True),), (), end) for old in waiting)


# the page that compares while somebody types asks for the same pairs at each key
@lru_cache(maxsize=16384)
def _is_like(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False)
    # both are never less than the ratio, and take a small part of its time
    return matcher.real_quick_ratio() >= _ALIKE <= matcher.quick_ratio() and matcher.ratio() >= _ALIKE


@lru_cache(maxsize=1024)
def _changed(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    was, now = _WORD.findall(old), _WORD.findall(new)
    opcodes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return (
        _pieces((was[start:end], kind != "equal") for kind, start, end, _, _ in opcodes),
        _pieces((now[start:end], kind != "equal") for kind, _, _, start, end in opcodes),
    )


def _pieces(runs: Iterator[tuple[list[str], bool]]) -> tuple[Piece, ...]:
    return tuple(Piece("".join(words), changed) for words, changed in runs if words)
