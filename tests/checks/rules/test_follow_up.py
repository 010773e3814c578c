"""Each shortcoming with a plan, last year's plan followed up."""

from __future__ import annotations

import pytest

from generator.checks.sample import facts
from tests.checks.examples import codes

TOPIC = "法治宣传教育: {普法活动: 50余场}"
PLAN = "配齐执法记录仪，开展执法人员业务培训\n    针对: 执法装备不全"
ANSWERS = [
    ("开展执法记录仪使用培训", True),
    ("补齐执法装备", True),
    ("加大普法宣传力度", False),
    ("做好普法宣传\n    针对: 执法装备不全", True),
]


@pytest.mark.parametrize(("measures", "answered"), ANSWERS)
def test_a_plan_answers_by_name_or_by_what_it_speaks_of(measures, answered):
    assert ("结构-21" not in codes(facts(TOPIC, old=PLAN, new=measures))) is answered


@pytest.mark.parametrize(
    ("named", "unknown"), [("执法装备", False), ("执法装备不全", False), ("普法覆盖不广", True)]
)
def test_a_plan_names_a_shortcoming_that_is_there(named, unknown):
    assert ("结构-22" in codes(facts(TOPIC, old="针对: 执法装备不全", new=f"针对: {named}"))) is unknown


def test_last_year_s_plan_is_followed_up_in_the_measures():
    done = "行政执法: {亮点: [配齐执法记录仪6台，组织执法人员业务培训2次，提升执法能力。]}"
    assert "结构-23" not in codes(facts(done, last=TOPIC))
    assert "结构-23" in codes(facts(TOPIC, last=TOPIC, old=PLAN, new="加大普法宣传力度"))
