"""`nianbao check`: everything wrong in facts or reports, each with its place and remedy."""

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


def check_command(
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
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate", metavar="文件", help="把每个问题写成 Word 批注，存成这个 .docx 文件；只能查一份时用"
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="标点、序号、比率这类机械的差错直接改好，别的一字不动；原来的另存一份备份"
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="覆盖手工改过的批注文件；原来的另存一份备份")
    ] = False,
    last: shared.Last = None,
    templates: shared.OwnTemplates = None,
) -> int:
    """检查事实文件和由它写成的报告，或者别人写的报告：写错的、漏填的、对不上的，逐条指出在哪里、怎么改。

    有错误时退出码为 1；只有提醒时为 0。
    """
    from generator.cli import console
    from generator.preparation import Options
    from generator.resources import Templates

    options = Options(Templates.with_own(templates), last=last, force=force)
    known = _known(year, date, level)
    if annotate and len(files) > 1:
        raise UserError("几份文件的批注不能写进同一个文件。", "请一份一份地查。", status=2)
    if fix:
        _fix(files, options, known)
    outcomes = [_examined(file, options, known, against) for file in files]
    found = [problem for outcome in outcomes for problem in outcome.problems]
    if annotate:
        _annotate(files[0], annotate, options, known)
    if as_json:
        console.print_records(problem.as_dict() for problem in found)
    else:
        console.problems(found)
        _tell_waived(outcomes)
        console.say(_summary(found), "" if found else "green")
    return 1 if any(problem.level is Level.ERROR for problem in found) else 0


def _known(year: str, date: str, level: str) -> "Known":
    from generator.checks.gather import Known

    return Known(
        shared.read_year(year) if year else None,
        shared.read_day(date) if date else None,
        shared.read_level(level) or "",
    )


def _examined(file: Path, options: "Options", known: "Known", against: Path | None) -> "Outcome":
    """Check one file; what cannot be read at all is one of its problems, so that the others are still read."""
    from generator.checks import Outcome
    from generator.inspection import examine_file, others_in

    try:
        others = others_in(against, file, options) if against else ()
        return examine_file(file, options, replace(known, others=others))
    except FactsError as error:
        return Outcome(error.problems, ())
    except UserError as error:
        return Outcome((Problem("文件-00", error.message, error.fix, Place(file.name)),), ())


def _fix(files: list[Path], options: "Options", known: "Known") -> None:
    """Mend each file and say, beside the output, what was done; a file that can't be read is told of by the check."""
    from generator.amendment import fix
    from generator.cli import console

    for file in files:
        try:
            fixed = fix(file, options, known)
        except FactsError:
            console.complain(f"{file.name} 里有读不出来的地方，没有改动。", "yellow")
            continue
        for done in fixed.done:
            console.complain(f"已改：{done}", "green")
        if fixed.kept:
            console.complain(f"原来的文件另存为：{fixed.kept}", "")


def _annotate(file: Path, target: Path, options: "Options", known: "Known") -> None:
    from generator.amendment import annotate_file
    from generator.cli import console

    kept = annotate_file(file, target, options, known, force=options.force)
    console.complain(f"批注写在：{target}", "green")
    if kept:
        console.complain(f"原来的文件另存为：{kept}", "")


def _tell_waived(outcomes: "list[Outcome]") -> None:
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
