"""The page without a file: begin a new one, begin one from last year's report, or open one of the folder at hand.

Nothing but the names of the facts files in that folder is shown, and no path that is typed is ever followed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.commands.steps import FACTS, Given
from generator.facts.levels import LEVELS, canonical_level
from generator.facts.superior import is_notice
from generator.formulations import LIBRARY
from generator.preview.dropped import thrown_away
from generator.problems import UserError
from generator.resources import Templates

_NO_FACTS = frozenset({LIBRARY, "版式.yaml"})


def facts_files(folder: Path) -> tuple[str, ...]:
    """Give the names of the facts files in a folder, the newest first; none where it cannot be listed."""
    files = []
    with suppress(OSError):
        for one in folder.iterdir():
            if one.name in _NO_FACTS or one.name.startswith(".") or is_notice(one):
                continue
            if one.suffix.lower() in FACTS:
                with suppress(OSError):  # a link that leads nowhere is no file
                    files.append((one.stat().st_mtime, one.name))
    return tuple(name for _, name in sorted(files, reverse=True))


def chosen_file(folder: Path, name: str) -> Path:
    """Give the path of a file that was offered; raises UserError for any other name."""
    if name not in facts_files(folder):
        raise UserError(f"文件夹里没有这份事实文件：{name}", "请从列出的里面选一份。")
    return folder / name


def new_facts_file(folder: Path, unit: str, year: str, level: str, templates: Templates) -> Path:
    """Write a new facts file and give its path; raises UserError for what it cannot be called or is there already."""
    from generator.commands.new import request_for, start_facts

    if not (len(year) == 4 and year.isascii() and year.isdecimal() and 2012 <= int(year) <= 2099):
        raise UserError("报告年度没有写对。", "请写四位数字，如 2025。")
    if level and level not in LEVELS:
        raise UserError("级别没有选对。", f"请选：{'、'.join(LEVELS)}。")
    if not unit.strip():
        raise UserError("还没有写单位名称。", "请写全称或简称，如“临江镇人民政府”“临江镇”。")
    request = request_for(unit.strip(), int(year), canonical_level(level), Given(templates), full=False)
    return _written(lambda: start_facts(request, folder)[0])


def facts_from_report(folder: Path, name: str, data: bytes, templates: Templates) -> Path:
    """Write last year's report as a facts file, and this year's from it; gives the path of this year's.

    Raises FactsError, UserError where the report cannot be read, or the files are there already.
    """
    from generator.commands.import_report import imported, save_import
    from generator.commands.new import request_for, start_facts

    with thrown_away(name, data) as source:
        report = imported(source, templates)
        last = _written(lambda: save_import(report, folder, None, templates, force=False)[0])
        request = request_for(
            "", None, None, Given(templates, source if report.problems else last), full=False
        )
        return _written(lambda: start_facts(request, folder)[0])


def _written(write: Callable[[], Path]) -> Path:
    """Write a new file; where one is there already, say so as it is on the page."""
    try:
        return write()
    except UserError as error:
        if "已经有了" not in error.message:
            raise
        raise UserError(
            f"{error.message}。", "请从下面的列表里打开它；要重新来的，先把它移到别处。"
        ) from error
