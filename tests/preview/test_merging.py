"""Two people's changes to one file: put together where they are about different things, both shown where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.merging import Clash, Merge, merged_texts

BASE = "年度: 2023   # 报告年度\n举措成效:\n  甲:\n    一: 1件\n    二: 2件\n  乙: {三: 3件, 四: 4件}\n正文:\n  - 头一句\n"


def changed(*pairs):
    text = BASE
    for old, new in pairs:
        text = text.replace(old, new)
    return text


CASES = {
    "nothing": ((), (), Merge(BASE)),
    "mine alone": ((("1件", "9件"),), (), Merge(changed(("1件", "9件")))),
    "theirs alone": ((), (("1件", "9件"),), Merge(changed(("1件", "9件")))),
    "two fields side by side": (
        (("1件", "9件"),),
        (("2件", "8件"),),
        Merge(changed(("1件", "9件"), ("2件", "8件"))),
    ),
    "two fields of one line": (
        (("3件", "9件"),),
        (("4件", "8件"),),
        Merge(changed(("3件", "9件"), ("4件", "8件"))),
    ),
    "the same change": ((("1件", "9件"),), (("1件", "9件"),), Merge(changed(("1件", "9件")))),
    "a field and their comment": (
        (("2023", "2024"),),
        (("报告年度", "那一年"),),
        Merge(changed(("2023", "2024"), ("报告年度", "那一年"))),
    ),
    "a comment and a field": (
        (("# 报告年度", "# 我的话"),),
        (("2件", "8件"),),
        Merge(changed(("报告年度", "我的话"), ("2件", "8件"))),
    ),
    "a line taken out": (
        (("    一: 1件\n", ""),),
        (("头一句", "新的一句"),),
        Merge(changed(("    一: 1件\n", ""), ("头一句", "新的一句"))),
    ),
    "one field in two ways": (
        (("1件", "9件"), ("头一句", "新的")),
        (("1件", "7件"),),
        Merge(changed(("1件", "7件"), ("头一句", "新的")), (Clash(("举措成效", "甲", "一"), "9件", "7件"),)),
    ),
    "a field that they took out": (
        (("1件", "9件"),),
        (("    一: 1件\n", ""),),
        Merge(changed(("    一: 1件\n", "")), (Clash(("举措成效", "甲", "一"), "9件", ""),)),
    ),
    "a topic taken out and a field at its end": (
        (("  乙: {三: 3件, 四: 4件}\n", ""),),
        (("4件}\n", "4件}\n  #: 注\n"),),
        Merge(
            changed(("4件}\n", "4件}\n  #: 注\n")),
            (
                Clash(
                    (),
                    changed(("  乙: {三: 3件, 四: 4件}\n", "")),
                    changed(("4件}\n", "4件}\n  #: 注\n")),
                ),
            ),
        ),
    ),
    "lines of which each is for a line": (
        (("    二: 2件", "    五: 2件"),),
        (("    一: 1件", "    一: 7件"),),
        Merge(changed(("一: 1件", "一: 7件"), ("二: 2件", "五: 2件"))),
    ),
    "lines that meet": (
        (("    一: 1件\n", "    五: 1件\n"),),
        (("1件", "7件"),),
        Merge(
            changed(("1件", "7件")),
            (Clash((), changed(("    一: 1件\n", "    五: 1件\n")), changed(("1件", "7件"))),),
        ),
    ),
}


@pytest.mark.parametrize(("mine", "theirs", "wanted"), CASES.values(), ids=CASES)
def test_what_becomes_of_two_changes(mine, theirs, wanted):
    assert merged_texts(BASE, changed(*mine), changed(*theirs), "镇.yaml") == wanted


ITEM = "不足:\n  - 问题: 甲\n    措施: 旧\n"
MINE = ITEM.replace("旧", "改甲")
ABOVE = ITEM.replace("不足:\n", "不足:\n  - 问题: 乙\n    措施: 做\n")
THIRD, FOURTH = (f"  - 问题: {one}\n    措施: {one}的措施\n" for one in "丙丁")
LONELY = "不足:\n  - 问题: 甲\n"
OTHER = ITEM.replace("甲", "乙")
LISTS = {
    "an item above mine": (ITEM, MINE, ABOVE, Merge(ABOVE.replace("旧", "改甲"))),
    "a key for an item that has moved": (
        LONELY,
        LONELY + "    措施: 改甲\n",
        LONELY.replace("不足:\n", "不足:\n  - 问题: 乙\n"),
        Merge("不足:\n  - 问题: 乙\n  - 问题: 甲\n    措施: 改甲\n"),
    ),
    "one item each": (
        LONELY,
        LONELY + THIRD,
        LONELY + FOURTH,
        Merge(LONELY + FOURTH, (Clash((), LONELY + THIRD, LONELY + FOURTH),)),
    ),
    "another item in the place of mine": (
        LONELY,
        LONELY + "    措施: 改甲\n",
        LONELY.replace("甲", "乙"),
        Merge(
            LONELY.replace("甲", "乙"),
            (Clash((), LONELY + "    措施: 改甲\n", LONELY.replace("甲", "乙")),),
        ),
    ),
    "two keys of one item": (ITEM, MINE, OTHER, Merge(OTHER.replace("旧", "改甲"))),
    "a new item of mine beside a changed one": (
        ITEM,
        ITEM + THIRD,
        ITEM.replace("旧", "新"),
        Merge(ITEM.replace("旧", "新") + THIRD),
    ),
    "one value of one item": (
        ITEM,
        MINE,
        ITEM.replace("旧", "新"),
        Merge(ITEM.replace("旧", "新"), (Clash(("不足", 0, "措施"), "改甲", "新"),)),
    ),
}


@pytest.mark.parametrize(("base", "mine", "theirs", "wanted"), LISTS.values(), ids=LISTS)
def test_what_is_written_in_an_item_stays_with_it(base, mine, theirs, wanted):
    assert merged_texts(base, mine, theirs, "镇.yaml") == wanted


LINES = st.lists(st.sampled_from(["一: 1", "二: 2", "  三", "# 注", "- 四: [", "五: 5件"]), max_size=6).map(
    "\n".join
)


@given(LINES, LINES, LINES)
def test_nothing_is_lost_of_any_texts(base, mine, theirs):
    merge = merged_texts(base, mine, theirs, "镇.yaml")
    here = [
        *merge.text.split("\n"),
        *(line for one in merge.clashes for line in (one.mine + "\n" + one.theirs).split("\n")),
    ]
    added = {line for line in mine.split("\n") if line not in base.split("\n")}
    assert all(any(line in there for there in here) for line in added) or merge.clashes
    if mine == base:
        assert merge == Merge(theirs)
    if theirs == base:
        assert merge == Merge(mine)
