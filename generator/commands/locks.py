"""What no command may change: the sentences under 锁定."""

from __future__ import annotations

from pathlib import Path

from generator.commands.steps import Given, draft_report
from generator.facts import Facts, facts_from
from generator.facts.locked import LOCKED, absent_locks
from generator.problems import FactsError, UserError
from generator.yamltext.source import read_source


def refuse_broken_locks(path: Path, before: str, after: str, given: Given) -> None:
    """Refuse to write a facts file so that its report no longer says a locked sentence that it says now.

    Raises UserError naming the sentences.
    """
    if LOCKED not in before:
        return
    facts = _read(path, before, given)
    if facts is None or not facts.head.locked:
        return
    absent = absent_locks(facts.head.locked, _report(path, facts, given))
    said = [one for one in facts.head.locked if one not in absent]
    changed = _read(path, after, given)
    if changed and (broken := absent_locks(said, _report(path, changed, given))):
        raise UserError(
            f"没有写：这样一写，锁定的“{'”“'.join(broken)}”就变了。",
            f"不采用改动它的那一项；确实要改的，先把 {path.name} 的“{LOCKED}”里的这一句改掉或删去。",
        )


def _read(path: Path, text: str, given: Given) -> Facts | None:
    try:
        return facts_from(read_source(text.encode(), path.name), path.name, given.templates)
    except FactsError:
        return None


def _report(path: Path, facts: Facts, given: Given) -> list[str]:
    return [block.text for block in draft_report(path, facts, given).document.blocks]
