"""Nothing wrong leaves the office: every rule over one report, with what the clerk switched off set apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.checks.index import listed_for_errors, listed_of_group, rules_by_code, rules_for
from generator.checks.material import Finding, Material, Switch
from generator.checks.registry import Rule
from generator.checks.spacing import AS_WRITTEN, spoken
from generator.facts.mark_values import WAITING
from generator.problems import Level, Problem

__all__ = [
    "Outcome",
    "Quarrel",
    "Waived",
    "can_be_switched_off",
    "errors_in",
    "errors_in_figures",
    "examine_material",
    "findings",
    "quarrels",
    "run",
    "set_aside",
]

_FIGURES = "数据"
_AGAINST = frozenset({"数据-21", "数据-22"})
"""The rules that hold figures of the facts file to each other."""
_LEFT_BLANK = "结构-05"
_OF_READING = frozenset({"格式-03", "格式-11", "标注-03"})
"""What reading a facts file reminds of, which no rule finds."""


class Waived(NamedTuple):
    """A problem that the clerk set aside for this place, and the reason given."""

    problem: Problem
    reason: str


class Quarrel(NamedTuple):
    """Figures of which one must be wrong, nobody knows which: what the rule says, and the path of each."""

    problem: Problem
    fields: tuple[str, ...]


class Outcome(NamedTuple):
    """What the rules found, and what of it was set aside; both in reading order."""

    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


def findings(material: Material, between: Callable[[], None] | None = None) -> Iterator[tuple[Rule, Finding]]:
    """Give what every rule finds, rule by rule; `between` is called before each, and may raise what ends it all.

    A figure that is wrong in its field is wrong in the text made from it, too; it is given once, with its field.
    Wrong words are given once, by the rule that knows most of them.
    """
    everything = [one for one in _all_findings(material, between) if not _is_of_a_gap(*one, material)]
    fields = {finding.field for rule, finding in everything if finding.field and rule.group == _FIGURES}
    by_code: dict[str, list[Finding]] = {}
    for rule, finding in everything:
        by_code.setdefault(rule.code, []).append(finding)
    for rule, finding in everything:
        better = (one for code in rule.yields_to for one in by_code.get(code, ()))
        if any(_meet(finding, one, material) for one in better):
            continue
        if finding.field or not fields or rule.group != _FIGURES or material.field_of(finding) not in fields:
            yield rule, finding


def _is_of_a_gap(rule: Rule, finding: Finding, material: Material) -> bool:
    """Tell what is found within the words that stand for what is to be filled in: they are ours, and will be gone."""
    if finding.field or finding.block is None or finding.end <= finding.start or rule.code == _LEFT_BLANK:
        return False
    gaps = WAITING.finditer(material.blocks[finding.block].text)
    return any(one.start() <= finding.start and finding.end <= one.end() for one in gaps)


def _meet(one: Finding, other: Finding, material: Material) -> bool:
    """Tell whether two findings are about the same words, at least in part, or one about words of the other's field."""
    if one.field:
        return f"{material.field_of(other)}.".startswith(f"{one.field}.")
    return one.block == other.block and one.start < other.end and other.start < one.end


def _all_findings(material: Material, between: Callable[[], None] | None) -> Iterator[tuple[Rule, Finding]]:
    read, listed = spoken(material), rules_by_code()
    rules = list(rules_for(read.material, listed))
    for rule in rules:
        if between:
            between()
        if rule.code not in AS_WRITTEN:
            yield from ((rule, read.as_written(finding)) for finding in rule.find(read.material))
    for rule in rules if read.material is material else rules_for(material, listed):
        if rule.code in AS_WRITTEN:
            yield from ((rule, finding) for finding in rule.find(material))


def examine_material(material: Material, between: Callable[[], None] | None = None) -> Outcome:
    """Run every rule; a switch in the facts file sets aside what it names, with its reason.

    `between` is called before each rule: there others can be let before, or what nobody waits for any more be ended.

    Of what reading the facts reminded of, only what is set aside is given: `Facts.warnings` has all of it.
    """
    problems: list[Problem] = []
    waived: list[Waived] = []
    used: set[Switch] = set()
    for rule, finding in findings(material, between):
        problem = material.problem(rule.code, rule.level, finding)
        switch = next((one for one in material.switches if _covers(one, rule, finding, material)), None)
        if switch:
            used.add(switch)
            waived.append(Waived(problem, switch.reason))
        else:
            problems.append(problem)
    for one in material.facts.warnings if material.facts else ():
        if switch := set_aside(one, material.switches):
            used.add(switch)
            waived.append(Waived(one, switch.reason))
    problems.extend(_idle(material, used))
    problems.sort(key=lambda problem: (problem.place, problem.code))
    waived.sort(key=lambda one: (one.problem.place, one.problem.code))
    return Outcome(tuple(problems), tuple(waived))


def errors_in(material: Material) -> tuple[Problem, ...]:
    """Give the errors among what every rule finds, in reading order, without those that the clerk set aside.

    The rules that can only remind are asked only where there is an error: one may know better what is wrong there.
    """
    if not _may_be_wrong(material):
        return ()
    return tuple(one for one in examine_material(material).problems if one.level is Level.ERROR)


def errors_in_figures(material: Material) -> tuple[Problem, ...]:
    """Give those of `errors_in` that the rules on figures find, in a fraction of the time: no other is asked.

    They judge by themselves: none of them that finds an error yields to another rule. What they find in the text of a
    figure in whose field fault is found is given once, with its field; that is found without the text.
    """
    listed = listed_of_group(_FIGURES)
    read = spoken(material)
    sure = tuple(one for one in listed if one.gravest is Level.ERROR)
    wrong = [
        (rule, read.as_written(finding))
        for rule in rules_for(read.material, sure)
        for finding in rule.errors(read.material)
        if (finding.level or rule.level) is Level.ERROR
    ]
    if not wrong:
        return ()
    alone = replace(material, document=material.document._replace(blocks=()))
    told = {finding.field for rule in rules_for(alone, listed) for finding in rule.find(alone)} - {""}
    errors = [
        material.problem(rule.code, rule.level, one)
        for rule, one in wrong
        if (one.field or material.field_of(one) not in told)
        and not any(_covers(switch, rule, one, material) for switch in material.switches)
    ]
    return tuple(sorted(errors, key=lambda problem: (problem.place, problem.code)))


def quarrels(material: Material) -> tuple[Quarrel, ...]:
    """Give the figures of a facts file that quarrel, an error or not, without those that the clerk set aside."""
    rules = (one for one in rules_for(material, listed_of_group(_FIGURES)) if one.code in _AGAINST)
    return tuple(
        Quarrel(material.problem(rule.code, rule.level, one), (one.field, *one.against))
        for rule in rules
        for one in rule.find(material)
        if one.against and not any(_covers(switch, rule, one, material) for switch in material.switches)
    )


def _may_be_wrong(material: Material) -> bool:
    """Tell whether any rule that can find an error finds one; another may know better that it is none."""
    read = spoken(material)
    asked = ((rule, read.material) for rule in rules_for(read.material, listed_for_errors()))
    return any(
        (finding.level or rule.level) is Level.ERROR for rule, said in asked for finding in rule.errors(said)
    )


def run(material: Material) -> list[Problem]:
    """Give the problems of one report, in reading order, without those that the clerk set aside with a reason."""
    return list(examine_material(material).problems)


def can_be_switched_off(code: str) -> bool:
    """Tell whether what is told under a code can be set aside in the facts file: a rule's, and some of reading it."""
    return code in {rule.code for rule in rules_by_code()} | _OF_READING


def set_aside(reminder: Problem, switches: Iterable[Switch]) -> Switch | None:
    """Give the switch, if any, that sets aside what reading a facts file reminded of."""
    return next(
        (
            one
            for one in switches
            if one.code == reminder.code in _OF_READING and one.reason and one.text in reminder.message
        ),
        None,
    )


def _covers(switch: Switch, rule: Rule, finding: Finding, material: Material) -> bool:
    if switch.code != rule.code or not switch.reason:
        return False
    if not switch.text:
        return True
    text = material.blocks[finding.block].text if finding.block is not None else ""
    return switch.text in f"{text}{finding.message}{material.said.get(material.field_of(finding), '')}"


def _idle(material: Material, used: set[Switch]) -> Iterator[Problem]:
    """Name the switches that do nothing: without a reason, of a rule that there isn't, for a place that is mended."""
    for number, switch in enumerate(material.switches, 1):
        if switch in used:
            continue
        if not can_be_switched_off(switch.code):
            message, fix = f"停用的规则“{switch.code}”不存在。", "用 nianbao rules 查看全部规则的代码。"
        elif not switch.reason:
            message, fix = f"停用{switch.code}没有写原因，不起作用。", "在“原因”里写明为什么可以不改。"
        else:
            message, fix = f"停用{switch.code}的这一项已经用不上了。", "删去这一项。"
        finding = Finding(message, fix, field=f"检查.停用.{number}")
        yield material.problem("检查-01", Level.WARNING, finding)
