"""Arguments and options that several commands have, and how what is written for them is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.wording import Argument
from generator.problems import UserError

Function = TypeVar("Function", bound=Callable[..., Any])

# click would say of a file that may not be read only that the value is wrong; what reads it says what and why
PATH = click.Path(path_type=Path, readable=False)


def argument(name: str, shown: str, explained: str, **settings: Any) -> Callable[[Function], Function]:
    """Declare an argument: the name of the function's parameter, what the help calls it and says of it."""
    return click.argument(name, metavar=shown, explained=explained, cls=Argument, **settings)


def paths_argument(explained: str) -> Callable[[Function], Function]:
    """Declare one file or several."""
    return argument("files", "文件…", explained, type=PATH, nargs=-1, required=True)


def path_option(*names: str, metavar: str, explained: str) -> Callable[[Function], Function]:
    """Declare an option that names a file or a folder."""
    return click.option(*names, metavar=metavar, type=PATH, help=explained)


def flag(*names: str, explained: str) -> Callable[[Function], Function]:
    """Declare an option without a value."""
    return click.option(*names, is_flag=True, help=explained)


def text_option(*names: str, metavar: str, explained: str) -> Callable[[Function], Function]:
    """Declare an option that takes a text, an empty one where it isn't written."""
    return click.option(*names, metavar=metavar, default="", help=explained)


quiet_flag = flag("-q", "--quiet", explained="只说问题，不说进度和做成了什么")
own_templates = path_option(
    "--templates", metavar="文件夹", explained="自己的模板所在的文件夹，同名的代替内置的，新的加进来"
)
last_facts = path_option(
    "--last",
    metavar="文件",
    explained="上一年的事实文件，用来算同比；不写就看文件里的“上年”，再在旁边找，如与 稷下街道-2023.yaml 同在的 稷下街道-2022.yaml",
)


def read_year(written: str) -> int:
    """Read a report year; raises UserError."""
    if not (len(written) == 4 and written.isascii() and written.isdecimal() and 2012 <= int(written) <= 2099):
        raise UserError(f"年度应为四位年份，写的是“{written}”。", "例如：--year 2024", status=2)
    return int(written)


def read_level(written: str) -> str | None:
    """Read a unit's level, None where none is written; raises UserError."""
    from generator.facts.levels import LEVELS, canonical_level

    if written and canonical_level(written) is None:
        raise UserError(f"不认识“{written}”这个级别。", f"可选：{'、'.join(LEVELS)}。", status=2)
    return canonical_level(written)


def read_day(written: str) -> date:
    """Read a day such as 2024-01-20; raises UserError."""
    from generator.numbers.dates import DateError
    from generator.numbers.dates import read_date as read

    try:
        return read(written)
    except DateError as error:
        raise UserError(f"日期写的是“{written}”，{error.message}。", error.fix, status=2) from error
