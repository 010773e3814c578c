"""The figures of a facts file against what the topics declare."""

from __future__ import annotations

import pytest

from generator.checks.sample import facts
from tests.checks.examples import codes

FAULTS = [
    ("数据-20", "行政执法: {立案: 19件, 办结: 18件, 办结率: 94%}", ""),
    ("数据-20", "行政执法: {立案: 700件, 办结: 699件, 办结率: 100%}", ""),
    ("数据-21", "复议应诉: {应诉案件: 3件, 败诉: 4件}", ""),
    ("数据-21", "法律明白人: {参与调解: 约60件, 调解成功: 61件}", ""),
    ("数据-22", "学法用法: {中心组学习: 3次}\n组织领导: {党委会议: 2次, 党委会议研究: 5次}", ""),
    ("数据-23", "法治宣传教育: {入户宣传: 5.2万户}", "  人口: 8万"),
    (
        "数据-24",
        "法治宣传教育: {受教育: 500人次, 活动: [{名称: 甲, 受教育: 300人次}, {名称: 乙, 受教育: 260人次}]}",
        "",
    ),
]
SOUND = [
    ("行政执法: {立案: 19件, 办结: 18件, 办结率: 94.7%}", ""),
    ("行政执法: {立案: 19件, 办结: 18件, 办结率: 94.74%}", ""),
    ("行政执法: {立案: 19件, 办结: 18件}", ""),
    ("行政执法: {立案: 约20件, 办结: 18件, 办结率: 94%}", ""),
    ("行政执法: {立案: 0件, 办结: 0件}", ""),
    ("法治宣传教育: {受教育: 6万人次}", "  人口: 6.1万人"),
    ("法治宣传教育: {受教育: 6万人次}", ""),
    ("法治宣传教育: {普法活动: 50余场, 活动: [{名称: 甲, 场次: 40场}, {名称: 乙, 场次: 20场}]}", ""),
]


@pytest.mark.parametrize(("code", "topics", "unit"), FAULTS)
def test_a_fault_is_found_once(code, topics, unit):
    found = [one for one in codes(facts(topics, unit=unit)) if one.startswith("数据")]
    assert found == [code]


@pytest.mark.parametrize(("topics", "unit"), SOUND)
def test_what_is_sound_passes(topics, unit):
    assert not [code for code in codes(facts(topics, unit=unit)) if code.startswith("数据")]
