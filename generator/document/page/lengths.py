"""Lengths as people write them, 37毫米, 28.95磅, 2字, 1行, 3号, in twips (a twentieth of a point)."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import pattern

_SIZES = {
    "初号": 42, "小初": 36, "1号": 26, "小一": 24, "2号": 22, "小二": 18, "3号": 16, "小三": 15,
    "4号": 14, "小四": 12, "5号": 10.5, "小五": 9, "6号": 7.5, "小六": 6.5,
}  # fmt: skip
_CHINESE = str.maketrans("一二三四五六", "123456")
_TWIPS = {"毫米": 1440 / 25.4, "厘米": 14400 / 25.4, "磅": 20.0}
_LENGTH = pattern(r"(-?[0-9]{1,4}(?:\.[0-9]{1,4})?)\s*(毫米|厘米|磅|字|行)")


def is_size(text: str) -> bool:
    """Tell whether a text is a size of characters: 3号, 三号, 小四, 16磅."""
    try:
        return 4 <= size(text) <= 100
    except ValueError:
        return False


# a layout has few different ones, and is asked for them for every report
@lru_cache(maxsize=256)
def size(text: str) -> float:
    """Give a size of characters in points. Raises ValueError for what is none."""
    named = text if text.startswith("小") else text.translate(_CHINESE)
    if named in _SIZES:
        return float(_SIZES[named])
    match = _LENGTH.fullmatch(text)
    if not match or match[2] not in _TWIPS:
        raise ValueError(text)
    return float(match[1]) * _TWIPS[match[2]] / 20


def is_length(text: str) -> bool:
    """Tell whether a text is a length."""
    return bool(_LENGTH.fullmatch(text))


@lru_cache(maxsize=256)
def twips(text: str, *, character: float, line: float) -> int:
    """Give a length in twips; `character` and `line` are the widths of 字 and 行. Raises ValueError for what is none."""
    match = _LENGTH.fullmatch(text)
    if not match:
        raise ValueError(text)
    return round(float(match[1]) * {**_TWIPS, "字": character, "行": line}[match[2]])
