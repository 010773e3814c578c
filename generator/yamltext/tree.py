"""What a YAML text holds, where each key and value stands in it, and what is wrong with it: records only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.problems import Place, Problem
from generator.yamltext.path import Path


class Fault(NamedTuple):
    """Where the parser gave up and what it said; lines and columns count from 0, `since` is where it set out."""

    line: int
    column: int
    since: int
    said: str


class Places(Mapping[Path, Place]):
    """Where each key or value of one file stands; a place is made from the parser's mark when it is asked for."""

    def __init__(self, file: str) -> None:
        """Begin with none."""
        self.file = file
        self.marks: dict[Path, Any] = {}

    def __getitem__(self, path: Path) -> Place:
        """Give the place of what stands at a path."""
        mark = self.marks[path]
        return Place(self.file, mark.line + 1, mark.column + 1)

    def __contains__(self, path: object) -> bool:
        """Tell whether anything stands at a path, without making its place."""
        return path in self.marks

    def path_at(self, line: int, column: int) -> Path | None:
        """Give the first path whose place this is, line and column counted from 0; None where there is none."""
        marks = self.marks.items()
        return next((path for path, mark in marks if mark.line == line and mark.column == column), None)

    def __iter__(self) -> Iterator[Path]:
        """Go through the paths in the order of the file."""
        return iter(self.marks)

    def __len__(self) -> int:
        """Give the number of paths."""
        return len(self.marks)


@dataclass
class Tree:
    """What a text holds, where each key and value stands, and what is wrong with it.

    With `fault` set the parser could not go on, and `data` ends there.
    """

    places: Places
    value_places: Places
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    fault: Fault | None = None
