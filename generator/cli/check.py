"""`nianbao check`: everything wrong in facts or reports, each with its place and remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options as shared
from generator.problems import FactsError, Level, Place, Problem, UserError

if TYPE_CHECKING:
    from generator.report import Options


def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="文件…", help="事实文件（.yaml），或者改过的文稿（.md）；可以写几份"),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供别的程序读取")] = False,
    last: shared.Last = None,
    templates: shared.OwnTemplates = None,
) -> int:
    """检查事实文件：写错的、漏填的、对不上的，逐条指出在哪一行、怎么改。

    有错误时退出码为 1；只有提醒时为 0。
    """
    from generator.cli import console
    from generator.report import Options
    from generator.resources import Templates

    options = Options(Templates.with_own(templates), last=last)
    found = [problem for file in files for problem in _examined(file, options)]
    if as_json:
        console.records(problem.as_dict() for problem in found)
    else:
        console.problems(found)
        console.say(_summary(found), "" if found else "green")
    return 1 if any(problem.level is Level.ERROR for problem in found) else 0


def _examined(file: Path, options: Options) -> Iterator[Problem]:
    """Give the problems of one file; what cannot be read at all is one of them, so that the others are still read."""
    from generator.report import examine

    try:
        yield from examine(file, options).problems
    except FactsError as error:
        yield from error.problems
    except UserError as error:
        yield Problem("文件-00", error.message, error.fix, Place(file.name))


def _summary(found: list[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in found)
    counts = ((errors, "错误"), (len(found) - errors, "提醒"))
    said = "、".join(f"{count}处{name}" for count, name in counts if count)
    return f"共{said}。" if said else "没有发现问题。"
