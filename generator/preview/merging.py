"""Two people's changes to one facts file, put together field by field; what both changed is theirs to decide."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from generator.amending import Amendment, amend_text
from generator.problems import FactsError, UserError
from generator.yamltext.path import Path
from generator.yamltext.source import read_source


class Clash(NamedTuple):
    """What was changed here and elsewhere to different ends: the value at a path, or with none, the whole file.

    `window` is the one in which it was typed; "" where that is not known. `origin` is who said my figure, where it
    came from an office's notes; "" for what was typed.
    """

    path: Path
    mine: str
    theirs: str
    window: str = ""
    origin: str = ""


class Merge(NamedTuple):
    """Both sides' changes in one text; where they clash it holds theirs."""

    text: str
    clashes: tuple[Clash, ...] = ()


def merged_texts(base: str, mine: str, theirs: str, file: str) -> Merge:
    """Lay what became of one text on two sides together: value by value, else line by line, else both are shown."""
    if theirs in (base, mine):
        return Merge(mine)
    if mine == base:
        return Merge(theirs)
    by_values = _by_values(base, mine, theirs, file)
    if by_values is not None:
        return by_values
    by_lines = _by_lines(base.split("\n"), mine.split("\n"), theirs.split("\n"))
    return Merge(theirs, (Clash((), mine, theirs),)) if by_lines is None else Merge("\n".join(by_lines))


def _by_values(base: str, mine: str, theirs: str, file: str) -> Merge | None:
    """Put the values that I changed into their text; None where I changed more than values."""
    try:
        was, there = (read_source(text.encode(), file).data for text in (base, theirs))
        changes = [*_changed_values((), was, read_source(mine.encode(), file).data)]
        if amend_text(base, file, [Amendment(*one) for one in changes]) != mine:
            return None
        clear, clashes = [], []
        mine_are = frozenset(path for path, _ in changes)
        if not all(_is_in_place(path, was, there, mine_are) for path in mine_are):
            return None
        for path, value in changes:
            before, now = _text_at(was, path), _text_at(there, path)
            if now in (before, value):
                clear.append(Amendment(path, value))
            else:
                clashes.append(Clash(path, value, now or ""))
        return Merge(amend_text(theirs, file, clear) if clear else theirs, tuple(clashes))
    except (FactsError, UserError, LookupError, TypeError):
        return None


def _changed_values(path: Path, was: Any, now: Any) -> Iterator[tuple[Path, str]]:
    """Give the texts that differ or are new; raises LookupError where something was taken away or made another kind."""
    if isinstance(now, str):
        if now != was:
            if was is not None and not isinstance(was, str):
                raise LookupError(path)
            yield path, now
        return
    if was is not None and type(was) is not type(now):
        raise LookupError(path)
    pairs = dict(now.items() if isinstance(now, dict) else enumerate(now))
    before = {} if was is None else dict(was.items() if isinstance(was, dict) else enumerate(was))
    if before.keys() - pairs.keys():
        raise LookupError(path)
    for part, one in pairs.items():
        yield from _changed_values((*path, part), before.get(part), one)


def _is_in_place(path: Path, was: Any, there: Any, changed: AbstractSet[Path]) -> bool:
    """Tell whether a path through lists still leads to the same item: an item has no name but what is written in it."""
    for depth, part in enumerate(path):
        if isinstance(part, int):
            before, now = was or [], there or []
            if not isinstance(now, list) or len(before) != len(now):
                return False
            if part < len(before) and not _is_like(path[: depth + 1], before[part], now[part], changed):
                return False
        was, there = _part_of(was, part), _part_of(there, part)
    return True


def _is_like(path: Path, was: Any, there: Any, changed: AbstractSet[Path]) -> bool:
    """Tell whether two contents are the same but for what I changed."""
    if path in changed:
        return True
    if isinstance(was, dict) and isinstance(there, dict):
        return all(_is_like((*path, key), was.get(key), there.get(key), changed) for key in {*was, *there})
    if isinstance(was, list) and isinstance(there, list) and len(was) == len(there):
        return all(
            _is_like((*path, number), before, now, changed)
            for number, (before, now) in enumerate(zip(was, there, strict=True))
        )
    return bool(was == there)


def _part_of(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    return data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None


def _text_at(data: Any, path: Path) -> str | None:
    """Give the text at a path, None where there is none; raises TypeError where something else stands there."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        elif data not in ("", None):
            raise TypeError(path)
        else:
            return None
    if data is not None and not isinstance(data, str):
        raise TypeError(path)
    return data


class _Hunk(NamedTuple):
    """Lines start to end of the base, and what they became."""

    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def keeps_count(self) -> bool:
        """Tell whether it is line for line, so that what stands beside it cannot have been meant for another place."""
        return self.end - self.start == len(self.lines)


def _by_lines(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    """Give the lines with both sides' changes, None where two of them meet."""
    sides: dict[_Hunk, set[str]] = {}
    for side, changed in (("mine", mine), ("theirs", theirs)):
        for hunk in _hunks(base, changed):
            sides.setdefault(hunk, set()).add(side)
    merged: list[str] = []
    at, last = 0, None
    for hunk in sorted(sides, key=lambda one: (one.start, one.end)):
        touches = last and hunk.start == at and not sides[last] & sides[hunk]
        if hunk.start < at or (touches and last and not (last.keeps_count and hunk.keeps_count)):
            return None
        merged += [*base[at : hunk.start], *hunk.lines]
        at, last = hunk.end, hunk
    return [*merged, *base[at:]]


def _hunks(base: list[str], changed: list[str]) -> Iterator[_Hunk]:
    """Give what changed, as small as it can be told: of as many lines as before, each by itself."""
    for kind, start, end, first, last in SequenceMatcher(None, base, changed, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == last - first:
            for number in range(end - start):
                yield _Hunk(start + number, start + number + 1, (changed[first + number],))
        elif kind != "equal":
            yield _Hunk(start, end, tuple(changed[first:last]))
