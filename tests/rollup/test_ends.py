"""Units whose figures end on different days are told, once a year, and summed all the same."""

from datetime import date
from pathlib import Path

import pytest

from generator.problems import Level
from generator.rollup.ends import spans_apart, spans_told
from generator.rollup.figures import UnitFigures, read_figures
from generator.rollup.units import count_units
from tests.rollup.units import TEMPLATES

DECEMBER, NOVEMBER = date(2023, 12, 20), date(2023, 11, 30)


def _unit(name: str, until: date | None = None, dated: int = 0, year: int = 2023) -> UnitFigures:
    return UnitFigures(Path(f"{name}.yaml"), name, year, "镇", until=until, dated=dated)


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([_unit("甲镇"), _unit("乙镇")], ""),
        ([_unit("甲镇", DECEMBER), _unit("乙镇", DECEMBER)], ""),
        (
            [_unit("甲镇", DECEMBER), _unit("乙镇"), _unit("丙镇")],
            "各单位的数截至的日子不一样：甲镇截至12月20日，其余2个是全年的",
        ),
        (
            [_unit("甲镇", DECEMBER), _unit("乙镇", NOVEMBER), _unit("丙镇"), _unit("丁镇")],
            "各单位的数截至的日子不一样：甲镇截至12月20日，乙镇截至11月30日，其余2个是全年的",
        ),
        (
            [_unit("甲镇", dated=2), _unit("乙镇")],
            "各单位的数截至的日子不一样：甲镇、乙镇是全年的；甲镇另有2个数截至别的日子",
        ),
    ],
)
def test_days_that_differ_are_told(units: list[UnitFigures], told: str) -> None:
    """In one line, with the fewest first."""
    problem = spans_apart(units)
    assert (problem is not None) is bool(told)
    if problem:
        assert problem.message == f"2023年度{told}，合计照加。"
        assert (problem.code, problem.level, problem.field) == ("汇总-04", Level.WARNING, "截至")
        assert spans_told(units) == told


def test_each_year_is_told_once_and_all_is_counted() -> None:
    """A year in which all end alike is not told."""
    units = [_unit("甲镇", DECEMBER), _unit("乙镇"), _unit("甲镇", year=2022), _unit("乙镇", year=2022)]
    counted = count_units(units)
    assert len(counted.units) == len(units)
    assert [one.message[:4] for one in counted.problems] == ["2023"]


def test_the_days_are_read_from_the_files(tmp_path: Path) -> None:
    """The file's own, and how many figures have another."""
    path = tmp_path / "甲镇-2023.yaml"
    figures = "{立案: {值: 3件, 截至: 2023-11-30}, 办结: {值: 2件, 截至: 2023-12-20}}"
    path.write_text(
        f"年度: 2023\n截至: 2023-12-20\n单位: {{名称: 甲镇}}\n举措成效: {{行政执法: {figures}}}\n",
        encoding="utf-8",
    )
    read = read_figures(path, TEMPLATES)
    assert (read.until, read.dated) == (DECEMBER, 1)
