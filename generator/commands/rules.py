"""`nianbao rules`: what is checked, why, and how to mend it."""

from __future__ import annotations

from generator.checks.reference import describe_rule
from generator.checks.registry import Rule, all_rules
from generator.problems import UserError


def listed_rules() -> tuple[Rule, ...]:
    """Give every rule, in the order of groups and codes."""
    return all_rules()


def explained_rule(code: str) -> str:
    """Give what a rule looks for, why, and how to mend it; raises UserError for a code or title that there isn't."""
    rule = next((one for one in all_rules() if code in {one.code, one.title}), None)
    if rule is None:
        raise UserError(f"没有“{code}”这条规则。", "用 nianbao rules 可列出全部规则。", status=2)
    return describe_rule(rule)
