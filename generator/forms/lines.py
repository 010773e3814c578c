"""Lines of a facts file to fill in: keys with their explanation, written so that filling in cannot go wrong.

The explanation of a key to be filled in stands on the line above it, and the key line ends in `: `, so that what is
typed at the end of the line becomes the value. Behind a comment it would be lost. A key that may be left out is one
commented line with its explanation at the end; it takes effect when `# ` is deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.patterns import pattern

# What can stand without quotes anywhere in YAML: begins like a word, and holds neither `: ` nor ` #`.
_PLAIN = pattern(r"(?!(?:~|null|Null|NULL)$)[\w《〔（“‘·][^\x00-\x1f\x7f\[\]{},]*")


def scalar(text: str) -> str:
    """Write a text as a YAML scalar, in quotes only where it needs them."""
    plain = _PLAIN.fullmatch(text) and not re.search(r":(?:\s|$)|\s#|\s$", text)
    return text if plain or not text else json.dumps(text, ensure_ascii=False)


def entry(name: str, value: str = "", note: str = "", depth: int = 0, *, dash: bool = False) -> list[str]:
    """Give a key to be filled in, or filled in already; `dash` when it opens an item of a list."""
    pad = "  " * depth
    start = pad[:-2] + "- " if dash else pad
    above = [f"{pad[:-2] if dash else pad}{remark_line(note)}"] if note else []
    return [*above, f"{start}{scalar(name)}: {scalar(value)}"]


def entry_with(settings: Mapping[str, str], lines: Sequence[str]) -> list[str]:
    """Give the lines of a key with what stands beside its value: 立案: {值: , 公开: 否}; as they are where nothing does."""
    if not settings:
        return [*lines]
    *above, line = lines
    key, _, value = line.partition(": ")
    beside = "".join(f", {name}: {one}" for name, one in settings.items())
    return [*above, f"{key}: {{值: {value}{beside}}}"]


def entry_in_full(
    settings: Mapping[str, str], name: str, values: Sequence[str], note: str = "", depth: int = 0
) -> list[str]:
    """Give a key with a list of values, one a line, and what stands beside them, if anything does."""
    if not settings:
        return value_lines(name, values, note, depth)
    beside = [line for key, one in settings.items() for line in entry(key, one, depth=depth + 1)]
    return [*group(name, note, depth), *value_lines("值", values, "", depth + 1), *beside]


def inline(name: str, note: str = "", depth: int = 0) -> str:
    """Give a key with its explanation on the same line."""
    key = f"{'  ' * depth}{scalar(name)}:"
    return f"{key}    {remark_line(note)}" if note else key


def optional(name: str, note: str = "", depth: int = 0) -> str:
    """Give a key that may be left out, as a comment."""
    return commented([inline(name, note, depth)], depth)[0]


def value_lines(name: str, values: Sequence[str], note: str = "", depth: int = 0) -> list[str]:
    """Give a key with a list of values, one a line; a single one stands behind the key."""
    if len(values) == 1:
        return entry(name, values[0], note, depth)
    lines = entry(name, "", note, depth)
    lines[-1] = lines[-1].rstrip()
    return [*lines, *(f"{'  ' * (depth + 1)}- {scalar(one)}" for one in values)]


def group(name: str, note: str = "", depth: int = 0) -> list[str]:
    """Give a key under which others stand."""
    pad = "  " * depth
    return [*([f"{pad}{remark_line(note)}"] if note else []), f"{pad}{scalar(name)}:"]


def commented(lines: Iterable[str], depth: int) -> list[str]:
    """Turn lines into comments that take effect when `# ` is deleted from each; explanations stay comments then."""
    pad = "  " * depth
    return [f"{pad}# {line[len(pad) :]}" if line.strip() else line for line in lines]


def remark_line(note: str) -> str:
    """Give a comment, on one line whatever last year's text was written on."""
    return f"# {' '.join(note.split())}"


def leading_to(written: str, clause: str) -> str:
    """Give what is written and, behind an arrow, what the report will say of it, if it says anything."""
    return f"{written} → {clause}" if clause else written


def banner(title: str) -> list[str]:
    """Give the line that opens a part of the file."""
    return ["", f"# ──────── {title} ────────"]
