"""Shortcomings and plans, read back."""

import pytest

from generator.importing.items import plan_of, shortcoming_of


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (
            "装备不全",
            "记录仪少。主要原因是经费紧。",
            {"问题": "装备不全", "表现": "记录仪少", "原因": "经费紧"},
        ),
        ("装备不全", "究其原因，主要是经费紧。", {"问题": "装备不全", "原因": "经费紧"}),
        ("装备不全", "记录仪少。", {"问题": "装备不全", "表现": "记录仪少"}),
        ("", "装备不全。记录仪少。", {"问题": "装备不全", "表现": "记录仪少"}),
        ("", "人手不足", None),
        ("装备不全", "记录仪少。\n车辆少。", None),
    ],
)
def test_a_shortcoming(key, text, expected):
    assert shortcoming_of(key, text) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (
            "配装备",
            "针对装备不全的问题，买记录仪。",
            {"标题": "配装备", "针对": "装备不全", "措施": "买记录仪"},
        ),
        ("配装备", "买记录仪；配车辆。", {"标题": "配装备", "措施": "买记录仪；配车辆"}),
        (
            "配装备",
            "买记录仪。由执法队负责，6月底前力争配齐。",
            {"标题": "配装备", "措施": "买记录仪", "责任科室": "执法队", "时限": "6月底前", "目标": "配齐"},
        ),
        (
            "配装备",
            "买记录仪。由执法队负责，6月底前完成。",
            {"标题": "配装备", "措施": "买记录仪", "责任科室": "执法队", "时限": "6月底前"},
        ),
        ("", "买记录仪", None),
    ],
)
def test_a_plan(key, text, expected):
    assert plan_of(key, text) == expected
