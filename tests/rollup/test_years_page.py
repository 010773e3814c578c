"""The page of the years side by side."""

import re
from pathlib import Path
from typing import Any

from generator.rollup.outputs import RolledUp, roll_up
from generator.rollup.units import gather_units
from generator.rollup.years_page import years_page
from tests.rollup.units import TEMPLATES, rolled_up, write_unit

FIGURES = {2021: "化解: 100件", 2022: "化解: 120件", 2023: "化解: 150余件"}


def _several(folder: Path) -> RolledUp:
    for year, one in FIGURES.items():
        for name in ("甲镇", "乙街道"):
            figure = one.replace("余", "") if name == "乙街道" else one
            write_unit(folder, name, f"矛盾纠纷化解:\n  {figure}", year=year)
    write_unit(folder, "丙<b>镇", "矛盾纠纷化解:\n  化解: 7件")
    return roll_up(gather_units([folder], TEMPLATES), TEMPLATES, None, "临江区")


def test_years_are_compared_by_the_units_that_reported_both(tmp_path: Path) -> None:
    """Exactly, that is; totals of different units are shown with how many they are."""
    rolled = _several(tmp_path)
    page = years_page(rolled.rows, rolled.counted.units, rolled.name)
    assert "临江区2021至2023年度法治政府建设数据汇总" in page
    assert "超过307件<small>3个中3个填报</small>" in page
    assert "240件<small>2个中2个填报</small>" in page
    assert "2023年度较上年增长25%（1个单位）；2022年度较上年增长20%（2个单位）" in page
    assert 'aria-label="化解（件），各年填报的单位数不同：2021年200件，2022年240件，2023年超过307件"' in page


def test_only_figures_up_to_the_same_day_of_the_year_are_compared(tmp_path: Path) -> None:
    """What ends in November is not held against a whole year; the days stand beside the totals."""
    days = {"甲镇": ("-11-30", "-11-30"), "乙街道": ("-11-30", ""), "丙镇": ("-11-30", "-12-20")}
    for name, pair in days.items():
        for year, day, count in zip((2023, 2022), pair, (150, 100), strict=True):
            beside = f"{{值: {count}件, 截至: {year}{day}}}" if day else f"{count}件"
            write_unit(tmp_path, name, f"矛盾纠纷化解:\n  化解: {beside}", year=year)
    rolled = roll_up(gather_units([tmp_path], TEMPLATES), TEMPLATES, None, "临江区")
    page = years_page(rolled.rows, rolled.counted.units, rolled.name)
    assert "2023年度较上年同期增长50%（1个单位）" in page
    assert "450件<small>3个中3个填报，截至11月30日</small>" in page
    assert "3个中3个填报，截至的日子不一样：" in page


def test_it_stands_by_itself(tmp_path: Path) -> None:
    """No script, nothing fetched, no markup from a file; of one year the units of the most reported figure."""
    rolled = rolled_up(
        tmp_path, {"丙<b>镇": "矛盾纠纷化解:\n  化解: 7件", "甲镇": "矛盾纠纷化解:\n  化解: 9件"}
    )
    page = years_page(rolled.rows, rolled.counted.units, rolled.name)
    assert not re.search(r"<script|https?://|src=|<b>", page)
    assert "丙&lt;b&gt;镇" in page
    assert 'aria-label="化解（件）：甲镇9，丙&lt;b&gt;镇7"' in page


def test_it_is_accessible(tmp_path: Path, browser: Any, violations: Any) -> None:
    """Axe finds nothing."""
    rolled = _several(tmp_path)
    path = tmp_path / "历年.html"
    path.write_text(years_page(rolled.rows, rolled.counted.units, rolled.name), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    found = violations(page)
    page.close()
    assert found == []
