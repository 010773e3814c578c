"""Single properties of the layout as WordprocessingML has them: fonts, sizes, indents, levels of headings."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.document.page.layout import Layout

HEADINGS = ("一级标题", "二级标题", "三级标题", "四级标题")
RUN_IN_SEPARATED, ALONE = "段首分隔", "独立成行"


class HeadingFormat(NamedTuple):
    """How the headings of a level are set: their style, their family of fonts, and alone or at a paragraph's head."""

    style: str
    family: str
    form: str


@lru_cache(maxsize=8)
def levels_of(layout: Layout) -> tuple[HeadingFormat, ...]:
    """Give the levels of headings, from 一、 down; for each layout object they are looked up once."""
    return tuple(
        HeadingFormat(f"Level{number}", layout.text(f"{section}.字体"), layout.text(f"{section}.排法"))
        for number, section in enumerate(HEADINGS, 1)
    )


def fonts(layout: Layout, family: str) -> dict[str, str | int]:
    """Give w:rFonts of a family: digits and letters in the Latin font, all else, quotes too, in the Chinese one.

    小标宋 and 宋体 (title, page number) set digits in their own font (7.5 wants it so for the page number).
    """
    chinese = layout.names(f"字体.{family}")[0]
    latin = chinese if family in {"小标宋", "宋体"} else layout.names("字体.西文")[0]
    return {"hint": "eastAsia", "ascii": latin, "hAnsi": chinese, "eastAsia": chinese, "cs": latin}


def half_points(layout: Layout, key: str) -> int:
    """Give a size for w:sz."""
    return round(layout.points(key) * 2)


def indent(layout: Layout, key: str, side: str, size_key: str = "正文.字号") -> dict[str, str | int]:
    """Give an indent in twips, and in characters too where the layout counts in characters: Word prefers those.

    LibreOffice reads only the twips.
    """
    properties: dict[str, str | int] = {side: layout.twips(key, 20 * layout.points(size_key))}
    if layout.text(key).endswith("字"):
        properties[side + "Chars"] = round(float(layout.text(key)[:-1]) * 100)
    return properties
