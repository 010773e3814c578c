"""What the form adds to a list of records: an item of one's own, an entry of a library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.amending import Amendment, amend_text
from generator.facts.library import read_library, said_there
from generator.facts.loading import readable_facts
from generator.preview.form_actions import OnKnown
from generator.preview.form_values import (
    CHOSEN,
    LIBRARIES,
    PLAN,
    PROBLEM,
    SHOWS,
    first_blank,
    items_of,
    written_at,
)
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.path import Path
from generator.yamltext.source import read_source


@dataclass(frozen=True)
class AddItem(OnKnown):
    """An item written behind the last of a list of records, or into the first that is still blank."""

    path: Path
    content: Mapping[str, str]
    base: int | None = None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """The list to which it comes."""
        return (self.path,)

    def applied(self, text: str, file: str) -> str:
        """Write its keys."""
        holder = written_at(text, file, self.path)
        if holder in (None, ""):
            return amend_text(text, file, [Amendment(self.path, [self.content])])
        blank = first_blank(holder) if any(self.content.values()) else None
        if blank is not None:
            filled = [Amendment((*self.path, blank, key), one) for key, one in self.content.items()]
            return amend_text(text, file, filled)
        number = len(holder) if isinstance(holder, list) else 1
        return amend_text(text, file, [Amendment((*self.path, number), self.content)])


@dataclass(frozen=True)
class Choose(OnKnown):
    """An entry of the library of shortcomings or plans; a shortcoming brings its plan along if that is wished."""

    part: str
    name: str
    answered: bool
    templates: Templates = field(default_factory=Templates)
    base: int | None = None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """The list to which it comes, and that of the plans."""
        return ((self.part,), *(((PLAN,),) if self.answered else ()))

    def applied(self, text: str, file: str) -> str:
        """Write a plan by its name, of a shortcoming its words; raises UserError for none of that name."""
        library = LIBRARIES.get(self.part)
        entry = read_library(self.templates, library).get(self.name) if library else None
        if entry is None:
            raise UserError(f"库里没有“{self.name}”。", "请刷新页面。")
        if self.part == PLAN:
            return AddItem((PLAN,), {CHOSEN: self.name}).applied(text, file)
        words = self._words(entry, text, file)
        chosen = AddItem((self.part,), words).applied(text, file)
        plan = entry.get(PLAN) if self.answered else None
        if not plan or any(
            isinstance(one, dict) and one.get(CHOSEN) == plan for _, one in items_of(text, file, PLAN)
        ):
            return chosen
        return AddItem((PLAN,), {CHOSEN: plan}).applied(chosen, file)

    def _words(self, entry: Mapping[str, Any], text: str, file: str) -> Mapping[str, str]:
        """Give what a shortcoming is and how it shows; why, only the unit knows: that is offered beside its field."""
        facts = readable_facts(read_source(text.encode(), file), file, self.templates).facts
        return {
            key: said_there(entry[key], facts.head.unit.territory) for key in (PROBLEM, SHOWS) if key in entry
        }


ACTIONS = (AddItem, Choose)
"""All of them, for the page to ask for by their names."""
