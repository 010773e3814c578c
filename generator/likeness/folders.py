"""Which files are held against one another: facts files and reports of every kind that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.commands.conform import SET
from generator.county.folder import REMARKED, county_files
from generator.intake.reading import SUFFIXES
from generator.problems import UserError


def report_files(given: Iterable[Path]) -> tuple[Path, ...]:
    """Give the facts files and the reports (.docx .md .txt) among these and in and below these folders, each once.

    Hidden files are left out, what stands beside facts files without being one, and what we made of a report. Raises
    UserError for what is not there and where there is no file at all.
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


def this_and_last_years(
    given: Iterable[Path], last: Path | None
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Give the files of this year and those of the last; one in both folders is of the one that it stands nearer to.

    So last year's folder may lie in this year's, and a file may be held against the others of its own folder. Raises
    UserError where none is of this year.
    """
    named = tuple(given)
    these, earlier = report_files(named), report_files((last,)) if last else ()
    if last is None or not earlier:
        return these, ()
    ours, theirs = {one.resolve() for one in named}, last.resolve()

    def is_ours(file: Path) -> bool:
        path = file.resolve()
        nearest = next((one for one in (path, *path.parents) if one in ours or one == theirs), theirs)
        return nearest in ours

    these = tuple(filter(is_ours, these))
    if not these:
        fix = "请写今年的文件；--last 后面只写上年的文件夹。"
        raise UserError(f"要比的都在上年的文件夹里：{last}", fix, status=2)
    taken = {one.resolve() for one in these}
    return these, tuple(one for one in earlier if one.resolve() not in taken)


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
    is_ours = path.stem.endswith((*REMARKED, SET))  # made of another that is there
    return path.suffix.lower() in SUFFIXES and not hidden and not is_ours and path.is_file()
