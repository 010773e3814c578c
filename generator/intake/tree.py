"""Small questions to the XML of a Word file, by names without their namespace: strict and ordinary files alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document.word.paragraphs import local

_OFF = frozenset({"0", "false", "off", "none"})


def children(element: Any, name: str) -> Iterator[Any]:
    """Give the children of that name, in order."""
    return (one for one in element if local(one) == name)


def descend(element: Any, *names: str) -> Any | None:
    """Give the first child of the first child … by their names; None where one is missing."""
    for name in names:
        element = next(children(element, name), None)
        if element is None:
            return None
    return element


def attribute(element: Any, name: str) -> str:
    """Give an attribute by its name without namespace, or an empty text."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def value_of(element: Any, *names: str) -> str:
    """Give `val` of the descendant by these names, or an empty text."""
    there = descend(element, *names)
    return "" if there is None else attribute(there, "val")


def switched(element: Any, *names: str) -> bool | None:
    """Tell whether a switch such as w:vanish is on; None where it isn't there."""
    there = descend(element, *names)
    return None if there is None else attribute(there, "val") not in _OFF


def whole_number(text: str, otherwise: int = 0) -> int:
    """Give the number that an attribute says; what is none, or has more digits than any count, is `otherwise`."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
