"""Tables of the Markdown text (GFM): the rule under the header, and the cells of a row."""

from __future__ import annotations

from generator.document.text.inline import plain_text
from generator.patterns import pattern

_RULE_CELL = pattern(r":?-+:?$")
_MOST_COLUMNS = 63
_BAR = pattern(r"(?<!\\)\|")
_SIDES = {(True, True): "center", (False, True): "right", (True, False): "left", (False, False): ""}


def read_rule(line: str, header: str) -> tuple[str, ...]:
    """Give the alignment of each column if the line rules off the header above it, else nothing.

    What has more columns than a table of Word can have is no table.
    """
    if "-" not in line:
        return ()
    cells = _split(line)
    if (
        not all(_RULE_CELL.match(cell) for cell in cells)
        or len(cells) != len(_split(header))
        or len(cells) > _MOST_COLUMNS
    ):
        return ()
    return tuple(_SIDES[cell.startswith(":"), cell.endswith(":")] for cell in cells)


def read_cells(line: str, count: int) -> tuple[str, ...]:
    """Give the texts of a row's cells, exactly `count`; what is missing is empty, what is over joins the last."""
    cells = [plain_text(cell).strip() for cell in _split(line)]
    if len(cells) > count:
        cells[count - 1 :] = [" ".join(cells[count - 1 :])]
    return tuple(cells + [""] * (count - len(cells)))


def _split(line: str) -> list[str]:
    line = line.strip()
    line = line.removeprefix("|")
    cells = _BAR.split(line)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells]
