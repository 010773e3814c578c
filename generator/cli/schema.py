"""`nianbao schema`: the JSON Schema of a facts file, or of what the commands print with --json."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, path_option
from generator.cli.wording import Command


@click.command("schema", cls=Command, help=COMMANDS["schema"])
@path_option("-o", "--output", metavar="文件", explained="写到文件；不写就直接显示")
@flag("--printed", explained="改为给出各命令 --json 输出的格式")
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@own_templates
def schema_command(output: Path | None, printed: bool, force: bool, templates: Path | None) -> int:
    """Print the schema, or write it to a file."""
    from generator.cli import console
    from generator.commands.schema import printed_schema, schema_of
    from generator.files import save
    from generator.resources import Templates

    own = Templates.with_own(templates)
    text = printed_schema(own) if printed else schema_of(own)
    if output is None:
        console.data(text)
        return 0
    kept = save(output, text.encode("utf-8"), force=force)
    console.say(f"已生成：{output}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    return 0
