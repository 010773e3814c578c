"""`nianbao import … --into`: what offices sent, held against the facts file that it is to go into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.commands.facts_text import FactsText, facts_text

if TYPE_CHECKING:
    from generator.amending import Amendment
    from generator.intake.notes import Notes
    from generator.resources import Templates
    from generator.suggesting.suggestion import Suggestion, Suggestions

PASTED = "粘贴的材料"
"""What notes from standard input are called."""


class NotesImport(NamedTuple):
    """What notes suggest for a facts file; nothing is written yet."""

    facts: FactsText
    suggestions: Suggestions

    def write(self, chosen: Iterable[Suggestion]) -> Path | None:
        """Write suggestions into the file, each with its origin; gives the copy of the file as it was.

        Raises FactsError, UserError where the file would not be one any more; then it is as it was.
        """
        return self.facts.save_text(self.amended(chosen))

    def amended(self, chosen: Iterable[Suggestion]) -> str:
        """Give the file's text with suggestions written; raises FactsError, UserError as `write` does."""
        return self.facts.amended(_amendments(chosen))


def suggest_from_files(sources: Sequence[Path], into: Path, templates: Templates) -> NotesImport:
    """Hold the notes of files against a facts file, and against each other.

    Raises UserError for what cannot be read, FactsError for mistakes in the facts file.
    """
    from generator.intake.notes import read_notes

    return _suggested([read_notes(one) for one in sources], into, templates)


def suggest_from_text(text: str, into: Path, templates: Templates) -> NotesImport:
    """Hold notes that were pasted against a facts file; raises as `suggest_from_files` does."""
    from generator.intake.notes import notes_of_text

    return _suggested([notes_of_text(text)._replace(name=PASTED)], into, templates)


def _suggested(papers: Sequence[Notes], into: Path, templates: Templates) -> NotesImport:
    """Mask personal data in notes before anything else looks at them."""
    from generator.commands.masking import mask_notes
    from generator.facts import load_facts
    from generator.suggesting.suggest import suggest
    from generator.topics import read_topics
    from generator.topics.grouping import read_grouping

    facts = load_facts(into, templates)
    topics, groups = read_topics(templates), read_grouping(templates)
    masked = [mask_notes(one) for one in papers]
    return NotesImport(facts_text(into, templates), suggest(masked, facts, topics, groups))


def _amendments(chosen: Iterable[Suggestion]) -> list[Amendment]:
    """Give the changes that suggestions come down to; marks of one sentence are filled one after the other."""
    from generator.amending import Amendment

    changes: dict[tuple[str | int, ...], Amendment] = {}
    for one in chosen:
        value: str | tuple[str, ...] = one.value
        if not one.mark:
            until = one.until.isoformat() if one.until else ""
            changes[one.path] = Amendment(one.path, value, one.origin, until=until)
            continue
        before = changes.get(one.path, Amendment(one.path, one.sentence))
        text = one.with_mark(before.value if isinstance(before.value, str) else one.sentence)
        sources = {**before.sources, one.field.name: one.origin} if one.origin else before.sources
        changes[one.path] = Amendment(one.path, text, sources=sources)
    return [*changes.values()]
