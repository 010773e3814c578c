"""Verbs and the nouns that clauses end with, where the one does not take the other: 制造良好氛围, 水平明显增强."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.scan import is_quoted
from generator.patterns import pattern
from generator.wordlist import word_lines

_CLAUSE = pattern("[一-龥]{4,}")
_ENDS = frozenset("，。；！0123456789")
_POINT = pattern("[一二三四五六七八九十]是|要|将|应|同时|此外|另外")
_SIZES = (2, 3)
_BREAKS = frozenset("为以对将使让把由从在不是并或被能等及向于、")
"""What makes another clause, or no noun, of the words between a verb and a noun."""
_AND = pattern("[和与]")
_FARTHEST = 16
_OF_CLAUSES = frozenset(["组织", "防止", "避免", "防范", "推动", "促进", "引导"])
"""Verbs behind which a whole clause may stand, with a verb that no list has: 组织干部学习法规, 防止利益冲突制度."""
_NEAR = 3


class OddObject(NamedTuple):
    """A stretch from a verb to a noun that do not go together, and the verbs that go with the noun."""

    start: int
    end: int
    verb: str
    noun: str
    usual: tuple[str, ...]


class _Verbs(NamedTuple):
    """Verbs that are nothing else, those that may be an attribute, the nouns that take such ones; what nouns take.

    `how` is what may stand before a verb and says how it is done.
    """

    plain: frozenset[str]
    deeds: frozenset[str]
    with_deeds: frozenset[str]
    how: frozenset[str]
    takes: dict[str, tuple[str, ...]]
    said_of: dict[str, tuple[str, ...]]


@cache
def _verbs() -> _Verbs:
    rows = [line.split("：") for line in word_lines("动宾.txt")]
    kinds = {kind: frozenset(words.split()) for kind, words in rows[:4]}
    takes = {noun: tuple(verbs.split()) for nouns, verbs in rows[4:] for noun in nouns.split()}
    said_of = {noun[1:]: verbs for noun, verbs in takes.items() if noun[0] == "～"}
    return _Verbs(kinds["动词"], kinds["动名"], kinds["可带"], kinds["状语"], takes, said_of)


def odd_objects(text: str) -> Iterator[OddObject]:
    """Give each clause whose verb does not take the noun that it ends with, or whose subject its verb."""
    verbs = _verbs()
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        if text[end : end + 1] and text[end] not in _ENDS:
            continue
        found = (
            _predicate(text, start, end) if text[end - 2 : end] in verbs.plain else _object(text, start, end)
        )
        if found and not is_quoted(text, found.end - 1):
            yield found


def _noun(text: str, start: int, end: int) -> str:
    """Give the noun of our list that a stretch ends with; "" for none."""
    takes = _verbs().takes
    ends = (text[end - size : end] for size in (2, 3, 4) if end - size >= start)
    return next((noun for noun in ends if noun in takes), "")


def _object(text: str, start: int, end: int) -> OddObject | None:
    noun = _noun(text, start, end)
    at = _behind_adverbs(text, start) if noun else start
    verb = text[at : at + 2]
    if not noun or not _is_odd(verb, noun) or not at + 2 <= end - len(noun) <= at + _FARTHEST:
        return None
    if not _governs(text[start - 1 : start], verb, text[at + 2 : end - len(noun)], noun):
        return None
    return OddObject(at, end, verb, noun, _verbs().takes[noun])


def _behind_adverbs(text: str, at: int) -> int:
    """Give where a clause goes on behind the words that open it and say how."""
    point = _POINT.match(text, at)
    at = point.end() if point else at
    how = _verbs().how
    while size := next((size for size in _SIZES if text[at : at + size] in how), 0):
        at += size
    return at


def _is_odd(verb: str, noun: str) -> bool:
    verbs = _verbs()
    if verb in verbs.takes[noun]:
        return False
    return verb in verbs.plain or (verb in verbs.deeds and noun not in verbs.with_deeds)


def _governs(before: str, verb: str, between: str, noun: str) -> bool:
    """Tell whether the verb and the noun belong together by what stands between them."""
    verbs = _verbs()
    if not _BREAKS.isdisjoint(between) or (before == "、" and "的" in between):
        return False
    if verb in verbs.deeds and not between:
        return False  # 保护意识 is a kind of 意识
    if verb in _OF_CLAUSES and len(between) > _NEAR:
        return False
    others = {between[at : at + 2] for at in range(len(between) - 1)}
    if not others.isdisjoint(verbs.plain) or (
        noun not in verbs.with_deeds and not others.isdisjoint(verbs.deeds)
    ):
        return False
    parts = _AND.split(between)[:-1]
    return all((first := _noun(part, 0, len(part))) and _is_odd(verb, first) for part in parts)


def _predicate(text: str, start: int, end: int) -> OddObject | None:
    """Give a subject of which its verb is not said: 水平明显增强."""
    verb, verbs, at = text[end - 2 : end], _verbs(), end - 2
    said_of = verbs.said_of
    while size := next(
        (size for size in _SIZES if text[at - size : at] in verbs.how and at - size > start), 0
    ):
        at -= size
    noun = next((text[at - size : at] for size in _SIZES if text[at - size : at] in said_of), "")
    if at == end - 2 or not noun or at - len(noun) < start or verb in said_of[noun]:
        return None
    return OddObject(at - len(noun), end, verb, noun, said_of[noun])
