"""`nianbao rules`: what is checked, why, and how to mend it."""

from __future__ import annotations

from generator.checks.codes import CODES
from generator.checks.reference import describe_code, describe_rule
from generator.checks.registry import Rule, all_rules
from generator.problems import UserError


def listed_rules() -> tuple[Rule, ...]:
    """Give every rule, in the order of groups and codes."""
    return all_rules()


def listed_codes() -> tuple[str, ...]:
    """Give every code that can be explained: the rules', and those that are said of files."""
    return (*(rule.code for rule in all_rules()), *(one.code for one in CODES))


def explained_rule(code: str) -> str:
    """Give what a rule, or a code that is said of files, is about, why, and how to mend it.

    Raises UserError for a code or title that there isn't.
    """
    rule = next((one for one in all_rules() if code in {one.code, one.title}), None)
    of_files = next((one for one in CODES if code in {one.code, one.title}), None)
    if of_files:
        return describe_code(of_files)
    if rule is None:
        raise UserError(f"没有“{code}”这条规则。", "用 nianbao rules 可列出全部规则。", status=2)
    return describe_rule(rule)
