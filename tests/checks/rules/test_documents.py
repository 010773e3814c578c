"""Document numbers, titles, spans of years, days written short."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("提法-17", "按照国办发(2018)118号文件执行。"),
    ("提法-17", "印发镇政发〔2024〕08号文件。"),
    ("提法-17", "印发镇政发〔2024〕第8号文件。"),
    ("提法-17", "按照要点（开州委法20239号）执行。"),
    ("提法-17", "按照通知（眉府办发〔20232号）执行。"),
    ("提法-17", "按照通知（镇发〔24〕18号）执行。"),
    ("提法-18", "落实实施方案（20212025年）。"),
    ("提法-18", "落实2021－2025年规划。"),
    ("提法-18", "落实2021——2025年规划。"),
    ("提法-19", "《法治政府建设实施纲要》（2021—2025年）。"),
    ("提法-19", "认真落实党政主要负责人履行推进法治建设第一责任人职责规定。"),
    ("提法-19", "依据中华人民共和国行政处罚法办理案件8件。"),
    ("提法-20", "12.4国家宪法日当天开展宣传。"),
    ("提法-20", "结合“6.26”开展宣传。"),
]
SOUND = [
    "按照国办发〔2018〕118号文件执行，案号为（2024）冀0999行初12号。",
    "服务期限为2021年至2025年。",
    "电话0533-7180000，金额810.25万元，增长12.4%。",
    "落实《法治政府建设实施纲要（2021—2025年）》。",
    "根据中华人民共和国宪法和法律履行职责，宣传宪法、民法典。",
    "《国务院办公厅关于印发提升行政执法质量三年行动计划（2023—2025年）的通知》",
    "“12·4”国家宪法日当天开展宣传。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if code.startswith("提法")]
