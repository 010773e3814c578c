"""What the program asks to look at is told until the comment is taken away."""

import pytest

from generator.facts.looked_at import not_looked_at


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  # 请核对：日期“3月5日”", [(3, "还没有核对：日期“3月5日”。")]),
        ("- 走访。    # 请核对: 户数。", [(10, "还没有核对：户数。")]),
        ("# 照上年的标题，请核对", []),
        ("- 请核对：台账。", []),
    ],
)
def test_a_comment_that_asks_is_told(line, told):
    assert [(one.place.column, one.message) for one in not_looked_at(["", line], "甲.yaml")] == told
