"""What comes of the forms: values with where they were told, what is taken, what is to be told of the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.collecting.filled import Answer, Filled
from generator.forms.asking import Asked
from generator.forms.workbook import ToMend
from generator.problems import Level, Place, Problem

UNREADABLE, CONFLICT, STRANGE, DOUBTFUL, REFUSED = "收数-01", "收数-02", "收数-03", "收数-04", "收数-05"


class OfficeValue(NamedTuple):
    """What one form tells of one row, settled, and where it comes from."""

    row: Asked
    value: str
    answer: Answer
    filled: Filled

    @property
    def origin(self) -> str:
        """Who said it and when, for the facts file: 司法所1月5日，台账."""
        who = f"{self.filled.office}{self.filled.day}"
        return f"{who}，{self.answer.remark}" if self.answer.remark else who

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(f"{self.filled.file} {self.answer.where}")


class Written(NamedTuple):
    """One answer in its form, and the row that it is of."""

    answer: Answer
    filled: Filled
    row: Asked

    def problem(self, code: str, message: str, fix: str, level: Level = Level.WARNING) -> Problem:
        """Give what is to be told of it, at its cell."""
        place = Place(f"{self.filled.file} {self.answer.where}")
        return Problem(code, message, fix, place, self.row.key, level)


@dataclass
class Merged:
    """What comes of the forms: what is taken, how much is as it was, problems, by file what its office is to mend."""

    taken: list[OfficeValue] = field(default_factory=list)
    equal: int = 0
    problems: list[Problem] = field(default_factory=list)
    to_mend: dict[str, list[ToMend]] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)

    def refuse(self, told: Filled, key: str, problem: Problem) -> None:
        """Note what is wrong with a row, for the clerk and for its office."""
        self.problems.append(problem)
        where = "" if key else f"{problem.place.file.removeprefix(told.file).strip()}："
        self.to_mend.setdefault(told.file, []).append(ToMend(key, f"{where}{problem.message}{problem.fix}"))

    def doubt(self, told: OfficeValue, message: str, fix: str) -> None:
        """Note what the clerk should see and the office has nothing to mend in."""
        self.problems.append(Written(told.answer, told.filled, told.row).problem(DOUBTFUL, message, fix))
