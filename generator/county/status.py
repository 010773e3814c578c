"""`nianbao status`: who of the notice's list has sent a report, and what is missing or wrong in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.crew import silent
from generator.commands.steps import Given
from generator.county.examining import Examine, Examined, examine_files
from generator.county.folder import notice_beside, sent_files
from generator.county.stage import Stage, UnitStatus
from generator.county.units import UnitList
from generator.facts.notice import CountyNotice, ListedUnit
from generator.facts.superior import NOTICE_FILE, Superior, load_notice
from generator.problems import Problem

_NOTICE = "通知"


class Stray(NamedTuple):
    """A file that is of nobody on the list, or of another year, and why."""

    path: Path
    why: str


@dataclass(frozen=True)
class Progress:
    """How far a county is on a day: its notice, its units in the order of the list, and what belongs to none."""

    today: date
    notice: CountyNotice
    units: tuple[UnitStatus, ...]
    strays: tuple[Stray, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def year(self) -> int | None:
        """The year that is reported on: the notice's, else that of most files."""
        years = Counter(one.sent.year for one in self.units if one.sent and one.sent.year)
        return self.notice.year or (years.most_common(1)[0][0] if years else None)

    @property
    def unlisted(self) -> str:
        """Say why nobody knows who is to report; an empty text where the notice has a list."""
        if self.notice.units:
            return ""
        found = self.notice != CountyNotice()
        cause = "通知里没有“单位”名单" if found else f"没有找到 {NOTICE_FILE}"
        return f"{cause}，不知道该报的有谁"

    @property
    def days_left(self) -> int | None:
        """The days to the last one, 0 on it and less than 0 after it; None where the notice names none."""
        return (self.notice.deadline - self.today).days if self.notice.deadline else None

    @property
    def counted(self) -> tuple[tuple[Stage, int], ...]:
        """How many units are at each stage, those that are done first."""
        counts = Counter(one.stage for one in self.units)
        return tuple((stage, counts[stage]) for stage in reversed(Stage) if counts[stage])

    @property
    def to_chase(self) -> tuple[UnitStatus, ...]:
        """The units that have something to do."""
        return tuple(one for one in self.units if one.stage is not Stage.DONE)

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "today": self.today.isoformat(),
            "year": self.year,
            "deadline": self.notice.deadline.isoformat() if self.notice.deadline else None,
            "days_left": self.days_left,
            "counts": {stage.value: count for stage, count in self.counted},
            "units": [one.as_dict() for one in self.units],
            "strays": [{"file": str(one.path), "why": one.why} for one in self.strays],
        }


def county_progress(
    folder: Path,
    given: Given,
    today: date,
    tell: Callable[[int], None] = silent,
    examine: Examine = examine_files,
) -> Progress:
    """Look at all that units have sent to a folder, held to `given.notice`, else to the notice that lies there.

    Without a list in the notice, the units are those that have sent. `tell` is told of each file examined.
    Raises UserError for no such folder or notice, FactsError with the mistakes in the notice.
    """
    named = notice_beside(folder, given.notice)
    superior = load_notice(named, given.templates) if named else Superior(CountyNotice(), {})
    notice = superior.notice
    examined = examine(sent_files(folder), Given(given.templates, given.last, named), tell)
    year = notice.year or max((one.year for one in examined if one.year and one.is_facts), default=None)
    strays = [Stray(one.path, why) for one in examined if (why := _why_not(one, year))]
    current = [one for one in examined if not _why_not(one, year)]
    listed = UnitList(notice.units or _senders(current))
    sent: dict[str, list[Examined]] = {}
    for one in current:
        home = _home(one, listed)
        if home is None and not one.is_facts and _NOTICE in one.path.stem:
            continue  # the county's own; a unit's is 某镇关于印发……报告的通知
        if home is None:
            strays.append(Stray(one.path, _why_nobodys(one, listed)))
        else:
            sent.setdefault(home.name, []).append(one)
    units = tuple(_status(unit, sent.get(unit.name, ()), listed) for unit in listed.units)
    return Progress(today, notice, units, tuple(strays), superior.warnings)


def _why_not(one: Examined, year: int | None) -> str:
    """Say why a file is not what a unit sends this year; an empty text where it may be."""
    if one.remarked:
        return "里面有本程序写的批注，不是报来的报告；单位改过以后再报的，请先删去批注"
    return f"是{one.year}年度的" if one.year and year and one.year != year else ""


def _senders(examined: Iterable[Examined]) -> tuple[ListedUnit, ...]:
    """Give the units that files call themselves by, where no list says who is to send."""
    names = (one.names[0] if one.names else one.path.stem for one in examined if one.is_facts)
    return tuple(ListedUnit(name) for name in dict.fromkeys(names))


def _home(one: Examined, units: UnitList) -> ListedUnit | None:
    """Give the unit that a file is of: as its facts say, else its title, else its name."""
    said = units.of(one.names)
    if said or (one.is_facts and one.names):
        return said
    return units.spoken_of(one.title) or units.spoken_of(one.path.stem)


def _status(unit: ListedUnit, files: Collection[Examined], listed: UnitList) -> UnitStatus:
    """Give the state of a unit by its facts, else by its report; of several by the one that was written last."""
    others = {one.path: other for one in files if (other := listed.misnamed(one.path.stem, unit))}

    def weight(one: Examined) -> tuple[bool, bool, float, str]:
        return one.is_facts, one.path not in others, _written_at(one.path), one.path.name

    sent = sorted(files, key=weight, reverse=True)
    return UnitStatus(unit, sent[0], tuple(sent[1:]), (*others.items(),)) if sent else UnitStatus(unit)


def _written_at(path: Path) -> float:
    """Give when a file was written; of one that was taken away while it was looked at, that it is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _why_nobodys(one: Examined, units: UnitList) -> str:
    if not one.names:
        return f"看不出是哪个单位的{f'（{one.unread}）' if one.unread else ''}".replace("。）", "）")
    near = units.nearest(one.names)
    like = f"；是“{near}”的，在通知里它的“又称”后面写上" if near else ""
    return f"单位写的是“{one.names[0]}”，不在通知的名单上{like}"
