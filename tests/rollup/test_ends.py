"""Figures that end on different days are told, and summed all the same; those of one day are named with it."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator import draft, load
from generator.problems import Level
from generator.rollup.ends import own_day, span_of
from generator.rollup.figures import read_figures
from generator.rollup.opening import open_totals
from generator.rollup.outputs import RolledUp, made_outputs, roll_up
from generator.rollup.units import gather_units
from generator.rollup.years_page import years_page
from tests.rollup.units import TEMPLATES, total_of, write_unit

DECEMBER, NOVEMBER, WHOLE = "2023-12-20", "2023-11-30", ""


def _rolled(folder: Path, *units: tuple[str, str], year: int = 2023) -> RolledUp:
    """Add up units, each with the day of its file and that of its 立案; 办结 has none of its own."""
    for name, (day, own) in zip(("甲镇", "乙镇", "丙镇", "丁镇"), units, strict=False):
        beside = f"{{值: 3件, 截至: {own}}}" if own else "3件"
        more = f"截至: {day}\n" if day else ""
        write_unit(folder, name, f"行政执法:\n  立案: {beside}\n  办结: 2件", year, more)
    return roll_up(gather_units([folder], TEMPLATES), TEMPLATES, None, "临江区")


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([(WHOLE, ""), (WHOLE, "")], ""),
        ([(WHOLE, ""), ("2023-12-31", "")], ""),
        ([(DECEMBER, ""), (DECEMBER, "")], ""),
        ([(DECEMBER, ""), (DECEMBER, DECEMBER)], ""),
        ([(WHOLE, NOVEMBER), (WHOLE, NOVEMBER)], ""),
        (
            [(DECEMBER, ""), (WHOLE, ""), (WHOLE, "")],
            "各单位的数截至的日子不一样：甲镇截至12月20日，另外2个是全年的",
        ),
        (
            [(DECEMBER, ""), (NOVEMBER, ""), (WHOLE, ""), (WHOLE, "")],
            "各单位的数截至的日子不一样：乙镇截至11月30日，甲镇截至12月20日，另外2个是全年的",
        ),
        (
            [(WHOLE, NOVEMBER), (WHOLE, ""), (WHOLE, "")],
            "有的合计，各单位的数截至的日子不一样：行政执法.立案（甲镇截至11月30日，另外2个是全年的）",
        ),
        (
            [(WHOLE, NOVEMBER), (DECEMBER, "")],
            (
                "各单位的数截至的日子不一样：乙镇截至12月20日，甲镇是全年的；"
                "有的数旁边另写了一天：行政执法.立案（乙镇截至12月20日，甲镇截至11月30日）"
            ),
        ),
    ],
)
def test_days_that_differ_are_told(tmp_path: Path, units: list[tuple[str, str]], told: str) -> None:
    """In one line, with the fewest first; a day that all have, or the year's last, is none to tell."""
    problems = _rolled(tmp_path, *units).counted.problems
    assert [one.message for one in problems] == ([f"2023年度{told}，合计照加。"] if told else [])
    assert [(one.code, one.level, one.field) for one in problems] == [
        ("汇总-04", Level.WARNING, "截至") for one in problems
    ]


def test_each_year_is_told_once_and_all_is_counted(tmp_path: Path) -> None:
    """A year in which all end alike is not told."""
    _rolled(tmp_path, (WHOLE, ""), (WHOLE, ""), year=2022)
    rolled = _rolled(tmp_path, (DECEMBER, ""), (WHOLE, ""))
    assert [len(rolled.counted.of_year(one)) for one in (2022, 2023)] == [2, 2]
    assert [one.message[:4] for one in rolled.counted.problems] == ["2023"]
    page = years_page(rolled.rows, rolled.counted.units, "临江区")
    assert "2023年度2个乡镇，各单位的数截至的日子不一样：乙镇是全年的，甲镇截至12月20日" in page
    assert "2023年度与上年持平（1个单位）" in page


def test_the_days_are_read_from_the_files(tmp_path: Path) -> None:
    """The file's own, a figure's, that of a rate that is worked out, which is its parts', and of own labels."""
    path = tmp_path / "甲镇-2023.yaml"
    figures = (
        "{立案: {值: 3件, 截至: 2023-11-30}, 办结: {值: 2件, 截至: 2023-11-30}, 办结率: 计算, 执法检查: 5次, "
    )
    own = "其他数据: {夜查: {值: 2次, 截至: 2023-12-31}, 联查: 1次}}"
    path.write_text(
        f"年度: 2023\n截至: 2023-12-20\n单位: {{名称: 甲镇}}\n举措成效: {{行政执法: {figures}{own}}}\n",
        encoding="utf-8",
    )
    read = read_figures(path, TEMPLATES)
    november, december = date(2023, 11, 30), date(2023, 12, 20)
    assert read.until == december
    assert {one.field: one.until for one in read.figures} == {
        "立案": november,
        "办结": november,
        "执法检查": december,
        "夜查": None,
        "联查": december,
    }


@pytest.mark.parametrize(
    ("units", "told", "entry"),
    [
        ([(WHOLE, ""), (WHOLE, "")], "", ""),
        ([(DECEMBER, ""), (DECEMBER, "")], "", ""),
        ([(WHOLE, NOVEMBER), (WHOLE, NOVEMBER)], "截至11月30日", NOVEMBER),
        ([(DECEMBER, NOVEMBER), (DECEMBER, NOVEMBER)], "截至11月30日", NOVEMBER),
        ([(DECEMBER, "2023-12-31"), (DECEMBER, "2023-12-31")], "是全年的", "2023-12-31"),
        ([(DECEMBER, NOVEMBER), (NOVEMBER, "")], "截至11月30日", NOVEMBER),
        ([(DECEMBER, ""), (WHOLE, "")], "", ""),
        ([(DECEMBER, "2023-12-31"), (WHOLE, "")], "是全年的", "2023-12-31"),
    ],
)
def test_a_sum_says_on_which_day_it_ends(
    tmp_path: Path, units: list[tuple[str, str]], told: str, entry: str
) -> None:
    """Where it is not that of the whole file."""
    rolled = _rolled(tmp_path, *units)
    total = total_of(rolled, "行政执法.立案")
    assert span_of(total) == told
    day = own_day(total, frozenset(one.until for one in rolled.counted.units))
    assert (day.isoformat() if day else "") == entry
    (opened,) = open_totals(rolled, "行政执法.立案")
    assert told in opened.heading
    (text,) = (one.data.decode() for one in made_outputs(rolled, [tmp_path / "县.yaml"]) if one.details)
    (line,) = (one for one in text.splitlines() if "立案: {" in one)
    assert (f"截至: {entry}" in line) == bool(entry)
    (other,) = (one for one in text.splitlines() if "办结: {" in one)
    assert "截至" not in other or len({day for day, _ in units}) > 1


@pytest.mark.parametrize(
    ("units", "apart"),
    [
        ([(WHOLE, NOVEMBER), (WHOLE, "")], "乙镇是全年的，甲镇截至11月30日"),
        ([(DECEMBER, NOVEMBER), (DECEMBER, "")], "乙镇截至12月20日，甲镇截至11月30日"),
        (
            [(WHOLE, NOVEMBER), (WHOLE, DECEMBER), (WHOLE, ""), (WHOLE, "")],
            "乙镇截至12月20日，甲镇截至11月30日，另外2个是全年的",
        ),
    ],
)
def test_a_sum_of_several_days_is_no_figure_of_the_county(
    tmp_path: Path, units: list[tuple[str, str]], apart: str
) -> None:
    """It stands in a comment, with who ends when: the report says neither 全年 nor a rate of it; 办结 is told."""
    rolled = _rolled(tmp_path, *units)
    assert span_of(total_of(rolled, "行政执法.立案")) == f"截至的日子不一样：{apart}"
    (opened,) = open_totals(rolled, "行政执法.立案")
    assert apart in opened.heading
    (text,) = (one.data.decode() for one in made_outputs(rolled, [tmp_path / "县.yaml"]) if one.details)
    (line,) = (one for one in text.splitlines() if "行政执法.立案" in one)
    assert line.startswith(f"  #   行政执法.立案 {3 * len(units)}件：截至的日子不一样（{apart}），请让")
    assert "立案: {" not in text
    path = tmp_path / "县.yaml"
    path.write_text(text, encoding="utf-8")
    report = draft(load(path))
    assert f"办结行政违法案件{2 * len(units)}件" in report
    assert not re.search("立案|办结率|均已办结", report)


def test_the_lines_of_a_sum_say_their_days(tmp_path: Path) -> None:
    """Where it is not the year's last."""
    (opened,) = open_totals(_rolled(tmp_path, (WHOLE, NOVEMBER), (WHOLE, "")), "行政执法.立案")
    assert [one.split("  ")[1] for one in opened.lines] == ["3件", "3件（截至11月30日）"]
