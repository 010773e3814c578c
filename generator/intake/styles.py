"""The styles of a Word file, as far as they decide what is read: headings, numbers, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.intake.tree import attribute, children, descend, switched, value_of, whole_number
from generator.patterns import pattern

TITLE_RANK = 1
_LOWEST_RANK = 5
_BODY_TEXT = 9  # the outline level that says: no heading
_HEADING = pattern(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = pattern(r"(?:toc|目录)\s*[1-9]$", re.IGNORECASE)


class WordStyles:
    """What the styles say, each with those that it is based on."""

    def __init__(self, tree: Any | None) -> None:
        """Keep the styles of styles.xml by their identifiers; None where the file has none."""
        styles = () if tree is None else tuple(children(tree, "style"))
        self._styles = {attribute(one, "styleId"): one for one in styles}
        self._default = next(
            (
                attribute(one, "styleId")
                for one in styles
                if attribute(one, "type") == "paragraph" and attribute(one, "default") in {"1", "true", "on"}
            ),
            "",
        )

    def of(self, paragraph: Any) -> str:
        """Give the style of a paragraph; the default one where it names none."""
        return value_of(paragraph, "pPr", "pStyle") or self._default

    def rank(self, paragraph: Any) -> int:
        """Give the rank of a heading: 1 for a title, 2 to 5, else 0; by the name or the outline level that it has."""
        own = value_of(paragraph, "pPr", "outlineLvl")
        if own:
            return _rank_of_outline(own)
        for style in self.chain(self.of(paragraph)):
            name = value_of(style, "name")
            if name.lower() in {"title", "标题"}:
                return TITLE_RANK
            if heading := _HEADING.match(name):
                return min(int(heading[1]) + 1, _LOWEST_RANK)
            if outline := value_of(style, "pPr", "outlineLvl"):
                return _rank_of_outline(outline)
        return 0

    def is_contents(self, paragraph: Any) -> bool:
        """Tell whether a paragraph is a line of the table of contents, which says every heading once more."""
        style = self._styles.get(self.of(paragraph))
        return style is not None and bool(_CONTENTS.match(value_of(style, "name")))

    def is_hidden(self, properties: Any | None, style: str) -> bool:
        """Tell whether the run with these properties (w:rPr), in a paragraph of this style, is hidden text.

        A run's own word is the last; styles of character and paragraph that both hide show again, as in Word.
        """
        own = None if properties is None else switched(properties, "vanish")
        if own is not None:
            return own
        character = "" if properties is None else value_of(properties, "rStyle")
        return self._hides(character) != self._hides(style)

    def numbering(self, style: str) -> tuple[str, str]:
        """Give the numbering (numId) and the level (ilvl) that a style or one below it sets; empty texts for none."""
        number = level = ""
        for one in self.chain(style):
            set_here = descend(one, "pPr", "numPr")
            if set_here is not None:
                number = number or value_of(set_here, "numId")
                level = level or value_of(set_here, "ilvl")
        return number, level

    def _hides(self, style: str) -> bool:
        said = (switched(one, "rPr", "vanish") for one in self.chain(style))
        return next((one for one in said if one is not None), False)

    def chain(self, style: str) -> Iterator[Any]:
        """Give a style and those that it is based on, each once: a damaged file may go in circles."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value_of(self._styles[style], "basedOn")


def _rank_of_outline(written: str) -> int:
    outline = whole_number(written, _BODY_TEXT)
    return 0 if outline >= _BODY_TEXT else min(outline + 2, _LOWEST_RANK)
