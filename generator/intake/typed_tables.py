"""Tables within a text: lines whose cells are parted by tabs, or stand between bars as in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.intake.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Sheet
from generator.intake.table_lines import is_table_figure
from generator.patterns import pattern

_TABS, _ROWS = 2, 2
"""So many tabs make one line a table, so many lines of two cells each."""
_BARRED = pattern(r"\s*\|.*\|\s*")
_RULE = pattern(r"[\s|:\-—–]+")


def typed_tables(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str] | Sheet]:
    """Give lines, each with its place, as they are, and those that make up a table as one sheet."""
    for mark, run in groupby(lines, key=lambda one: _mark_of(one[0])):
        rows = [*run]
        table = (
            [([cell.strip() for cell in _cells(line, mark)], place) for line, place in rows] if mark else []
        )
        if mark and _is_table(table, mark):
            yield _sheet([row for row in table if not _is_rule(row[0])])
        else:
            yield from rows


def _mark_of(line: str) -> str:
    """Give what parts the cells of a line; empty where it has none. What only indents a line parts nothing."""
    if _BARRED.fullmatch(line):
        return "|"
    return "\t" if "\t" in line.strip() or line.count("\t") >= _TABS else ""


def _cells(line: str, mark: str) -> list[str]:
    return line.strip().strip("|").split("|") if mark == "|" else line.rstrip().split("\t")


def _is_table(rows: Sequence[tuple[list[str], str]], mark: str) -> bool:
    """Tell a table from a line that has a tab by chance: by its many cells, or by lines that end in figures."""
    if mark == "\t" and any(len(cells) > _TABS for cells, _place in rows):
        return True
    figures = sum(any(map(is_table_figure, cells[1:])) for cells, _place in rows)
    return len(rows) >= _ROWS and figures * 2 >= len(rows) - 1


def _is_rule(cells: Sequence[str]) -> bool:
    return all(not one or _RULE.fullmatch(one) for one in cells)


def _sheet(rows: Sequence[tuple[list[str], str]]) -> Sheet:
    """Give rows as a sheet; the places of their cells are those of the lines."""
    return Sheet(
        "",
        tuple(
            tuple(Cell(cell, place) if cell else None for cell in cells[:MAX_COLUMNS])
            for cells, place in rows[:MAX_ROWS]
        ),
    )
