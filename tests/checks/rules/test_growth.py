"""Growth in percent against now and before."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    "信访总量由去年的80件下降至60件，下降33.3%。",
    "全年开展普法活动60场，比上年的48场增长20%。",
    "行政复议案件从2022年的20件下降到15件，同比增长25%。",
    "2022年办理复议案件66件，2023年办理151件，同比增长128.78%。",
    "全年受理来信来访412件次，同比减少56件次，下降13.59%。",
    "受理投诉120件，较上年增加20件，增长16.7%。",
]
SOUND = [
    "信访总量由去年的80件下降至60件，下降25%。",
    "全年开展普法活动60场，比上年的48场增长25%。",
    "2022年办理复议案件66件，2023年办理151件，同比增长128.79%。",
    "全年受理来信来访412件次，同比减少56件次，下降11.97%。",
    "受理投诉120件，较上年增加20件，增长20%。",
    "信访量下降20%，重复访下降35%。",
    "人均收入由2.57万元增加到3.52万元，年均增长6.5%。",
    "从5件增加到6件，满意率提高2个百分点。",
]


@pytest.mark.parametrize("text", FAULTS)
def test_a_wrong_growth_is_found(text):
    assert "数据-04" in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("参评率从85.5%上升到92%，上升6.5%。", True),
        ("参评率从85.5%上升到92%，上升6.5个百分点。", False),
        ("参评率从80%上升到84%，提高5%。", False),
    ],
)
def test_a_difference_of_rates_is_in_points(text, found):
    assert ("数据-29" in codes(text)) is found
