"""`nianbao status`: who of the notice's list has sent a report, and what is missing or wrong in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.crew import silent
from generator.commands.render import is_gap
from generator.commands.steps import Given
from generator.county.examining import Examine, Examined, examine_files
from generator.county.folder import notice_beside, sent_files
from generator.county.units import UnitList
from generator.facts.notice import CountyNotice, ListedUnit
from generator.facts.required import NOT_REPORTED
from generator.facts.superior import Superior, load_notice
from generator.problems import Level, Problem

_TO_LOOK_AT = "待填-03"
_LENGTH = "篇幅-07"
_NOTICE = "通知"
_NO_PART = "结构-01"
_NO_CAUSE = ("结构-07", "结构-34")
"""A shortcoming without its cause: reports have to tell both, by the rules that every notice rests on."""
_FIGURES = "数据-"
_OF_THE_NOTICE = ("结构-28", "结构-29", "结构-30", _LENGTH)
"""The rules that hold a report to its notice."""


class Stage(str, Enum):
    """How far a unit is; the value is what users see."""

    MISSING = "未报"
    BLANK = "未填"
    UNREAD = "读不了"
    WRONG = "有错误"
    UNFILLED = "有待填"
    DOUBTED = "待核对"
    AGAINST = "不合通知"
    DONE = "已报齐"


class UnitStatus(NamedTuple):
    """One unit: what it has sent, the file that counts first, and what the rules find in that.

    `others` are its reports beside a facts file, and what it sent twice, of which the newest counts. `misnamed` are
    those of its files whose names speak of another unit, each with that unit.
    """

    unit: ListedUnit
    sent: Examined | None = None
    others: tuple[Examined, ...] = ()
    misnamed: tuple[tuple[Path, str], ...] = ()

    @property
    def gaps(self) -> tuple[Problem, ...]:
        """What is still to be filled in besides what the notice asks for by name."""
        named = tuple(f".{one}" for one in self.required)
        return tuple(one for one in self._problems if is_gap(one) and not f".{one.field}".endswith(named))

    @property
    def to_fill(self) -> tuple[Problem, ...]:
        """All that is still to be filled in, what the notice asks for by name among it, as the check counts it."""
        return tuple(
            one for one in self._problems if is_gap(one) or (one.code == NOT_REPORTED and self.judged)
        )

    @property
    def required(self) -> tuple[str, ...]:
        """What the notice asks for by name and is not told."""
        return self.sent.required if self.sent else ()

    @property
    def judged(self) -> bool:
        """Tell whether what the notice asks for by name could be looked for."""
        return self.sent is None or (self.sent.judged and not self.sent.unread)

    @property
    def called(self) -> str:
        """The other unit that the name of the file that counts speaks of; an empty text where it speaks of none."""
        return dict(self.misnamed).get(self.sent.path, "") if self.sent else ""

    @property
    def missing(self) -> tuple[Problem, ...]:
        """Which of the parts that every report has it lacks."""
        return tuple(one for one in self._problems if one.code == _NO_PART)

    @property
    def against(self) -> tuple[Problem, ...]:
        """What is not as the notice asks for it: title, parts, day, length."""
        return tuple(one for one in self._problems if one.code in _OF_THE_NOTICE)

    @property
    def fits(self) -> bool:
        """Tell whether it is as long as the notice asks for."""
        return all(one.code != _LENGTH for one in self._problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is certainly wrong."""
        return tuple(one for one in self._problems if one.level is Level.ERROR and not is_gap(one))

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """What somebody has to look at first: what the file asks for, and figures that may be wrong."""
        return tuple(one for one in self._problems if _is_doubt(one))

    @property
    def reminders(self) -> tuple[Problem, ...]:
        """What else may be wrong."""
        apart = {*self.doubts, *self.missing, *self.against}
        return tuple(
            one
            for one in self._problems
            if one.level is Level.WARNING and one not in apart and one.code != NOT_REPORTED
        )

    @property
    def twice(self) -> tuple[str, ...]:
        """The names of the files of one kind where there are several."""
        if self.sent is None:
            return ()
        alike = [one for one in self.others if one.is_facts == self.sent.is_facts]
        return tuple(one.path.name for one in (self.sent, *alike)) if alike else ()

    @property
    def stage(self) -> Stage:
        """How far it is, by the first thing that is to be done."""
        if self.sent is None:
            return Stage.MISSING
        found = (
            (Stage.UNREAD, self.sent.unread),
            (Stage.BLANK, self.sent.blank),
            (Stage.WRONG, self.errors),
            (Stage.UNFILLED, self.required or self.gaps or self.missing),
            (Stage.DOUBTED, self.doubts or self.called or not self.judged),
            (Stage.AGAINST, self.against),
        )
        return next((stage for stage, there in found if there), Stage.DONE)

    @property
    def _problems(self) -> tuple[Problem, ...]:
        return self.sent.problems if self.sent else ()

    def as_dict(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        sent = self.sent
        return {
            "unit": self.unit.name,
            "stage": self.stage.value,
            "file": str(sent.path) if sent else "",
            "others": [str(one.path) for one in self.others],
            "errors": len(self.errors),
            "to_fill": len(self.to_fill),
            "gaps": [one.field for one in self.gaps],
            "required": list(self.required) if self.judged else None,
            "missing": [one.message for one in self.missing],
            "misnamed": self.called,
            "excused": dict(sent.excused) if sent else {},
            "doubts": len(self.doubts),
            "reminders": len(self.reminders),
            "words": sent.words if sent else 0,
            "length_fits": self.fits,
            "against_notice": [one.message for one in self.against],
            "problems": [one.as_dict() for one in self._problems],
        }


def _is_doubt(problem: Problem) -> bool:
    """Tell what is to be looked at: a wrong measure word too, with which a figure counts in no total."""
    of_figures = problem.code.startswith(_FIGURES) and problem.level is Level.WARNING
    return of_figures or problem.code in (_TO_LOOK_AT, *_NO_CAUSE)


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
