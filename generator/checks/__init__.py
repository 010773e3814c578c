"""Nothing wrong leaves the office: every rule over one report, with what the clerk switched off set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import registry
from generator.checks.material import Finding, Material, Switch
from generator.checks.registry import Rule
from generator.problems import Problem

__all__ = ["Outcome", "Waived", "examine", "findings", "run"]


@dataclass(frozen=True)
class Waived:
    """A problem that the clerk set aside for this place, and the reason given."""

    problem: Problem
    reason: str


@dataclass(frozen=True)
class Outcome:
    """What the rules found, and what of it was set aside; both in reading order."""

    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


def findings(material: Material) -> Iterator[tuple[Rule, Finding]]:
    """Give what every rule finds, rule by rule."""
    for rule in registry.rules():
        for finding in rule.find(material):
            yield rule, finding


def examine(material: Material) -> Outcome:
    """Run every rule; a switch in the facts file sets aside what it names, with its reason."""
    problems: list[Problem] = []
    waived: list[Waived] = []
    for rule, finding in findings(material):
        problem = material.problem(rule.code, rule.level, finding)
        switch = next((one for one in material.switches if _covers(one, rule, finding, material)), None)
        if switch:
            waived.append(Waived(problem, switch.reason))
        else:
            problems.append(problem)
    problems.sort(key=lambda problem: (problem.place, problem.code))
    waived.sort(key=lambda one: (one.problem.place, one.problem.code))
    return Outcome(tuple(problems), tuple(waived))


def run(material: Material) -> list[Problem]:
    """Give the problems of one report, in reading order, without those that the clerk set aside with a reason."""
    return list(examine(material).problems)


def _covers(switch: Switch, rule: Rule, finding: Finding, material: Material) -> bool:
    if switch.code != rule.code:
        return False
    if switch.field and switch.field == finding.field:
        return True
    return (
        bool(switch.text) and finding.block is not None and switch.text in material.blocks[finding.block].text
    )
