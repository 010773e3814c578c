"""What one report says twice."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    (
        "雷同-02",
        "一是加强组织领导，街道成立法治政府建设工作领导小组。二是抓好普法宣传。街道成立法治政府建设工作领导小组，一是加强组织领导。加强组织领导，街道成立法治政府建设工作领导小组。",
    ),
]
SOUND = [
    "加强组织领导，压实工作责任。街道成立领导小组，加强组织领导。",
    "与经济社会发展同部署、同推进、同督促、同考核、同奖惩。\n\n做到同部署、同推进、同督促、同考核、同奖惩。",
    "一是健全学法制度。二是落实学法计划。三是健全议事制度。",
]
PARAGRAPH = "街道综合行政执法队联合派出所、市场监管所开展校园周边食品安全专项检查，发现问题立查立改。"


def test_a_paragraph_twice_is_one_finding_of_the_first_rule():
    assert codes(f"{PARAGRAPH}\n\n{PARAGRAPH}").count("雷同-01") == 1
    assert "雷同-02" not in codes(f"{PARAGRAPH}\n\n{PARAGRAPH}")


def test_numbers_before_a_paragraph_do_not_hide_that_it_is_the_same():
    assert "雷同-01" in codes(f"一是{PARAGRAPH}\n\n二是{PARAGRAPH}")


def test_a_clause_twice_in_one_paragraph():
    text = (
        "严格实行行政执法人员持证上岗和资格管理制度，规范执法，严格实行行政执法人员持证上岗和资格管理制度。"
    )
    assert "雷同-02" in codes(text)


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
