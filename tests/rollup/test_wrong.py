"""Figures that are certainly wrong are told one by one, and in no total."""

from pathlib import Path

from generator.resources import Templates
from generator.rollup.figures import read_figures
from tests.cli.command import nianbao
from tests.rollup.units import rolled_up, total_of, write_unit

UNITS = {
    "甲镇": "行政执法:\n  执法人员: 9人\n  持证人员: 11人\n  立案: 5件",
    "乙镇": "行政执法:\n  执法人员: 8人\n  持证人员: 7人\n  立案: 4件",
}


def test_the_figures_of_a_field_with_an_error_do_not_count(tmp_path: Path) -> None:
    """The other ones of the unit do; where a sum lacks one it is the least that it can be."""
    rolled = rolled_up(tmp_path, UNITS)
    amounts = {
        name: str(total_of(rolled, f"行政执法.{name}").amount) for name in ("执法人员", "持证人员", "立案")
    }
    assert amounts == {"执法人员": "17人", "持证人员": "不少于7人", "立案": "9件"}
    assert [one.unit.unit for one in total_of(rolled, "行政执法.持证人员").wrong] == ["甲镇"]
    told = [(one.code, one.place.file, one.place.line) for one in rolled.counted.problems]
    assert told == [("数据-21", str(tmp_path / "甲镇-2023.yaml"), 8)]


def test_where_all_are_wrong_there_is_no_total(tmp_path: Path) -> None:
    """And the reason is said."""
    total = total_of(rolled_up(tmp_path, {"甲镇": UNITS["甲镇"]}), "行政执法.持证人员")
    assert (total.amount, total.why) == (None, "填的数有错误")


def test_the_command_tells_them_and_ends_with_one(tmp_path: Path) -> None:
    """The county's file says that one is not in the sum."""
    for name, measures in UNITS.items():
        write_unit(tmp_path, name, measures)
    ended = nianbao("rollup", ".", "-o", "县/全县.yaml", cwd=tmp_path)
    assert ended.returncode == 1
    assert "持证人员11人，超过了执法人员9人" in ended.stderr.decode()
    text = (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")
    assert "持证人员: {值: 不少于7人, 来源: 2个乡镇中2个填报，1个计入（1个有错误，没有计入），明细见" in text


def test_a_rate_that_is_worked_out_wrong(tmp_path: Path) -> None:
    """Its parts count, the rate itself is in no total anyway."""
    path = write_unit(tmp_path, "甲镇", "行政执法:\n  立案: 40件\n  办结: 36件\n  办结率: 95%")
    found = read_figures(path, Templates())
    assert {one.field: one.wrong for one in found.figures} == {"立案": False, "办结": False, "办结率": True}
