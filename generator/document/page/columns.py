"""The columns of a table: how wide each is, and how its texts are set in it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.text.measure import text_width
from generator.patterns import pattern

CELL_EDGE = 108
"""What stays free at either side of a cell, in twips."""

_UNBROKEN = pattern(r"[!-~]+")
"""What Word keeps on one line: between Chinese characters it may break anywhere."""

_NARROWEST, _WIDEST, _SENTENCE = 4.0, 18.0, 12.0


def column_widths(rows: Sequence[Sequence[str]], whole: int, character: float) -> list[int]:
    """Share the width out by the longest cell of each column, within bounds; all in twips.

    No column is narrower than the longest piece in it that cannot be broken, as long as all such pieces fit.
    """
    columns = list(zip(*rows, strict=True))
    wants = [min(max(_NARROWEST, max(map(text_width, one)) + 1), _WIDEST) for one in columns]
    needs = [(_longest_piece(one) + 1) * character for one in columns]
    if sum(needs) > whole:
        wants, needs = needs, [0.0] * len(needs)
    widths = [int(one) for one in _shared(wants, needs, whole)]
    widths[-1] += whole - sum(widths)
    return widths


def column_side(rows: Sequence[Sequence[str]], aligns: Sequence[str], column: int) -> str:
    """Say where the texts of a column stand; where nothing is wished, figures and short words in the middle."""
    long = any(text_width(row[column]) > _SENTENCE for row in rows[1:])
    return aligns[column] or ("left" if long else "center")


def _longest_piece(column: Sequence[str]) -> float:
    return max((text_width(piece) for content in column for piece in _UNBROKEN.findall(content)), default=0.0)


def _shared(wants: Sequence[float], needs: Sequence[float], whole: float) -> list[float]:
    """Share a width out in proportion, after those whose share is less than they need have got that."""
    fixed: set[int] = set()
    while True:
        rest = whole - sum(needs[n] for n in fixed)
        free = sum(want for n, want in enumerate(wants) if n not in fixed)
        shares = [needs[n] if n in fixed else rest * want / free for n, want in enumerate(wants)]
        short = {n for n, share in enumerate(shares) if share < needs[n]}
        if not short:
            return shares
        fixed |= short
