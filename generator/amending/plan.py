"""Changes against what a facts file holds: which texts are replaced, what is added where, and what it then holds."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.amending.amendment import BESIDE, VALUE, Amendment, is_fact
from generator.problems import UserError
from generator.yamltext.path import Path, dotted


@dataclass
class Planned:
    """What is to be done: texts to replace, what to add to the value at a path, how long a list is to be.

    `data` is what the file is to hold afterwards. What is added at a text takes its place. `sources` are told in
    comments, by the paths of the sentences.
    """

    data: dict[str, Any]
    texts: dict[Path, str] = field(default_factory=dict)
    additions: dict[Path, Any] = field(default_factory=dict)
    lengths: dict[Path, int] = field(default_factory=dict)
    sources: dict[Path, Mapping[str, str]] = field(default_factory=dict)


def plan_changes(before: dict[str, Any], file: str, changes: Iterable[Amendment]) -> Planned:
    """Lay the changes out against what the file holds; raises UserError where something else stands in their way."""
    plan = Planned(copy.deepcopy(before))
    for change in changes:
        if change.sources:
            plan.sources[change.path] = {**plan.sources.get(change.path, {}), **change.sources}
        there, above = _nearest(before, change.path)
        if (
            above == change.path
            and is_fact(there)
            and not (change.origin or change.until)
            and change.path[-1] != VALUE
        ):
            change = change._replace(path=(*change.path, VALUE))  # noqa: PLW2901  # the value, its origin stays
            there = there[VALUE]
        for path, text in change.leaves():
            _plan_text(plan, before, file, path, text)
        if isinstance(there, list) and above == change.path[: len(above)] and _is_shorter(change, there):
            plan.lengths[change.path] = len(change.value)
            del _nearest(plan.data, change.path)[0][len(change.value) :]
    return plan


def _is_shorter(change: Amendment, there: list[Any]) -> bool:
    return isinstance(change.value, (list, tuple)) and 0 < len(change.value) < len(there)


def _plan_text(plan: Planned, before: dict[str, Any], file: str, path: Path, text: str) -> None:
    there, above = _nearest(before, path)
    rest = path[len(above) :]
    if not rest and isinstance(there, str):
        if text != there:
            plan.texts[path] = text
            _put(plan.data, path, text)
        return
    if not rest or not _fits(there, rest[0]):
        holds = "一个值" if isinstance(there, str) else "几项内容"
        message = f"没有写：{file} 里“{dotted(above)}”下面是{holds}，放不下“{dotted(rest) or text}”。"
        raise UserError(message, "请自己在文件里改。")
    if isinstance(there, str):
        if above not in plan.additions:
            plan.additions[above] = _beginning(there, rest[0])
            _put(plan.data, above, plan.additions[above])
        _put(plan.additions[above], rest, text)
        return
    if isinstance(there, dict) and isinstance(rest[0], int) and above not in plan.additions:
        plan.additions[above] = []
        _put(plan.data, above, [_nearest(plan.data, above)[0]])
    added = plan.additions.setdefault(above, type(there)())
    length = len(there) if isinstance(there, list) else 1
    first = rest[0] - length if isinstance(rest[0], int) else rest[0]
    if isinstance(first, int) and first > len(added):
        raise UserError(f"没有写：{file} 里“{dotted(above)}”没有第{first + length}项。", "请自己在文件里改。")
    _put(added, (first, *rest[1:]), text)
    _put(plan.data, path, text)


def _fits(there: Any, part: str | int) -> bool:
    """Tell whether something of this name, or at this index, can be added where this stands."""
    if isinstance(there, str):
        return not there or isinstance(part, int) or part in BESIDE
    if isinstance(there, list):
        return isinstance(part, int)
    if isinstance(part, int):
        return part > 0 and not is_fact(there)
    return not is_fact(there) or part in BESIDE


def _beginning(text: str, part: str | int) -> Any:
    """Give what takes a text's place: a list, a mapping, or the text as a value that something is said of."""
    if isinstance(part, int):
        return []
    return {VALUE: text} if part in BESIDE else {}


def _nearest(data: Any, path: Path) -> tuple[Any, Path]:
    """Give what stands at a path, or at the nearest one above it, and that path."""
    for depth, part in enumerate(path):
        within = (
            part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
        )
        if not within:
            return data, path[:depth]
        data = data[part]
    return data, path


def _put(holder: Any, path: Path, content: Any) -> None:
    """Put a content in, with what is missing above it; raises UserError where changes contradict one another."""
    part, *rest = path
    if not (
        isinstance(holder, dict)
        if isinstance(part, str)
        else isinstance(holder, list) and part <= len(holder)
    ):
        raise UserError(f"没有写：要写的几处互相矛盾，“{part}”放不下。", "请自己在文件里改。")
    if not rest:
        if isinstance(holder, list) and part == len(holder):
            holder.append(content)
        else:
            holder[part] = content
        return
    missing = part not in (range(len(holder)) if isinstance(holder, list) else holder)
    if missing:
        _put(holder, (part,), [] if isinstance(rest[0], int) else {})
    _put(holder[part], tuple(rest), content)
