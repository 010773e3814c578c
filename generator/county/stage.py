"""How far one unit is: what it has sent, what the rules find in that, and what is to be done first."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.render import is_gap
from generator.county.examining import Examined
from generator.facts.notice import ListedUnit
from generator.facts.required import NOT_REPORTED
from generator.problems import Level, Problem

_TO_LOOK_AT = "待填-03"
_LENGTH = "篇幅-07"
_NO_PART = "结构-01"
_NO_CAUSE = ("结构-07", "结构-34")
"""A shortcoming without its cause: reports have to tell both, by the rules that every notice rests on."""
_FIGURES = "数据-"
_OF_THE_NOTICE = frozenset(
    {"结构-28", "结构-29", "结构-30", "结构-38", "结构-39", "结构-40", _LENGTH, "篇幅-08", "篇幅-09"}
)
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
    those of its files whose names speak of another unit, each with that unit. `copied` is the unit in whose report most
    of its own words stand, and how much of them that is; nobody where that is less than half.
    """

    unit: ListedUnit
    sent: Examined | None = None
    others: tuple[Examined, ...] = ()
    misnamed: tuple[tuple[Path, str], ...] = ()
    copied: tuple[str, float] = ("", 0.0)

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
    def alike(self) -> str:
        """Say whose words are as its own, an empty text where nobody's are; who copied from whom they do not tell."""
        other, share = self.copied
        return f"自己写的话有{share:.0%}与{other}的相同" if other else ""

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
            (Stage.DOUBTED, self.doubts or self.called or self.alike or not self.judged),
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
            "alike": self.copied[0],
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
