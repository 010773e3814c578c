"""Rows of like words: where a mark was lost in one, and rows that have all their marks."""

from __future__ import annotations

import pytest

from generator.checks.rows import UNPARTED


def _lost(text: str) -> set[int]:
    return {match.start(match.lastgroup or 0) for shape, _why in UNPARTED for match in shape.finditer(text)}


@pytest.mark.parametrize(
    "text",
    [
        "通过悬挂横幅|发放资料|现场答疑等形式营造氛围",
        "利用宣传栏|微信群|大喇叭等平台推送",
        "网格员|调解员等参与化解",
        "镇党委书记|镇长分别到村调研",
        "各部门|各村要压实责任",
        "编制学法清单|普法清单并公示",
        "做到有案必立|有诉必理",
    ],
)
def test_each_lost_mark_is_found_and_none_where_it_stands(text):
    parts = text.split("|")
    joined = "".join(parts)
    ends = {sum(map(len, parts[:count])) for count in range(1, len(parts))}
    assert set() < _lost(joined) <= ends  # the first of a row is enough to tell it
    assert not _lost("、".join(parts))


@pytest.mark.parametrize(
    "text", ["通过组织干部参加培训等方式", "党员志愿者参与巡查", "食品药品领域", "镇长副职", "调解邻里纠纷"]
)
def test_one_thing_of_two_words_is_no_row(text):
    assert not _lost(text)
