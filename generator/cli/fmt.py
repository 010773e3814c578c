"""`nianbao fmt`: a facts file put in order."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, paths_argument
from generator.cli.wording import Command


@click.command(
    "fmt",
    cls=Command,
    help=f"""{COMMANDS["fmt"]}

    每层缩进两格，各项照样表的先后；批注跟着它那一行走，自己的话一字不动，标题和主题的先后不变。改动以前另存一份备份。
    """,
)
@paths_argument("事实文件（.yaml）；可以写几份")
@flag("--group", explained="没有标题的主题，归到大节.yaml 里的标题下；文件里已有这样的标题的，归到它下面")
@flag("--check", "check", explained="只看要不要整理，不改文件；要整理的，退出码为 1")
@own_templates
def fmt_command(files: tuple[Path, ...], group: bool, check: bool, templates: Path | None) -> int:
    """Read all files, then put each in order, and tell what was done."""
    from generator.cli import console
    from generator.commands.fmt import arrange_file
    from generator.resources import Templates

    own = Templates.with_own(templates)
    arranged = [arrange_file(path, own, group=group) for path in files]
    for one in arranged:
        if not one.changed:
            console.say(f"不用整理：{one.path}")
        elif check:
            console.say(f"要整理：{one.path}", "yellow")
        else:
            kept = one.write()
            console.say(f"已整理：{one.path}", "green")
            if kept:
                console.say(f"原来的文件另存为：{kept}")
    return int(check and any(one.changed for one in arranged))
