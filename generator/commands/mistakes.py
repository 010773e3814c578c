"""What the rules find in a facts file with mistakes: all that does not depend on what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks import Outcome
from generator.problems import Level, Place, Problem

_OF_THE_WORDS = frozenset({"提法", "文字", "隐私", "标注", "格式", "待填-02"})
"""The groups whose rules look at nothing but the words before them."""
_OF_A_TOPIC = frozenset({"数据"})
"""The groups whose rules hold the figures of one topic to each other."""


def beside_mistakes(file: str, outcome: Outcome, mistakes: Sequence[Problem]) -> Outcome:
    """Give the mistakes in a file with what was found beside them, and say what was not looked for.

    How a report is built, how long it is and what it repeats can only be told of a whole one; a figure whose neighbour
    could not be read may be right.
    """
    looked_for = (one for one in outcome.problems if _group(one) in _OF_THE_WORDS | _OF_A_TOPIC)
    kept = [one for one in looked_for if not any(_may_depend(one, mistake) for mistake in mistakes)]
    message = "有错误的地方没有读出来，结构、篇幅、雷同各条这次没有查。"
    rest = Problem("检查-02", message, "改正各处错误，再检查一遍。", Place(file), "", Level.WARNING)
    return outcome._replace(problems=(*sorted((*mistakes, *kept), key=lambda one: one.place), rest))


def _may_depend(found: Problem, mistake: Problem) -> bool:
    """Tell whether a finding may be there only because of a mistake."""
    if found.place.file != mistake.place.file:
        return False  # the mistake is in last year's file
    if _group(found) in _OF_A_TOPIC and _around(found.field) == _around(mistake.field):
        return True
    return _holds(mistake.field, found.field) or _holds(found.field, mistake.field)


def _holds(field: str, other: str) -> bool:
    """Tell whether a field is another one, or stands around it."""
    return f"{other}.".startswith(f"{field}.")


def _around(field: str) -> str:
    """Give what a field stands in."""
    return field.rpartition(".")[0]


def _group(problem: Problem) -> str:
    """Give the group of a problem: 待填-02 asks after a line that is there, 待填-01 after what may be misread."""
    return problem.code if problem.code.startswith("待填") else problem.code.partition("-")[0]
