"""`nianbao rules`: what is checked, why, and how to mend it."""

from __future__ import annotations

import click

from generator.cli.app import COMMANDS
from generator.cli.options import argument
from generator.cli.wording import Command


def _codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from generator.commands.rules import listed_codes

    return [code for code in listed_codes() if code.startswith(incomplete)]


@click.command("rules", cls=Command, help=COMMANDS["rules"])
@argument("code", "规则", "规则代码，如 数据-01；不写就列出全部", default="", shell_complete=_codes)
def rules_command(code: str) -> int:
    """List the rules, or explain one."""
    from generator.cli import console
    from generator.cli.columns import two_columns
    from generator.commands.rules import explained_rule, listed_rules

    if code:
        console.say(explained_rule(code))
        return 0
    rules = listed_rules()
    rows = [(f"{rule.code} {rule.level.value}", rule.title) for rule in rules]
    for line in two_columns(rows, console.columns()):
        console.say(line)
    console.say(f"共{len(rules)}条。用 nianbao rules 规则代码 看某一条的说明。")
    console.say("格式、事实、标注、待填等代码说的是文件本身，也可以这样看，如 nianbao rules 事实-01。")
    return 0
