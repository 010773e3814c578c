"""Options that several commands have, and how what is written for them is read."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.problems import UserError

OwnTemplates = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar="文件夹", help="自己的模板所在的文件夹，同名的代替内置的，新的加进来"
    ),
]
Last = Annotated[
    Path | None,
    typer.Option(
        "--last",
        metavar="文件",
        help="上一年的事实文件，用来算同比；不写就在旁边找，如与 稷下街道-2023.yaml 同在的 稷下街道-2022.yaml",
    ),
]


def read_year(written: str) -> int:
    """Read a report year; raises UserError."""
    if not (written.isascii() and written.isdecimal() and 2012 <= int(written) <= 2099):
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
    from generator.wording import DateError
    from generator.wording import read_date as read

    try:
        return read(written)
    except DateError as error:
        raise UserError(f"日期写的是“{written}”，{error.message}。", error.fix, status=2) from error
