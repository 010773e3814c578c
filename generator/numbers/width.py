"""The width of characters: what stands in full width and has a half-width twin."""

from __future__ import annotations

_WIDE = "０１２３４５６７８９％＋－．／\u3000" + "".join(
    map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
FOLD = str.maketrans(_WIDE, "".join(" " if wide == "\u3000" else chr(ord(wide) - 0xFEE0) for wide in _WIDE))


def fold_width(text: str) -> str:
    """Give full-width letters, digits, ％＋－．／ and blanks in half width; Chinese punctuation stays."""
    return text.translate(FOLD)
