"""Where a report differs from an earlier one, word by word: marks for its pages, and a list with what was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.commands.changes import Piece, changed_sentences
from generator.commands.steps import Given, draft_report
from generator.document.pages_html import PageSpan
from generator.drafting.marks import GroundedSentence
from generator.preview.rendered import Rendered
from generator.preview.sentences import SentencePlace
from generator.problems import UserError

NEW, GONE = "新字", "删处"
"""The classes of words that the earlier report does not have, and of the last sign before some that are gone."""


MOVES = frozenset({"Move", "MoveTopic"})
"""The actions that only put what stands there in another place."""
_SHOWN = 24
OPENED, LAST = "打开时", "上年的报告"


class Earlier(NamedTuple):
    """An earlier report: what the user calls it, and its sentences."""

    name: str
    sentences: tuple[str, ...]


class Difference(NamedTuple):
    """A sentence that is new, gone or changed, as it was and as it is.

    `sentence` is its number in the report; of one that is gone that of the sentence before it, -1 at the beginning.
    """

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    sentence: int


class Differences(NamedTuple):
    """All differences in the order of the report, and for each block what is to be marked in it.

    `against` says what the report is compared with, as the user reads it.
    """

    against: str
    changes: tuple[Difference, ...]
    spans: Mapping[int, tuple[PageSpan, ...]]


def as_it_is(rendered: Rendered) -> Earlier:
    """Give the report as it is, to be compared with what becomes of it."""
    return Earlier(OPENED, tuple(one.text for one in rendered.said))


def last_years(rendered: Rendered, given: Given) -> Earlier:
    """Give the report of last year's facts file; raises UserError where there is none."""
    facts = rendered.prepared.facts
    if facts is None or facts.last is None:
        fix = "请把上年的事实文件放在同一个文件夹里，或者在“上年”一项里写明文件名。"
        raise UserError("没有找到上年的事实文件，不能与上年对照。", fix)
    draft = draft_report(rendered.prepared.source, facts.last, given).draft
    return Earlier(LAST, tuple(one.text for one in draft.sentences) if draft else ())


def differences_from(
    earlier: Earlier, sentences: Sequence[str], places: Sequence[SentencePlace]
) -> Differences:
    """Compare the sentences of a report, whose places are known, with those of an earlier one."""
    changes = tuple(
        Difference(change.old, change.new, change.at if change.new else change.at - 1)
        for change in changed_sentences(earlier.sentences, sentences)
    )
    where = {place.number: place for place in places}
    spans: dict[int, list[PageSpan]] = {}
    for number, change in enumerate(changes):
        place = where.get(change.sentence)
        if place:
            lead = len(sentences[place.number]) - len(sentences[place.number].lstrip())
            spans.setdefault(place.block, []).extend(_marks(change, place, lead, number))
    return Differences(earlier.name, changes, {block: tuple(marks) for block, marks in spans.items()})


def reshaped(before: Iterable[GroundedSentence], after: Iterable[GroundedSentence]) -> str:
    """Say which sentences a move has worded anew, as where points come to be counted 一是…四是; "" where none."""
    old = {one.text.strip() for one in before}
    new = [one.text.strip() for one in after if one.text.strip() not in old]
    if not new:
        return ""
    first = new[0] if len(new[0]) <= _SHOWN else f"{new[0][:_SHOWN]}……"
    return f"移动以后，有{len(new)}处的写法跟着变了，如“{first}”。按“与打开时对照”可以逐句看。"


def _marks(change: Difference, place: SentencePlace, lead: int, number: int) -> Iterator[PageSpan]:
    """Mark the words that are new; where nothing of a sentence is left, the sign after which it stood."""
    at = place.start - lead
    marked = False
    for piece in change.new:
        start, end = max(at, place.start), min(at + len(piece.text), place.end)
        if piece.changed and start < end:
            yield PageSpan(start, end, NEW, number)
            marked = True
        at += len(piece.text)
    if not marked:
        yield PageSpan(place.end - 1, place.end, GONE, number)
