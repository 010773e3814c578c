"""`nianbao watch`: the report anew on each save, and what changed in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, last_facts, own_templates, path_option
from generator.cli.wording import Command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.commands.changes import Piece
    from generator.commands.watch import Rendering

_CHANGED = "〖{}〗"


@click.command(
    "watch",
    cls=Command,
    help=f"""{COMMANDS["watch"]}

    改了的句子列出旧的和新的，不同的几个字写在〖〗里；有问题的，指出在哪一行。按 Ctrl-C 停止。
    """,
)
@argument("facts", "事实文件", "事实文件（.yaml）", type=PATH)
@path_option(
    "-o",
    "--output",
    metavar="去处",
    explained="文件名或文件夹，同 render；不写就在事实文件旁边生成 Word 文档",
)
@flag("--draft", explained="还有没填的也生成，缺的地方标【待填】")
@last_facts
@own_templates
@path_option("--layout", metavar="文件", explained="本单位的版式文件")
def watch_command(
    facts: Path,
    output: Path | None,
    draft: bool,
    last: Path | None,
    templates: Path | None,
    layout: Path | None,
) -> int:
    """Make the report whenever its facts are saved, until Ctrl-C."""
    from time import sleep

    from generator.cli import console
    from generator.commands.render import Wishes
    from generator.commands.steps import Given
    from generator.commands.watch import TICK, watch_facts
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), last)
    written: Path | None = None
    try:
        for rendering in watch_facts(
            facts, output, given, Wishes(layout, unfinished=draft), lambda: sleep(TICK)
        ):
            _tell_rendering(rendering)
            written = rendering.result.path or written
            console.say(f"存盘就重新生成 {facts.name} 的报告，按 Ctrl-C 停止。", "dim")
            console.flush()
    except KeyboardInterrupt:
        console.say(f"\n已停止。最后生成的是：{written}" if written else "\n已停止，没有生成报告。")
    return 0


def _tell_rendering(rendering: Rendering) -> None:
    from generator.cli import console
    from generator.cli.render import tell_result

    for change in rendering.changes or ():
        if change.old and change.new:
            console.say(f"旧：{_marked(change.old)}")
            console.say(f"新：{_marked(change.new)}", "bold")
        else:
            console.say(f"{'新增' if change.new else '删去'}：{(change.old or change.new)[0].text}")
    if rendering.changes == ():
        console.say("报告的文字没有变。")
    tell_result(rendering.result)


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(_CHANGED.format(piece.text) if piece.changed else piece.text for piece in pieces)
