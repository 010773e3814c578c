"""What is to happen to a whole key or item of a facts file, as records."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from generator.yamltext.path import Path


class Removing(NamedTuple):
    """A key or item goes, with what stands under it and the comments right above it."""

    path: Path


class Baring(NamedTuple):
    """A fact beside whose value nothing else is said: {值: 198件} becomes 198件."""

    path: Path


class Hiding(NamedTuple):
    """A key goes out of effect and stays in the file: its lines become comments."""

    path: Path


class Showing(NamedTuple):
    """A key that is hidden comes into effect again."""

    path: Path


class Renaming(NamedTuple):
    """A key is called otherwise; it stays where it is, with what stands under it."""

    path: Path
    name: str


class Moving(NamedTuple):
    """A key or item comes to stand in the mapping or list `into`, before one that is there now, or last."""

    path: Path
    into: Path
    before: str | int | None = None


Restructuring: TypeAlias = Removing | Baring | Hiding | Showing | Renaming | Moving
