"""What is left to fill in, counts of points, the voice of another report."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("结构-05", "全年开展培训××次，参训人员XX人次。"),
    ("结构-05", "（待补充）街道综合执法数据。"),
    ("结构-08", "存在三方面问题：一是力量不足；二是学法不深；三是普法单一；四是保障不够。"),
    ("结构-09", "本人认真履行法治建设第一责任人职责。"),
]
SOUND = [
    "存在以下三个方面的不足：一是力量不足；二是学法不深；三是普法单一。",
    "推动法治工作从三个方面发力，各项任务落实到位。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
