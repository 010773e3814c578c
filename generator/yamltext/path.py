"""The way to a value in a facts file: keys by name, items of a list by their index from 0."""

from __future__ import annotations

from typing import Any

Path = tuple[str | int, ...]
_SENTENCES = "正文"


def dotted(path: Path) -> str:
    """Give a path as users see it, items counted from 1: `举措成效.法治宣传教育.普法活动`, `不足.1.原因`."""
    return ".".join([str(part + 1) if isinstance(part, int) else part for part in path])


def path_in_words(path: Path) -> str:
    """Give a path in a sentence, items as what they are: `行政执法.正文第2句.立案`, `不足第1条.原因`."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"第{part + 1}{'句' if words.endswith(_SENTENCES) else '条'}"
        else:
            words += f".{part}" if words else part
    return words


def content_at(data: Any, path: Path) -> Any:
    """Give what stands at a path of a file's plain data; raises LookupError where there is nothing."""
    for part in path:
        data = data[part]
    return data
