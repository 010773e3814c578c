"""What a clause of a template says of its fields, as a facts file writes it: what the filters did, undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.drafting.shape_reading import ClauseShape, Slot
from generator.patterns import pattern
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.topic import Field

SAME = "＝"
"""Opens a value that is that of another field: ＝办结."""

_QUOTES = pattern("[“《]([^”》]*)[”》]")
_BETWEEN = pattern("(?<=[”》])(?=[“《])")


def clause_values(
    shape: ClauseShape, groups: Mapping[str, str | None], fields: Mapping[str, Field]
) -> dict[str, str] | None:
    """Give what the groups of a clause tell of its fields; None where a field cannot be so."""
    said: dict[str, str] = {}
    values: dict[str, str] = {}
    for name, slot in shape.slots.items():
        text = groups.get(name)
        if text is not None:
            told = said if slot.how == "说法" else values
            told[slot.field] = _UNDONE.get(slot.how, _as_it_is)(slot, text)
    for name, value in values.items():
        if not value.startswith(SAME):
            values[name] = _with_wording(fields[name], value, said.get(name))
    return values if all(_is_readable(fields[name], value) for name, value in values.items()) else None


def _is_readable(field: Field, value: str) -> bool:
    if value.startswith(SAME):
        return True
    try:
        typed = read(choose(value, field)[1], field) if value else None
    except MisreadError:
        return False
    # a list is printed with 、 between its names: what a comma parts is more than the list
    parted = isinstance(typed, tuple) and "，" in value and not any("，" in name for name in typed)
    return typed is not None and not parted


def _as_it_is(_slot: Slot, text: str) -> str:
    return text


def _listed(slot: Slot, text: str) -> str:
    """Undo 甲、乙等部门; a single name stands without 等."""
    if slot.how == "顿号等" and "、" in text:
        text = text.removesuffix(slot.argument).removesuffix("等")
    return _BETWEEN.sub("、", text)


def _named(_slot: Slot, text: str) -> str:
    return "、".join(_QUOTES.findall(text))


_UNDONE: Mapping[str, Callable[[Slot, str], str]] = {
    "说法": lambda slot, text: slot.argument or text,
    "是": lambda _slot, _text: "是",
    "零": lambda _slot, _text: "0",
    "同": lambda slot, _text: f"{SAME}{slot.argument}",
    "顿号": _listed,
    "顿号等": _listed,
    "引号": _named,
    "书名号": _named,
    "计数": _named,
    "引号计数": _named,
    "定语": lambda slot, text: text.removeprefix(slot.argument).removesuffix(slot.argument),
}
"""What undoes each filter."""


def _with_wording(field: Field, value: str, said: str | None) -> str:
    """Put the 说法 that the clerk wrote before a value; the first needs none."""
    key = next((key for key, one in field.wordings.items() if one == said), "")
    if not key or key == next(iter(field.wordings)):
        return value
    if field.kind == "是否":
        return key
    return f"{key}{value}" if field.units else f"{key} {value}"
