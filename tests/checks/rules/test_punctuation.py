"""Half-width and doubled signs, quotes and brackets that don't pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.examples import codes

FAULTS = [
    ("文字-01", "加强领导,压实责任。"),
    ("文字-01", "主要做法如下:加强领导。"),
    ("文字-01", "全年调解12件,成功11件。"),
    ("文字-01", "各村(社区)全覆盖。"),
    ("文字-01", "规范执法.提升水平。"),
    ("文字-02", "加强宣传，，营造氛围。"),
    ("文字-02", "加强宣传、，营造氛围。"),
    ("文字-02", "化解率100%。。"),
    ("文字-02", "加强宣传，\u2002，营造氛围。"),
    ("文字-02", "开展“，法律进乡村”活动。"),
    ("文字-03", "建立“一村一法律顾问制度。"),
    ("文字-03", "建立一村一法律顾问”制度。"),
    ("文字-03", "开展“法律进校园“活动。"),
    ("文字-03", "健全“镇—村—网格’体系。"),
    ("文字-04", "各村（社区均设工作室。"),
    ("文字-04", "学习《民法典、《宪法》。"),
    ("文字-04", "落实《优化营商环境条例》》。"),
    ("文字-05", '开展"法律进乡村"活动。'),
    ("文字-05", "开展「法律进乡村」活动。"),
]
SOUND = [
    "会议于9:00召开，1,200人参加，网址为www.example.gov.cn/a,b。",
    "推行“互联网+监管”“1+3+N”……形成合力。",
    "学习《〈民法典〉解读》（第2版），交流“‘枫桥’经验”。",
    "共3名（其中，律师2名）。",
    "主要有：1）加强领导；2）压实责任。",
    "“怎么办？怎么干？”成为讨论的焦点。",
    "落实“谁执法谁普法”——做到人人知晓。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if code.startswith("文字")]


def test_half_width_throughout_is_named_once():
    text = "\n\n".join(f"第{number}项工作,已经完成。" for number in "甲乙丙丁戊")
    assert codes(text).count("文字-01") == 1


@given(
    st.lists(st.sampled_from(["“甲”", "（乙）", "《丙》", "‘丁’", "戊，", "〔2023〕", "“‘己’”"]), max_size=12)
)
def test_what_is_paired_is_never_flagged(parts):
    found = codes("街道" + "、".join(parts) + "。")
    assert "文字-03" not in found
    assert "文字-04" not in found
