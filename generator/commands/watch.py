"""`nianbao watch`: a report is made anew each time its facts file is saved, and what changed in it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.commands.changes import SentenceChange, changed_sentences
from generator.commands.render import Result, Wishes, render_reports
from generator.commands.steps import FACTS, Given, prepare_report
from generator.files import read_bytes
from generator.problems import FactsError, UserError

TICK = 0.1
"""Seconds between two looks at the file."""


class Rendering(NamedTuple):
    """What became of one saved version: the report or why there is none, and where it differs from the one before.

    `changes` is None for the first version that could be read, and for one that could not.
    """

    result: Result
    changes: tuple[SentenceChange, ...] | None = None


def watch_facts(
    source: Path, target: Path | None, given: Given, wishes: Wishes, wait: Callable[[], None]
) -> Iterator[Rendering]:
    """Make the report at once and after each save; `wait` lets some time pass, and ends it by an exception.

    Raises UserError for what is no facts file or is not there to begin with.
    """
    if source.suffix.lower() not in FACTS:
        raise UserError(f"不是事实文件：{source.name}", "请给出事实文件（.yaml）。", status=2)
    read_bytes(source)
    before: tuple[str, ...] | None = None
    for _ in saves(source, wait):
        (result,) = render_reports([source], target, given, wishes)
        now = _sentences(source, given)
        changes = None if before is None or now is None else changed_sentences(before, now)
        yield Rendering(result, changes)
        before = now or before


def saves(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Yield at once, and then whenever a file has another size or time and has kept them from one look to the next.

    A file that is gone for a moment, while an editor puts the new one in its place, is waited for.
    """
    return settled(lambda: _stamp(path), wait)


def settled(look: Callable[[], object], wait: Callable[[], None]) -> Iterator[None]:
    """Yield at once, and then whenever what `look` sees is another and is the same at two looks; None is waited for."""
    seen = None
    while True:
        stamp = look()
        wait()
        if stamp is not None and stamp != seen and stamp == look():
            seen = stamp
            yield


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _sentences(source: Path, given: Given) -> tuple[str, ...] | None:
    """Give the sentences of the report, None where its facts cannot be read."""
    try:
        draft = prepare_report(source, given).draft
    except (FactsError, UserError):
        return None
    return tuple(one.text for one in draft.sentences) if draft else None
