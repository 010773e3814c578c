"""The reports of many units held against one another: which share passages, and how much of their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.changes import Piece, changed_sentences
from generator.commands.crew import on_all_cores, silent
from generator.commands.steps import FACTS
from generator.likeness.index import like_sentences
from generator.likeness.passages import SharedPassage, shared_runs
from generator.likeness.reading import (
    OwnSentence,
    ReadForLikeness,
    own_sentences_of,
    read_for_likeness,
    unread_report,
)
from generator.problems import Level, Place, Problem, UserError
from generator.resources import Templates


class SharedSentence(NamedTuple):
    """A sentence of one report and the one of the other that it is like; `line` counts paragraphs in a Word file."""

    one: OwnSentence
    other: OwnSentence

    @property
    def pieces(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The words of both, and which of them the other lacks."""
        for change in changed_sentences((self.one.text,), (self.other.text,)):
            if change.old and change.new:
                return change.old, change.new
        same = self.one.text == self.other.text
        return (Piece(self.one.text, not same),), (Piece(self.other.text, not same),)


class AlikePair(NamedTuple):
    """Two reports that share passages, and the shares of their own words that these are, from 0 to 1.

    `last` tells that the other is of the last year's folder; `sentences` are all the own ones of both.
    """

    one: ReadForLikeness
    other: ReadForLikeness
    shares: tuple[float, float]
    passages: tuple[tuple[SharedSentence, ...], ...]
    last: bool = False
    sentences: tuple[tuple[OwnSentence, ...], tuple[OwnSentence, ...]] = ((), ())

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "files": [str(self.one.path), str(self.other.path)],
            "units": [self.one.unit, self.other.unit],
            "years": [self.one.year, self.other.year],
            "shares": [round(share, 4) for share in self.shares],
            "passages": [
                [
                    {
                        "texts": [shared.one.text, shared.other.text],
                        "lines": [shared.one.line, shared.other.line],
                    }
                    for shared in passage
                ]
                for passage in self.passages
            ],
        }


class FoundAlike(NamedTuple):
    """What came of it: how many reports were read, the pairs that share most first, and what could not be read."""

    read: int
    pairs: tuple[AlikePair, ...]
    unread: tuple[Problem, ...]


class SharedBetween(NamedTuple):
    """Two reports by their numbers, what they share, and how much of each that is."""

    one: int
    other: int
    passages: tuple[SharedPassage, ...]
    shares: tuple[float, float]


def count_shared(pair: AlikePair) -> int:
    """Count the sentences of all passages of a pair."""
    return sum(map(len, pair.passages))


def place_in(report: ReadForLikeness, sentence: OwnSentence) -> str:
    """Say where a sentence stands: 稷下街道-2023.yaml第23行; of a Word file in which paragraph."""
    if not sentence.line:
        return f"{report.path.name}（模板写的）"
    return f"{report.path.name}第{sentence.line}{'段' if report.path.suffix.lower() == '.docx' else '行'}"


def find_alike(
    files: Sequence[Path],
    last: Sequence[Path],
    templates: Templates,
    *,
    figures_too: bool = False,
    tell: Callable[[int], None] = silent,
) -> FoundAlike:
    """Hold the reports in files against one another, and against those of last year, which are not among themselves.

    With `figures_too` sentences of templates count where all their figures are the same. `tell` is told how many are
    read. A file that cannot be read is named and left out. Raises UserError where a template is at fault.
    """
    read = partial(read_for_likeness, templates=templates, figures_too=figures_too)
    every = on_all_cores(read, (*files, *last), tell, lost=unread_report)
    unread = tuple(_left_out(one) for one in every if one.problem)
    reports = _without_copies([one for one in every if not one.problem], {*last})
    found = shared_passages(reports, {*last})
    again = partial(own_sentences_of, templates=templates, figures_too=figures_too)
    paths = sorted({reports[number].path for one in found for number in (one.one, one.other)})
    sentences = dict(zip(paths, on_all_cores(again, paths), strict=True))  # they are not kept of all reports
    _refuse_changed(reports, sentences)
    earlier = {*last}
    pairs = tuple(_told(one, reports, sentences, earlier) for one in found)
    return FoundAlike(len(reports), pairs, unread)


def _refuse_changed(
    reports: Iterable[ReadForLikeness], sentences: Mapping[Path, Sequence[OwnSentence]]
) -> None:
    """Refuse files that say something else than when they were read first; raises UserError."""
    for one in reports:
        if one.path in sentences and one.normals != "\n".join(each.normal for each in sentences[one.path]):
            raise UserError(f"正在比的时候，{one.path.name} 被改动了。", "请等改完，再比一次。")


def shared_passages(reports: Sequence[ReadForLikeness], last: Iterable[Path] = ()) -> list[SharedBetween]:
    """Give which reports share passages, those that share most first; those of `last` are held against others alone."""
    earlier = {*last}
    old = [one.path in earlier for one in reports]

    def compared(one: int, other: int) -> bool:
        if old[one] or old[other]:
            return not (old[one] and old[other])
        return not reports[one].is_of_unit(reports[other])

    found = []
    for like in like_sentences([one.normals for one in reports], compared):
        first, second = (reports[number].normals.split("\n") for number in (like.one, like.other))
        passages = shared_runs(first, second, like.pairs)
        if passages:
            shares = tuple(_share(passages, side, lines) for side, lines in enumerate((first, second)))
            found.append(SharedBetween(like.one, like.other, passages, (shares[0], shares[1])))
    return sorted(found, key=lambda one: (-max(one.shares), one.one, one.other))


def _share(passages: Sequence[SharedPassage], side: int, lines: Sequence[str]) -> float:
    shared = {pair[side] for passage in passages for pair in passage.pairs}
    return sum(len(lines[number]) for number in shared) / max(1, sum(map(len, lines)))


def _without_copies(reports: Sequence[ReadForLikeness], last: set[Path]) -> list[ReadForLikeness]:
    """Leave out the Word and Markdown files of a unit and year of which the facts file is there as well."""
    told: dict[tuple[int | None, bool, str], list[ReadForLikeness]] = defaultdict(list)
    for one in reports:
        if _is_facts(one):
            told[one.year, one.path in last, one.unit].append(one)

    def is_told(report: ReadForLikeness) -> bool:
        return any(map(report.is_of_unit, told.get((report.year, report.path in last, report.unit), ())))

    return [one for one in reports if _is_facts(one) or not is_told(one)]


def _is_facts(report: ReadForLikeness) -> bool:
    return report.path.suffix.lower() in FACTS


def _left_out(report: ReadForLikeness) -> Problem:
    why = report.problem.message if report.problem else ""
    message = f"没有与“{report.path.name}”比：{why.rstrip('。')}。"
    fix = "改好后再比一次；不是报告的，请移出这个文件夹。"
    return Problem("文件-00", message, fix, Place(report.path.name), level=Level.WARNING)


def _told(
    found: SharedBetween,
    reports: Sequence[ReadForLikeness],
    sentences: Mapping[Path, tuple[OwnSentence, ...]],
    last: set[Path],
) -> AlikePair:
    """Give a pair with its sentences."""
    one, other = reports[found.one], reports[found.other]
    first, second = sentences[one.path], sentences[other.path]
    passages = tuple(
        tuple(SharedSentence(first[at], second[to]) for at, to in passage.pairs) for passage in found.passages
    )
    return AlikePair(one, other, found.shares, passages, other.path in last, (first, second))
