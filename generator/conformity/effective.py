"""What a paragraph or a run of a Word file is set in: its own format, else its style's, else the file's default."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document.word.paragraphs import local
from generator.intake.styles import WordStyles
from generator.intake.tree import attribute, children, descend, switched, value_of, whole_number

UNSET = "宋体"
"""The font of Chinese characters where a file names none: Word's own."""
_DEFAULT_SIZE = 20  # half points, where nothing says otherwise (17.3.2.38)
_SLOTS = {"eastAsia": ("eastAsia", "eastAsiaTheme"), "ascii": ("ascii", "asciiTheme")}


class Formats:
    """The formats of one Word file, read from its styles and its theme."""

    def __init__(self, styles: Any | None, theme: Any | None) -> None:
        """Keep the styles (w:styles) and the theme (a:theme); None where the file has none."""
        self._styles = WordStyles(styles)
        self._theme = theme
        defaults = None if styles is None else descend(styles, "docDefaults")
        self._run_default = None if defaults is None else descend(defaults, "rPrDefault", "rPr")
        self._paragraph_default = None if defaults is None else descend(defaults, "pPrDefault", "pPr")

    def font(self, run: Any, paragraph: Any, script: str = "eastAsia") -> str:
        """Give the font of a run's Chinese characters, or of its digits and letters (`ascii`)."""
        plain, themed = _SLOTS[script]
        for properties in self._of_run(run, paragraph):
            fonts = descend(properties, "rFonts")
            if fonts is None:
                continue
            if theme := attribute(fonts, themed):
                return self._of_theme(theme)
            if name := attribute(fonts, plain):
                return name
        return UNSET if script == "eastAsia" else "Times New Roman"

    def size(self, run: Any, paragraph: Any) -> int:
        """Give the size of a run's characters in half points."""
        sizes = (value_of(one, "sz") for one in self._of_run(run, paragraph))
        return whole_number(next(filter(None, sizes), ""), _DEFAULT_SIZE)

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Tell whether a run is bold."""
        said = (switched(one, "b") for one in self._of_run(run, paragraph))
        return next((one for one in said if one is not None), False)

    def pitch(self, run: Any, paragraph: Any) -> int:
        """Give what is added to each character of a run in twips."""
        said = next(filter(None, (value_of(one, "spacing") for one in self._of_run(run, paragraph))), "0")
        return -whole_number(said[1:]) if said.startswith("-") else whole_number(said)

    def paragraph(self, paragraph: Any, element: str, *names: str) -> str:
        """Give the first that is set of some attributes of an element of a paragraph's format, or an empty text."""
        for properties in self._of_paragraph(paragraph):
            there = descend(properties, element)
            if there is not None and (
                said := next(filter(None, (attribute(there, name) for name in names)), "")
            ):
                return said
        return ""

    def indent(self, paragraph: Any, character: float) -> float:
        """Give how far the first line of a paragraph stands in, in characters of so many twips; negative: it hangs."""
        for properties in self._of_paragraph(paragraph):
            there = descend(properties, "ind")
            if there is None:
                continue
            for name, sign, unit in (
                ("hangingChars", -1, 100.0),
                ("firstLineChars", 1, 100.0),
                ("hanging", -1, character),
                ("firstLine", 1, character),
            ):
                if (said := attribute(there, name)) and (said != "0" or not name.endswith("Chars")):
                    return sign * whole_number(said) / unit
        return 0.0

    def right(self, paragraph: Any, character: float) -> float:
        """Give how far a paragraph ends before the right margin, in characters of so many twips."""
        if chars := self.paragraph(paragraph, "ind", "rightChars", "endChars"):
            return whole_number(chars) / 100
        return whole_number(self.paragraph(paragraph, "ind", "right", "end")) / character

    def _of_run(self, run: Any, paragraph: Any) -> Iterator[Any]:
        own = descend(run, "rPr")
        if own is not None:
            yield own
            yield from self._properties(value_of(own, "rStyle"), "rPr")
        yield from self._properties(self._styles.of(paragraph), "rPr")
        if self._run_default is not None:
            yield self._run_default

    def _of_paragraph(self, paragraph: Any) -> Iterator[Any]:
        own = descend(paragraph, "pPr")
        if own is not None:
            yield own
        yield from self._properties(self._styles.of(paragraph), "pPr")
        if self._paragraph_default is not None:
            yield self._paragraph_default

    def _properties(self, style: str, kind: str) -> Iterator[Any]:
        there = (descend(one, kind) for one in self._styles.chain(style))
        return (one for one in there if one is not None)

    def _of_theme(self, slot: str) -> str:
        """Give the font that a theme has for a slot such as minorEastAsia."""
        if self._theme is None:
            return UNSET
        which = "majorFont" if slot.startswith("major") else "minorFont"
        font = next((one for one in self._theme.iter() if local(one) == which), None)
        if font is None:
            return UNSET
        if not slot.endswith("EastAsia"):
            latin = descend(font, "latin")
            return attribute(latin, "typeface") if latin is not None else ""
        named = descend(font, "ea")
        scripts = (one for one in children(font, "font") if attribute(one, "script") == "Hans")
        simplified = next((attribute(one, "typeface") for one in scripts), UNSET)
        return (attribute(named, "typeface") if named is not None else "") or simplified
