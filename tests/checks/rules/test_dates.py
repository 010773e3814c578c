"""Days that don't exist, dates outside the year, spans that run backwards."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("数据-07", "2023年9月31日，组织执法培训。"),
    ("数据-07", "2月30日召开专题会议。"),
    ("数据-07", "13月开展集中宣传活动。"),
    ("数据-07", "2023-04-31组织集中宣传。"),
    ("数据-07", "2023年0月5日，召开部署会。"),
    ("数据-08", "2022年11月8日，司法所组织普法宣传活动1场。"),
    ("数据-08", "2021年7月，街道召开法治建设推进会。"),
    ("数据-09", "2023年8月至2023年5月开展专项整治。"),
    ("数据-10", "截至2023年6月，共调解纠纷56件。"),
]
SOUND = [
    "自2021年7月15日新修订的行政处罚法施行以来，组织培训6次。",
    "2022年11月至2023年10月，开展专项整治行动6次。",
    "11月至次年2月开展冬季专项行动。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
