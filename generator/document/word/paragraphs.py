"""The paragraphs of any Word file as they stand in it, wherever they are, and the text that they hold themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText"})
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/"


def local(element: Any) -> str:
    """Give an element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def paragraph_elements(element: Any) -> Iterator[Any]:
    """Give every w:p element in order, whatever it stands in, so that two readers of a file count alike."""
    return (one for one in element.iter() if local(one) == "p" and not one.tag.startswith(_DRAWN))


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
