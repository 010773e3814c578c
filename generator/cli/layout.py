"""`nianbao layout`: the layout as a Word template."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, path_option
from generator.cli.wording import Command


@click.command(
    "layout",
    cls=Command,
    help=f"""{COMMANDS["layout"]}

    在 Word 或 WPS 里双击它，新建的文档就是这个版式：页边、每面行数、各级标题、署名和页码都已设好，样式窗格里只列用得着的。
    """,
)
@path_option("-o", "--output", metavar="文件", explained="写到哪里；不写就在当前文件夹，名为 公文版式.dotx")
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@path_option("--layout", "own", metavar="文件", explained="本单位的版式文件，只写与通用版式不同的几项")
@own_templates
def layout_command(output: Path | None, force: bool, own: Path | None, templates: Path | None) -> int:
    """Write the template, and say so."""
    from generator.cli import console
    from generator.commands.layout import write_layout
    from generator.resources import Templates

    path = output or Path("公文版式.dotx")
    kept = write_layout(path, own, Templates.with_own(templates), force=force)
    console.say(f"已生成：{path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    return 0
