"""The facts files of a county: which they are, and each read on all cores, a bad one named and never in the way."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.commands.crew import on_all_cores, silent
from generator.commands.render import WORD
from generator.commands.steps import FACTS
from generator.facts import Facts, read_with_last
from generator.facts.library import PLANS, SHORTCOMINGS
from generator.facts.superior import NOTICE_FILE, is_notice
from generator.formulations import LIBRARY
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates

REPORTS = frozenset({".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf"})
"""The kinds of files in which units send reports that they wrote themselves."""
REMARKED = ("（审核意见）", "（审阅意见）", "（审阅稿）", "（公开版）")
"""What the names of Word files end in that we made of a unit's report for another purpose than to be sent."""
_KEPT = re.compile(r"\.备份\d*$")
_NO_FACTS = frozenset({LIBRARY, SHORTCOMINGS, PLANS, "版式.yaml", "大节.yaml"})


class UnitFile(NamedTuple):
    """One unit's facts file: its facts, or None where it cannot be read, and what is wrong in it."""

    path: Path
    facts: Facts | None
    problems: tuple[Problem, ...] = ()


def county_files(given: Iterable[Path]) -> tuple[Path, ...]:
    """Give the facts files among these files and in and below these folders, each once, a folder's by name.

    Hidden files are left out, and so is what stands beside facts files without being one: libraries, layout, notice,
    the copies kept of what was overwritten. Raises UserError for what is not there and for no file at all.
    """
    named = tuple(given)
    files: dict[str, Path] = {}
    for one in named:
        if one.exists():
            for path in _below(one) if one.is_dir() else [one]:
                files.setdefault(os.path.abspath(path), path)  # noqa: PTH100  # by whichever way it is named
        else:
            raise UserError(f"找不到：{one}", "请检查文件或文件夹的名称。", status=2)
    if not files:
        where = "、".join(str(one) for one in named)
        raise UserError(f"没有找到事实文件：{where}", "请给出放着各单位事实文件（.yaml）的文件夹。", status=2)
    return tuple(files.values())


def _below(folder: Path) -> list[Path]:
    """Give the facts files in a folder and its folders."""
    return [one for one in _seen(folder, FACTS) if one.name not in _NO_FACTS and not is_notice(one)]


def _seen(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """Give the files of these kinds in a folder and its folders that are not hidden and no copies."""
    files = []
    for one in sorted(folder.rglob("*")):
        inside = one.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts) or _KEPT.search(one.stem)
        if one.suffix.lower() in suffixes and not hidden and one.is_file():
            files.append(one)
    return files


def sent_files(folder: Path) -> tuple[Path, ...]:
    """Give what units have sent to a folder: facts files, and reports of any kind that are not our own remarks.

    Raises UserError where there is no such folder.
    """
    if not folder.is_dir():
        raise UserError(f"找不到文件夹：{folder}", "请给出放着各单位文件的文件夹。", status=2)
    reports = [one for one in _seen(folder, REPORTS) if not one.stem.endswith(REMARKED)]
    return (*_below(folder), *reports)


def word_reports(given: Iterable[Path], but_in: Iterable[Path]) -> tuple[Path, ...]:
    """Give the Word files among these files, and in and below these folders, `but_in` those that hold our own."""
    ours = {one.resolve() for one in but_in}
    found = [path for one in given for path in (_seen(one, {WORD}) if one.is_dir() else [one])]
    reports = [one for one in found if one.suffix.lower() == WORD and not one.stem.endswith(REMARKED)]
    return tuple(dict.fromkeys(one for one in reports if not ours & {*one.resolve().parents}))


def notice_beside(folder: Path, named: Path | None) -> Path | None:
    """Give the county's notice: the one named, else 上级通知.yaml in the folder, if there is one."""
    beside = folder / NOTICE_FILE
    return named or (beside if beside.is_file() else None)


def folder_stamp(folder: Path, notice: Path | None) -> object:
    """Give what changes when a file that was sent does, or the notice; None while one of them is being replaced."""
    try:
        files = [*sent_files(folder), *filter(None, [notice_beside(folder, notice)])]
        return [(str(one), one.stat().st_size, one.stat().st_mtime_ns) for one in files]
    except (OSError, UserError):
        return None


def read_units(
    files: Iterable[Path], templates: Templates, tell: Callable[[int], None] = silent
) -> list[UnitFile]:
    """Read these facts files, each with last year's where there is one; `tell` is told how many are read."""
    return on_all_cores(partial(read_unit, templates=templates), tuple(files), tell, lost=_unread)


def read_unit(path: Path, templates: Templates) -> UnitFile:
    """Read one facts file; what makes that impossible is among the problems."""
    try:
        reading = read_with_last(path, templates)
    except FactsError as error:
        return UnitFile(path, None, error.problems)
    except UserError as error:
        return _unread(path, error)
    return UnitFile(path, reading.facts, reading.problems)


def _unread(path: Path, error: UserError) -> UnitFile:
    return UnitFile(path, None, (error.of_file(path.name),))
