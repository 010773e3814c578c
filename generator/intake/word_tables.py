"""The tables of a Word file as sheets, and the lines that stand outside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.document.word.paragraphs import local, paragraph_elements
from generator.intake.foreign import WordFile
from generator.intake.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Sheet
from generator.intake.tree import attribute, children, descend, switched, whole_number


class WordTable(NamedTuple):
    """A table of a Word file, and the numbers of the paragraphs in it."""

    sheet: Sheet
    paragraphs: frozenset[int]


def word_tables(file: WordFile) -> tuple[WordTable, ...]:
    """Give the tables of a Word file in their order; one within another is part of its cell."""
    texts = _texts(file)
    numbers = {one: number for number, one in enumerate(paragraph_elements(file.tree), 1)}
    tables = [one for one in file.tree.iter() if local(one) == "tbl" and not _within_table(one)]
    return tuple(
        WordTable(
            _table(one, f"表{number}", texts, numbers),
            frozenset(numbers[paragraph] for paragraph in paragraph_elements(one)),
        )
        for number, one in enumerate(tables, 1)
    )


def word_notes(file: WordFile) -> tuple[list[tuple[str, str]], tuple[Sheet, ...]]:
    """Give the lines of a Word file that stand in no table, each with its place in words, and its tables."""
    tables = word_tables(file)
    inside = frozenset().union(*(one.paragraphs for one in tables))
    lines = [
        (line, f"第{number}段")
        for number, text in _texts(file).items()
        if number not in inside
        for line in text.split("\n")
    ]
    return lines, tuple(one.sheet for one in tables)


def _texts(file: WordFile) -> dict[int, str]:
    """Give what each paragraph says, its lines one below the other."""
    texts: dict[int, str] = {}
    for line in file.lines:
        texts[line.paragraph] = (
            f"{texts[line.paragraph]}\n{line.text}" if line.paragraph in texts else line.text
        )
    return texts


def _within_table(element: Any) -> bool:
    return any(local(one) == "tbl" for one in element.iterancestors())


def _table(table: Any, name: str, texts: Mapping[int, str], numbers: Mapping[Any, int]) -> Sheet:
    rows: list[tuple[Cell | None, ...]] = []
    for number, row in enumerate(children(table, "tr"), 1):
        if number > MAX_ROWS:
            return Sheet(name, tuple(rows), (f"{name}很长，只读了前{MAX_ROWS}行。",))
        above = rows[-1] if rows else ()
        rows.append(tuple(_cells(row, above, f"{name}第{number}行", (texts, numbers)))[:MAX_COLUMNS])
    return Sheet(name, tuple(rows))


def _cells(
    row: Any, above: tuple[Cell | None, ...], place: str, known: tuple[Mapping[int, str], Mapping[Any, int]]
) -> Iterator[Cell | None]:
    """Give the cells of a row; a merged one stands in each place that it covers, a figure in the first alone."""
    texts, numbers = known
    column = 0
    for cell in (one for one in row.iter() if local(one) == "tc" and _nearest_row(one) is row):
        text = "".join(texts.get(numbers[one], "") for one in paragraph_elements(cell)).strip()
        merged = descend(cell, "tcPr", "vMerge")
        goes_on = merged is not None and attribute(merged, "val") != "restart"
        shown = Cell(text, f"{place}第{column + 1}列") if text else None
        if goes_on and shown is None and column < len(above) and _is_words(above[column]):
            shown = above[column]
        span = descend(cell, "tcPr", "gridSpan")
        width = min(whole_number(attribute(span, "val"), 1), MAX_COLUMNS) if span is not None else 1
        if switched(row, "trPr", "hidden"):
            shown = None
        yield shown
        yield from ((shown if _is_words(shown) else None) for _more in range(width - 1))
        column += max(width, 1)


def _nearest_row(cell: Any) -> Any:
    return next((one for one in cell.iterancestors() if local(one) == "tr"), None)


def _is_words(cell: Cell | None) -> bool:
    return cell is not None and not any(sign.isdigit() for sign in cell.text)
