"""A list of names in a sentence: of many the first, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence


def named(names: Sequence[str], most: int, counted: str = "个") -> str:
    """Give names, of many the first and how many there are: 甲镇、乙镇等12个."""
    return "、".join(names) if len(names) <= most else f"{'、'.join(names[:most])}等{len(names)}{counted}"
