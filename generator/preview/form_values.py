"""What typing in the form does beside setting one value: what is said beside it, texts and lines of lists, 问题."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from generator.amending import Amendment, amend_text, restructure_text
from generator.amending.amendment import VALUE, is_fact
from generator.amending.restructuring import Baring, Moving, Removing
from generator.facts.library import PLANS, SHORTCOMINGS, read_library
from generator.preview.form_entries import as_typed
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import read_source

CHOSEN, PROBLEM, SHOWS, CAUSE, ANSWERS, PLAN = "选用", "问题", "表现", "原因", "针对", "计划"
LIBRARIES = {"不足": SHORTCOMINGS, PLAN: PLANS}


@dataclass(frozen=True)
class Typed:
    """What was typed at a path; `was` is what the page knew to stand there, None where it cannot say."""

    path: Path
    text: str
    was: str | None = None

    @property
    def place(self) -> Path | None:
        """Typing on at one path is one step."""
        return self.path


@dataclass(frozen=True)
class SetItem(Typed):
    """A text typed into a list of texts, or behind its last: what stands there alone becomes the first of a list."""

    def applied(self, text: str, file: str) -> str:
        """Put the text into the list."""
        *above, number = self.path
        if not isinstance(number, int):
            return amend_text(text, file, [Amendment(self.path, self.text)])
        holder = written_at(text, file, tuple(above))
        if isinstance(holder, list):
            return amend_text(text, file, [Amendment(self.path, self.text)])
        if holder in (None, ""):
            return amend_text(text, file, [Amendment(tuple(above), [self.text])])
        if number == 0:
            return amend_text(text, file, [Amendment(tuple(above), self.text)])
        if isinstance(holder, dict):
            return amend_text(text, file, [Amendment((*above, 1), self.text)])
        emptied = amend_text(text, file, [Amendment(tuple(above), "")])
        return amend_text(emptied, file, [Amendment(tuple(above), [holder, self.text])])


@dataclass(frozen=True)
class SetLines(Typed):
    """A list typed as lines, one item each; what is one text yet becomes a list with its second line."""

    def applied(self, text: str, file: str) -> str:
        """Let the list hold these lines; an item that stays keeps its own line of the file with what is said there."""
        lines = _lines(self.text)
        if len(lines) < 2 and not isinstance(_values_at(text, file, self.path), list):
            return amend_text(text, file, [Amendment(self.path, "".join(lines))])
        try:
            return _relisted(text, file, self.path, lines)
        except UserError:  # written so that its items cannot be parted, or not as a list
            return amend_text(text, file, [Amendment(self.path, lines or [""])])


@dataclass(frozen=True)
class SetBeside(Typed):
    """What is typed beside a figure; cleared, its key goes, and the last of them leaves the figure alone."""

    def applied(self, text: str, file: str) -> str:
        """Write it, or take it out; what is written in a way that it cannot be taken out of is left blank."""
        if self.text.strip():
            return amend_text(text, file, [Amendment(self.path, self.text)])
        *above, key = self.path
        said = written_at(text, file, tuple(above))
        if not is_fact(said) or key not in said or key == VALUE:
            return text
        try:
            text = restructure_text(text, file, Removing(self.path))
        except UserError:
            return amend_text(text, file, [Amendment(self.path, "")])
        return _bared(text, file, tuple(above)) if len(said) == len((VALUE, key)) else text


@dataclass(frozen=True)
class SetProblem(Typed):
    """The name of a shortcoming, once it is typed to its end; the plans that answer it go on answering it."""

    templates: Templates = field(default_factory=Templates)

    def applied(self, text: str, file: str) -> str:
        """Change the name, and what the plans say that they answer; without a name they go on saying the last."""
        there = written_at(text, file, self.path[:-1])
        item = there if isinstance(there, dict) else {}
        before = effective(item, PROBLEM, "不足", self.templates)
        after = self.text or effective({**item, PROBLEM: ""}, PROBLEM, "不足", self.templates)
        changes = [Amendment(self.path, self.text)]
        for path, plan in items_of(text, file, PLAN) if before and after else ():
            if isinstance(plan, dict) and effective(plan, ANSWERS, PLAN, self.templates) == before:
                changes.append(Amendment((*path, ANSWERS), after))
        return amend_text(text, file, changes)


def written_at(text: str, file: str, path: Path) -> Any:
    """Give what is written at a path; None where nothing is. Raises FactsError where the text is no readable file."""
    try:
        return content_at(read_source(text.encode(), file).data, path)
    except (LookupError, TypeError):
        return None


def _values_at(text: str, file: str, path: Path) -> Any:
    said = written_at(text, file, path)
    return said[VALUE] if is_fact(said) else said


def shown_at(text: str, file: str, path: Path) -> str:
    """Give what a field at a path shows; a text that stands alone is the first of a list. Raises as `written_at`."""
    holder = written_at(text, file, path[:-1])
    if isinstance(holder, str) and isinstance(path[-1], int):
        return "" if path[-1] else holder
    return as_typed(written_at(text, file, path))


def is_shown(shown: str, was: str) -> bool:
    """Tell whether a field shows what a page took it for; blanks around its lines say nothing."""
    return _lines(shown) == _lines(was)


def _lines(text: str) -> list[str]:
    """Give the lines of what was typed that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _relisted(text: str, file: str, path: Path, lines: list[str]) -> str:
    """Change the items of a list that differ from these lines, one by one, the last first; raises UserError."""
    items = written_at(text, file, path)
    if not lines or not isinstance(items, list) or not all(isinstance(one, str) for one in items):
        return amend_text(text, file, [Amendment(path, lines or [""])])
    count = len(items)
    for kind, start, end, first, last in reversed(
        SequenceMatcher(None, items, lines, autojunk=False).get_opcodes()
    ):
        if kind == "equal":
            continue
        both = min(end - start, last - first)
        for number in range(end - 1, start + both - 1, -1):
            text = restructure_text(text, file, Removing((*path, number)))
        changed = [Amendment((*path, start + step), lines[first + step]) for step in range(both)]
        text = amend_text(text, file, changed) if changed else text
        count -= end - start - both
        for line in reversed(lines[first + both : last]):
            text = amend_text(text, file, [Amendment((*path, count), line)])
            if start + both < count:
                text = restructure_text(text, file, Moving((*path, count), path, start + both))
            count += 1
    return text


def typed_over(text: str, file: str, path: Path, said: str) -> str:
    """Give the text of a file with what was typed at a path, be it a value, one of a list or a list by its lines."""
    lined = isinstance(path[-1], str) and len(_lines(said)) > 1
    listed = lined or isinstance(written_at(text, file, path), list)
    return (SetLines if listed else SetItem)(path, said).applied(text, file)


def _bared(text: str, file: str, path: tuple[str | int, ...]) -> str:
    try:
        return restructure_text(text, file, Baring(path))
    except UserError:
        return text


def list_on(path: Path) -> tuple[Path, ...]:
    """Give the path of the first list on a path: what an item of it rests on; other paths go by names."""
    lists = (path[:depth] for depth, part in enumerate(path) if isinstance(part, int))
    return tuple(one for one in [next(lists, None)] if one is not None)


def is_same(path: Path, known: str, now: str, file: str) -> bool:
    """Tell whether the same is written at a path in two texts of a file."""
    return bool(written_at(known, file, path) == written_at(now, file, path))


def path_now(text: str, file: str, path: Path, shown: str) -> Path:
    """Give where what a path through a list showed stands now: the item that shows it still, wherever it was moved.

    Raises LookupError where it is none, or more than one.
    """
    above = list_on(path)
    if not above or is_shown(shown_at(text, file, path), shown):
        return path
    items = written_at(text, file, above[0])
    count, below = len(items) if isinstance(items, list) else 0, path[len(above[0]) + 1 :]
    moved = ((*above[0], number, *below) for number in range(count))
    there = [one for one in moved if is_shown(shown_at(text, file, one), shown)]
    if len(there) != 1:
        raise LookupError(path)
    return there[0]


def items_of(text: str, file: str, part: str) -> list[tuple[Path, Any]]:
    """Give the items of a part, each with its path; one may stand alone."""
    data = written_at(text, file, (part,))
    if isinstance(data, list):
        return [((part, number), one) for number, one in enumerate(data)]
    return [((part,), data)] if isinstance(data, dict) else []


def first_blank(items: Any) -> int | None:
    """Give which of a list's records is the first in which nothing is written; None for none."""
    records = enumerate(items if isinstance(items, list) else ())
    return next((number for number, one in records if isinstance(one, dict) and not any(one.values())), None)


def effective(item: Mapping[str, Any], key: str, part: str, templates: Templates) -> str:
    """Give what an item says under a key: its own words, else those of the library's entry that it names."""
    own = as_typed(item.get(key))
    if own or part not in LIBRARIES:
        return own
    return as_typed(read_library(templates, LIBRARIES[part]).get(as_typed(item.get(CHOSEN)), {}).get(key))


ACTIONS = (SetItem, SetLines, SetBeside, SetProblem)
"""All of them, for the page to ask for by their names."""
