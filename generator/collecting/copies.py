"""Which files are to be collected: no copy that waits, nothing that a mended one replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.collecting.filled import Filled
from generator.patterns import pattern

_COPY = pattern(r"(?P<form>.+)-请改(?P<number>\d*)")
_OPENED = "~$"
_USUAL = ".xlsx"


class Skipped(NamedTuple):
    """A file that is not collected, and why."""

    path: Path
    why: str


def is_left_open(path: Path) -> bool:
    """Tell what Excel and WPS leave beside a workbook while it is open."""
    return path.name.startswith(_OPENED)


def skipped_copies(filled: Mapping[Path, Filled]) -> Iterator[Skipped]:
    """Give the forms that are not to be collected: copies that wait, and what a mended copy of the form replaces."""
    latest: dict[tuple[Path, str], Path] = {}
    for path, one in filled.items():
        key = (path.parent, _parted(path)[0])
        if one.waiting:
            yield Skipped(path, "是程序写给科室改的，还没有改")
        elif key not in latest or _parted(path)[1] > _parted(latest[key])[1]:
            latest[key] = path
    for path, one in filled.items():
        newest = latest.get((path.parent, _parted(path)[0]), path)
        if not one.waiting and newest != path:
            yield Skipped(path, f"改好的一份是 {newest.name}，收的是那一份")


def copies_of(path: Path, suffix: str) -> Iterator[Path]:
    """Give the names that the copy of a form may have, in their order: 司法所-请改, of that 司法所-请改2.

    Those of 司法所.csv are 司法所-csv-请改, since 司法所.xlsx may lie beside it.
    """
    form, number = _parted(path)
    while True:
        number += 1
        yield path.with_name(f"{form}-请改{number if number > 1 else ''}{suffix}")


def _parted(path: Path) -> tuple[str, int]:
    copy = _COPY.fullmatch(path.stem)
    if copy:
        return copy["form"], int(copy["number"] or 1)
    kind = path.suffix.lower()
    return (path.stem if kind == _USUAL else f"{path.stem}-{kind[1:]}"), 0
