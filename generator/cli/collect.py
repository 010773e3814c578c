"""`nianbao collect`: the filled forms into the facts file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, last_facts, own_templates, paths_argument, quiet_flag
from generator.cli.wording import Command
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.commands.collect import Collected

_MOST = 40
_UNDONE = frozenset({"收数-01", "收数-02", "收数-03", "收数-05", "收数-06"})
"""Codes of what was not taken and has to be seen to."""


@click.command(
    "collect",
    cls=Command,
    help=f"""{COMMANDS["collect"]}

    交回的表一个字不改；要科室改的，写在一份新表里（文件名加“-请改”），第一张列出各处，点蓝字就到。
    """,
)
@paths_argument("交回的表（.xlsx、.csv 或填报页存的 .yaml），可以写几份；最后写事实文件")
@flag("--dry-run", "dry", explained="只列出会收下什么、有什么对不上，不写文件")
@quiet_flag
@last_facts
@own_templates
def collect_command(
    files: tuple[Path, ...], dry: bool, quiet: bool, last: Path | None, templates: Path | None
) -> int:
    """Collect the forms, tell what was taken and what was not."""
    from generator.cli import console
    from generator.commands.collect import collect_forms
    from generator.commands.steps import Given
    from generator.resources import Templates

    *forms, facts = files
    if not forms:
        raise UserError(
            "少写了文件：先写交回的表，最后写事实文件。",
            "例如：nianbao collect 司法所.xlsx 稷下街道-2023.yaml",
            status=2,
        )
    with console.working("正在收表", len(forms), quiet=quiet) as tell:
        collected = collect_forms(forms, facts, Given(Templates.with_own(templates), last), tell)
    kept, returned = (None, {}) if dry else collected.write()
    if not quiet:
        _tell_taken(collected, dry=dry)
        if kept:
            console.say(f"原来的文件另存为：{kept}")
    console.problems(collected.merged.problems)
    for one in collected.skipped if not quiet else ():
        console.say(f"没有收 {one.path.name}：{one.why}。")
    for path, before in returned.items():
        console.say(f"要科室改的写在：{path}", "yellow")
        if before:
            console.say(f"  这里原来的一份改过，另存为：{before}", "yellow")
    return 1 if any(one.code in _UNDONE for one in collected.merged.problems) else 0


def _tell_taken(collected: Collected, *, dry: bool) -> None:
    from generator.cli import console

    merged = collected.merged
    verb = "可以收下" if dry else "收下"
    console.say(f"{collected.path.name}：{verb}{len(merged.taken)}项，{merged.equal}项没有变化。", "green")
    for told in merged.taken[:_MOST]:
        before = f"“{told.row.base}”改为" if told.row.base else ""
        console.say(f"  {told.row.topic} {told.row.label or '正文'}：{before}{told.value}（{told.origin}）")
    if len(merged.taken) > _MOST:
        console.say(f"  还有{len(merged.taken) - _MOST}项没有列出。")
