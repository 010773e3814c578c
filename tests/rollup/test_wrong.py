"""Figures that do not hold are told one by one, and in no total: of two that quarrel neither."""

from pathlib import Path

import openpyxl

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
    assert amounts == {"执法人员": "不少于8人", "持证人员": "不少于7人", "立案": "9件"}
    for name in ("执法人员", "持证人员"):
        (wrong,) = total_of(rolled, f"行政执法.{name}").wrong
        assert (wrong.unit.unit, wrong.figure.wrong) == ("甲镇", "持证人员11人，超过了执法人员9人")
    told = [(one.code, one.place.file, one.place.line) for one in rolled.counted.problems]
    assert told == [("数据-21", str(tmp_path / "甲镇-2023.yaml"), 8)]


def test_where_all_are_wrong_there_is_no_total(tmp_path: Path) -> None:
    """And the reason is said."""
    total = total_of(rolled_up(tmp_path, {"甲镇": UNITS["甲镇"]}), "行政执法.持证人员")
    assert (total.amount, total.why) == (None, "填的数对不上")


def test_the_command_tells_them_and_ends_with_one(tmp_path: Path) -> None:
    """The county's file says that one is not in the sum."""
    for name, measures in UNITS.items():
        write_unit(tmp_path, name, measures)
    ended = nianbao("rollup", ".", "-o", "县/全县.yaml", cwd=tmp_path)
    assert ended.returncode == 1
    assert "持证人员11人，超过了执法人员9人" in ended.stderr.decode()
    text = (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")
    assert (
        "持证人员: {值: 不少于7人, 来源: 2个乡镇中2个填报，1个计入（甲镇的数对不上，没有计入），明细见"
        in text
    )


def test_a_rate_that_is_worked_out_wrong(tmp_path: Path) -> None:
    """Its parts count, the rate itself is in no total anyway."""
    path = write_unit(tmp_path, "甲镇", "行政执法:\n  立案: 40件\n  办结: 36件\n  办结率: 95%")
    found = read_figures(path, Templates())
    assert {one.field: bool(one.wrong) for one in found.figures} == {
        "立案": False,
        "办结": False,
        "办结率": True,
    }


QUARREL = {
    "甲镇": "矛盾纠纷化解:\n  排查: 140件\n  化解: 163件",
    "乙镇": "矛盾纠纷化解:\n  排查: 100件\n  化解: 90件",
}


def test_of_two_figures_that_quarrel_neither_counts(tmp_path: Path) -> None:
    """Though the check only reminds of them: not in the sums, not in the rate; the file and the screen say whose."""
    rolled = rolled_up(tmp_path, QUARREL)
    amounts = [str(total_of(rolled, f"矛盾纠纷化解.{name}").amount) for name in ("排查", "化解", "化解率")]
    assert amounts == ["不少于100件", "不少于90件", "90%"]
    (told,) = rolled.counted.problems
    assert told.code == "数据-22"
    assert told.message.endswith("化解163件。这几个数都没有计入合计。")
    ended = nianbao("rollup", ".", "-o", "县/全县.yaml", "-o", "县/全县.xlsx", cwd=tmp_path)
    assert ended.returncode == 0
    assert "甲镇-2023.yaml:8" in ended.stderr.decode()
    text = (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")
    assert "排查: {值: 不少于100件, 来源: 2个乡镇中2个填报，1个计入（甲镇的数对不上，没有计入）" in text
    assert "#   甲镇：化解多于排查：排查140件，化解163件" in text
    rows = openpyxl.load_workbook(tmp_path / "县" / "全县.xlsx")["总表"].iter_rows(values_only=True)
    remark = "对不上、没有计入：甲镇140件（化解多于排查：排查140件，化解163件）"
    assert [row[14] for row in rows if row[2] == "排查"] == [remark]


def test_what_the_unit_has_explained_counts(tmp_path: Path) -> None:
    """It switched the rule off, and said why."""
    write_unit(tmp_path, "乙镇", QUARREL["乙镇"])
    more = "检查:\n  停用:\n    - 规则: 数据-22\n      原因: 含上年结转的23件\n"
    found = read_figures(write_unit(tmp_path, "甲镇", QUARREL["甲镇"], more=more), Templates())
    assert [one.wrong for one in found.figures] == ["", ""]
