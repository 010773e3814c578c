"""`nianbao render`: facts, or an edited draft, into a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.app import COMMANDS
from generator.cli.options import (
    flag,
    last_facts,
    own_templates,
    path_option,
    paths_argument,
    quiet_flag,
    text_option,
)
from generator.cli.wording import Command
from generator.problems import Level, Problem, UserError

if TYPE_CHECKING:
    from generator.commands.render import Result, Wishes
    from generator.commands.steps import Given

STDOUT = "-"


@click.command(
    "render",
    cls=Command,
    help=f"""{COMMANDS["render"]}

    手工改过的文件不会被覆盖。还有没填的，列出来，不出定稿；可先用 --draft 或 -o 文件.md 看草稿。
    生成时只查错误；检查规则的提醒用 nianbao check 看。
    """,
)
@paths_argument("事实文件（.yaml），或者改过的文稿（.md）；可以写几份")
@text_option(
    "-o",
    "--output",
    metavar="去处",
    explained="写到哪里：文件名（.docx、.md、.html、.pdf、.doc）、文件夹，或 -（Markdown 直接显示）；"
    "不写就在事实文件旁边生成以报告标题为名的 Word 文档",
)
@flag("--draft", explained="还有没填的也生成，缺的地方标【待填】")
@quiet_flag
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@flag("--attach-figures", "figures", explained="附上全年数据表，由事实文件生成，作为附件")
@flag(
    "--attach-charts",
    "charts",
    explained="附上与上年对比的图，作为附件；要有上一年的事实文件，或数旁边写了“上年”",
)
@flag("--public", explained="公开版：不写“公开: 否”的和能推算出它们的，文件名带“（公开版）”，供网上公开用")
@flag("--review", explained="生成审阅稿：每句话的依据以批注写在 Word 文档的页边")
@last_facts
@own_templates
@path_option("--layout", metavar="文件", explained="本单位的版式文件，只写与通用版式不同的几项")
def render_command(
    files: tuple[Path, ...],
    output: str,
    draft: bool,
    quiet: bool,
    force: bool,
    figures: bool,
    charts: bool,
    public: bool,
    review: bool,
    last: Path | None,
    templates: Path | None,
    layout: Path | None,
) -> int:
    """Make reports, and tell what became of each."""
    from generator.cli import console
    from generator.commands.render import BY_OFFICE, FINAL, Wishes, render_reports
    from generator.commands.steps import Given
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), last)
    if public and review:
        raise UserError("审阅稿不公开，--review 和 --public 不能一起写。", "请只写一个。", status=2)
    if output == STDOUT:
        return _show(files, given, public=public)
    wishes = Wishes(
        layout,
        attached=tuple(name for name, wanted in (("数据表", figures), ("对比图", charts)) if wanted),
        reviewed=review,
        unfinished=draft,
        force=force,
        public=public,
    )
    target = Path(output) if output else None
    slow = target is not None and target.suffix.lower() in BY_OFFICE
    with console.working("正在生成", 0 if slow else len(files), quiet=quiet) as tell:
        results = list(render_reports(files, target, given, wishes, tell))
    for result in results:
        tell_result(result, quiet=quiet)
    written = [result for result in results if result.path and not quiet]
    if any(result.path and result.path.suffix.lower() in FINAL for result in written):
        _mention_fonts(given, wishes)
    if written:
        _mention_reminders([result.source for result in written])
    return max((_status(result) for result in results), default=0)


def _status(result: Result) -> int:
    if result.error:
        return result.error.status
    return 0 if result.path else 1


def _mention_fonts(given: Given, wishes: Wishes) -> None:
    """Say once a day which of the official fonts this machine lacks."""
    from datetime import datetime

    from generator.cli import console
    from generator.document.page.fonts import fonts_to_mention
    from generator.document.page.layout import read_layout

    today = datetime.now().astimezone().date()
    missing = fonts_to_mention(read_layout(given.templates, wishes.layout), today)
    if missing:
        console.complain(missing, "dim")


def _mention_reminders(sources: Sequence[Path]) -> None:
    """Say once where the reminders are to be seen, as a command to be copied where it is of one file."""
    from generator.cli import console

    only = str(sources[0]) if len(sources) == 1 else "事实文件"
    named = f'"{only}"' if " " in only else only
    console.complain(f"生成时只查错误，不列检查规则的提醒；要看提醒：nianbao check {named}", "dim")


def _show(sources: Sequence[Path], given: Given, *, public: bool) -> int:
    """Print the Markdown of each report, and beside it what is wrong or still to be filled in."""
    from generator.cli import console
    from generator.commands.render import is_gap
    from generator.commands.steps import errors_of, prepare_report, public_report

    status, shown = 0, []
    for source in sources:
        prepared = prepare_report(source, given)
        problems = errors_of(prepared, given)
        wrong = any(one.level is Level.ERROR and not is_gap(one) for one in problems)
        if not wrong:
            console.data((public_report(prepared, given) if public else prepared).markdown)
            shown.append(source)
        console.problems(problems, beside=True)
        status = max(status, int(wrong))
    if shown:
        _mention_reminders(shown)
    return status


def tell_result(result: Result, *, quiet: bool = False) -> None:
    """Say what became of one input; what was made of it is not told where it is to be `quiet`."""
    from generator.cli import console

    if result.error:
        console.complain(result.error.message)
        console.complain(result.error.fix, "")
        return
    console.problems(result.problems, beside=True)
    if result.path is None:
        console.complain(f"没有生成 {result.source.name} 的报告：{_reason(result.problems)}。")
        return
    if quiet:
        return
    console.say(f"已生成：{result.path}", "green")
    if result.kept:
        console.say(f"原来的文件另存为：{result.kept}")
    if result.withheld:
        console.complain(f"公开版没有写：{'、'.join(result.withheld)}。", "")
    if result.along:
        console.complain(f"能推算出它们的也没有写：{'、'.join(result.along)}。", "")
    if result.problems:
        console.complain(f"{_counted(result.problems)}，列在上面。", "yellow")
    if result.doubts:
        console.complain(
            f"{result.source.name} 里还有{result.doubts}处“请核对”没有删去，那几句多是上年的话，已经照印进报告；"
            "报出以前请逐处核对。",
            "bold red",
        )


def _counted(problems: Sequence[Problem]) -> str:
    from generator.commands.render import is_gap

    gaps = sum(map(is_gap, problems))
    hints = sum(one.level is Level.WARNING for one in problems)
    counts = ((len(problems) - gaps - hints, "处错误"), (gaps, "处待填"), (hints, "处提醒"))
    return "有" + "、".join(f"{count}{name}" for count, name in counts if count)


def _reason(problems: Sequence[Problem]) -> str:
    from generator.commands.render import is_gap

    if all(is_gap(one) or one.level is Level.WARNING for one in problems):
        return f"{_counted(problems)}；要先看草稿，请加 --draft，或用 -o 写成 .md"
    return _counted(problems)
