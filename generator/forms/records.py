"""The records of a facts file's head as lines to fill in, derived from their declarations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.facts.records import Record, parts_of
from generator.facts.withheld import PUBLIC
from generator.forms.lines import (
    commented,
    entry,
    entry_in_full,
    entry_with,
    group,
    inline,
    optional,
    remark_line,
)


def note_of(record: type[Record], key: str) -> str:
    """Give the explanation of one key of a record."""
    return next((one.note for one in parts_of(record).values() if one.name == key), "")


def filled(
    record: type[Record],
    values: Mapping[str, Any],
    depth: int,
    asked: Collection[str] = (),
    withheld: Collection[str] = (),
) -> Iterator[str]:
    """Give a record's keys: those with a value filled in, those asked for empty, the others as comments.

    Beside those `withheld` stands that they are not public.
    """
    for one in parts_of(record).values():
        key, note = one.name, one.note
        value, beside = values.get(key, ""), {PUBLIC: "否"} if key in withheld else {}
        if isinstance(value, Record):
            yield from group(key, note, depth)
            yield from filled(type(value), written_parts(value), depth + 1)
        elif isinstance(value, tuple):
            yield from entry_in_full(beside, key, value, note, depth)
        elif one.record:
            yield from commented([inline(key, note, depth), *blank(one.record, depth + 1)], depth)
        elif value or key in asked:
            yield from entry_with(beside, entry(key, value, note, depth))
        else:
            yield optional(key, note, depth)


def written_parts(record: Record) -> dict[str, Any]:
    """Give what is written in a record by its keys: texts, lists of texts and records."""
    values = {one.name: getattr(record, attribute) for attribute, one in parts_of(type(record)).items()}
    return {
        key: one if isinstance(one, (str, tuple, Record)) else str(one)
        for key, one in values.items()
        if one not in ("", (), None, False) and not (isinstance(one, Record) and one == type(one)())
    }


def blank(record: type[Record], depth: int, *, item: bool = False) -> Iterator[str]:
    """Give a record's keys, each with its explanation behind it; `item` when it is one of a list."""
    for number, one in enumerate(parts_of(record).values()):
        line = inline(one.name, one.note, depth + item)
        pad = "  " * depth
        yield f"{pad}- {line[len(pad) + 2 :]}" if item and not number else line
        if one.record:
            yield from blank(one.record, depth + item + 1, item=one.kind == "逐项")


def asked_item(
    record: type[Record],
    values: Mapping[str, str],
    asked: Collection[str],
    *,
    note: str = "",
    explained: bool = True,
) -> Iterator[str]:
    """Give one record of a list: the keys asked for first, the others as comments where it is `explained`."""
    if note:
        yield f"  {remark_line(note)}"
    for number, key in enumerate(asked):
        yield from entry(
            key, values.get(key, ""), note_of(record, key) if explained else "", 2, dash=not number
        )
    others = [one for one in parts_of(record).values() if one.name not in asked]
    if explained:
        yield from (commented([inline(one.name, one.note, 2)], 2)[0] for one in others)
