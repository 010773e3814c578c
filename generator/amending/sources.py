"""Where the comment stands that says who told the figures of a sentence: above it, or where the old one is."""

from __future__ import annotations

from collections.abc import Mapping

from generator.amending.spans import Located
from generator.patterns import pattern
from generator.yamltext.path import Path
from generator.yamltext.source_notes import note_above, note_line

_LINE_END = pattern(r"\r\n|\r|\n")


def source_passage(located: Located, path: Path, sources: Mapping[str, str]) -> tuple[int, int, str]:
    """Give from where to where the comment stands and what it becomes; what it says of other figures stays."""
    node = located.root
    for part in path:
        node = node.children.get(part, node)
    breaks = [one.span() for one in _LINE_END.finditer(located.text, 0, node.start)]
    lines = _LINE_END.split(located.text)
    at = len(breaks)
    note = note_above(lines, at)
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    written = indent + note_line({**note.sources, **sources})
    if note.line < 0:
        behind = breaks[-1][0]
        return behind, behind, located.new_lines([written])
    return breaks[note.line - 1][1] if note.line else 0, breaks[note.line][0], written
