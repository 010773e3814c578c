"""The totals: what is added, what is not and why, who reported and who did not."""

from pathlib import Path

import pytest

from generator.rollup.totals import missing_units
from tests.rollup.units import rolled_up, total_of


@pytest.mark.parametrize(
    ("units", "wanted", "amount"),
    [
        (["化解: 198起", "化解: 31件"], "矛盾纠纷化解.化解", "229件"),
        (["化解: 200余起", "化解: 31件"], "矛盾纠纷化解.化解", "超过231件"),
        (["正文: 化解【化解：31件】。", "化解: 9件"], "矛盾纠纷化解.化解", "40件"),
        (["涉及金额: 3万元", "涉及金额: 5000元"], "矛盾纠纷化解.涉及金额", "3.5万元"),
        (["正文: 调处【连心室：31件】。", "其他数据: {连心室: 2起}"], "矛盾纠纷化解.连心室", "33件"),
        (["活动: [{名称: 甲, 场次: 2场}, {名称: 乙, 场次: 3场}]"], "矛盾纠纷化解.活动.场次", "5场"),
        (["其他数据: {占比: 30%}", "其他数据: {占比: 40%}"], "矛盾纠纷化解.占比", "比率不相加"),
        (["其他数据: {排名: 第2名}"], "矛盾纠纷化解.排名", "名次不相加"),
        (["其他数据: {连心桥: 0}", "其他数据: {连心桥: 2座}"], "矛盾纠纷化解.连心桥", "2座"),
        (["其他数据: {连心桥: 0座}", "其他数据: {连心桥: 0座}"], "矛盾纠纷化解.连心桥", "0座"),
    ],
)
def test_amounts(tmp_path: Path, units: list[str], wanted: str, amount: str) -> None:
    """Measure words of one family are added under the field's own, marks and own labels as fields are."""
    rolled = rolled_up(tmp_path, {f"{at}甲镇": f"矛盾纠纷化解:\n  {one}" for at, one in enumerate(units)})
    total = total_of(rolled, wanted)
    assert str(total.amount or total.why) == amount


@pytest.mark.parametrize(
    ("topic", "wanted", "why"),
    [
        ("学法用法:\n  平均分: 95分", "学法用法.平均分", "不相加"),
        ("营商环境:\n  排名: 第二名", "营商环境.排名", "名次不相加"),
        ("组织领导:\n  调度: 4次", "组织领导.调度", "频次不相加"),
        ("信访工作:\n  满意率: 98%", "信访工作.满意率", "比率不相加"),
        ("特色做法:\n  做法名称: 板凳说事\n  开展场次: 49场", "特色做法.开展场次", "不相加"),
        ("板凳说事:\n  开展场次: 49场", "特色做法.开展场次", "不相加"),
    ],
)
def test_what_is_not_added_up(tmp_path: Path, topic: str, wanted: str, why: str) -> None:
    """It has a row all the same: who reported it, the highest, the lowest, the middle."""
    total = total_of(rolled_up(tmp_path, {"甲镇": topic, "乙镇": topic}), wanted)
    assert (total.amount, total.why, len(total.reporting)) == (None, why, 2)
    assert total.spread is not None


def test_other_families_of_measure_words_are_told_and_not_added(tmp_path: Path) -> None:
    """人 and 人次 are not the same; the word of most units counts."""
    units = {"甲镇": "120人次", "乙镇": "30人次", "丙镇": "8批次"}
    rolled = rolled_up(tmp_path, {name: f"信访工作:\n  接访群众: {one}" for name, one in units.items()})
    total = total_of(rolled, "信访工作.接访群众")
    assert str(total.amount) == "不少于150人次"
    assert [(one.unit.unit, str(one.value)) for one in total.unlike] == [("丙镇", "8批次")]
    assert len(total.reporting) == 3


def test_two_figures_written_together_are_added_part_by_part(tmp_path: Path) -> None:
    """83批147人次 and 7批10人次 are 90批 and 157人次."""
    units = {"甲镇": "83批147人次", "乙镇": "7批10人次"}
    rolled = rolled_up(tmp_path, {name: f"信访工作:\n  信访: {one}" for name, one in units.items()})
    assert str(total_of(rolled, "信访工作.信访").amount) == "90批"
    assert str(total_of(rolled, "信访工作.信访（人次）").amount) == "157人次"


def test_nothing_is_nothing_under_any_measure_word(tmp_path: Path) -> None:
    """A bare 0 is not of another family: the sum of the others stays exact."""
    units = {"甲镇": "83批147人次", "乙镇": "7批", "丙镇": "0", "丁镇": "0人次"}
    rolled = rolled_up(tmp_path, {name: f"信访工作:\n  信访: {one}" for name, one in units.items()})
    total = total_of(rolled, "信访工作.信访")
    assert (str(total.amount), total.unlike, total.zeros) == ("90批", (), 2)


def test_zero_empty_and_missing_are_told_apart(tmp_path: Path) -> None:
    """The three are not the same, and the names of the last two are given."""
    units = {"甲镇": "立案: 0件", "乙镇": "立案: 5件", "丙镇": "立案:", "丁镇": "办结: 3件"}
    rolled = rolled_up(tmp_path, {name: f"行政执法:\n  {one}" for name, one in units.items()})
    total = total_of(rolled, "行政执法.立案")
    missing = missing_units(total, rolled.counted.units, rolled.topics)
    assert (total.asked, len(total.reporting), total.zeros) == (4, 2, 1)
    assert [one.unit for one in total.waiting] == ["丙镇"]
    assert [one.unit for one in missing] == ["丁镇"]


def test_another_verb_is_another_row(tmp_path: Path) -> None:
    """转办 is not 办理; who wrote either has not left the field out."""
    units = {"甲镇": "12件", "乙镇": "转办5件", "丙镇": "办理3件"}
    rolled = rolled_up(tmp_path, {name: f"公共法律服务:\n  法律援助: {one}" for name, one in units.items()})
    rows = {one.label: str(one.amount) for one in rolled.rows}
    assert rows == {"法律援助": "15件", "法律援助（转办）": "5件"}
    for one in rolled.rows:
        assert missing_units(one, rolled.counted.units, rolled.topics) == ()


def test_own_topics_and_duties_have_totals(tmp_path: Path) -> None:
    """An own label is asked of nobody."""
    rolled = rolled_up(
        tmp_path,
        {"甲镇": "连心桥:\n  做法: 挂牌【牌子：5块】。", "乙镇": "连心桥:\n  做法: 挂牌【牌子：2块】。"},
    )
    total = total_of(rolled, "连心桥.牌子")
    assert (str(total.amount), total.asked) == ("7块", 0)
    assert missing_units(total, rolled.counted.units, rolled.topics) == ()
