"""`nianbao schema`: the JSON Schema by which an editor completes and explains a facts file."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag, own_templates, path_option
from generator.cli.wording import Command


@click.command("schema", cls=Command, help=COMMANDS["schema"])
@path_option("-o", "--output", metavar="文件", explained="写到文件；不写就直接显示")
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@own_templates
def schema_command(output: Path | None, force: bool, templates: Path | None) -> int:
    """Print the schema, or write it to a file."""
    from generator.cli import console
    from generator.commands.schema import schema_of, write_schema
    from generator.resources import Templates

    own = Templates.with_own(templates)
    if output is None:
        console.data(schema_of(own))
        return 0
    kept = write_schema(own, output, force=force)
    console.say(f"已生成：{output}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    return 0
