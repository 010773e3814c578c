"""Whether what was taken stands in the facts file, read again: what is told as taken is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.collecting.merged import OfficeValue
from generator.collecting.values import same_value
from generator.forms.asking import NEW, Asked
from generator.forms.marked_in import FIGURES, MARKS, SENTENCES
from generator.problems import Level, Problem

UNWRITTEN = "收数-06"


def not_written(taken: Sequence[OfficeValue], rows: Mapping[str, Asked]) -> Iterator[OfficeValue]:
    """Give what was taken and is not found in the file; `rows` are those that it has afterwards, by their keys."""
    sentences: dict[str, list[Asked]] = {}
    for row in rows.values():
        if row.name.startswith(f"{SENTENCES}."):
            sentences.setdefault(row.topic, []).append(row)
    for told in taken:
        if told.row.name.startswith(f"{SENTENCES}.{NEW}"):
            there = sentences.get(told.row.topic, [])
        else:
            keys = (told.row.key, f"{told.row.topic}.{told.row.name.replace(MARKS, FIGURES, 1)}")
            there = [rows[key] for key in keys if key in rows]
        if not any(same_value(row.base, told.value, told.row) for row in there):
            yield told


def unwritten_problem(told: OfficeValue, file: str) -> Problem:
    """Say that the program lost what an office wrote: its own fault, told by the cell."""
    return Problem(
        UNWRITTEN,
        f"“{told.row.key}”是“{told.value}”，写进 {file} 再读一遍却不是，没有收。这是程序的毛病，不是表的错。",
        "请自己写进事实文件，并把这句话连同两个文件发给维护本程序的人。",
        told.place,
        told.row.key,
        Level.ERROR,
    )
