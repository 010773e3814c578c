"""The words for a unit's own organs."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("提法-11", "镇党工委定期听取汇报。", "镇"),
    ("提法-11", "街道人民政府聘请法律顾问2名。", "街道"),
    ("提法-11", "由镇长任组长。", "街道"),
    ("提法-11", "镇党组书记亲自部署。", "镇"),
    ("提法-11", "党委常委会专题研究法治工作4次。", "乡"),
    ("提法-11", "深入推进依法治镇。", "街道"),
    ("提法-12", "我局组织执法培训3次。", "镇"),
    ("提法-12", "以法治思维促进全局各项工作。", "街道"),
    ("提法-12", "全街道排查纠纷67件。", "镇"),
    ("提法-13", "在区委、区政府的坚强领导下，我县法治建设扎实推进。", "镇"),
    ("提法-14", "在县政府、县委的领导下开展工作。", "镇"),
    ("提法-14", "自觉接受政协、人大监督。", "县区"),
]
SOUND = [
    ("与城东镇人民政府签订协议。", "街道"),
    ("与高坪街道办事处建立联调机制。", "镇"),
    ("事关全局，坚持总揽全局、协调各方。", "镇"),
    ("邀请高坪镇镇长来街道交流。", "街道"),
    ("全局执法人员参加轮训，局党组会议学法4次。", "部门"),
    ("区政府党组会议学法6次。", "县区"),
    ("在县委、县政府的坚强领导下，我镇党组织健全。", "镇"),
    ("指导乡镇党委、乡镇人民政府依法履职。", "县区"),
    ("县委书记、县长带头讲课，人大、政协开展视察。", "县区"),
    ("全乡镇干部参加培训。", "乡"),
]


@pytest.mark.parametrize(("code", "text", "level"), FAULTS)
def test_a_fault_is_found(code, text, level):
    assert code in codes(text, level=level)


@pytest.mark.parametrize(("text", "level"), SOUND)
def test_what_is_sound_passes(text, level):
    assert not [code for code in codes(text, level=level) if code.startswith("提法")]
