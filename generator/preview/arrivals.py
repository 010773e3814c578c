"""What is dropped on the page: an office's notes or an edited report, as proposals that are taken one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.commands.steps import Given
from generator.patterns import pattern
from generator.preview.actions import Bring
from generator.preview.dropped import thrown_away
from generator.preview.said_before import NEAR, said_in, sentences_by_topic
from generator.preview.standing import stands
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.commands.import_edited import EditedImport
    from generator.commands.import_notes import NotesImport
    from generator.suggesting.suggestion import Suggestion, Unplaced


_CELLS = pattern(r"[|｜\t]")


class Offer(NamedTuple):
    """One proposal: what it would change, from what to what, by which words; what cannot be taken says `why_not`.

    `sure` are those in which nothing is to be decided: the file has nothing there yet, or the notes say what holds.
    """

    title: str
    now: str
    then: str
    words: str = ""
    state: str = ""
    why_not: str = ""
    sure: bool = False


class Placed(NamedTuple):
    """Where the clerk has put a figure without a field, in words, and the facts file's text without it and with it."""

    where: str
    brought: Bring


class Left(NamedTuple):
    """A figure for which no field was found: as it was written, its words, why, and where the file says it already.

    `sentence` is what an own sentence of a topic would say, "" where it was no sentence; `origin` who said it.
    """

    written: str
    words: str
    why: str
    elsewhere: str
    sentence: str
    origin: str


@dataclass
class Arrival:
    """A file that was dropped: its name, what it proposes, what was taken and what refused, what is told besides.

    `left` are figures without a field, `placed` where the clerk has put them, by their numbers. What was taken or put
    in counts as such while the file has it: a step may be taken back, or a value be mended by hand.

    `amended` gives the facts file's text, as it was when the file came, with some of the proposals taken.
    """

    name: str
    offers: tuple[Offer, ...]
    amended: Callable[[Sequence[int]], str]
    told: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    placed: dict[int, Placed] = field(default_factory=dict)
    taken: dict[int, Bring] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)

    @property
    def state(self) -> tuple[object, ...]:
        """What has been decided; two that are the same look the same beside one text."""
        return id(self), tuple(self.taken), tuple(self.refused), tuple(self.placed)

    def taking(self, number: int, text: str) -> Bring:
        """Give the action that takes a proposal into a text; raises FactsError, UserError where it cannot be taken."""
        if not 0 <= number < len(self.offers) or self.offers[number].why_not:
            raise UserError("没有这一条。", "请刷新页面。")
        there = [one for one in self.taken if one != number and self.is_in(one, text)]
        return Bring(self.amended(there), self.amended([*there, number]))

    def taking_sure(self, text: str) -> tuple[Bring, dict[int, Bring]]:
        """Give the action that takes all that are sure and not decided yet, and of each its own; raises as `taking`."""
        offers = enumerate(self.offers)
        sure = [number for number, one in offers if one.sure and not self.is_decided(number, text)]
        if not sure:
            raise UserError("没有确信而还没有决定的。", "其余的请逐条看。")
        there = [one for one in self.taken if self.is_in(one, text)]
        before = self.amended(there)
        each = {number: Bring(before, self.amended([*there, number])) for number in sure}
        return Bring(before, self.amended([*there, *sure])), each

    def sure_waiting(self, text: str) -> int:
        """Tell how many proposals that are sure wait to be decided."""
        offers = enumerate(self.offers)
        return sum(one.sure and not self.is_decided(number, text) for number, one in offers)

    def is_in(self, number: int, text: str) -> bool:
        """Tell whether a proposal that was taken stands in the text."""
        return number in self.taken and stands(self.taken[number], text)

    def placed_in(self, number: int, text: str) -> str:
        """Say where a figure without a field was put, as long as it stands in the text; else nothing."""
        one = self.placed.get(number)
        return one.where if one and stands(one.brought, text) else ""

    def is_decided(self, number: int, text: str) -> bool:
        """Tell whether a proposal was refused, or taken into the text."""
        return number in self.refused or self.is_in(number, text)

    def left_waiting(self, text: str) -> int:
        """Tell how many figures without a field have been put nowhere, and are not in the file already."""
        left = enumerate(self.left)
        return sum(not one.elsewhere and not self.placed_in(number, text) for number, one in left)

    def waiting(self, text: str) -> int:
        """Tell how many proposals wait to be decided."""
        offers = enumerate(self.offers)
        return sum(not one.why_not and not self.is_decided(number, text) for number, one in offers)


def read_arrival(name: str, data: bytes, into: Path, given: Given) -> Arrival:
    """Read what was dropped and hold it against the facts file.

    Raises UserError for what cannot be read, FactsError for mistakes in the facts file.
    """
    # what reads other people's files is loaded when one comes, not before the first page is shown
    from generator.commands.import_edited import edited_report, is_ours
    from generator.commands.import_notes import suggest_from_files

    with thrown_away(name, data) as source:
        if source.suffix.lower() == ".docx" and is_ours(source):
            return _of_edited(name, edited_report(source, into, given))
        return _of_notes(name, suggest_from_files([source], into, given.templates))


def _of_notes(name: str, notes: NotesImport) -> Arrival:
    from generator.suggesting.suggestion import Standing

    suggestions = notes.suggestions
    offered_as = (Standing.NEW, Standing.OTHER, Standing.RIVAL, Standing.ASKED)
    offered = [one for standing in offered_as for one in suggestions.of(standing)]
    same = suggestions.of(Standing.SAME)
    told = [*suggestions.told]
    if same:
        told.append(f"与文件一致：{'、'.join(f'{one.name} {one.value}' for one in same)}")
    told_in = sentences_by_topic(notes.facts.text, notes.facts.path.name)
    left = (_left(one, told_in) for one in suggestions.unplaced)
    return Arrival(
        name,
        tuple(_suggested(one, told_in) for one in offered),
        _picking(offered, notes.amended, notes.facts.text),
        tuple(told),
        tuple(left),
    )


def _left(one: Unplaced, told_in: Mapping[str, str]) -> Left:
    said, start, end = one.heard.said, one.start, one.end
    around = said[max(0, start - NEAR) : end + NEAR] if start >= 0 else one.heard.words
    mark = f"【{one.label}：{one.written}】"
    marked = f"{said[:start]}{mark}{said[end:]}" if one.label and start >= 0 else said
    return Left(
        one.written,
        one.heard.words,
        one.why or "没有认出是哪一项",
        said_in(one.written, around, told_in, one.label),
        _ended(marked) if _is_sentence(said) else "",
        one.heard.origin,
    )


def _is_sentence(said: str) -> bool:
    """Tell a sentence from the cells of a row."""
    return bool(said) and not _CELLS.search(said)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("。") else f"{sentence.rstrip('，；、')}。"


def _suggested(one: Suggestion, told_in: Mapping[str, str]) -> Offer:
    from generator.suggesting.suggestion import Standing

    words = "；".join(f"{where.origin} {where.place}“{where.words}”".strip() for where in one.heard)
    state = f"{one.standing.value}{'，材料里说以这个为准' if one.holds else ''}"
    state = f"{state}：{one.doubt}" if one.doubt else state
    heard = (said_in(one.value, where.words, told_in, one.field.name) for where in one.heard)
    elsewhere = next((where for where in heard if where and not one.mark), "")
    if elsewhere:
        state = f"{state}；已写在“{elsewhere}”，采用就印两遍"
    settled = one.standing is Standing.NEW or (one.holds and one.standing is not Standing.ASKED)
    sure = settled and not elsewhere
    return Offer(one.name.replace(".", " · "), one.told, one.dated, words, state, sure=sure)


def _of_edited(name: str, edited: EditedImport) -> Arrival:
    told = (
        ("这份 Word 生成以后，事实文件也改过，有的不同可能是那时改的，请逐处核对。",) if edited.stale else ()
    )
    if not edited.changes:
        told = (*told, "与事实文件现在生成的一字不差。")
    return Arrival(
        name,
        tuple(_edits(edited)),
        _picking(edited.changes, edited.amended, edited.facts.text),
        told,
    )


def _edits(edited: EditedImport) -> Iterator[Offer]:
    for one in edited.changes:
        does = f"写回：{one.proposal.does}" if one.proposal else ""
        why_not = "" if one.proposal else "改文件里的这几项，写不成这句话；请自己在文件里改。"
        yield Offer(does, one.change.old, one.change.new, why_not=why_not, sure=not why_not)


def _picking(
    proposals: Sequence[Any], amended: Callable[[list[Any]], str], text: str
) -> Callable[[Sequence[int]], str]:
    return lambda numbers: amended([proposals[number] for number in numbers]) if numbers else text
