"""`nianbao render`: facts, or an edited draft, into a report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.problems import Level, Problem

if TYPE_CHECKING:
    from generator.preparation import Options
    from generator.report import Result

STDOUT = "-"


def render_command(
    facts: Annotated[
        list[Path],
        typer.Argument(metavar="文件…", help="事实文件（.yaml），或者改过的文稿（.md）；可以写几份"),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="去处",
            help="写到哪里：文件名（.docx、.md、.html、.pdf）、文件夹，或 -（Markdown 直接显示）；"
            "不写就在事实文件旁边生成以报告标题为名的 Word 文档",
        ),
    ] = "",
    draft: Annotated[bool, typer.Option("--draft", help="还有没填的也生成，缺的地方标【待填】")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖手工改过的文件；原来的另存一份备份")] = False,
    figures: Annotated[
        bool, typer.Option("--attach-figures", help="附上全年数据表，由事实文件生成，作为附件")
    ] = False,
    charts: Annotated[
        bool, typer.Option("--attach-charts", help="附上与上年对比的图，作为附件；要有上一年的事实文件")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="生成审阅稿：每句话的依据以批注写在 Word 文档的页边")
    ] = False,
    last: shared.Last = None,
    templates: shared.OwnTemplates = None,
    layout: Annotated[
        Path | None,
        typer.Option("--layout", metavar="文件", help="本单位的版式文件，只写与通用版式不同的几项"),
    ] = None,
) -> int:
    """生成报告：Word、Markdown、网页或 PDF。

    手工改过的文件不会被覆盖。还有没填的，列出来，不出定稿；可先用 --draft 或 -o 文件.md 看草稿。
    """
    from generator import report
    from generator.preparation import Options
    from generator.resources import Templates

    chosen = Options(
        Templates.with_own(templates),
        layout,
        last,
        attached=tuple(name for name, wanted in (("数据表", figures), ("对比图", charts)) if wanted),
        reviewed=review,
        unfinished=draft,
        force=force,
    )
    if output == STDOUT:
        return _show(facts, chosen)
    target = Path(output) if output else None
    results = []
    for result in report.render_reports(facts, target, chosen):
        results.append(result)
        _tell(result)
    if any(result.path and result.path.suffix.lower() in report.FINAL for result in results):
        _mention_fonts(chosen)
    return max((_status(result) for result in results), default=0)


def _status(result: "Result") -> int:
    if result.error:
        return result.error.status
    return 0 if result.path else 1


def _mention_fonts(options: "Options") -> None:
    """Say once a day which of the official fonts this machine lacks."""
    from datetime import datetime

    from generator.cli import console
    from generator.document.page.fonts import fonts_to_mention
    from generator.document.page.layout import read_layout

    today = datetime.now().astimezone().date()
    missing = fonts_to_mention(read_layout(options.templates, options.layout), today)
    if missing:
        console.complain(missing, "dim")


def _show(sources: list[Path], options: "Options") -> int:
    """Print the Markdown of each report, and beside it what is wrong or still to be filled in."""
    from generator.cli import console
    from generator.inspection import examine_prepared
    from generator.preparation import prepare_report
    from generator.report import GAPS

    status = 0
    for source in sources:
        prepared = prepare_report(source, options)
        found = examine_prepared(prepared, options).problems
        wrong = any(one.level is Level.ERROR and not one.code.startswith(GAPS) for one in found)
        if not wrong:
            console.data(prepared.markdown)
        console.problems(found, beside=True)
        status = max(status, int(wrong))
    return status


def _tell(result: "Result") -> None:
    """Say what became of one input."""
    from generator.cli import console

    if result.error:
        console.complain(result.error.message)
        console.complain(result.error.fix, "")
        return
    console.problems(result.problems, beside=True)
    if result.path is None:
        console.complain(f"没有生成 {result.source.name} 的报告：{_reason(result.problems)}。")
        return
    console.say(f"已生成：{result.path}", "green")
    if result.kept:
        console.say(f"原来的文件另存为：{result.kept}")
    if result.problems:
        console.complain(f"{_counted(result.problems)}，列在上面。", "yellow")


def _counted(problems: Sequence[Problem]) -> str:
    from generator.report import GAPS

    gaps = sum(one.code.startswith(GAPS) for one in problems)
    hints = sum(one.level is Level.WARNING for one in problems)
    counts = ((len(problems) - gaps - hints, "处错误"), (gaps, "处待填"), (hints, "处提醒"))
    return "有" + "、".join(f"{count}{name}" for count, name in counts if count)


def _reason(problems: Sequence[Problem]) -> str:
    from generator.report import GAPS

    if all(one.code.startswith(GAPS) or one.level is Level.WARNING for one in problems):
        return f"{_counted(problems)}；要先看草稿，请加 --draft，或用 -o 写成 .md"
    return _counted(problems)
