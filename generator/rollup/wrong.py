"""Which figures of a unit do not hold: the rules on figures find it before they are added up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.checks import Outcome, errors_in_figures, quarrels
from generator.checks.gather import Known
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import Given, draft_report, material_of
from generator.facts.loading import Reading
from generator.problems import Problem, UserError
from generator.resources import Templates

_OF_FIGURES = "数据-"
"""The group of rules that hold figures to each other: a part above its whole, a rate worked out wrong."""


class WrongFigures(NamedTuple):
    """What is wrong with the figures of a facts file, and why one does not count, by its path."""

    problems: tuple[Problem, ...]
    reasons: Mapping[str, str]


def wrong_figures(path: Path, reading: Reading, templates: Templates) -> WrongFigures:
    """Give what the rules find in the figures of a facts file: errors, and figures that quarrel.

    Of two that quarrel nobody knows which is right, and neither counts. Nothing is found where no report can be
    drafted of it: then nothing can be held against anything.
    """
    given = Given(templates)
    try:
        prepared = draft_report(path, reading.facts, given)
    except UserError:
        return WrongFigures((), {})
    material = material_of(prepared, given, Known())
    found_apart = quarrels(material)
    apart = {_key(one.problem): one.fields for one in found_apart}
    everything = (*(one.problem for one in found_apart), *errors_in_figures(material))
    once = {_key(one): one for one in everything}
    found = tuple(once.values())
    if reading.problems:
        beside = beside_mistakes(path.name, Outcome(found, ()), reading.problems).problems
        found = tuple(one for one in beside if one.code.startswith(_OF_FIGURES))
    reasons = {
        field: one.message.rstrip("。") for one in found for field in apart.get(_key(one), (one.field,))
    }
    return WrongFigures(tuple(_told(one, apart.get(_key(one), ())) for one in found), reasons)


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.field, problem.message


def _told(problem: Problem, quarrel: tuple[str, ...]) -> Problem:
    """Say of figures that quarrel that none of them counts."""
    return problem._replace(message=f"{problem.message}这几个数都没有计入合计。") if quarrel else problem
