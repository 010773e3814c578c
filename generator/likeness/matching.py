"""Two facts files, or the files of two folders unit by unit, and what differs between each two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.commands.crew import silent
from generator.county.folder import UnitFile, county_files, read_units
from generator.likeness.differing import FactsDifferences, differences
from generator.problems import Problem, UserError
from generator.resources import Templates


class Compared(NamedTuple):
    """What differs between two sides, a record for each unit that both have, and whom only one side has.

    `passed_over` are the files of a unit of which the same folder has one of the same or a later year; `problems` what
    is wrong in those that cannot be read.
    """

    units: tuple[FactsDifferences, ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def compare_files(
    old: Path, new: Path, templates: Templates, tell: Callable[[int], None] = silent
) -> Compared:
    """Compare two facts files, whosever they are, or the facts files of two folders, unit by unit by their names.

    A file that cannot be read is among the problems. Raises UserError for a file beside a folder, what is not there,
    and a folder without facts files.
    """
    if old.is_dir() != new.is_dir():
        raise UserError("要比的一个是文件夹，一个是文件。", "请写两份事实文件，或者两个文件夹。", status=2)
    before, after = county_files([old]), county_files([new])
    read = read_units((*before, *after), templates, tell)
    first, second = read[: len(before)], read[len(before) :]
    problems = tuple(problem for one in read if one.facts is None for problem in one.problems)
    if not old.is_dir():
        both = _between(first[0], second[0])
        return Compared((both,) if both else (), problems=problems)
    several = _of_several(first) | _of_several(second)
    olds, news = _by_unit(first, several), _by_unit(second, several)
    used = {id(one) for one in (*olds.values(), *news.values())}
    return Compared(
        tuple(filter(None, (_between(olds[name], one) for name, one in news.items() if name in olds))),
        tuple(name for name in olds if name not in news),
        tuple(name for name in news if name not in olds),
        tuple(str(one.path) for one in read if one.facts and id(one) not in used),
        problems,
    )


def _between(old: UnitFile, new: UnitFile) -> FactsDifferences | None:
    """Give what differs between two files that can be read; where both have one name their folders tell them apart."""
    if old.facts is None or new.facts is None:
        return None
    found = differences(old.facts, new.facts)
    if old.path.name != new.path.name:
        return found
    first, second = (f"{one.path.absolute().parent.name}/{one.path.name}" for one in (old, new))
    return found._replace(names=(first, second))


def _of_several(files: Sequence[UnitFile]) -> set[str]:
    """Give the names under which a folder has units of several superiors: 城关镇 of one county and of another."""
    superiors: dict[str, set[str]] = defaultdict(set)
    for one in files:
        if one.facts and one.facts.head.unit.superior:
            superiors[one.facts.name].add(one.facts.head.unit.superior)
    return {name for name, told in superiors.items() if len(told) > 1}


def _by_unit(files: Sequence[UnitFile], several: Collection[str]) -> dict[str, UnitFile]:
    """Give the file of each unit, of several years that of the latest; a file without a name goes by its own.

    Where several units have one name they go by their superior's too.
    """
    found: dict[str, UnitFile] = {}
    for one in files:
        if one.facts is None:
            continue
        name = one.facts.name or one.path.stem
        if name in several:
            name = f"{one.facts.head.unit.superior}{name}"
        if name not in found or (one.facts.year or 0) > _year(found[name]):
            found[name] = one
    return found


def _year(one: UnitFile) -> int:
    return (one.facts.year if one.facts else None) or 0
