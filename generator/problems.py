"""What can be wrong with a user's input, as records; nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple


class Level(str, Enum):
    """How sure a problem is: an error is certainly wrong and stops a render, a warning does not."""

    ERROR = "错误"
    WARNING = "提醒"


class Place(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means that they are not known."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `file:line:column`, leaving out what is not known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


NOWHERE = Place()
"""No place that is known."""


class Problem(NamedTuple):
    """One mistake in the user's input: what is wrong, where, and how to mend it, in Chinese.

    `mend` are the words that `check --fix` would put there, empty where the remedy is the clerk's to find.
    """

    code: str
    message: str
    fix: str
    place: Place = NOWHERE
    field: str = ""
    level: Level = Level.ERROR
    mend: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """Give the form that `--json` prints."""
        return {
            "code": self.code,
            "level": self.level.value,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "field": self.field,
            "message": self.message,
            "fix": self.fix,
        }


class FactsError(Exception):
    """A file of the user's cannot be taken as it is; carries every problem found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by place."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__("；".join(problem.message for problem in self.problems))

    def __reduce__(self) -> tuple[type[FactsError], tuple[tuple[Problem, ...]]]:
        """Arrive whole where another process raised it."""
        return FactsError, (self.problems,)


class UserError(Exception):
    """One thing the user asked for cannot be done; `fix` says what to do instead.

    `status` is the exit status: 1 for a fault in the input or the surroundings, 2 for wrong usage.
    """

    def __init__(self, message: str, fix: str = "", *, status: int = 1) -> None:
        """Keep the sentence, its remedy and the exit status."""
        self.message = message
        self.fix = fix
        self.status = status
        super().__init__(message)

    def of_file(self, file: str = "") -> Problem:
        """Give the same as the problem of a file that is one of many, which it must not stop."""
        return Problem("文件-00", self.message, self.fix, Place(file))
