"""What is to be changed in a facts file, as records, and what each comes down to: single texts at single places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from generator.yamltext.path import Path

VALUE, ORIGIN, COMPARED, PUBLIC, UNTIL = "值", "来源", "同比", "公开", "截至"
BESIDE = frozenset({VALUE, ORIGIN, COMPARED, PUBLIC, UNTIL, "上年", "上年同期"})
"""The names that make a mapping one fact with what is said of it: {值: 198件, 来源: 司法所台账}."""

Content: TypeAlias = "str | Sequence[Content] | Mapping[str, Content]"
"""What can stand at a path: a text, a list, a mapping."""


class Amendment(NamedTuple):
    """What a path is to hold: a text, a list (which replaces the list there), a mapping (put into the one there).

    An item is added to a list by the index behind its last; added to a mapping, that becomes the first of a list.
    With an `origin` the value is written {值: …, 来源: …}, with `until` {值: …, 截至: …}; of a sentence
    `sources` tell who gave the figures that are marked in it, by their names, which is written in a comment above it.
    """

    path: Path
    value: Content
    origin: str = ""
    sources: Mapping[str, str] = MappingProxyType({})
    until: str = ""

    def leaves(self) -> Iterator[tuple[Path, str]]:
        """Give the single texts, each with its path."""
        beside = {key: said for key, said in ((UNTIL, self.until), (ORIGIN, self.origin)) if said}
        if beside:
            yield from _leaves((*self.path, VALUE), self.value)
            yield from (((*self.path, key), said) for key, said in beside.items())
        else:
            yield from _leaves(self.path, self.value)


def is_fact(content: object) -> bool:
    """Tell whether a mapping is one fact with its origin, which is written on one line."""
    return isinstance(content, Mapping) and VALUE in content and BESIDE.issuperset(content)


def _leaves(path: Path, content: Content) -> Iterator[tuple[Path, str]]:
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, Mapping):
        for name, one in content.items():
            yield from _leaves((*path, name), one)
    else:
        for index, one in enumerate(content):
            yield from _leaves((*path, index), one)
