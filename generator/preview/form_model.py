"""The form of the page as records: blocks in the report's order, each with its entries and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.amending.amendment import ORIGIN
from generator.amending.hidden import hidden_names
from generator.commands.render import is_gap
from generator.drafting.clauses import Reporter, reporter_of
from generator.facts import Facts
from generator.facts.head import Unit
from generator.patterns import pattern
from generator.preview.told_here import told_here
from generator.problems import Level, Problem
from generator.resources import Templates
from generator.topics import Topics, read_topics
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path, content_at, dotted
from generator.yamltext.source import Source

_MARKS = pattern("(【[^【】]*】)")
INPUT, SELECT, LONG, SENTENCE, PRINTED = "行", "选", "段", "句", "印"
"""How an entry is filled in: a line, a choice, several lines, a sentence with marks; or it is filled in elsewhere."""


class FormButton(NamedTuple):
    """Something that can be done: what it is called and the action, by its parts, that the page then asks for.

    `focus` is what the page then goes to; where it ends in a dash, what was picked is the rest of it. What is at rest
    has no action.
    """

    label: str
    act: Mapping[str, Any]
    focus: str = ""


class FormPicker(NamedTuple):
    """A choice with buttons: the chosen value goes into the part `part` of the button's action."""

    label: str
    part: str
    options: tuple[tuple[str, str], ...]
    buttons: tuple[FormButton, ...]


class SentenceMark(NamedTuple):
    """A fact that a sentence marks: its label and its value; None where the mark only prints it."""

    label: str
    value: str | None


class SaidBeside(NamedTuple):
    """What may be said beside a value, by its key in the file; `text` is what is said, `ticked` for 是 alone."""

    key: str
    label: str
    text: str
    hint: str
    ticked: bool = False


class FormEntry(NamedTuple):
    """One thing to fill in, at a path of the file.

    `kind` is the action that typing asks for; `text` is what is written, `written` whether its key is in the file,
    `empty` that the report has a gap for it;
    `note`, `prints`, `last` and `given` help to fill it in; `sentence` is the number of the one that prints it, or -1;
    `beside` is what may be said beside its value;
    `item` is the path of what it is the text of, where that is another; `fresh` that its key was not there when the
    file was opened, so that it goes with what was typed.
    """

    path: Path
    label: str
    widget: str = INPUT
    kind: str = "SetValue"
    unit: str = ""
    note: str = ""
    prints: str = ""
    last: str = ""
    given: str = ""
    text: str = ""
    written: bool = False
    beside: tuple[SaidBeside, ...] = ()
    choices: tuple[str, ...] = ()
    hint: str = ""
    marks: tuple[SentenceMark, ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: bool = False
    sentence: int = -1
    buttons: tuple[FormButton, ...] = ()
    name: str = ""
    item: Path = ()
    fresh: bool = False

    @property
    def id(self) -> str:
        """What the page calls it: the same wherever its topic stands."""
        return identifier("项", self.name or dotted(self.path))

    @property
    def wrong(self) -> bool:
        """Tell whether something of it is certainly wrong."""
        return any(one.level is Level.ERROR for one in self.problems)

    @property
    def said_beside(self) -> str:
        """What is said beside its value that the report may show, in a few words."""
        said = (one for one in self.beside if one.text and one.key != ORIGIN)
        return "，".join(one.label if one.ticked else f"{one.label} {one.text}" for one in said)

    @property
    def looked_at(self) -> Path:
        """The path of what its problems are told of."""
        return self.item or self.path

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, and of each whether it is a mark."""
        for number, piece in enumerate(_MARKS.split(self.text)):
            if piece:
                yield piece, number % 2 == 1


class FormBlock(NamedTuple):
    """A part of the form under its own title: a part of the report, a heading (`level` 2), a topic or an item (3).

    `named` are names that take effect when they are done: that of the block, of a topic of one's own. `more` offers
    what can be filled in besides, `adding` and `pickers` add to it, `buttons` and `places` move it or take it away.
    `labels` are what a figure in one of its sentences can be marked as; it is `folded` until the clerk wants to see it.
    """

    name: str
    title: str
    level: int
    note: str = ""
    named: tuple[FormEntry, ...] = ()
    entries: tuple[FormEntry, ...] = ()
    more: tuple[FormButton, ...] = ()
    adding: tuple[FormButton, ...] = ()
    pickers: tuple[FormPicker, ...] = ()
    buttons: tuple[FormButton, ...] = ()
    places: tuple[FormPicker, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    labels: tuple[str, ...] = ()
    folded: bool = False

    @property
    def id(self) -> str:
        """What the page calls it."""
        return identifier("块", self.name)

    @property
    def written_count(self) -> int:
        """How many of its entries are written."""
        return sum(one.written and bool(one.text) for one in self.entries)


@dataclass(frozen=True)
class FormMaterial:
    """What a form is made of: the file as written, the facts read from it, what is wrong, which sentence prints what.

    `opened` are fields, as topic.field, that the clerk wants to see though nothing is written in them; `begun` those
    that the file had when it was opened, None where that is not known.
    """

    source: Source
    facts: Facts
    problems: tuple[Problem, ...]
    sentences: Mapping[str, int]
    templates: Templates
    opened: frozenset[str] = frozenset()
    begun: frozenset[str] | None = None

    @property
    def topics(self) -> Topics:
        """All topics."""
        return read_topics(self.templates)

    @cached_property
    def reporter(self) -> Reporter:
        """Who reports, on which year, up to which day."""
        return reporter_of(self.facts)

    @property
    def unit(self) -> Unit:
        """The unit, without what matters to no clause."""
        return self.reporter.unit

    @cached_property
    def hidden(self) -> Mapping[Path, tuple[str, ...]]:
        """What is hidden under 举措成效 and under each of its headings, by their paths."""
        content = self.at((MEASURES,))
        headings = (
            [(MEASURES, name) for name, one in content.items() if isinstance(one, dict)] if content else []
        )
        return hidden_names("\n".join(self.source.lines), [(MEASURES,), *headings]) if content else {}

    def at(self, path: Path) -> Any:
        """Give what is written at a path; None where nothing is."""
        try:
            return content_at(self.source.data, path)
        except (LookupError, TypeError):
            return None

    def remarks_above(self, path: Path, begin: str) -> tuple[str, ...]:
        """Give the comments right above what stands at a path that begin so: what last year's file said, for one."""
        place = self.source.places.get(path)
        at = place.line - 2 if place else -1
        found: list[str] = []
        while at >= 0 and (line := self.source.lines[at].strip()).startswith("#"):
            words = line.removeprefix("#").strip()
            found += [words] if words.startswith(begin) else []
            at -= 1
        return tuple(reversed(found))

    def told(self, path: Path, *, below: bool = True) -> tuple[Problem, ...]:
        """Give the problems of what stands at a path, and of what stands below it; gaps are none."""
        found = self._found(path, below=below)
        return tuple(told_here(one) for one in found if not is_gap(one))

    def is_empty(self, path: Path) -> bool:
        """Tell whether the report has a gap for what stands at a path."""
        return any(map(is_gap, self._by_field.get(dotted(path), ())))

    def _found(self, path: Path, *, below: bool) -> Iterator[Problem]:
        where = dotted(path)
        yield from self._by_field.get(where, ())
        if not below:
            return
        yield from self._by_above.get(where, ())
        place = self.source.places.get(path)
        if place and isinstance(path[-1], int):
            yield from self._by_line.get(place.line, ())

    def sentence(self, path: Path) -> int:
        """Give the number of the sentence that prints what stands at a path, -1 for none."""
        return self.sentences.get(dotted(path), -1)

    @cached_property
    def _by_field(self) -> Mapping[str, tuple[Problem, ...]]:
        return _grouped((one.field, one) for one in self.problems if one.field)

    @cached_property
    def _by_above(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems of what stands below a path."""
        parts = ((one.field.split("."), one) for one in self.problems)
        return _grouped(
            (".".join(names[:depth]), one) for names, one in parts for depth in range(1, len(names))
        )

    @cached_property
    def _by_line(self) -> Mapping[int, tuple[Problem, ...]]:
        return _grouped((one.place.line, one) for one in self.problems if not one.field and one.place.line)


def opening(label: str, name: str, path: Path | None = None) -> FormButton:
    """Give the button that shows what is not written yet, called `name`; what is no field then stands at a path."""
    return FormButton(
        label, {"kind": "OpenField", "name": name}, identifier("项", dotted(path) if path else name)
    )


def steps(path: Path, names: list[Any], called: Callable[[Path], str]) -> Iterator[FormButton]:
    """Give the buttons that move what stands at a path among its like, whose names are given in their order.

    `called` gives what the page calls what stands at a path: that it goes on to. What is first or last keeps the button
    that would move it further, at rest: each stays in its place.
    """
    at, last = names.index(path[-1]), len(names) - 1
    for label, there, before in (("上移", at - 1, at - 1), ("下移", at + 1, at + 2)) if last else ():
        if not 0 <= there <= last:
            yield FormButton(label, {})
            continue
        behind = names[before] if before <= last else None
        after = (*path[:-1], there) if isinstance(path[-1], int) else path
        yield FormButton(
            label, {"kind": "Move", "path": path, "into": path[:-1], "before": behind}, called(after)
        )


def _grouped(pairs: Iterable[tuple[Any, Problem]]) -> dict[Any, tuple[Problem, ...]]:
    grouped: dict[Any, tuple[Problem, ...]] = {}
    for name, one in pairs:
        grouped[name] = (*grouped.get(name, ()), one)
    return grouped


def identifier(kind: str, name: str) -> str:
    """Give what the page calls a thing: a name without blanks."""
    return f"{kind}-{'_'.join(name.split())}"
