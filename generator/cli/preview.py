"""`nianbao preview`: the facts filled in and the report read side by side, in the browser of this machine."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, last_facts, own_templates, path_option
from generator.cli.wording import Command


@click.command(
    "preview",
    cls=Command,
    help=f"""{COMMANDS["preview"]}

    左边填写，右边是报告，边填边看；填的随时存进事实文件。只在本机，不连网。不写文件，就从新建、导入、打开开始。按 Ctrl-C 结束。
    """,
)
@argument("facts", "事实文件", "事实文件（.yaml）；不写就先出开始的一页", type=PATH, required=False)
@flag("--no-browser", explained="不自动打开浏览器，只给出网址")
@click.option("--port", metavar="端口", type=int, default=0, help="用哪个端口；不写由程序自己找一个空着的")
@last_facts
@own_templates
@path_option("--layout", metavar="文件", explained="本单位的版式文件")
def preview_command(
    facts: Path | None,
    no_browser: bool,
    port: int,
    last: Path | None,
    templates: Path | None,
    layout: Path | None,
) -> int:
    """Serve the local page until Ctrl-C."""
    from generator.cli import console
    from generator.commands.steps import Given
    from generator.preview.server import Served, serve_page
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), last)

    def opened(address: str) -> None:
        console.say(f"网页在本机打开：{address}")
        console.say("关了网页，可以再从这个网址打开；填的都已存进文件。按 Ctrl-C 结束。", "dim")
        console.flush()
        if not no_browser:
            import webbrowser

            webbrowser.open(address)

    with suppress(KeyboardInterrupt):
        serve_page(Served(facts, Path.cwd(), given, layout, port), opened)
    console.say("\n已结束。填的都已存进文件。")
    return 0
