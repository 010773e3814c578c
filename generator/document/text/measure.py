"""How wide a text is when it is set, counted in Chinese characters."""

from __future__ import annotations

from generator.patterns import pattern

_NARROW = pattern(r"[ -~]")
_BLANKS = pattern(r"\s+")


def text_width(text: str) -> float:
    """Give the width in Chinese characters: those of ASCII are half as wide."""
    return len(text) - len(_NARROW.findall(text)) / 2


def without_blanks(text: str) -> str:
    """Give the text without any blanks."""
    return _BLANKS.sub("", text)
