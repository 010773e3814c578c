"""A text that was read, with one plain value in it typed anew: its Source without reading the other lines again.

Whoever types on the page changes one line of hundreds, and sees the report after each key. Only the plainest lines are
taken, `- 文字` and `名称: 文字` without any sign that means something to YAML: such a value ends where its line ends,
before and after, and nothing around it is read in another way.
"""

from __future__ import annotations

from typing import Any

from generator.patterns import pattern
from generator.yamltext.encoding import MAX_BYTES
from generator.yamltext.path import Path, content_at
from generator.yamltext.scalars import NULLS
from generator.yamltext.source import Source, read_source
from generator.yamltext.tree import Places

_PLAIN = pattern(
    "( *(?:- )?(?:[0-9A-Za-z\u4e00-\u9fa5]+: )?)([0-9A-Za-z\u4e00-\u9fa5【“《（]"
    "[0-9A-Za-z\u4e00-\u9fa5【】“”《》（）〔〕〈〉‘’：，。；、！？％.%/+—…-]*)"
)


def read_after(before: Source, text: str, file: str) -> Source:
    """Give the source of a text, `before` being that of an earlier text of the same file; raises as `read_source`."""
    return _retyped(before, text) or read_source(text.encode(), file)


def _retyped(before: Source, text: str) -> Source | None:
    """Give the source of a text in which one plain value is another, None where anything else may be otherwise."""
    plain = text.removeprefix("\ufeff").replace(
        "\r\n", "\n"
    )  # Windows' own signs, which mean nothing to YAML
    lines = tuple(plain.split("\n"))
    if before.warnings or "\r" in plain or len(lines) != len(before.lines) or len(text) * 3 > MAX_BYTES:
        return None
    changed = [at for at, (was, now) in enumerate(zip(before.lines, lines, strict=True)) if was != now]
    if len(changed) != 1:
        return None
    was, now = (_PLAIN.fullmatch(one[changed[0]]) for one in (before.lines, lines))
    if not (was and now and was[1].strip() and was[1] == now[1]) or {was[2], now[2]} & NULLS:
        return None
    path = _path_of(before, changed[0], len(was[1]), was[2])
    if path is None:
        return None
    return before._replace(data=_with(before.data, path, now[2]), lines=lines)


def _with(content: Any, path: Path, value: str) -> Any:
    """Give plain data with another value at a path; what does not lie on the way there is shared."""
    if not path:
        return value
    changed = content.copy()
    changed[path[0]] = _with(content[path[0]], path[1:], value)
    return changed


def _path_of(source: Source, line: int, column: int, value: str) -> Path | None:
    """Give the path of a value that stands at a place, counted from 0, by itself, not within brackets or braces."""
    places = source.value_places
    path = places.path_at(line, column) if isinstance(places, Places) else None
    if not path or content_at(source.data, path) != value:
        return None
    around = places[path[:-1]]
    return None if source.lines[around.line - 1][around.column - 1] in "{[" else path
