"""Which figures of a unit are certainly wrong: the rules on figures find it before they are added up."""

from __future__ import annotations

from pathlib import Path

from generator.checks import Outcome, errors_of_group
from generator.checks.gather import Known
from generator.commands.mistakes import beside_mistakes
from generator.commands.steps import Given, draft_report, material_of
from generator.facts.loading import Reading
from generator.problems import Problem, UserError
from generator.resources import Templates

_OF_FIGURES = "数据"
"""The group of rules that hold figures to each other: a part above its whole, a rate worked out wrong."""


def wrong_figures(path: Path, reading: Reading, templates: Templates) -> tuple[Problem, ...]:
    """Give the errors that the rules find in the figures of a facts file, each with the path of its fact.

    None where no report can be drafted of it: then nothing can be held against anything.
    """
    given = Given(templates)
    try:
        prepared = draft_report(path, reading.facts, given)
    except UserError:
        return ()
    found = errors_of_group(material_of(prepared, given, Known()), _OF_FIGURES)
    if reading.problems:
        found = beside_mistakes(path.name, Outcome(found, ()), reading.problems).problems
        found = tuple(one for one in found if one.code.startswith(_OF_FIGURES))
    return found
