"""The reviews that `nianbao batch --review` writes: of what, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.options import read_day

if TYPE_CHECKING:
    from generator.batch.batch import Batch
    from generator.batch.order import BatchOrder


def write_reviews(
    given: Sequence[Path], batch: Batch, order: BatchOrder, asked: dict[str, Any], *, quiet: bool
) -> frozenset[str]:
    """Write the county's remarks on each report, on those that units wrote themselves too, and tell where they are.

    Gives the sources of which a review was written: what is wrong in them stands there.
    A facts file that ended the process at work on it would end the one that reviews it.
    """
    from datetime import datetime

    from generator.batch.manifest import UnitState
    from generator.cli import console
    from generator.county.review import review_files
    from generator.likeness.against import shared_among

    folder = asked["review"]
    day = read_day(asked["today"]) if asked["today"] else datetime.now().astimezone().date()
    files = [Path(one.source) for one in batch.records if one.state is not UnitState.DIED]
    files += _own_reports(given, order, folder, asked["year"])
    with console.working("正在写审核意见", len(files), quiet=quiet) as tell:
        others = shared_among(files, order.given.templates) if len(files) > 1 else {}
        returned = review_files(
            files, folder, order.given, day, tell, others=others, force=order.wishes.force
        )
    for one in returned:
        if one.path is None:
            why = one.error.message if one.error else f"有{len(one.problems)}处错误，读不出来。"
            console.complain(f"没有写 {one.source} 的审核意见：{why}", "yellow")
    written = [one for one in returned if one.path]
    if not quiet:
        errors, reminders = sum(one.errors for one in written), sum(one.reminders for one in written)
        told = f"共{errors}处错误和待填、{reminders}处提醒"
        console.complain(f"已写好{len(written)}份审核意见（{told}），在：{folder}", "green")
    return frozenset(str(one.source) for one in written)


def _own_reports(given: Sequence[Path], order: BatchOrder, folder: Path, year: int | None) -> list[Path]:
    """Give the Word reports that units wrote themselves, and tell of each that is not reviewed why."""
    from generator.cli import console
    from generator.county.folder import word_reports
    from generator.county.remarked import is_remarked
    from generator.county.review import year_told

    own = []
    for path in word_reports(given, (order.out, folder)):
        told = year_told(path, order.given) if year else None
        if is_remarked(path):
            why = "里面有本程序写的批注；单位改过以后再报的，请先删去批注。"
        elif told and told != year:
            why = f"是{told}年度的，这次审的是{year}年度。"
        else:
            own.append(path)
            continue
        console.complain(f"没有写 {path} 的审核意见：{why}", "yellow")
    return own
