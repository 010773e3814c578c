"""`nianbao migrate`: facts files of earlier versions brought to today's way of writing."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, paths_argument
from generator.cli.wording import Command


@click.command(
    "migrate",
    cls=Command,
    help=f"""{COMMANDS["migrate"]}

    只改写法，不改事实：数和句子一字不动，批注留着，改动以前另存一份备份。要人来定的逐条列出，退出码为 1。
    """,
)
@paths_argument("事实文件（.yaml）；可以写几份")
@flag("--check", "check", explained="只列出要改的，不改文件；有要改的，退出码为 1")
@own_templates
def migrate_command(files: tuple[Path, ...], check: bool, templates: Path | None) -> int:
    """Read all files, then bring each up to date, and tell what was done and what is left."""
    from generator.cli import console
    from generator.commands.migrate import migrate_file
    from generator.resources import Templates

    own = Templates.with_own(templates)
    migrations = [migrate_file(path, own) for path in files]
    for one in migrations:
        if not (one.done or one.left):
            console.say(f"已经是现在的写法：{one.path}")
            continue
        kept = None if check or not one.done else one.write()
        head = "没有改" if not one.done else "要改" if check else "已改"
        console.say(f"{head}：{one.path}", "green" if one.done and not check else "yellow")
        for told in one.done:
            console.say(f"    {told}")
        for told in one.left:
            console.say(f"    请您定：{told}", "yellow")
        if kept:
            console.say(f"原来的文件另存为：{kept}")
    return int(any(one.left or (check and one.done) for one in migrations))
