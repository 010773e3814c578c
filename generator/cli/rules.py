"""`nianbao rules`: what is checked, why, and how to mend it."""

from typing import TYPE_CHECKING, Annotated

import typer

from generator.problems import UserError

if TYPE_CHECKING:
    from generator.checks.registry import Rule


def _codes(incomplete: str) -> list[str]:
    from generator.checks.registry import all_rules as registered

    return [rule.code for rule in registered() if rule.code.startswith(incomplete)]


def rules_command(
    code: Annotated[
        str,
        typer.Argument(metavar="规则", help="规则代码，如 数据-01；不写就列出全部", autocompletion=_codes),
    ] = "",
) -> int:
    """列出检查的规则；给出代码时，说明查什么、为什么、怎么改。"""
    from generator.checks.reference import describe_rule
    from generator.checks.registry import all_rules as registered
    from generator.cli import console
    from generator.cli.columns import two_columns

    found = registered()
    if code:
        console.say(describe_rule(_named(code, found)))
        return 0
    for line in two_columns(
        [(f"{rule.code} {rule.level.value}", rule.title) for rule in found], console.columns()
    ):
        console.say(line)
    console.say(f"共{len(found)}条。用 nianbao rules 规则代码 看某一条的说明。")
    return 0


def _named(code: str, found: "tuple[Rule, ...]") -> "Rule":
    rule = next((one for one in found if code in {one.code, one.title}), None)
    if rule is None:
        raise UserError(f"没有“{code}”这条规则。", "用 nianbao rules 可列出全部规则。", status=2)
    return rule
