"""Text in columns: a Chinese character takes two, so that lines stand under each other and none is too long."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

# A line never begins with one of the first nor ends with one of the second, the first rule of Chinese typesetting.
_NOT_FIRST = frozenset("，。；：、！？）》〉】〕”’…—,.;:!?)]%")
_NOT_LAST = frozenset("（《〈【〔“‘([")


def column_width(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def pad(text: str, columns: int) -> str:
    """Fill a text with blanks up to a number of columns."""
    return text + " " * (columns - column_width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most so many columns: between Chinese characters anywhere, else at blanks."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and column_width(line) + column_width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """Give what may not be broken: a word, or a wide character, with the punctuation that clings to it."""
    pieces: list[str] = []
    for sign in text:
        if pieces and _clings(pieces[-1][-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _clings(last: str, sign: str) -> bool:
    if " " in (last, sign):
        return False
    if sign in _NOT_FIRST or last in _NOT_LAST:
        return True
    return column_width(last) == column_width(sign) == 1 and sign not in _NOT_LAST


def two_columns(rows: Sequence[tuple[str, str]], columns: int, indent: int = 2) -> list[str]:
    """Lay out pairs as two columns, the second wrapped beside the first; a long first stands on a line of its own."""
    first = min(max((column_width(left) for left, _ in rows), default=0), columns // 2) + 2
    lines = []
    for left, right in rows:
        wrapped = wrap(right, max(columns - indent - first, 20))
        if column_width(left) + 2 > first:
            lines.append(" " * indent + left)
            left = ""  # noqa: PLW2901  # stands above now
        lines.append((" " * indent + pad(left, first) + wrapped[0]).rstrip())
        lines += [" " * (indent + first) + line for line in wrapped[1:]]
    return lines
