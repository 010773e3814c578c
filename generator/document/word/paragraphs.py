"""The paragraphs of any Word file as they are read, those in tables and content controls too, and their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText"})


def local(element: Any) -> str:
    """Give an element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def paragraph_elements(element: Any) -> Iterator[Any]:
    """Give the w:p elements in order; not those inside what was deleted, nor text boxes, which Word keeps twice."""
    for child in element:
        name = local(child)
        if name in _SKIPPED:
            continue
        if name == "p":
            yield child
        else:
            yield from paragraph_elements(child)


def paragraph_text(paragraph: Any) -> str:
    """Give a paragraph's text."""
    return "".join(text for text, _element in pieces(paragraph))


def pieces(paragraph: Any) -> Iterator[tuple[str, Any]]:
    """Give a paragraph's text in pieces, each with the element (w:t, w:tab, w:br …) that it stands in."""
    for child in paragraph:
        name = local(child)
        if name in _SKIPPED or name in {"pPr", "rPr"}:
            continue
        if name == "t":
            yield child.text or "", child
        elif name == "tab":
            yield " ", child
        elif name in {"br", "cr"}:
            yield "\n", child
        elif name == "noBreakHyphen":
            yield "-", child
        else:
            yield from pieces(child)
