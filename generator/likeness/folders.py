"""Which files are held against one another: facts files and reports of every kind that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.county.folder import county_files
from generator.intake.reading import SUFFIXES
from generator.problems import UserError


def report_files(given: Iterable[Path]) -> tuple[Path, ...]:
    """Give the facts files and the reports (.docx .md .txt) among these and in and below these folders, each once.

    Hidden files are left out, and so is what stands beside facts files without being one. Raises UserError for what
    is not there and where there is no file at all.
    """
    named = tuple(given)
    files: dict[Path, None] = {}
    for one in named:
        files.update(dict.fromkeys(_in(one)))
    if not files:
        where = "、".join(map(str, named))
        raise UserError(
            f"没有找到可以比的文件：{where}",
            f"能比的有：事实文件 .yaml；报告 {'、'.join(SUFFIXES)}。",
            status=2,
        )
    return tuple(files)


def without_those_of(files: Iterable[Path], others: Iterable[Path]) -> tuple[Path, ...]:
    """Leave out the files that are also among others, however they are written: last year's folder in this one's."""
    theirs = {one.resolve() for one in others}
    return tuple(one for one in files if one.resolve() not in theirs)


def _in(given: Path) -> list[Path]:
    if not given.is_dir():
        return list(county_files([given]))
    try:
        facts = list(county_files([given]))
    except UserError:  # no facts file in it: there may be reports
        facts = []
    reports = [one for one in sorted(given.rglob("*")) if _is_report(one, given)]
    return facts + reports


def _is_report(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder).parts
    hidden = any(part.startswith((".", "~$")) for part in inside) or ".备份" in path.name
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()
