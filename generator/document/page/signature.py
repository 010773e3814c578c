"""Where 署名 and 成文日期 stand (GB/T 9704-2012, 7.3.5): right indents worked out from how wide the lines are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.document.page.layout import Layout
from generator.document.text.block import Document
from generator.document.text.measure import text_width

# What stands between a digit and a Chinese character, in characters. LibreOffice leaves 0.22, Word up to 0.25, other
# readers nothing: with this the lines stand where they should in all of them, to a third of a character or so.
_GAP = 0.15


class Placing(NamedTuple):
    """The direct formatting (XML inside w:pPr) of each unit's line and of the date's, and the height of all.

    `rights` are the right indents of the same lines, the date's last, `above` the room above each; all in twips.
    """

    units: tuple[str, ...]
    date: str
    height: int
    rights: tuple[float, ...]
    above: tuple[int, ...]


def signature_of(document: Document, layout: Layout) -> Placing:
    """Place a document's signature; its front matter says whether there are seals, else the layout."""
    given = document.head.get("印章")
    sealed = layout.flag("落款.印章") if given is None else given == "是"
    return place_signature(document.units, document.date, layout, sealed=sealed)


def _touching(text: str) -> int:
    """Count the places where a digit or a Latin letter and a Chinese character touch."""
    latin = [sign.isascii() and sign.isalnum() for sign in text]
    chinese = ["\u3400" <= sign <= "\u9fff" for sign in text]
    pairs = pairwise(zip(latin, chinese, strict=True))
    return sum((one[0] and other[1]) or (one[1] and other[0]) for one, other in pairs)


def place_signature(units: Sequence[str], date: str, layout: Layout, *, sealed: bool) -> Placing:
    """Place the lines for a document with seals (7.3.5.1) or without (7.3.5.2)."""
    character = layout.character

    def wide(text: str) -> float:
        return (text_width(text) + _touching(text) * _GAP) * character + len(text) * layout.pitch

    if sealed:
        rights, date_right = _with_seal([wide(unit) for unit in units], wide(date), layout)
        first, between = "落款.盖章段前", layout.twips("落款.印章间距")
    else:
        rights, date_right = _without_seal([wide(unit) for unit in units], wide(date), layout)
        first, between = "落款.不盖章段前", 0
    above = (layout.twips(first), *[between] * (len(units) - 1), *[0] * bool(units))
    lines = [
        _direct(room, right, character) for room, right in zip(above, (*rights, date_right), strict=True)
    ]
    height = sum(above) + (len(units) + bool(date)) * layout.line
    return Placing(tuple(lines[:-1]), lines[-1], height, (*rights, date_right), above)


def _with_seal(units: list[float], date: float, layout: Layout) -> tuple[list[float], float]:
    """Centre every unit on the date, four characters from the edge; a long last unit pushes it further in."""
    right = float(layout.twips("落款.盖章日期右空"))
    if units and right + (date - units[-1]) / 2 < 0:
        right = (units[-1] - date) / 2
    return [max(0.0, right + (date - unit) / 2) for unit in units], right


def _without_seal(units: list[float], date: float, layout: Layout) -> tuple[list[float], float]:
    """Let the unit keep two characters from the edge and the date begin two to the right of it.

    A date longer than the unit keeps the two characters itself, and the unit moves to the left.
    """
    edge, shift = float(layout.twips("落款.不盖章署名右空")), float(layout.twips("落款.不盖章日期右移"))
    if not units:
        return [], edge
    right, date_right = edge, edge + units[-1] - shift - date
    if date > units[-1]:
        date_right = edge
        right = edge + shift + date - units[-1]
    return [right] * len(units), max(0.0, date_right)


def _direct(before: int, right: float, character: float) -> str:
    twips = round(right)
    whole = twips % (character / 2) == 0
    chars = f' w:rightChars="{round(twips / character * 100)}"' if whole and twips else ""
    space = f'<w:spacing w:before="{before}"/>' if before else ""
    return f'{space}<w:ind w:right="{twips}"{chars}/>'
