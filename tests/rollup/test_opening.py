"""A total opened to what makes it."""

from pathlib import Path

import pytest

from generator.problems import UserError
from generator.rollup.opening import lines_behind, open_totals
from generator.rollup.writing import write_output
from tests.rollup.units import rolled_up

UNITS = {
    "甲镇": "信访工作:\n  接访群众: 120人次",
    "乙镇": "信访工作:\n  接访群众: 8批次",
    "丙镇": "信访工作:\n  接访群众:",
    "丁镇": "矛盾纠纷化解:\n  化解: 5件\n  其他数据: {连心桥: 3座}",
    "戊镇": "矛盾纠纷化解:\n  化解: 转办\n  其他数据: {连心桥: 2座}",
}


def test_each_unit_with_its_line_and_who_owes_it(tmp_path: Path) -> None:
    """What is not in the sum is listed too."""
    (opened,) = open_totals(rolled_up(tmp_path, UNITS), "信访工作.接访群众")
    assert opened.heading.startswith(
        "信访工作.接访群众 不少于120人次（2023年度，5个乡镇中2个填报，1个计入（乙镇的量词不同，没有计入）"
    )
    assert opened.lines == (
        f"甲镇  120人次  {tmp_path}/甲镇-2023.yaml:7",
        f"乙镇  8批次  {tmp_path}/乙镇-2023.yaml:7",
    )
    assert (opened.waiting, set(opened.missing)) == (("丙镇",), {"丁镇", "戊镇"})


def test_a_name_that_is_none_is_answered_with_the_nearest(tmp_path: Path) -> None:
    """Or with where to find the names."""
    rolled = rolled_up(tmp_path, UNITS)
    with pytest.raises(UserError, match="没有“信访工作") as caught:
        open_totals(rolled, "信访工作.接访群")
    assert "信访工作.接访群众" in caught.value.fix


def test_the_lines_behind_a_fact_of_the_countys_file(tmp_path: Path) -> None:
    """By its path, in 其他数据 too; a fact with another origin has none."""
    write_output(rolled_up(tmp_path / "乡镇", UNITS), tmp_path / "全县.yaml", force=False)
    facts, origin = tmp_path / "全县.yaml", "5个乡镇中1个填报，明细见全县-明细.csv"
    field = "举措成效.做好信访工作.矛盾纠纷化解.{}".format
    assert lines_behind(field("化解"), origin, facts) == ("丁镇  5件  乡镇/丁镇-2023.yaml:7",)
    assert len(lines_behind(field("其他数据.连心桥"), origin, facts)) == 2
    assert lines_behind(field("化解"), "司法所台账", facts) == ()
    assert lines_behind("年度", "", facts) == ()
    for elsewhere in ("明细见附件/台账.csv", "明细见..\\台账.csv", "明细见/台账.csv"):
        assert lines_behind(field("化解"), elsewhere, facts) == ()


def test_no_text_of_a_units_is_a_formula_in_the_csv(tmp_path: Path) -> None:
    """A unit may name a figure as it likes; Excel would work it out. What is so named is found all the same."""
    units = dict.fromkeys(("甲镇", "乙镇"), '矛盾纠纷化解:\n  其他数据: {"=HYPERLINK(1)": 3座}')
    write_output(rolled_up(tmp_path / "乡镇", units), tmp_path / "全县.yaml", force=False)
    table = (tmp_path / "全县-明细.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK(1)," in table
    assert ",=HYPERLINK" not in table
    path = "举措成效.矛盾纠纷化解.其他数据.=HYPERLINK(1)"
    assert len(lines_behind(path, "2个乡镇填报，明细见全县-明细.csv", tmp_path / "全县.yaml")) == 2


def test_a_table_that_is_gone_or_another_one_is_told(tmp_path: Path) -> None:
    """With its name."""
    origin = "明细见全县-明细.csv"
    with pytest.raises(UserError, match="全县-明细"):
        lines_behind("举措成效.矛盾纠纷化解.化解", origin, tmp_path / "全县.yaml")
    (tmp_path / "全县-明细.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(UserError, match="不是汇总的明细"):
        lines_behind("举措成效.矛盾纠纷化解.化解", origin, tmp_path / "全县.yaml")
