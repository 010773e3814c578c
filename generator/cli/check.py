"""`nianbao check`: everything wrong in facts or reports, each with its place and remedy."""

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
    read_day,
    read_level,
    read_year,
    text_option,
)
from generator.cli.wording import Command
from generator.problems import FactsError, Level, Problem, UserError

if TYPE_CHECKING:
    from generator.checks import Outcome
    from generator.checks.gather import Known
    from generator.commands.mend import Mending
    from generator.commands.steps import Given


@click.command("check", cls=Command, help=f"{COMMANDS['check']}\n\n有错误时退出码为 1；只有提醒时为 0。")
@paths_argument("事实文件（.yaml），或者任何人写的报告（.md、.docx、.txt）；可以写几份")
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取")
@text_option("--year", metavar="年度", explained="报告年度，如 2023；查报告时用，不写就从文中认")
@text_option("--date", metavar="日期", explained="成文日期，如 2024-01-20；查报告时用，不写就从文中认")
@text_option(
    "--level", metavar="级别", explained="乡、民族乡、镇、街道、县区、部门；查报告时用，不写就从文中认"
)
@path_option("--against", metavar="文件夹", explained="与这个文件夹里别的单位的报告比，找雷同")
@path_option(
    "--notice",
    metavar="文件",
    explained="上级的通知文件，照它查标题、各部分、字数、日期和必报的各项；事实文件写了“通知”的不用再写",
)
@path_option(
    "--annotate",
    metavar="文件",
    explained="把每个问题写成 Word 批注，存成这个 .docx 文件；只能查一份时用",
)
@flag(
    "--fix",
    explained="标点、序号、比率这类机械的差错直接改好，自己的话里认准的数标上标注，别的一字不动；原来的另存一份备份",
)
@flag("--layout", explained="连同 Word 文件的排版一起查（GB/T 9704-2012）；加上 --fix，另存一份照标准排好的")
@flag("--force", explained="覆盖手工改过的批注文件、排好的文件；原来的另存一份备份")
@quiet_flag
@last_facts
@own_templates
def check_command(
    files: tuple[Path, ...],
    as_json: bool,
    year: str,
    date: str,
    level: str,
    against: Path | None,
    notice: Path | None,
    annotate: Path | None,
    fix: bool,
    layout: bool,
    force: bool,
    quiet: bool,
    last: Path | None,
    templates: Path | None,
) -> int:
    """Check files, and mend or annotate them where that is asked for."""
    from generator.checks import Outcome
    from generator.cli import console
    from generator.commands.check import check_files
    from generator.commands.steps import Given
    from generator.likeness.against import HeldAgainst, held_against
    from generator.resources import Templates

    given = Given(Templates.with_own(templates), last, notice)
    known = _known(year, date, level)
    if annotate and len(files) > 1:
        raise UserError("几份文件的批注不能写进同一个文件。", "请一份一份地查。", status=2)
    outcomes = _layouts(files, given, fix=fix, force=force) if layout else []
    if fix and not layout:
        _fix(files, given, known)
    with console.working("正在检查", 0 if against else len(files), quiet=quiet) as tell:
        held = held_against(files, against, given.templates) if against else HeldAgainst({}, ())
        outcomes += [Outcome(held.unread, ())] if held.unread else []
        for outcome in check_files(files, given, known, held.others):
            outcomes.append(outcome)
            tell(len(outcomes))
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if as_json:
        console.print_records(problem.as_dict() for problem in problems)
    else:
        console.problems(problems)
        if not quiet:
            _tell_waived(outcomes)
            console.say(_summary(problems), "" if problems else "green")
    if annotate:  # after what was found is told, which a file that takes no remarks must not hide
        _annotate(files[0], annotate, given, known, force=force)
    return 1 if any(problem.level is Level.ERROR for problem in problems) else 0


def _layouts(files: Sequence[Path], given: Given, *, fix: bool, force: bool) -> list[Outcome]:
    """Hold the layout of each file against the standard, and write the copies that are set by it where asked to."""
    from generator.checks import Outcome
    from generator.cli import console
    from generator.commands.conform import layout_of_file, refit_file

    outcomes = [Outcome(layout_of_file(file, given.templates), ()) for file in files]
    for file in files if fix else ():
        refitting = refit_file(file, given.templates, force=force)
        console.complain(f"已排好：{refitting.path}", "green")
        if refitting.kept:
            console.complain(f"原来的文件另存为：{refitting.kept}", "")
    return outcomes


def _known(year: str, date: str, level: str) -> Known:
    from generator.checks.gather import Known

    return Known(
        read_year(year) if year else None,
        read_day(date) if date else None,
        read_level(level) or "",
    )


def _fix(files: Sequence[Path], given: Given, known: Known) -> None:
    """Mend the files once all are read, and say beside the output what was done; the check tells the mistakes."""
    from generator.cli import console

    mendings = [_mending(file, given, known) for file in dict.fromkeys(files)]
    for mending in filter(None, mendings):
        kept = mending.write()
        for done in mending.done:
            console.complain(f"已改：{done}", "green")
        if not mending.done:
            console.complain(
                f"{mending.path.name} 没有改动：没有查出能直接改的差错，也没有认准可以标注的数。", ""
            )
        if kept:
            console.complain(f"原来的文件另存为：{kept}", "")


def _mending(file: Path, given: Given, known: Known) -> Mending | None:
    from generator.cli import console
    from generator.commands.annotate import WORD
    from generator.commands.mend import mend_file

    if file.suffix.lower() == WORD:
        console.complain(
            f"{file.name} 没有改动：Word 文档不能直接改。请照查出的问题在 Word 或 WPS 里改；"
            "要在原处看到各个问题，加上 --annotate 批注.docx。",
            "yellow",
        )
        return None
    try:
        return mend_file(file, given, known)
    except FactsError:
        console.complain(f"{file.name} 里有读不出来的地方，没有改动。", "yellow")
        return None


def _annotate(file: Path, target: Path, given: Given, known: Known, *, force: bool) -> None:
    from generator.cli import console
    from generator.commands.annotate import annotate_file

    kept = annotate_file(file, target, given, known, force=force)
    console.complain(f"批注写在：{target}", "green")
    if kept:
        console.complain(f"原来的文件另存为：{kept}", "")


def _tell_waived(outcomes: Sequence[Outcome]) -> None:
    from generator.cli import console

    for outcome in outcomes:
        for one in outcome.waived:
            console.say(
                f"{one.problem.place}  {one.problem.code} 已停用  {one.problem.message}（{one.reason}）",
                "dim",
            )


def _summary(problems: Sequence[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    counts = ((errors, "错误"), (len(problems) - errors, "提醒"))
    said = "、".join(f"{count}处{name}" for count, name in counts if count)
    return f"共{said}。" if said else "没有发现问题。"
