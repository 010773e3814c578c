"""A row of a table that was pasted as one line, its cells parted by |: 执法队案件 | 立案（件） | 20 | 已结（件） | 18."""

from __future__ import annotations

from generator.patterns import pattern

_BAR = pattern(r"\s*[|｜]\s*")
_NUMBER = pattern(r"(?P<number>(?:约|近)?\d[\d,.]*[余多]?万?[余多]?)\s*(?P<unit>[一-龥%]{0,3})")
_LABEL = pattern("(?P<words>[^（(]+)(?:[（(](?P<unit>[^）)]{1,3})[）)])?")
_FEWEST = 3
"""A title, a label and a number: two cells may be anything."""


def sentence_of_row(line: str) -> str:
    """Give a row as the sentence that it is: 执法队案件：立案20件，已结18件; another line as it is."""
    cells = [cell for cell in _BAR.split(line) if cell]
    title = cells[0] if len(cells) % 2 else ""
    pairs = [*zip(cells[bool(title) :: 2], cells[bool(title) + 1 :: 2], strict=True)]
    told = [_told(*pair) for pair in pairs]
    if len(cells) < _FEWEST or not all(told):
        return line
    said = "，".join(told)
    return f"{title}：{said}" if title else said


def _told(label: str, figure: str) -> str:
    """Give a label with its figure and measure word; empty where the two are none."""
    name, number = _LABEL.fullmatch(label), _NUMBER.fullmatch(figure)
    if name is None or number is None:
        return ""
    return f"{name['words']}{number['number']}{number['unit'] or name['unit'] or ''}"
