"""The units of the county's notice beside those that sent their figures: who is asked and has sent none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.county.folder import notice_beside
from generator.county.units import UnitList
from generator.facts.levels import level_of
from generator.facts.superior import load_notice
from generator.resources import Templates
from generator.rollup.figures import UnitFigures
from generator.rollup.units import CountedUnits


def notice_for(given: Iterable[Path], named: Path | None) -> Path | None:
    """Give the notice whose list counts: the one named, else 上级通知.yaml in the first folder that has one."""
    beside = (notice_beside(one, None) for one in given if one.is_dir())
    return named or next(filter(None, beside), None)


def with_absent(counted: CountedUnits, notice: Path, templates: Templates) -> CountedUnits:
    """Give the units with those of the notice's list that sent no facts file for its year, and those not on it.

    A notice without a year is of the latest that is reported; of a year that nobody reports it asks nothing. Raises
    UserError where the notice cannot be opened, FactsError with every mistake in it.
    """
    asks = load_notice(notice, templates).notice
    year = asks.year or counted.years[-1]
    called = UnitList(asks.units)
    found = [(one, called.of((one.unit,))) for one in counted.of_year(year)]
    if not (found and asks.units):
        return counted
    there = {listed.name for _, listed in found if listed}
    absent = tuple(
        UnitFigures(Path(), one.name, year, level_of(one.name)) for one in asks.units if one.name not in there
    )
    unlisted = tuple(one for one, listed in found if listed is None)
    return counted._replace(listed=len(asks.units), absent=absent, unlisted=unlisted)
