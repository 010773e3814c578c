"""Blocks of a facts file's lines removed, moved, renamed, bared, hidden; the outcome is read again and compared."""

from __future__ import annotations

import copy
import json
from typing import Any

from generator.amending.restructuring import (
    Baring,
    Hiding,
    Moving,
    Removing,
    Renaming,
    Restructuring,
    Showing,
)
from generator.amending.whole_lines import restructured_lines
from generator.problems import FactsError, UserError
from generator.yamltext.path import Path, content_at, dotted
from generator.yamltext.source import read_source

_BOM = "\ufeff"


def restructure_text(text: str, file: str, *changes: Restructuring) -> str:
    """Give the text of a facts file with keys or items removed, moved, renamed, bared, hidden or shown again, in turn.

    Whole lines go, come or move, with the comments right above them; every other line stays as it is, line ends and
    the byte-order mark too. A mapping or list that loses its last entry stays, empty. Raises FactsError where the text
    is no readable facts file, UserError where there is nothing at the path, where something of the name stands there
    already, where the lines cannot be parted, and where what came out does not differ by the change alone.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    after = text.removeprefix(_BOM)
    wanted = read_source(after.encode(), file).data
    change = changes[0]
    try:
        for change in changes:
            wanted = _wanted(wanted, change)
            after = restructured_lines(after, change)
    except (LookupError, TypeError, StopIteration) as error:
        raise UserError(
            f"没有改：{file} 里找不到“{dotted(change.path)}”，可能刚在别处改过。",
            "请看看文件现在的样子再改。",
        ) from error
    if not _says(after, file, wanted, change):
        raise UserError(
            f"没有改：{file} 里“{dotted(change.path)}”与别的内容写在同样的行上，分不开。",
            "请把它写成一项一行，或者在文件里自己改。",
        )
    return mark + after


def _says(text: str, file: str, wanted: Any, change: Restructuring) -> bool:
    """Tell whether a text says what is wanted, in its order; what is shown again is known only by its name."""
    try:
        data = read_source(text.encode(), file).data
        if isinstance(change, Showing):
            shown = content_at(data, change.path[:-1])
            del shown[change.path[-1]]
            if not shown:
                _put_empty(data, change.path[:-1])
    except (FactsError, LookupError, TypeError):
        return False
    return json.dumps(data, ensure_ascii=False) == json.dumps(wanted, ensure_ascii=False)


def _wanted(before: dict[str, Any], change: Restructuring) -> dict[str, Any]:
    """Give what the file is to say afterwards; of what is shown again, what it says now."""
    data = copy.deepcopy(before)
    holder = content_at(data, change.path[:-1])
    name = change.path[-1]
    if isinstance(change, Removing | Hiding):
        del holder[name]
        if not holder:
            _put_empty(data, change.path[:-1])
    elif isinstance(change, Baring):
        (holder[name],) = holder[name].values()
    elif isinstance(change, Renaming):
        _refuse_taken(holder, change.name, name)
        _replace_entries(holder, [(change.name if key == name else key, one) for key, one in holder.items()])
    elif isinstance(change, Moving):
        _move(data, holder, change)
    return data


def _move(data: Any, holder: Any, change: Moving) -> None:
    name, target = change.path[-1], content_at(data, change.into)
    if isinstance(holder, list):
        moved = holder[name]  # type: ignore[index]  # the items of a list are named by numbers
        ahead = target[change.before] if isinstance(change.before, int) else None
        del holder[name]  # type: ignore[arg-type]
        at = next((number for number, one in enumerate(target) if one is ahead), len(target))
        target.insert(at, moved)
    else:
        if target is not holder:
            _refuse_taken(target, str(name))
        moved = holder.pop(name)
        entries = [*target.items()]
        at = next((number for number, (key, _) in enumerate(entries) if key == change.before), len(entries))
        _replace_entries(target, [*entries[:at], (str(name), moved), *entries[at:]])
    if not holder:
        _put_empty(data, change.path[:-1])


def _replace_entries(holder: dict[str, Any], entries: list[tuple[str, Any]]) -> None:
    holder.clear()
    holder.update(entries)


def _put_empty(data: Any, path: Path) -> None:
    """Let a key be there with nothing: so a file reads that has no line below it."""
    content_at(data, path[:-1])[path[-1]] = ""


def _refuse_taken(holder: dict[str, Any], name: str, itself: Any = None) -> None:
    if name in holder and name != itself:
        raise UserError(f"没有改：这里已经有“{name}”。", "请换个名称，或者把两处合到一处。")
