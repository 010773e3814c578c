"""`nianbao doctor`: what this machine has, and what to do."""

from __future__ import annotations

import click

from generator.cli.app import COMMANDS
from generator.cli.wording import Command


@click.command(
    "doctor",
    cls=Command,
    help=f"""{COMMANDS["doctor"]}

    √ 是好的，× 后面写着怎么办。只看不改，退出码总是 0；求助时把结果贴给别人看就行。
    """,
)
def doctor_command() -> int:
    """Tell what was looked at, one line each, with what to do below it."""
    from pathlib import Path

    from generator.cli import console
    from generator.commands.doctor import diagnose

    lacking = 0
    for one in diagnose(Path.cwd(), console.output_encoding()):
        lacking += not one.good
        console.say(f"{'√' if one.good else '×'} {one.name}：{one.state}", "" if one.good else "yellow")
        if one.remedy:
            console.say(f"  怎么办：{one.remedy}")
    console.say(f"有{lacking}项可以看看，不影响生成 Word 文档的不用急。" if lacking else "都是好的。")
    return 0
