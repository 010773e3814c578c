"""第几个 and 几周年."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("提法-15", "开展第十个国家宪法日活动。", 2024),
    ("提法-15", "2024年12月4日是第10个国家宪法日。", 2024),
    ("提法-15", "结合第六个“宪法宣传周”开展宣讲。", 2024),
    ("提法-15", "第八个全民国家安全教育日期间开展宣传。", 2022),
    ("提法-16", "以纪念新中国成立70周年为契机。", 2023),
    ("提法-16", "纪念“枫桥经验”60周年。", 2024),
]
SOUND = [
    ("开展第十一个国家宪法日活动。", 2024),
    ("2025年将开展第十二个国家宪法日活动。", 2024),
    ("第七个全民国家安全教育日期间开展宣传。", 2022),
    ("庆祝中国共产党成立100周年。", 2021),
    ("以纪念毛泽东同志批示学习推广“枫桥经验”60周年为契机。", 2023),
    ("第三个国家级示范村通过验收。", 2023),
]


@pytest.mark.parametrize(("code", "text", "year"), FAULTS)
def test_a_fault_is_found(code, text, year):
    assert code in codes(text, year=year)


@pytest.mark.parametrize(("text", "year"), SOUND)
def test_what_is_sound_passes(text, year):
    assert not [code for code in codes(text, year=year) if code.startswith("提法")]
