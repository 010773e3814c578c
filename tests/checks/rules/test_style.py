"""Figures in mixed ways, colloquial words, sentences too long."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("文字-18", "开展检查２３次。"),
    ("文字-18", "办结率100％。"),
    ("文字-19", "受教育群众3千余人次。"),
    ("文字-19", "参考率百分之98。"),
    ("文字-19", "举办讲座十二次，开展培训15次。"),
    ("文字-19", "发放资料壹万余份。"),
    ("文字-19", "排查隐患三百20处。"),
    ("文字-20", "咱们街道搞了不少活动。"),
    ("文字-20", "群众蛮满意的。"),
    ("文字-21", "认真落实各项工作部署" + "并不断健全工作机制压实工作责任" * 6 + "。"),
    ("文字-22", "办理案件135余件。"),
]
SOUND = [
    "发放资料1.5万余份，投入1.2亿元，入户5.2万户。",
    "召开两次会议，评选“十大”品牌，覆盖十个村，调解12件。",
    "群众都说“这个办法挺好”。",
    "以真心换真情，真抓实干，老百姓大舞台。",
    "参加第十五次会议，排名第3位。",
    "人才队伍入库158人，村民小组26个。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if code.startswith("文字")]
