"""What is said of an amended text, in the lines of the file as it lies on the clerk's disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from generator.patterns import pattern
from generator.problems import Problem

_LINE = pattern(r"第(\d+)行")


def lines_before(before: str, after: str) -> dict[int, int]:
    """Give by the number of each line of the amended text the number that it had; a new line has none."""
    numbers: dict[int, int] = {}
    old, new = before.splitlines(), after.splitlines()
    for kind, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and end - begin == last - first):
            numbers |= {first + at + 1: begin + at + 1 for at in range(last - first)}
    return numbers


def with_real_lines(problem: Problem, lines: Mapping[int, int]) -> Problem:
    """Give a problem whose sentences name the lines of the file as it is; a line that is not there is the form's."""

    def real(match: re.Match[str]) -> str:
        number = lines.get(int(match[1]))
        return f"事实文件第{number}行" if number else "表里填的"

    return problem._replace(message=_LINE.sub(real, problem.message), fix=_LINE.sub(real, problem.fix))
