"""`nianbao form`: the forms that the offices fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import PATH, argument, flag, last_facts, own_templates, path_option, quiet_flag
from generator.cli.wording import Command


@click.command("form", cls=Command, help=COMMANDS["form"])
@argument("facts", "事实文件", "事实文件（.yaml），表里的项目照它的主题列", type=PATH)
@flag("--by-office", explained="一个责任科室一份；不写就是一份总表，一个主题一张")
@flag("--html", "page", explained="生成网页，一个责任科室一份：双击打开就能填，不连网，旧电脑也能用")
@path_option(
    "-o",
    "--output",
    metavar="去处",
    explained="文件夹，或总表的文件名（.xlsx）；不写就放在事实文件旁边，名为 单位-年度-科室.xlsx",
)
@flag("--force", explained="覆盖填过的表；原来的另存一份备份")
@quiet_flag
@last_facts
@own_templates
def form_command(
    facts: Path,
    by_office: bool,
    page: bool,
    output: Path | None,
    force: bool,
    quiet: bool,
    last: Path | None,
    templates: Path | None,
) -> int:
    """Write the forms, and say what comes next."""
    from generator.cli import console
    from generator.commands.form import write_pages, write_workbooks
    from generator.commands.steps import Given
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), last)
    with console.working("正在写填报表", quiet=quiet):
        if page:
            written = write_pages(facts, given, output, force=force)
        else:
            written = write_workbooks(facts, given, output, by_office=by_office, force=force)
    if quiet:
        return 0
    for one in written:
        console.say(f"已生成：{one.path}（{one.office}，{one.topics}个主题，{one.rows}项）", "green")
        if one.kept:
            console.say(f"原来的表另存为：{one.kept}")
    console.say(
        f"填好交回以后收进事实文件：nianbao collect {written[0].path.with_suffix('.yaml' if page else '.xlsx').name} … {facts.name}"
    )
    return 0
