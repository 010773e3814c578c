"""The records of a facts file's head as lines to fill in, derived from their models."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.facts.head import Record
from generator.forms.lines import commented, entry, inline, optional, value_lines


def note_of(model: type[Record], key: str) -> str:
    """Give the explanation of one key of a record."""
    return next((one.description or "" for one in model.model_fields.values() if one.alias == key), "")


def filled(
    model: type[Record], values: Mapping[str, str | tuple[str, ...]], depth: int, asked: Collection[str] = ()
) -> Iterator[str]:
    """Give a record's keys: those with a value filled in, those asked for empty, the others as comments."""
    for one in model.model_fields.values():
        key, note = one.alias or "", one.description or ""
        value = values.get(key, "")
        if isinstance(value, tuple):
            yield from value_lines(key, value, note, depth)
        elif value or key in asked:
            yield from entry(key, value, note, depth)
        else:
            yield optional(key, note, depth)


def blank(model: type[Record], depth: int, *, item: bool = False) -> Iterator[str]:
    """Give a record's keys, each with its explanation behind it; `item` when it is one of a list."""
    for number, one in enumerate(model.model_fields.values()):
        line = inline(one.alias or "", one.description or "", depth + item)
        pad = "  " * depth
        yield f"{pad}- {line[len(pad) + 2 :]}" if item and not number else line


def asked_item(
    model: type[Record],
    values: Mapping[str, str],
    asked: Collection[str],
    *,
    note: str = "",
    explained: bool = True,
) -> Iterator[str]:
    """Give one record of a list: the keys asked for first, the others as comments where it is `explained`."""
    if note:
        yield f"  # {note}"
    for number, key in enumerate(asked):
        yield from entry(
            key, values.get(key, ""), note_of(model, key) if explained else "", 2, dash=not number
        )
    others = [one for one in model.model_fields.values() if one.alias not in asked]
    if explained:
        yield from (commented([inline(one.alias or "", one.description or "", 2)], 2)[0] for one in others)
