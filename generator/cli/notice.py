"""`nianbao notice`: the county's notice to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.app import COMMANDS
from generator.cli.options import argument, flag, own_templates, path_option, read_year, text_option
from generator.cli.wording import Command
from generator.problems import UserError


@click.command("notice", cls=Command, help=COMMANDS["notice"])
@argument("issuer", "机关", "发通知的机关，如临淄区司法局")
@text_option("--year", metavar="年度", explained="报告年度，如 2024")
@path_option(
    "--units", metavar="文件夹", explained="放着各单位事实文件（上年的也行）的文件夹，名单照它们的单位写好"
)
@path_option(
    "-o", "--output", metavar="去处", explained="文件名或文件夹；不写就在当前文件夹，名为 上级通知.yaml"
)
@flag("--force", explained="覆盖已有的同名文件；原来的另存一份备份")
@own_templates
def notice_command(
    issuer: str, year: str, units: Path | None, output: Path | None, force: bool, templates: Path | None
) -> int:
    """Write a notice to fill in, and say what comes next."""
    from generator.cli import console
    from generator.county.notice import UnitsFound, start_notice, units_in
    from generator.resources import Templates

    if not year:
        office = issuer.strip() or "临淄区司法局"
        raise UserError("少写了报告年度。", f"例如：nianbao notice {office} --year 2024", status=2)
    own = Templates.with_own(templates)
    found = units_in(units, own) if units else UnitsFound()
    path, kept = start_notice(issuer, read_year(year), found.names, output, own, force=force)
    console.say(f"已生成：{path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    named = f'"{path}"' if " " in str(path) else path
    if found.counties:
        console.complain(
            f"名单里没有写{'、'.join(found.counties)}：县区不是自己的下级；确要它报的，请自己写上。", "yellow"
        )
    if found.problems:
        console.problems(found.problems, beside=True)
        console.complain("以上文件读不出单位，名单里没有，请补上。", "yellow")
    console.say(f"填好后检查：nianbao check {named}")
    console.say(f"各单位写在事实文件里：通知: {path.name}")
    return 0
