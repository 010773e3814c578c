"""Figures against the rhythm, against each other and against what is usual."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("数据-17", "每月召开一次法治工作例会，全年召开5次。"),
    ("数据-17", "落实每季度专题学法制度，全年共组织学法9次。"),
    ("数据-18", "全年共化解矛盾纠纷198起。\n\n健全机制，全年共化解矛盾纠纷196起。"),
    ("数据-19", "聘请法律顾问3000名。"),
]
SOUND = [
    "每季度召开例会，全年共召开法治建设专题会议4次。",
    "每月开展安全检查，全年共检查企业326家次，整改隐患512处。",
    "每月开展普法宣传，全年共召开专题会议2次，开展宣传26次。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
