"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
