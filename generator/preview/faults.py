"""What went wrong behind the page, as problems to be listed on it: the page goes on with what it has."""

from __future__ import annotations

import traceback
from pathlib import Path

from generator.problems import FactsError, Problem, UserError


def faults_of(error: Exception) -> tuple[Problem, ...]:
    """Give the problems that an error carries; one that nobody foresaw is a fault of the program, with its place."""
    if isinstance(error, FactsError):
        return error.problems
    if isinstance(error, UserError):
        return (error.of_file(),)
    frames = [(Path(one.filename), one.lineno) for one in traceback.extract_tb(error.__traceback__)]
    ours = [(path.name, line) for path, line in frames if "generator" in path.parts]
    where = f"{ours[-1][0]} 第{ours[-1][1]}行" if ours else "位置不明"
    message = (
        f"程序出了意料之外的错（{type(error).__name__}，{where}）。这是程序的毛病，不是您的事实文件的错。"
    )
    return (Problem("文件-00", message, "请把这句话连同事实文件发给维护本程序的人。"),)
