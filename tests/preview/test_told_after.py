"""What is said when something is done or taken back, as a table."""

import pytest

from generator.preview.form_actions import Hide, Move, Remove
from generator.preview.form_remedies import DropAllBlank, DropBlank
from generator.preview.told_after import done_told, undone_told
from generator.resources import Templates
from tests.preview.material import FACTS, FILE

FIRST, SECOND = ("举措成效", "健全机制"), ("举措成效", "化解纠纷")
LEAD = (*FIRST, "组织领导")
BLANK = FACTS.replace(
    "      立案: {值: 19件, 来源: 执法队台账}\n      办结: 20件\n", "      立案:\n      办结:\n"
)
AGAIN = "在“主要举措和成效”的“新起一节，先写”里可以再添加，按“撤销”也可以。"
OWN = FACTS.replace("    矛盾纠纷化解:\n", "    群众评议:\n      正文: 评议。\n    矛盾纠纷化解:\n")
MORE = FACTS.replace(
    "  健全机制:\n",
    "  健全机制:\n    平安建设: {正文: 甲。}\n    安全生产: {正文: 乙。}\n    信访工作: {正文: 丙。}\n",
)

DONE = [
    (FACTS, Hide((*FIRST, "行政执法")), "已收起“行政执法”，在“健全机制”下面按“恢复“行政执法””可以再打开。"),
    (FACTS, Hide(FIRST), "已收起“健全机制”，在“主要举措和成效”下面按“恢复“健全机制””可以再打开。"),
    (BLANK, DropBlank(FIRST), f"已不报“行政执法”，{AGAIN}"),
    (BLANK, DropAllBlank(), f"已不报“行政执法”，{AGAIN}"),
    (FACTS, Remove(FIRST), f"已不报“组织领导”“行政执法”，{AGAIN}"),
    (MORE, Remove(FIRST), f"已不报“平安建设”“安全生产”“信访工作”等5个主题，{AGAIN}"),
    (OWN, Remove((*SECOND, "群众评议")), "已不报“群众评议”，按“撤销”可以恢复。"),
    (FACTS, Remove((*LEAD, "专题会议")), ""),
    (FACTS, Move((*FIRST, "行政执法"), FIRST, "组织领导"), ""),
]

UNDONE = [
    (FACTS, FACTS, ""),
    (FACTS.replace("231件", "232件"), FACTS, "已撤销：“矛盾纠纷化解”的“排查”改为“231件”。"),
    (FACTS.replace("      排查: 231件\n", ""), FACTS, "已撤销：“矛盾纠纷化解”的“排查”又有了。"),
    (FACTS, FACTS.replace("231件", ""), "已撤销：“矛盾纠纷化解”的“排查”空了。"),
    (FACTS, FACTS.replace("      办结: 20件\n", ""), "已撤销：“行政执法”的“办结”去掉了。"),
    (FACTS, FACTS + "  - 标题: 甲\n", "已撤销：“计划”由1条变为2条。"),
    (FACTS, FACTS.replace("198件】", "199件】").replace("231", "23"), "已撤销：“矛盾纠纷化解”的“排查”改为“23件”，共2处。"),
    (FACTS, FACTS.replace("# 第一节", "# 一"), "已撤销。"),
    ("年度: [", FACTS, "已撤销。"),
    (FACTS, FACTS.replace("年度: 2025\n", "").replace("举措成效", "年度: 2025\n举措成效"), "已撤销：整个文件的先后变了。"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "action", "told"), DONE)
def test_what_is_gone_is_told_with_the_way_back(text, action, told):
    after = action.applied(text, FILE)
    assert done_told(action, text, after, FILE, Templates()) == told


@pytest.mark.parametrize(("before", "after", "told"), UNDONE)
def test_an_undo_says_what_is_otherwise(before, after, told):
    assert undone_told(before, after, FILE, "撤销") == told
