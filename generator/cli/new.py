"""`nianbao new`: a facts file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import (
    argument,
    flag,
    own_templates,
    path_option,
    read_level,
    read_year,
    text_option,
)
from generator.cli.wording import Command


@click.command("new", cls=Command, help=COMMANDS["new"])
@argument("name", "单位", "单位名称，如稷下街道；有 --from 时可以不写", default="")
@text_option("--year", metavar="年度", explained="报告年度，如 2024；有 --from 时不写就接着上一年")
@text_option("--level", metavar="级别", explained="乡、民族乡、镇、街道、县区、部门；不写就按名称认")
@flag("--full", explained="列出适合本级的全部主题和字段，不常用的作为批注")
@path_option(
    "--from",
    "last",
    metavar="文件",
    explained="上一年的事实文件，或者上一年的报告（.docx、.doc、.md 等）：沿用单位、标题、名单和句子，数字重新问，并逐条追问上年的不足和计划",
)
@path_option(
    "--notice", metavar="文件", explained="上级发来的通知文件：写进新文件，点名要报的各项都列出来；年度也照它"
)
@path_option(
    "-o",
    "--output",
    metavar="去处",
    explained="文件名或文件夹；不写就在当前文件夹，名为 单位-年度.yaml",
)
@flag("--force", explained="覆盖已有的同名文件；原来的另存一份备份")
@own_templates
def new_command(
    name: str,
    year: str,
    level: str,
    full: bool,
    last: Path | None,
    notice: Path | None,
    output: Path | None,
    force: bool,
    templates: Path | None,
) -> int:
    """Write a facts file to fill in, and say what comes next."""
    from generator.cli import console
    from generator.commands.new import request_for, start_facts
    from generator.commands.steps import Given
    from generator.resources import Templates

    own = Templates.with_own(templates)
    wanted, rank = read_year(year) if year else None, read_level(level)
    with console.working("正在读上年的报告", quiet=last is None):
        request = request_for(name, wanted, rank, Given(own, last, notice), full=full)
    path, kept = start_facts(request, output, force=force)
    console.say(f"已生成：{path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    named = f'"{path}"' if " " in str(path) else path  # to be copied as it stands
    console.say(f"填好后检查：nianbao check {named}")
    console.say(f"再生成报告：nianbao render {named}")
    return 0
