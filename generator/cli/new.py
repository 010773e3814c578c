"""`nianbao new`: a facts file to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.forms.request import Request


def new_command(
    name: Annotated[
        str, typer.Argument(metavar="单位", help="单位名称，如稷下街道；有 --from 时可以不写")
    ] = "",
    year: Annotated[
        str, typer.Option("--year", metavar="年度", help="报告年度，如 2024；有 --from 时不写就接着上一年")
    ] = "",
    level: Annotated[
        str, typer.Option("--level", metavar="级别", help="乡、民族乡、镇、街道、县区、部门；不写就按名称认")
    ] = "",
    full: Annotated[
        bool, typer.Option("--full", help="列出适合本级的全部主题和字段，不常用的作为批注")
    ] = False,
    last: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="文件", help="上一年的事实文件：沿用单位、名单，并追问上年的计划做到了什么"
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="去处", help="文件名或文件夹；不写就在当前文件夹，名为 单位-年度.yaml"
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的同名文件；原来的另存一份备份")] = False,
    templates: shared.OwnTemplates = None,
) -> int:
    """生成一份待填的事实文件，每一项都有单位和说明。"""
    from generator.cli import console
    from generator.forms.scaffold import start

    request = _request(name, year, level, last, templates, full=full)
    path, kept = start(request, output, force=force)
    console.say(f"已生成：{path}", "green")
    if kept:
        console.say(f"原来的文件另存为：{kept}")
    console.say(f"填好后检查：nianbao check {path}")
    console.say(f"再生成报告：nianbao render {path}")
    return 0


def _request(
    name: str, year: str, level: str, last: Path | None, templates: Path | None, *, full: bool
) -> "Request":
    """Take the arguments together; raises UserError where one is missing or makes no sense."""
    from generator.facts import load_facts
    from generator.forms.request import Request
    from generator.resources import Templates

    own = Templates.with_own(templates)
    before = load_facts(last, own) if last else None
    if not name and before is None:
        raise UserError("少写了单位名称。", "例如：nianbao new 稷下街道 --year 2024", status=2)
    following = str(before.year + 1) if before and before.year else ""
    if not (year or following):
        raise UserError("少写了报告年度。", "例如：nianbao new 稷下街道 --year 2024", status=2)
    return Request(name, shared.read_year(year or following), shared.read_level(level), full, before, own)
