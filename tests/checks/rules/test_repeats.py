"""Words and characters written twice, points out of order."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("文字-06", "开展普法宣传宣传活动26场次。"),
    ("文字-06", "参加法律法规法律法规培训3期。"),
    ("文字-06", "学习《宪法》《宪法》《民法典》。"),
    ("文字-06", "2022年街道2022年街道工作稳步推进。"),
    ("文字-06", "對法規學(xué)習(xí)學(xué)習(xí)不深。"),
    ("文字-07", "党工委高度重视视法治工作。"),
    ("文字-07", "进一步加强的的队伍建设。"),
    ("文字-07", "全面依依法治区。"),
    ("文字-07", "覆盖5所中中小学。"),
    ("文字-08", "一是学习；三是培训。"),
    ("文字-08", "一是学习。二是宣传。二是监督。"),
    ("文字-08", "第一，学法不深；第三，执法不严。"),
    ("文字-08", "主要做法：二是学习；三是培训。"),
]
SOUND = [
    "党工委会议议事规则，委员会会议，法院院长，司法局局长。",
    "为了了解需求，走访家家户户，人人参与，件件有着落。",
    "和和美美、扎扎实实、稳定和和谐的环境。",
    "行政行为为民，当事人目的的实现，以及时回应为导向。",
    "“十五五”开局之年，2023年年底，中华人民共和国国徽。",
    "社会组织组织开展活动，人大代表代表选民，一户一户走访。",
    "一是学习。二是宣传。三是监督。一是执法不严。二是学法不深。",
    "二是强化执法培训。三是规范程序。",
    "第一时间处置，第二批清单公布。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if code in ("文字-06", "文字-07", "文字-08")]


def test_points_that_run_over_paragraphs_are_one_list():
    assert "文字-08" not in codes("一是学习。\n\n二是宣传。\n\n三是监督。")
    assert "文字-08" in codes("一是学习。\n\n三是监督。")
