"""`nianbao import`: an old report, by whomever, into a facts file whose report is the old one."""

from __future__ import annotations

from pathlib import Path

from generator.problems import UserError
from generator.resources import Templates


def import_report(
    source: Path, target: Path | None, report: Path | None, templates: Templates, *, fields: bool, force: bool
) -> None:
    """Write the facts file of a report, and the page that shows both side by side where one is asked for.

    Raises UserError for what cannot be read, and where a file that is there would be overwritten.
    """
    del target, report, templates, fields, force
    raise UserError(f"还读不了：{source}", "请用 nianbao new 生成待填的事实文件。")
