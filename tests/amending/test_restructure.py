"""Whole blocks of lines are removed, moved, renamed and hidden, and no other line of the file changes."""

import random

import pytest

from generator.amending import Amendment, amend_text
from generator.amending.restructure import restructure_text
from generator.amending.restructuring import Hiding, Moving, Removing, Renaming, Showing
from generator.problems import UserError
from generator.yamltext.path import content_at
from generator.yamltext.source import read_source
from tests.amending.test_amend import FACTS, FILE, TOPIC
from tests.cli.command import EXAMPLES
from tests.each import each

PART = ("举措成效",)
HEADING = (*PART, "强化普法")
SIMPLE = """\
举措成效:
  # 第一个标题

  # 甲的来历
  甲标题:
    # 说明
    组织领导:
      同部署: 是
    # 监督: 已并入
    学法用法:   # 司法所
      学法: 3次

  乙标题:
    行政执法:
      立案: 3件
    # 这个标题下还可以写：履职清单
计划: [甲, 乙]"""

DONE = [
    (
        Removing((*PART, "甲标题", "组织领导")),
        "    # 说明\n    组织领导:\n      同部署: 是\n",
        "",
    ),
    (
        Removing((*PART, "甲标题", "学法用法")),
        "    学法用法:   # 司法所\n      学法: 3次\n",
        "",
    ),
    (
        Removing((*PART, "甲标题")),
        SIMPLE[SIMPLE.index("\n  # 甲的来历") : SIMPLE.index("\n  乙标题")],
        "",
    ),
    (Renaming((*PART, "甲标题"), "一: 甲"), "  甲标题:", '  "一: 甲":'),
    (Removing(("计划", 0)), "[甲, 乙]", "[乙]"),
    (Moving(("计划", 1), ("计划",), 0), "[甲, 乙]", "[乙, 甲]"),
    (
        Hiding((*PART, "甲标题", "学法用法")),
        "    学法用法:   # 司法所\n      学法: 3次\n",
        "    # 学法用法:   # 司法所\n    #   学法: 3次\n",
    ),
    (
        Moving((*PART, "甲标题", "学法用法"), (*PART, "甲标题"), "组织领导"),
        SIMPLE[SIMPLE.index("    # 说明") : SIMPLE.index("\n  乙标题")],
        "    学法用法:   # 司法所\n      学法: 3次\n    # 说明\n    组织领导:\n      同部署: 是\n    # 监督: 已并入\n",
    ),
    (
        Moving((*PART, "乙标题"), PART, "甲标题"),
        SIMPLE[SIMPLE.index("\n  # 甲的来历") : SIMPLE.index("计划")],
        SIMPLE[SIMPLE.index("\n  乙标题") : SIMPLE.index("计划")]
        + SIMPLE[SIMPLE.index("\n  # 甲的来历") : SIMPLE.index("\n  乙标题")],
    ),
]


@each(("change", "old", "new"), DONE, ids=lambda one: str(one)[:60])
@each("ends", ["\n", "\r\n"])
@each("mark", ["", "\ufeff"])
def test_a_block_of_lines_goes_with_its_comments(change, old, new, ends, mark):
    assert SIMPLE.count(old) == 1
    before, after = (mark + text.replace("\n", ends) for text in (SIMPLE, SIMPLE.replace(old, new)))
    assert restructure_text(before, FILE, change) == after


def test_the_first_entry_behind_a_dash_hands_it_on():
    after = restructure_text(FACTS, FILE, Removing(("不足", 0, "问题")))
    assert after == FACTS.replace("- 问题: 装备不全\n  原因", "- 原因")


def test_a_list_that_loses_its_last_item_stays_empty():
    after = restructure_text(FACTS, FILE, Removing(("不足", 0)))
    assert after == FACTS.replace("- 问题: 装备不全\n  原因: 经费不足\n", "")
    assert read_source(after.encode(), FILE).data["不足"] == ""


def test_a_topic_moves_to_another_depth():
    after = restructure_text(FACTS, FILE, Moving(TOPIC, PART, "强化普法"))
    assert "\n  法治宣传教育:\n    普法活动: 50余次   # 含线上\n" in after
    assert "\n    亮点: |\n      甲村\n      乙村\n" in after
    back = restructure_text(after, FILE, Moving((*PART, "法治宣传教育"), HEADING, "行政执法"))
    assert back == FACTS


REFUSED = [
    (Renaming(TOPIC, "行政执法"), "这里已经有“行政执法”"),
    (Removing((*PART, "没有的")), "找不到"),
    (Removing(("不足", 7)), "找不到"),
    (Showing((*HEADING, "法治宣传教育")), "找不到"),
    (Hiding(("单位", "简称")), "写在一行上"),
    (Moving(("单位", "简称"), HEADING), "分不开"),
    (Moving(TOPIC, (*PART, "没有的")), "找不到"),
]


@pytest.mark.parametrize(("change", "told"), REFUSED, ids=lambda one: str(one)[:40])
def test_what_cannot_be_done_is_said(change, told):
    with pytest.raises(UserError) as error:
        restructure_text(FACTS, FILE, change)
    assert told in error.value.message or told in error.value.fix


def _blocks(data, path=()):
    """Give the paths of all keys and items, with what holds each."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, one in entries:
        yield (*path, name)
        yield from _blocks(one, (*path, name))


def _random_edit(text, chance):
    data = read_source(text.encode(), FILE).data
    paths = [path for path in _blocks(data) if len(path) > 1]
    path = chance.choice(paths)
    siblings = content_at(data, path[:-1])
    kind = chance.choice([Removing, Hiding, Moving, Moving, Renaming, Amendment])
    if kind is Moving:
        others = siblings if isinstance(siblings, dict) else range(len(siblings))
        return Moving(path, path[:-1], chance.choice([*others, None]))
    if kind is Renaming and isinstance(siblings, dict):
        return Renaming(path, f"新名{chance.randrange(10**6)}")
    if kind is Amendment and isinstance(content_at(data, path), str):
        return Amendment(path, f"{chance.randrange(10**6)}件")
    return kind(path) if kind in (Removing, Hiding) and isinstance(path[-1], str) else Removing(path)


def _is_turned(old, new):
    """Tell whether lines are the same but that one run of them stands before another: so a block moves."""
    return any(old[at:] + old[:at] == new for at in range(len(old) or 1))


def _hold_to(edit, before, after):
    """Hold an edit to its lines: all others stand as they stood, in their order."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    if isinstance(edit, Hiding):
        assert restructure_text(after, FILE, Showing(edit.path)) == before
    elif isinstance(edit, Moving):
        assert _is_turned(old, new) or len(old) == len(new) == 1
    elif isinstance(edit, Removing):
        left = [line.lstrip(" -") for line in old][
            len(old) - len(new) :
        ]  # the next entry takes the dash over
        assert [line.lstrip(" -") for line in new] == left or len(old) == len(new) == 1
    else:
        assert len(new) == len(old) == 1 or isinstance(edit, Amendment)


def _edited(text, edit):
    return (
        amend_text(text, FILE, [edit]) if isinstance(edit, Amendment) else restructure_text(text, FILE, edit)
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "seed", [*range(5), *(pytest.param(one, marks=pytest.mark.soak) for one in range(5, 50))]
)
def test_random_edits_change_nothing_else(seed, ends):
    """Of 20 edits a walk, each is held to what it says; 50 walks in the soak tests, in both line ends."""
    chance = random.Random(seed)
    examples = sorted(EXAMPLES.glob("*.yaml"))
    text = examples[seed % len(examples)].read_text(encoding="utf-8").replace("\n", ends)
    refused = 0
    for _ in range(20):
        edit = _random_edit(text, chance)
        try:
            after = _edited(text, edit)
        except UserError:
            refused += 1
            continue
        _hold_to(edit, text, after)
        text = after
    assert refused <= 8
