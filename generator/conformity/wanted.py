"""What the layout asks of each part of a report: fonts, sizes, indents, alignment, each with its clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.conformity.passages import BODY
from generator.document.page.formats import HEADINGS, half_points
from generator.document.page.layout import Layout
from generator.document.text.block import BlockKind

_LEFT = ("both", "left", "start", "")
_ANY = ("both", "left", "start", "", "center", "right", "end", "distribute")


APART = frozenset(
    one.value for one in (BlockKind.ADDRESSEE, BlockKind.NOTE, BlockKind.SIGNATURE, BlockKind.DATE)
)
"""The parts that stand apart from what is above them, by a room of their own."""


class Wanted(NamedTuple):
    """What one part is to be set in: its family of fonts and the names that pass for it, its size in half points.

    `indent` is that of the first line in characters, None where any will do; `aligned` has the values of w:jc.
    """

    clause: str
    family: str
    names: frozenset[str]
    size: int
    indent: float | None
    aligned: tuple[str, ...]


def wanted_of(layout: Layout) -> Mapping[str, Wanted]:
    """Give what the layout asks of each part, by the name of the part (`ReportParagraph.role`)."""
    title, addressee = BlockKind.TITLE.value, BlockKind.ADDRESSEE.value
    plain = {one.value: clause for one, clause in _LIKE_BODY.items()}
    return {
        title: _wanted(layout, "7.3.1", title, 0, ("center",)),
        addressee: _wanted(layout, "7.3.2", addressee, 0, _LEFT),
        BODY: _wanted(layout, "7.3.3", BODY, _characters(layout, BODY), _LEFT),
        **{one: _wanted(layout, "7.3.3", one, _characters(layout, one), _LEFT) for one in HEADINGS},
        **{name: _wanted(layout, clause, BODY, None, _ANY) for name, clause in plain.items()},
    }


_LIKE_BODY = {BlockKind.NOTE: "7.3.4", BlockKind.SIGNATURE: "7.3.5", BlockKind.DATE: "7.3.5"}


def _wanted(
    layout: Layout, clause: str, section: str, indent: float | None, aligned: tuple[str, ...]
) -> Wanted:
    family = layout.text(f"{section}.字体")
    return Wanted(
        clause, family, names_of(layout, family), half_points(layout, f"{section}.字号"), indent, aligned
    )


def names_of(layout: Layout, family: str) -> frozenset[str]:
    """Give the names of the fonts of a family, those that they are registered under among them.

    What only stands in for one that is not there, such as another family's font, is none of them.
    """
    others = {one for key, value in layout.values.items() if _is_family(key, family) for one in value}
    names = [
        one for one in layout.names(f"字体.{family}") if one not in others and not one.startswith("Noto")
    ]
    return frozenset(names) | {
        layout.text(f"字体别名.{one}") for one in names if f"字体别名.{one}" in layout.values
    }


def _is_family(key: str, family: str) -> bool:
    return key.startswith("字体.") and key != f"字体.{family}"


def _characters(layout: Layout, section: str) -> float:
    return round(layout.twips(f"{section}.首行") / layout.character, 2)
