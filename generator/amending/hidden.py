"""Keys of a facts file that are out of effect: their lines stand in comments, where they would stand otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.amending.blocks import composed, lines_of
from generator.amending.found_blocks import FoundBlocks, find_blocks
from generator.patterns import pattern
from generator.yamltext.builder import grow
from generator.yamltext.path import Path

MARK = "# "
_HIDDEN_KEY = pattern(r" *# [^\s#][^#]*?:(?:\s|$)")


def hidden_names(text: str, paths: Iterable[Path]) -> dict[Path, tuple[str, ...]]:
    """Give the keys that are hidden in each of these mappings of a file; `text` is one that `read_source` takes."""
    lines = lines_of(text)
    if not any(map(_HIDDEN_KEY.match, lines)):
        return {}
    root = composed(text.replace("\t", " "))
    found = {path: find_blocks(root, lines, path) for path in paths}
    return {path: tuple(hidden_blocks(lines, one)) for path, one in found.items() if one}


def hidden_blocks(lines: Sequence[str], found: FoundBlocks) -> dict[str, tuple[int, int]]:
    """Give the keys that are hidden in a mapping, each with its first line and the one behind its last.

    Hidden is what stands in comments at the mapping's own column and would say something if it did not.
    """
    keys: dict[str, tuple[int, int]] = {}
    at = found.start
    while at < found.end:
        first, at = at, at + 1
        if not _HIDDEN_KEY.match(lines[first]) or lines[first].find(MARK) != found.column:
            continue
        while at < found.end and (not lines[at].strip() or _is_below(lines[at], found.column)):
            at += 1
        end = max(number for number in range(first, at) if lines[number].strip()) + 1
        tree = grow("".join(in_effect(line, found.column) for line in lines[first:end]), "")
        if tree.fault is None and isinstance(tree.data, dict) and _says_something(tree.data):
            keys.update(dict.fromkeys(tree.data, (first, end)))
    return keys


def _is_below(line: str, column: int) -> bool:
    """Tell whether a line is a comment at a column that has a line further in, or none, out of effect."""
    inner = line[column + len(MARK) :]
    return not line[:column].strip() and line[column:].startswith(MARK) and inner[:1] in ("", " ", "\r", "\n")


def in_effect(line: str, column: int) -> str:
    """Give a hidden line as it was."""
    return line[:column] + line[column:].removeprefix(MARK)


def _says_something(data: Any) -> bool:
    if isinstance(data, dict | list):
        return any(map(_says_something, data.values() if isinstance(data, dict) else data))
    return bool(data)
