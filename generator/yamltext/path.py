"""The way to a value in a facts file: keys by name, items of a list by their index from 0."""

from __future__ import annotations

from typing import Any

Path = tuple[str | int, ...]


def dotted(path: Path) -> str:
    """Give a path as users see it, items counted from 1: `举措成效.法治宣传教育.普法活动`, `不足.1.原因`."""
    return ".".join([str(part + 1) if isinstance(part, int) else part for part in path])


def content_at(data: Any, path: Path) -> Any:
    """Give what stands at a path of a file's plain data; raises LookupError where there is nothing."""
    for part in path:
        data = data[part]
    return data
