"""`nianbao about`: the version, the parts, their licences, the promise."""

from __future__ import annotations

import click

from generator.cli.app import COMMANDS
from generator.cli.options import flag
from generator.cli.wording import Command


@click.command(
    "about",
    cls=Command,
    help=f"""{COMMANDS["about"]}

    从离线包里运行的，另说明部件清单（SBOM）和许可文本在哪里、核对了多少个文件。
    """,
)
@flag("--json", "as_json", explained="输出给别的程序读的 JSON")
def about_command(as_json: bool) -> int:
    """Print what the program says of itself."""
    from generator.cli import console
    from generator.cli.columns import column_width
    from generator.commands.about import about_program

    about = about_program()
    if as_json:
        console.print_records([about.as_record()])
        return 0
    console.say(f"nianbao {about.parts[0].version}")
    console.say("", "")
    console.say("部件：")
    width = max(column_width(f"{one.name} {one.version}") for one in about.parts)
    for one in about.parts:
        named = f"{one.name} {one.version}"
        console.say(f"  {named}{' ' * (width - column_width(named))}  {one.licence}")
    console.say()
    console.say(f"网络：{about.network}")
    if about.kit:
        console.say(f"离线包：{about.kit}，启动时核对了{about.files}个文件，与装配时一样")
        console.say(f"部件清单（CycloneDX）：{about.sbom}")
        console.say(f"许可文本：{about.licences}")
    else:
        console.say("部件清单（SBOM）和许可文本：随离线包提供；现在运行的不是离线包。")
    return 0
