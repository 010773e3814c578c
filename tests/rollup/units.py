"""Units for the tests of the totals: a facts file of a few lines, and the totals of several."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from generator.resources import Templates
from generator.rollup.outputs import RolledUp, roll_up
from generator.rollup.totals import Total
from generator.rollup.units import gather_units

TEMPLATES = Templates()


def write_unit(folder: Path, name: str, measures: str, year: int = 2023, more: str = "") -> Path:
    """Write the facts file of a unit; `measures` is what stands under 举措成效."""
    folder.mkdir(parents=True, exist_ok=True)
    inside = textwrap.indent(textwrap.dedent(measures).strip("\n"), "  ")
    text = f"年度: {year}\n单位:\n  名称: {name}人民政府\n  简称: {name}\n举措成效:\n{inside}\n{textwrap.dedent(more)}"
    path = folder / f"{name}-{year}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def rolled_up(folder: Path, units: Mapping[str, str], name: str = "临江区") -> RolledUp:
    """Add up units that report this under 举措成效."""
    for unit, measures in units.items():
        write_unit(folder, unit, measures)
    return roll_up(gather_units([folder], TEMPLATES), TEMPLATES, None, name)


def total_of(rolled: RolledUp, wanted: str) -> Total:
    """Give the one total of 主题.字段, as its row is called."""
    (total,) = (one for one in rolled.rows if f"{one.topic}.{one.label}" == wanted)
    return total
