"""How much several parts of a report may take together, as notices say it."""

import pytest

from generator.numbers.part_shares import read_parts_share
from generator.numbers.span import WHOLE


@pytest.mark.parametrize(
    ("text", "keys", "ordinals", "bounds"),
    [
        ("不足、计划合计不超过四分之一", {"不足", "计划"}, set(), (0, WHOLE // 4)),
        ("第三、四部分合计不超过全文的四分之一", set(), {3, 4}, (0, WHOLE // 4)),
        ("第三块和第四块合计不超过25%。", set(), {3, 4}, (0, WHOLE // 4)),
        ("三、四部分之和不超过25%", set(), {3, 4}, (0, WHOLE // 4)),
        ("第三部分和第四部分加起来占全文不超过1/4", set(), {3, 4}, (0, WHOLE // 4)),
        ("存在的问题和工作安排不超过三分之一", {"不足", "计划"}, set(), (0, WHOLE // 3)),
        ("第一责任人不少于20%", {"第一责任人"}, set(), (WHOLE // 5, None)),
        ("第一责任人履职情况不少于20%", {"第一责任人"}, set(), (WHOLE // 5, None)),
        ("举措成效不少于一半", {"举措成效"}, set(), (WHOLE // 2, None)),
    ],
)
def test_parts_and_their_share(text, keys, ordinals, bounds):
    found = read_parts_share(text)
    assert (found.keys, found.ordinals, (found.share.low, found.share.high)) == (keys, ordinals, bounds)


@pytest.mark.parametrize(
    "text", ["", "不足", "计划很少", "不超过25%", "二十部分不超过25%", "不足不超过300字"]
)
def test_what_is_none(text):
    assert read_parts_share(text) is None
