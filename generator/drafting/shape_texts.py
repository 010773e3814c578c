"""Patterns of what templates may print, put together from pieces, each with texts by which it is quickly told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Spelled(NamedTuple):
    """What an expression may print: a pattern with named groups for its slots; `literal` where it is always the same.

    One of `anchors` is in all that it prints, one of `some` in all but the empty text.
    """

    pattern: str
    anchors: tuple[str, ...] = ()
    literal: str | None = None
    some: tuple[str, ...] = ()


def spelled(text: str) -> Spelled:
    """Give a text that is always the same."""
    return Spelled(re.escape(text), (text,) if text else (), text)


def grouped(name: str, said: Spelled) -> Spelled:
    """Give the same as a group with a name."""
    return Spelled(f"(?P<{name}>{said.pattern})", said.anchors)


def in_a_row(parts: Sequence[Spelled]) -> Spelled:
    """Give one behind the other; of their anchors those that are longest tell most."""
    merged: list[Spelled] = []
    for one in parts:
        last = merged[-1].literal if merged else None
        if one.literal is not None and last is not None:
            merged[-1] = spelled(last + one.literal)
        else:
            merged.append(one)
    if len(merged) == 1:
        return merged[0]
    anchors = max((one.anchors for one in merged), key=lambda one: min(map(len, one), default=0), default=())
    return Spelled("".join(one.pattern for one in merged), anchors, some=_some(merged))


def one_of(ways: Sequence[Spelled]) -> Spelled:
    """Give one of several, words of the template before any value; anchors it has only where each of them has some."""
    if len(ways) == 1:
        return ways[0]
    everywhere = all(one.anchors for one in ways)
    anchors = tuple(anchor for one in ways for anchor in one.anchors) if everywhere else ()
    first = sorted(ways, key=lambda one: not one.literal)
    return Spelled(f"(?:{'|'.join(one.pattern for one in first)})", anchors, some=_some(ways))


def _some(parts: Sequence[Spelled]) -> tuple[str, ...]:
    """Give texts one of which is there wherever any of the parts prints something."""
    there = [one.anchors or one.some for one in parts if one.pattern]
    return tuple(anchor for one in there for anchor in one) if all(there) else ()
