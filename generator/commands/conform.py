"""`nianbao check --layout`: anybody's Word file against the layout, and a copy of it that is set as the layout asks."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.files import read_bytes, save
from generator.problems import Problem, UserError
from generator.resources import Templates

WORD = ".docx"
SET = "（已排版）"
"""What the name of the copy ends in, before the suffix."""


class Refitting(NamedTuple):
    """Where the copy was written, and the copy of one that was overwritten by force."""

    path: Path
    kept: Path | None


def layout_of_file(path: Path, templates: Templates) -> tuple[Problem, ...]:
    """Give how a Word file deviates from the layout; raises UserError for what is no Word file or cannot be read."""
    from generator.conformity.deviations import layout_problems
    from generator.document.page.layout import read_layout
    from generator.intake.foreign import open_word

    return layout_problems(open_word(_data(path), path.name), read_layout(templates))


def refit_file(path: Path, templates: Templates, *, force: bool) -> Refitting:
    """Write a copy of a Word file beside it, set as the layout asks; raises UserError."""
    from generator.conformity.refit import refitted
    from generator.document.page.layout import read_layout

    data = refitted(_data(path), path.name, read_layout(templates))
    copy = path.with_name(f"{path.stem}{SET}{WORD}")
    return Refitting(copy, save(copy, data, force=force))


def _data(path: Path) -> bytes:
    from generator.intake.foreign import MAX_PACKED

    if path.suffix.lower() != WORD:
        raise UserError(
            f"只有 Word 文件（.docx）查得了排版：{path.name}",
            "旧格式的先用 Word、WPS 另存为 .docx；事实文件生成的报告都照标准排，不用查。",
            status=2,
        )
    return read_bytes(path, MAX_PACKED)
