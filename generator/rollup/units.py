"""The units of a county whose figures are added up: each once a year, the county itself not among its own parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands.crew import on_all_cores, silent
from generator.county.folder import county_files
from generator.problems import FactsError, Level, Place, Problem, UserError
from generator.resources import Templates
from generator.rollup.figures import COUNTY, CountedFigure, UnitFigures, figures_not_read, read_figures

_TOWNSHIPS = {"街道": "街道", "镇": "乡镇", "乡": "乡镇", "民族乡": "乡镇"}


class CountedUnits(NamedTuple):
    """The units that are counted, in the order of their files, what is wrong in any file, and who sent none.

    Of the county's notice, which lists `listed` units, `absent` are those that sent none for its year, by name and
    level alone, `unlisted` those that did and are not on it.
    """

    units: tuple[UnitFigures, ...]
    problems: tuple[Problem, ...] = ()
    listed: int = 0
    absent: tuple[UnitFigures, ...] = ()
    unlisted: tuple[UnitFigures, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years that they report, in their order."""
        return tuple(sorted({one.year for one in self.units}))

    def of_year(self, year: int) -> tuple[UnitFigures, ...]:
        """Give those that report on that year."""
        return tuple(one for one in self.units if one.year == year)

    def asked_of(self, year: int) -> tuple[UnitFigures, ...]:
        """Give those that are to report on that year, behind those that do the ones of the notice that don't."""
        return (*self.of_year(year), *(one for one in self.absent if one.year == year))

    @property
    def superior(self) -> str:
        """The county, where all that name their superior name the same."""
        named = {one.superior for one in self.units if one.superior}
        return named.pop() if len(named) == 1 else ""


def gather_units(
    given: Iterable[Path], templates: Templates, tell: Callable[[int], None] = silent
) -> CountedUnits:
    """Read the facts files among these files and folders on all cores.

    Raises FactsError, UserError where none of them can be counted.
    """
    read = partial(read_figures, templates=templates)
    return count_units(
        on_all_cores(read, county_files(given), tell, lost=figures_not_read, keep=Sharing().of)
    )


class Sharing:
    """Keeps one of all that are the same: of forty thousand units each brings the names of its topics with it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Any, Any] = {}

    def of(self, unit: UnitFigures) -> UnitFigures:
        """Give a unit's figures, whose parts are those of the units before where they are the same."""
        one = self._known.setdefault
        figures = tuple(
            [
                CountedFigure(
                    one(topic, topic),
                    one(field, field),
                    value and one((value.written, value.unit, value.after, value.also), value),
                    one(wording, wording),
                    line,
                    own,
                    withheld,
                    wrong,
                    one(sentence, sentence),
                    one(until, until),
                )
                for topic, field, value, wording, line, own, withheld, wrong, sentence, until in unit.figures
            ]
        )
        return unit._replace(figures=figures, level=one(unit.level, unit.level))


def count_units(read: Sequence[UnitFigures]) -> CountedUnits:
    """Take each unit once a year; the county's own file is none of its parts.

    A second file of the same unit and year is left out and told; so is a county's beside those of townships and
    departments. Raises FactsError with what is wrong in them where nothing is left, UserError where nothing is wrong.
    """
    problems = [problem for one in read for problem in one.problems]
    parts_there = any(one.level not in (COUNTY, None) for one in read if one.unit)
    first: dict[tuple[str, int], UnitFigures] = {}
    for one in read:
        if not one.unit:
            continue
        if one.level == COUNTY and parts_there:
            problems.append(_left_out(one))
        elif (one.unit, one.year) in first:
            problems.append(_twice(one, first[one.unit, one.year]))
        else:
            first[one.unit, one.year] = one
    if not first:
        if any(one.level is Level.ERROR for one in problems):
            raise FactsError(problems)
        raise UserError(
            "没有一份事实文件读得出单位和年度，没有数可以汇总。", "请先用 nianbao check 逐份检查。"
        )
    return CountedUnits(tuple(first.values()), tuple(problems))


def _left_out(one: UnitFigures) -> Problem:
    return Problem(
        "汇总-03",
        f"“{one.unit}”是县区，不算作自己的下级，没有计入。",
        "请把它移到别的文件夹，就不再提醒。",
        Place(str(one.path)),
        "单位",
        Level.WARNING,
    )


def _twice(one: UnitFigures, first: UnitFigures) -> Problem:
    return Problem(
        "汇总-02",
        f"“{one.unit}”{one.year}年度有两份文件，另一份是 {first.path}；只计入那一份，这一份没有计入。",
        "请留下定稿的一份；确是两个单位的，把“单位”的“简称”写得不一样。",
        Place(str(one.path)),
        "单位",
    )


def units_called(units: Iterable[UnitFigures]) -> str:
    """Give what units are called together: 乡镇（街道）, 乡镇, 街道, 部门, or 单位 where they differ."""
    kinds = {_TOWNSHIPS.get(one.level or "", one.level or "") for one in units}
    if kinds == {"乡镇", "街道"}:
        return "乡镇（街道）"
    kind = kinds.pop() if len(kinds) == 1 else ""
    return kind if kind in ("乡镇", "街道", "部门") else "单位"
