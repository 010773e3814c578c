"""`nianbao check`: everything wrong in facts or reports, each with its place and remedy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.problems import FactsError, Level, Place, Problem, UserError

if TYPE_CHECKING:
    from generator.checks import Outcome
    from generator.checks.gather import Known
    from generator.preparation import Options


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件…", help="事实文件（.yaml），或者任何人写的报告（.md、.docx、.txt）；可以写几份"
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供别的程序读取")] = False,
    year: Annotated[
        str, typer.Option("--year", metavar="年度", help="报告年度，如 2023；查报告时用，不写就从文中认")
    ] = "",
    date: Annotated[
        str,
        typer.Option("--date", metavar="日期", help="成文日期，如 2024-01-20；查报告时用，不写就从文中认"),
    ] = "",
    level: Annotated[
        str,
        typer.Option(
            "--level", metavar="级别", help="乡、民族乡、镇、街道、县区、部门；查报告时用，不写就从文中认"
        ),
    ] = "",
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="文件夹", help="与这个文件夹里别的单位的报告比，找雷同"),
    ] = None,
    last: shared.Last = None,
    templates: shared.OwnTemplates = None,
) -> int:
    """检查事实文件和由它写成的报告，或者别人写的报告：写错的、漏填的、对不上的，逐条指出在哪里、怎么改。

    有错误时退出码为 1；只有提醒时为 0。
    """
    from generator.cli import console
    from generator.preparation import Options
    from generator.resources import Templates

    options = Options(Templates.with_own(templates), last=last)
    known = _known(year, date, level)
    outcomes = [_examined(file, options, known, against) for file in files]
    found = [problem for outcome in outcomes for problem in outcome.problems]
    if as_json:
        console.records(problem.as_dict() for problem in found)
    else:
        console.problems(found)
        _tell_waived(outcomes)
        console.say(_summary(found), "" if found else "green")
    return 1 if any(problem.level is Level.ERROR for problem in found) else 0


def _known(year: str, date: str, level: str) -> Known:
    from generator.checks.gather import Known

    return Known(
        shared.read_year(year) if year else None,
        shared.read_day(date) if date else None,
        shared.read_level(level) or "",
    )


def _examined(file: Path, options: Options, known: Known, against: Path | None) -> Outcome:
    """Check one file; what cannot be read at all is one of its problems, so that the others are still read."""
    from generator.checks import Outcome
    from generator.inspection import examine, others_in

    try:
        others = others_in(against, file, options) if against else ()
        return examine(file, options, replace(known, others=others))
    except FactsError as error:
        return Outcome(error.problems, ())
    except UserError as error:
        return Outcome((Problem("文件-00", error.message, error.fix, Place(file.name)),), ())


def _tell_waived(outcomes: list[Outcome]) -> None:
    from generator.cli import console

    for outcome in outcomes:
        for one in outcome.waived:
            console.say(
                f"{one.problem.place}  {one.problem.code} 已停用  {one.problem.message}（{one.reason}）",
                "dim",
            )


def _summary(found: list[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in found)
    counts = ((errors, "错误"), (len(found) - errors, "提醒"))
    said = "、".join(f"{count}处{name}" for count, name in counts if count)
    return f"共{said}。" if said else "没有发现问题。"
