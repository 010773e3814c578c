"""`nianbao import … --into`: what offices sent, or what was changed in Word, into a facts file that is there."""

from __future__ import annotations

from pathlib import Path

from generator.problems import UserError
from generator.resources import Templates


def import_notes(source: Path, into: Path, kind: str, templates: Templates, *, accept: bool) -> None:
    """Take the facts of `source` (`-` for standard input) into the facts file `into`.

    `kind` is `notes`, `edited`, or empty where the file itself has to tell; without `accept` nothing is written.
    Raises UserError for what cannot be read, FactsError for mistakes in the facts file.
    """
    del into, kind, templates, accept
    raise UserError(f"还不能并入：{source}", "请照它的内容填写事实文件。")
