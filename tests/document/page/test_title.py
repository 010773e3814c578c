"""Titles break by sense: after the unit, before the year, never within a word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.page.title import break_title, title_lines
from generator.document.text.blocks import read_blocks
from generator.document.text.measure import text_width, without_blanks
from tests.each import each


def lines(layout, title):
    return break_title(title, layout.names("标题.词"), wish=18, most=20)


@pytest.mark.parametrize(
    "broken",
    [
        ["石桥街道2023年法治政府建设年度报告"],
        ["云岭市云溪区石桥街道办事处", "2020年法治政府建设年度报告"],
        ["中共云溪区委　云溪区人民政府", "2020年度法治政府建设工作报告"],
        ["云溪镇人民政府", "2025年度法治政府建设年度报告"],
        ["云岭市云溪区石桥街道办事处", "关于2023年度法治政府建设情况的报告"],
        ["云溪县司法局", "2024年度法治政府建设工作总结"],
        ["中共云溪县石桥镇委员会", "云溪县石桥镇人民政府", "关于2024年度推进法治政府建设情况的报告"],
        ["甘肃省临夏回族自治州", "积石山保安族东乡族撒拉族自治县云溪镇", "2024年法治政府建设年度报告"],
        ["云岭市云溪镇人民政府关于贯彻落实", "《法治政府建设实施纲要（2021—2025年）》", "情况的报告"],
    ],
)
def test_titles(layout, broken):
    title = "".join(broken).replace("　", " ")
    if len(broken) == 3 and broken[0].endswith("委员会"):
        title = " ".join(broken[:2]) + broken[2]
    assert lines(layout, title) == broken


@each("level", ["镇", "乡", "街道", "县", "区"])
@each("name", ["石", "石桥", "白石桥", "云岭市云溪县白石桥", "云岭市云溪土家族苗族自治县白石桥"])
@each(
    "ending",
    ["2023年法治政府建设年度报告", "2023年度法治政府建设情况报告", "关于2023年度法治政府建设情况的报告"],
)
def test_year_and_names_stay_whole(layout, name, level, ending):
    broken = lines(layout, name + level + ending)
    assert "".join(broken) == name + level + ending
    assert all(text_width(line) <= 20 for line in broken)
    for line in broken:
        assert not line.startswith(("年", "度", "的", "建设", level))
        assert not line.endswith(("2023", "20", "关于"))
    whole = ("2023年", "法治政府建设", "报告")
    assert all(any(word in line for line in broken) for word in whole)


def test_front_matter_decides(layout):
    document = read_blocks(
        "---\n标题分行: [石桥街道, 2023年法治政府建设年度报告]\n---\n# 石桥街道2023年法治政府建设年度报告"
    )
    assert title_lines(document, layout) == ["石桥街道", "2023年法治政府建设年度报告"]
    assert title_lines(read_blocks("正文。"), layout) == []


@given(
    st.text(
        st.sampled_from("云溪镇县市区街道办事处2023年度关于的法治政府建设报告 《》“”（）—"),
        min_size=1,
        max_size=60,
    )
)
def test_no_character_is_lost(title):
    broken = break_title(title, ("法治政府建设", "报告", "关于"), wish=18, most=20)
    assert without_blanks("".join(broken)) == without_blanks(title)


def test_an_odd_title_takes_no_time():
    start = time.process_time()
    break_title("2023年 关于 " * 2000, ("关于",), wish=18, most=20)
    assert time.process_time() - start < 5
