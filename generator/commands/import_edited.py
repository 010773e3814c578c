"""`nianbao import EDITED.docx --into`: what a person changed in Word after rendering, brought into the facts file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.commands.explain import Ground, explain_sentences
from generator.commands.facts_text import FactsText, facts_text
from generator.commands.steps import Given, Prepared, draft_report
from generator.files import read_bytes
from generator.patterns import pattern
from generator.problems import FactsError, UserError
from generator.suggesting.returned import ReturnedChange, returned_changes, sentences_of, without_order
from generator.suggesting.rewritten import FileWords, Proposal, proposals

if TYPE_CHECKING:
    from generator.facts import Facts


_MOST = 3000
_RATE = pattern(r"[0-9]+(?:\.[0-9]+)?%")


class Edited(NamedTuple):
    """One sentence that a person changed: as it was and is, the facts behind it, and how the file comes to say it.

    `proposal` is None where it can't be taken over surely, and where the file has `locked` the sentence; `others` are
    sentences that change with it, old and new.
    """

    change: ReturnedChange
    grounds: tuple[Ground, ...] = ()
    proposal: Proposal | None = None
    others: tuple[tuple[str, str], ...] = ()
    locked: bool = False


class EditedImport(NamedTuple):
    """What was changed in a report since it was rendered; `stale` tells that the facts file was changed since, too."""

    facts: FactsText
    given: Given
    changes: tuple[Edited, ...]
    stale: bool

    def write(self, chosen: Iterable[Edited]) -> Path | None:
        """Write into the file what makes the report say the chosen sentences; gives the copy of it as it was.

        Raises UserError where it can't be written; then it is as it was.
        """
        return self.facts.save_text(self.amended(chosen))

    def amended(self, chosen: Iterable[Edited]) -> str:
        """Give the file's text with what makes the report say the chosen sentences."""
        text = self.facts.text
        for one in chosen:
            taken = _taken(self.facts, text, one.change, self.given)
            text = taken[1] if taken else text
        return text


def is_ours(path: Path) -> bool:
    """Tell whether a Word file is one that this program made, however it was edited.

    Raises UserError for what can't be opened.
    """
    from generator.intake.foreign import MAX_PACKED, open_word

    return path.suffix.lower() == ".docx" and bool(
        open_word(read_bytes(path, MAX_PACKED), path.name).our_state
    )


def edited_report(source: Path, into: Path, given: Given) -> EditedImport:
    """Hold an edited Word file against what the facts file gives now.

    Raises UserError for what cannot be read, FactsError for mistakes in the facts file.
    """
    from generator.document.word.ours import state_of_text
    from generator.intake.foreign import MAX_PACKED, open_word
    from generator.intake.reading import word

    data = read_bytes(source, MAX_PACKED)
    state = open_word(data, source.name).our_state
    returned = [one for block in word(data, source.name).document.blocks for one in sentences_of(block.text)]
    if len(returned) > _MOST:
        raise UserError(f"句子太多，不像是由事实文件生成的报告：{source.name}", "请核对是不是选错了文件。")
    file = facts_text(into, given.templates)
    prepared = _prepared(file, file.text, given)
    stale = bool(state) and state != state_of_text(prepared.document)
    old = [one.text.strip() for one in explain_sentences(prepared)]
    changes = tuple(_resolved(file, returned_changes(old, returned), given))
    return EditedImport(file, given, changes, stale)


def _prepared(file: FactsText, text: str, given: Given) -> Prepared:
    from generator.facts import reading_with_last
    from generator.yamltext.source import read_source

    source = read_source(text.encode(), file.path.name)
    facts: Facts = reading_with_last(source, file.path, given.templates, given.last, given.notice).whole()
    return draft_report(file.path, facts, given)


def _resolved(file: FactsText, changes: Sequence[ReturnedChange], given: Given) -> Iterator[Edited]:
    """Try each change upon what the ones before it made of the file."""
    text = file.text
    facts = _prepared(file, text, given).facts
    locked = facts.head.locked if facts else ()
    for change in changes:
        if any(one in change.old or change.old in one for one in locked if change.old):
            yield Edited(change, _grounds(file, text, change, given), locked=True)
            continue
        taken = _taken(file, text, change, given)
        if taken is None:
            yield Edited(change, _grounds(file, text, change, given))
        else:
            edited, text = taken
            yield edited


def _grounds(file: FactsText, text: str, change: ReturnedChange, given: Given) -> tuple[Ground, ...]:
    explained = explain_sentences(_prepared(file, text, given))
    return next((one.grounds for one in explained if change.old and one.text.strip() == change.old), ())


def _taken(file: FactsText, text: str, change: ReturnedChange, given: Given) -> tuple[Edited, str] | None:
    """Find the change of the file by which the report says the new sentence in the place of the old, and proves it."""
    if not (change.old and change.new):
        return None
    prepared = _prepared(file, text, given)
    explained = explain_sentences(prepared)
    one = next(
        (one for one in explained if without_order(one.text.strip()) == without_order(change.old)), None
    )
    if one is None or prepared.facts is None:
        return None
    before = [each.text.strip() for each in explained]
    new = without_order(change.new)
    fields, words = [ground.field for ground in one.grounds], FileWords(prepared.facts)
    for proposal in proposals(change.old, change.new, fields, words):
        try:
            made = file._replace(text=text).amended(proposal.changes)
            after = [each.text.strip() for each in explain_sentences(_prepared(file, made, given))]
        except (FactsError, UserError):
            continue
        others = _others(before, after, change)
        if others is not None and not (_is_own(proposal) and any(was != new for was, _now in others)):
            return Edited(change, one.grounds, proposal, others), made
    return None


def _others(
    before: Sequence[str], after: Sequence[str], change: ReturnedChange
) -> tuple[tuple[str, str], ...] | None:
    """Give what else changes where a report says a new sentence in the place of the old; None where it does not.

    A rate that is worked out anew may differ from what was written; a sentence that only moves, as one does that
    becomes the topic's own, is as it was.
    """
    then, now = (Counter(map(without_order, side)) for side in (before, after))
    gone, come = then - now, now - then
    old, new = without_order(change.old), without_order(change.new)
    said = next((one for one in come if _without_rates(one) == _without_rates(new)), None)
    if said is None or not gone[old]:
        return None
    changed = ((without_order(one.old), without_order(one.new)) for one in returned_changes(before, after))
    others = [(was, now) for was, now in changed if (was != old and gone[was]) or (now != said and come[now])]
    return tuple(others if said == new else [(new, said), *others])


def _without_rates(sentence: str) -> str:
    return _RATE.sub("%", sentence)


def _is_own(proposal: Proposal) -> bool:
    """Tell whether a proposal writes own words, beside which nothing else may change."""
    return any("正文" in one.path for one in proposal.changes)
