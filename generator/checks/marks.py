"""Marks that stand where another belongs, or none, by a table of the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.material import Finding, Material
from generator.checks.scan import in_title, is_quoted
from generator.patterns import pattern

_LISTED = pattern(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳]|[一二三四五六七八九十]是|—|-)")


def misplaced_marks(
    material: Material, shapes: Iterable[tuple[re.Pattern[str], str, str]]
) -> Iterator[Finding]:
    """Give the marks that a table finds at the wrong place, each once.

    A row of it has a shape, whose group `at` is the mark, the right mark, or "" for none, and the reason.
    """
    told: set[tuple[int, int]] = set()
    for shape, right, why in shapes:
        for block, match in material.matches(shape):
            text, (at, end) = material.blocks[block].text, match.span("at")
            if (
                (block, at) in told
                or in_title(text, at)
                or (is_quoted(text, at) and text[end : end + 1] != "”")
            ):
                continue
            if end == len(text.rstrip()) and _goes_on(material, block, text[at:end]):
                continue
            told.add((block, at))
            around = text[max(0, at - 4) : end + 4]
            fix = f"改为“{right}”。" if right else f"删去“{text[at:end]}”。"
            yield Finding(f"“{around}”里的“{text[at:end]}”用得不对，{why}。", fix, block, at, end)


def _goes_on(material: Material, block: int, mark: str) -> bool:
    """Tell whether a mark at a paragraph's end parts the items of a list, which goes on in the next paragraph."""
    after = material.blocks[block + 1].text if block + 1 < len(material.blocks) else ""
    listed = _LISTED.match(material.blocks[block].text)
    return mark == "；" and bool(listed if not after else _LISTED.match(after) or after.startswith("《"))
