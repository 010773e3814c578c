"""What the form does to a file, as a table: the action, what goes and what comes; every other line stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.actions import action_of
from generator.preview.form_actions import (
    AddFigure,
    AddHeading,
    AddOwnTopic,
    AddTopic,
    Hide,
    Move,
    MoveTopic,
    Remove,
    Rename,
    Show,
)
from generator.preview.form_item_actions import AddItem, Choose
from generator.preview.form_remedies import AddSentence, DropAllBlank, DropBlank, LookedAt, TakeFigure
from generator.preview.form_values import SetItem, SetLines, SetProblem
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.each import each
from tests.preview.material import FACTS, FILE

PART = ("举措成效",)
FIRST, SECOND = (*PART, "健全机制"), (*PART, "化解纠纷")
TOPIC = (*SECOND, "矛盾纠纷化解")
WORDS = (*TOPIC, "正文")
LEAD = "    组织领导:\n      同部署: 是\n      专题会议: 4次   # 党政办\n"
CASES = "    行政执法:\n      立案: {值: 19件, 来源: 执法队台账}\n      办结: 20件\n"
HIDDEN = "    # 法律援助:\n    #   法律援助: 12件\n"

CHOSEN = "  - 问题: 执法力量薄弱\n    表现: 在岗执法人员偏少，一人多岗，难以满足日常巡查和办案需要\n"
"""What is chosen is written out, but for its cause: that is the unit's to say."""

DONE = [
    (SetItem((*WORDS, 1), "改了。"), "- 全年没有越级上访。", "- 改了。"),
    (SetItem((*WORDS, 2), "又一句【排查：3件】。"), "上访。\n", "上访。\n        - 又一句【排查：3件】。\n"),
    (SetItem((*SECOND, "正文", 0), "引一句。"), HIDDEN, f"{HIDDEN}    正文:\n      - 引一句。\n"),
    (SetLines((*TOPIC, "特色活动"), "甲\n\n 丙 \n丁"), "[甲, 乙]", "[甲, 丙, 丁]"),
    (SetLines((*TOPIC, "特色活动"), "甲"), "[甲, 乙]", "[甲]"),
    (SetLines((*TOPIC, "化解"), "甲、乙"), "乙]\n", "乙]\n      化解: 甲、乙\n"),
    (SetLines((*TOPIC, "排查"), "甲\n"), "排查: 231件", "排查: 甲"),
    (SetLines((*TOPIC, "排查"), "甲\n乙"), "排查: 231件", "排查: [甲, 乙]"),
    (SetLines((*TOPIC, "排查"), ""), "排查: 231件", "排查: "),
    (SetLines((*FIRST, "行政执法", "立案"), "甲"), "值: 19件", "值: 甲"),
    (SetLines((*FIRST, "行政执法", "立案"), "甲\n乙"), "值: 19件", "值: [甲, 乙]"),
    (SetLines(("不足", 1, "表现"), "甲\n乙"), "编制少\n", "编制少\n    表现:\n      - 甲\n      - 乙\n"),
    (Remove((*WORDS, 1)), "        - 全年没有越级上访。\n", ""),
    (Remove((*TOPIC, "排查")), "      排查: 231件\n", ""),
    (Remove((*FIRST, "组织领导")), LEAD, ""),
    (Hide((*FIRST, "行政执法")), CASES, "".join(f"    # {line[4:]}\n" for line in CASES.splitlines())),
    (Show((*SECOND, "法律援助")), HIDDEN, "    法律援助:\n      法律援助: 12件\n"),
    (Move((*FIRST, "行政执法"), FIRST, "组织领导"), LEAD + CASES, CASES + LEAD),
    (Rename(FIRST, "  健全 机制"), "  健全机制:", "  健全 机制:"),
    (AddTopic(FIRST, "法律顾问"), CASES, f"{CASES}    法律顾问:\n"),
    (AddHeading("法律顾问"), HIDDEN, f"{HIDDEN}  做好法律顾问工作:\n    法律顾问:\n"),
    (AddOwnTopic(SECOND, "群众 评议"), HIDDEN, f"{HIDDEN}    群众 评议:\n      正文:\n"),
    (AddOwnTopic(PART, "群众评议"), HIDDEN, f"{HIDDEN}  群众评议:\n    正文:\n"),
    (AddItem(("不足",), {"问题": "甲"}), "编制少\n", "编制少\n  - 问题: 甲\n"),
    (AddItem(("上年整改",), {"问题": "甲"}), "配齐执法装备\n", "配齐执法装备\n上年整改:\n  - 问题: 甲\n"),
    (AddFigure((*TOPIC, "其他数据"), "手册"), HIDDEN, f"      其他数据:\n        手册:\n{HIDDEN}"),
    (Choose("不足", "执法力量薄弱", answered=False), "编制少\n", f"编制少\n{CHOSEN}"),
    (
        Choose("计划", "充实执法力量", answered=False),
        "配齐执法装备\n",
        "配齐执法装备\n  - 选用: 充实执法力量\n",
    ),
    (
        TakeFigure((*TOPIC, "化解"), "200件", "", "司法所"),
        "乙]\n",
        "乙]\n      化解: {值: 200件, 来源: 司法所}\n",
    ),
    (AddSentence(TOPIC, "又一句。"), "上访。\n", "上访。\n        - 又一句。\n"),
    (AddSentence((*FIRST, "组织领导"), "一句。"), "党政办\n", "党政办\n      正文:\n        - 一句。\n"),
    (SetProblem(("不足", 1, "问题"), "人手不足"), "队伍力量不足", "人手不足"),
]


@each(("action", "old", "new"), DONE, ids=lambda one: str(one)[:50])
@each("ends", ["\n", "\r\n"])
def test_an_action_changes_its_own_lines(action, old, new, ends):
    assert FACTS.count(old) == 1
    before, after = (text.replace("\n", ends) for text in (FACTS, FACTS.replace(old, new)))
    assert action.applied(before, FILE) == after


def test_the_last_topic_of_a_heading_takes_the_heading_along():
    removed = Remove((*FIRST, "行政执法")).applied(Remove((*FIRST, "组织领导")).applied(FACTS, FILE), FILE)
    assert removed == FACTS.replace(f"  # 第一节\n  健全机制:\n{LEAD}{CASES}", "")


def test_a_topic_that_is_hidden_alone_takes_its_heading_along_and_comes_back():
    hidden = Hide(TOPIC).applied(FACTS, FILE)
    assert "\n  # 化解纠纷:\n  #   矛盾纠纷化解:\n" in hidden
    assert Show(SECOND).applied(hidden, FILE) == FACTS


def test_a_topic_moves_under_another_heading_and_an_empty_one_goes():
    moved = MoveTopic((*FIRST, "组织领导"), "化解纠纷").applied(FACTS, FILE)
    assert f"上访。\n{HIDDEN}" not in moved.replace(LEAD, "", 1) or LEAD in moved
    again = MoveTopic((*FIRST, "行政执法"), "化解纠纷").applied(moved, FILE)
    assert "健全机制" not in again
    assert again.index("组织领导") < again.index("行政执法")


BOTH_HIDDEN = FACTS.replace(
    LEAD, "".join(f"    # {line[4:]}\n" for line in LEAD.splitlines())
)  # 行政执法 is the last that is not hidden


@pytest.mark.parametrize(
    ("action", "stays"),
    [(Remove((*FIRST, "行政执法")), ""), (MoveTopic((*FIRST, "行政执法"), "化解纠纷"), CASES)],
    ids=["removed", "moved"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_hidden_topics_stay_when_the_last_other_one_leaves_their_heading(action, stays, ends):
    left = action.applied(BOTH_HIDDEN.replace("\n", ends), FILE).replace("\r\n", "\n")
    lead = "".join(f"  # {line[2:]}\n" for line in LEAD.splitlines())
    assert f"  # 第一节\n  # 健全机制:\n{lead}  化解纠纷:\n" in left
    assert left.count("执法队台账") == bool(stays)
    assert stays in left
    assert Show(FIRST).applied(left, FILE).count(f"  健全机制:\n{LEAD}") == 1


def test_a_text_that_stands_alone_becomes_the_first_of_a_list():
    text = FACTS.replace("      排查: 231件\n", "      做法: 甲。\n")
    after = SetItem((*TOPIC, "做法", 1), "乙。").applied(text, FILE)
    assert after == text.replace("做法: 甲。\n", "做法: \n        - 甲。\n        - 乙。\n")
    assert SetItem((*TOPIC, "做法", 0), "丙。").applied(text, FILE) == text.replace("甲。", "丙。", 1)


NOTED = "名单:\n  - 甲\n  # 村里的\n  - 乙   # 乙的说明\n  - 丙\n  - 丁   # 丁的说明\n"
RELISTED = [
    ("甲 丙 丁", "名单:\n  - 甲\n  - 丙\n  - 丁   # 丁的说明\n"),
    ("新 甲 乙 丙 丁", NOTED.replace("  - 甲\n", "  - 新\n  - 甲\n")),
    ("甲 乙 又 再 丙 丁 末", NOTED.replace("  - 丙\n", "  - 又\n  - 再\n  - 丙\n") + "  - 末\n"),
    ("甲 乙改 丙 丁", NOTED.replace("乙 ", "乙改 ")),
    ("丁", "名单:\n  - 丁   # 丁的说明\n"),
    ("", "名单:\n  - \n"),
    ("戊", "名单:\n  - 戊\n"),
]


@pytest.mark.parametrize(("words", "after"), RELISTED, ids=lambda one: one[:20])
def test_an_item_that_stays_in_a_list_keeps_its_remark(words, after):
    assert SetLines(("名单",), "\n".join(words.split())).applied(NOTED, FILE) == after


@given(st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=7))
def test_a_list_typed_as_lines_holds_these_lines(lines):
    for text in (NOTED, "名单: [甲, 乙, 丙]   # 说明\n", "名单: 甲\n", "名单:\n"):
        after = SetLines(("名单",), "\n".join(lines)).applied(text, FILE)
        is_one = len(lines) == 1 and text in ("名单: 甲\n", "名单:\n")  # what is no list stays the one text
        assert read_source(after.encode(), FILE).data == {"名单": lines[0] if is_one else lines}


def test_a_shortcoming_is_chosen_with_its_plan_once():
    both = Choose("不足", "执法力量薄弱", answered=True).applied(FACTS, FILE)
    assert both == FACTS.replace("编制少\n", f"编制少\n{CHOSEN}") + "  - 选用: 充实执法力量\n"
    assert Choose("不足", "执法装备不全", answered=True).applied(FACTS, FILE).count("选用: 配齐执法装备") == 1


def test_what_is_chosen_is_written_into_an_item_that_is_still_blank():
    blank = "  # 一句话\n  - 问题:\n    原因:   # 等回音\n"
    text = FACTS.replace("  - 问题: 队伍力量不足\n    原因: 编制少\n", f"{blank}  - 问题: 丙\n")
    after = Choose("不足", "执法力量薄弱", answered=False).applied(text, FILE)
    name, shows = (line.partition(": ")[2] for line in CHOSEN.splitlines())
    filled = f"  # 一句话\n  - 问题: {name}\n    原因:   # 等回音\n    表现: {shows}\n"
    assert after == text.replace(blank, filled)
    assert AddItem(("不足",), {"问题": ""}).applied(text, FILE) == text.replace("丙\n", "丙\n  - 问题:\n")


def test_a_plan_goes_on_answering_a_shortcoming_that_is_renamed():
    text = f"{FACTS}  - 措施: 招人\n    针对: 队伍力量不足\n"
    assert SetProblem(("不足", 1, "问题"), "人手不足").applied(text, FILE) == text.replace(
        "队伍力量不足", "人手不足"
    )


def test_a_plan_keeps_what_it_answers_when_the_name_is_cleared():
    text = f"{FACTS}  - 措施: 招人\n    针对: 队伍力量不足\n"
    cleared = SetProblem(("不足", 1, "问题"), "").applied(text, FILE)
    assert cleared == text.replace("问题: 队伍力量不足", "问题: ")


def test_an_entry_of_the_units_own_library_can_be_chosen(tmp_path):
    library = Templates().read("不足库.yaml").text
    (tmp_path / "不足库.yaml").write_text(
        library.replace("名称: 执法力量薄弱", "名称: 镇里自己的"), encoding="utf-8"
    )
    asked = {"kind": "Choose", "part": "不足", "name": "镇里自己的", "answered": False}
    chosen = action_of(asked, Templates.with_own(tmp_path)).applied(FACTS, FILE)
    assert chosen == FACTS.replace("编制少\n", f"编制少\n{CHOSEN}")
    with pytest.raises(UserError, match="库里没有"):
        action_of(asked, Templates()).applied(FACTS, FILE)


BLANK = (
    FACTS.replace("专题会议: 4次", "专题会议:")
    .replace("排查: 231件", "排查:")
    .replace("班子学法: 6次", "班子学法:")
)
DOUBTED = FACTS.replace("      专题会议", "      # 请核对：照上年的\n      # 次\n      专题会议").replace(
    "- 全年没有越级上访。", "- 全年没有越级上访。  # 请核对：日期“12月4日”"
)


def test_what_is_blank_is_dropped_in_one_step():
    dropped = DropBlank((*FIRST, "组织领导")).applied(BLANK, FILE)
    assert dropped == BLANK.replace("      专题会议:   # 党政办\n", "")
    everywhere = DropBlank(PART).applied(BLANK, FILE)
    assert everywhere == dropped.replace("      排查:\n", "")
    assert DropBlank(("第一责任人",)).applied(BLANK, FILE).count("领导班子学法") == 0
    with pytest.raises(UserError, match="没有空着的项"):
        DropBlank((*FIRST, "行政执法")).applied(BLANK, FILE)


def test_what_is_blank_goes_from_the_topics_and_from_the_duties_at_once():
    dropped = DropAllBlank().applied(BLANK, FILE)
    assert dropped == DropBlank(("第一责任人",)).applied(DropBlank(PART).applied(BLANK, FILE), FILE)
    assert "领导班子学法" not in dropped
    assert DropAllBlank().applied(FACTS.replace("6次", ""), FILE).count("领导班子学法") == 0
    with pytest.raises(UserError, match="没有空着的项"):
        DropAllBlank().applied(FACTS, FILE)


def test_a_topic_of_which_all_is_blank_is_dropped_whole():
    text = BLANK.replace("同部署: 是", "同部署:")
    assert DropBlank(PART).applied(text, FILE).count("组织领导") == 0
    alone = text.replace(CASES, "")
    assert DropBlank(FIRST).applied(alone, FILE).count("健全机制") == 0


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_was_looked_at_loses_its_remark_and_nothing_else(ends):
    text = DOUBTED.replace("\n", ends)
    first = LookedAt((*FIRST, "组织领导", "专题会议")).applied(text, FILE)
    assert first == text.replace(f"      # 请核对：照上年的{ends}", "")
    both = LookedAt((*WORDS, 1)).applied(first, FILE)
    assert both == FACTS.replace("      专题会议", "      # 次\n      专题会议").replace("\n", ends)
    with pytest.raises(UserError, match="没有要核对的"):
        LookedAt((*WORDS, 1)).applied(both, FILE)


REFUSED = [
    (Rename(FIRST, "  "), "标题不能空着"),
    (Rename(FIRST, "化解纠纷"), "这里已经有“化解纠纷”"),
    (Rename(FIRST, "正文"), "“正文”在事实文件里另有用处"),
    (Rename(TOPIC, " 公开 "), "“公开”在事实文件里另有用处"),
    (AddOwnTopic(PART, "公开"), "“公开”在事实文件里另有用处"),
    (AddOwnTopic(SECOND, "正文"), "“正文”在事实文件里另有用处"),
    (AddHeading("没有的"), "没有“没有的”这个主题"),
    (AddOwnTopic(PART, "化解纠纷"), "这里已经有“化解纠纷”"),
    (Choose("不足", "没有", answered=False), "库里没有“没有”"),
    (Move((*FIRST, "没有"), FIRST, None), "找不到"),
    (MoveTopic((*FIRST, "没有"), "化解纠纷"), "找不到"),
    (AddFigure((*TOPIC, "特色活动"), "甲"), "已经有“甲”"),
    (AddFigure((*TOPIC, "排查"), "丙"), "放不下"),
]


@pytest.mark.parametrize(("action", "told"), REFUSED, ids=lambda one: str(one)[:50])
def test_what_cannot_be_done_is_said(action, told):
    with pytest.raises(UserError) as error:
        action.applied(FACTS, FILE)
    assert told in error.value.message
