"""Single properties of the layout as WordprocessingML has them: fonts, sizes, indents."""

from __future__ import annotations

from generator.document.layout import Layout


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
    found: dict[str, str | int] = {side: layout.twips(key, 20 * layout.points(size_key))}
    if layout.text(key).endswith("字"):
        found[side + "Chars"] = round(float(layout.text(key)[:-1]) * 100)
    return found
