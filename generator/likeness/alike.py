"""The reports of many units held against one another: which share passages, and how much of their own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.changes import Piece, changed_sentences
from generator.commands.crew import on_all_cores, silent
from generator.likeness.index import like_sentences
from generator.likeness.passages import SharedPassage, shared_runs
from generator.likeness.reading import OwnSentence, ReadForLikeness, own_sentences_of, read_for_likeness
from generator.problems import Level, Place, Problem
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


class _Found(NamedTuple):
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
    every = on_all_cores(read, (*files, *last), tell)
    unread = tuple(_left_out(one) for one in every if one.problem)
    reports = _without_copies([one for one in every if not one.problem], {*last})
    pairs = [
        _told(found, reports, {*last}, templates, figures_too=figures_too)
        for found in shared_passages(reports, {*last})
    ]
    return FoundAlike(len(reports), tuple(pairs), unread)


def shared_passages(reports: Sequence[ReadForLikeness], last: Iterable[Path] = ()) -> list[_Found]:
    """Give which reports share passages, those that share most first; those of `last` are held against others alone."""
    earlier = {*last}
    old = [one.path in earlier for one in reports]

    def compared(one: int, other: int) -> bool:
        if old[one] or old[other]:
            return not (old[one] and old[other])
        return not reports[one].unit or _whose(reports[one]) != _whose(reports[other])

    found = []
    for like in like_sentences([one.normals for one in reports], compared):
        first, second = (reports[number].normals.split("\n") for number in (like.one, like.other))
        passages = shared_runs(first, second, like.pairs)
        if passages:
            shares = tuple(_share(passages, side, lines) for side, lines in enumerate((first, second)))
            found.append(_Found(like.one, like.other, passages, (shares[0], shares[1])))
    return sorted(found, key=lambda one: (-max(one.shares), one.one, one.other))


def _share(passages: Sequence[SharedPassage], side: int, lines: Sequence[str]) -> float:
    shared = {pair[side] for passage in passages for pair in passage.pairs}
    return sum(len(lines[number]) for number in shared) / max(1, sum(map(len, lines)))


def _whose(report: ReadForLikeness) -> str:
    return report.unit


def _without_copies(reports: list[ReadForLikeness], last: set[Path]) -> list[ReadForLikeness]:
    """Leave out the Word and Markdown files of a unit and year of which the facts file is there as well."""
    of_facts = {
        _same(one, last) for one in reports if one.path.suffix.lower() in (".yaml", ".yml") and one.unit
    }
    return [
        one
        for one in reports
        if one.path.suffix.lower() in (".yaml", ".yml") or _same(one, last) not in of_facts
    ]


def _same(report: ReadForLikeness, last: set[Path]) -> tuple[str, int | None, bool]:
    return report.unit, report.year, report.path in last


def _left_out(report: ReadForLikeness) -> Problem:
    why = report.problem.message if report.problem else ""
    message = f"没有与“{report.path.name}”比：{why.rstrip('。')}。"
    fix = "改好后再比一次；不是报告的，请移出这个文件夹。"
    return Problem("文件-00", message, fix, Place(report.path.name), level=Level.WARNING)


def _told(
    found: _Found,
    reports: Sequence[ReadForLikeness],
    last: set[Path],
    templates: Templates,
    *,
    figures_too: bool,
) -> AlikePair:
    """Give a pair with its sentences, which are read again: they are not kept of all reports."""
    one, other = reports[found.one], reports[found.other]
    first, second = (
        own_sentences_of(report.path, templates, figures_too=figures_too) for report in (one, other)
    )
    passages = tuple(_sentences(passage, first, second) for passage in found.passages)
    return AlikePair(
        one, other, found.shares, tuple(map(tuple, passages)), other.path in last, (first, second)
    )


def _sentences(
    passage: SharedPassage, first: Sequence[OwnSentence], second: Sequence[OwnSentence]
) -> Iterator[SharedSentence]:
    return (SharedSentence(first[at], second[to]) for at, to in passage.pairs)
