"""The four parts and their order; silent on fragments."""

from __future__ import annotations

import pytest

from generator.checks.sample import SAMPLE, whole
from tests.checks.examples import codes

FAULTS = [
    ("结构-01", "## 四、2024年推进法治政府建设的主要安排", "## 四、保障措施"),
    ("结构-02", "三、推进法治政府建设存在的不足和原因", "三、2024年工作打算"),
    ("结构-03", "执法装备不全，主要原因是执法办公室尚未配备执法记录仪。\n\n", ""),
    ("结构-04", "（二）多元化解矛盾纠纷", "（二）深化法治宣传教育"),
    ("结构-07", "，主要原因是执法办公室尚未配备执法记录仪", ""),
]
FRAGMENTS = [
    "## 一、推进法治政府建设的主要举措和成效",
    "（二）强化普法宣传。开展活动12场。",
    "三、存在的不足\n\n执法力量薄弱。",
    "## 四、2024年推进法治政府建设的主要安排\n\n一是加强领导。",
    "执法装备不全，执法水平有待提高。\n\n普法形式单一。",
]


@pytest.mark.parametrize(("code", "old", "new"), FAULTS)
def test_a_fault_of_a_whole_report_is_found(code, old, new):
    if code == "结构-02":
        text = SAMPLE.replace(old, new).replace(
            "四、2024年推进法治政府建设的主要安排", "四、存在的不足和原因"
        )
        assert code in codes(text, name="稷下街道")
    else:
        assert code in codes(whole(old, new))


@pytest.mark.parametrize("text", FRAGMENTS)
def test_fragments_are_not_asked_for_parts(text):
    assert not [code for code in codes(text) if code.startswith(("结构", "篇幅"))]


@pytest.mark.parametrize(
    "heading", ["二、党委政府主要负责人履行法治建设第一责任人职责情况", "二、第一责任人履职情况"]
)
def test_usual_headings_count(heading):
    text = SAMPLE.replace("二、党政主要负责人履行推进法治建设第一责任人职责情况", heading)
    assert "结构-01" not in codes(text, name="稷下街道")


def test_plain_text_is_recognised_by_its_numbers():
    text = SAMPLE.replace("## ", "").replace("# ", "").replace("#", "")
    assert not [code for code in codes(text, name="稷下街道") if code.startswith("结构")]
