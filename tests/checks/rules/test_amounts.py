"""How a single figure is written."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("数据-11", "开展联合执法8余次。"),
    ("数据-12", "受教育群众约3000人次左右。"),
    ("数据-12", "发放资料超过5000份以上。"),
    ("数据-13", "化解纠纷36.5件。"),
    ("数据-14", "满意率提高3.5%个百分点。"),
    ("数据-15", "组织60党员干部旁听庭审。"),
    ("数据-16", "全年化解矛盾纠纷68人次。"),
    ("数据-16", "受教育群众5000份。"),
]
SOUND = [
    "1名镇级领导包抓3个村，1村1法律顾问实现全覆盖。",
    "人均参训2.5次，人均学时40小时。",
    "12·4国家宪法日当天发放资料1万余份。",
    "举办“法律六进”活动12场，覆盖3所学校、5个企业。",
    "发放资料5.2万份，投入10.5万元。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
