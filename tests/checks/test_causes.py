"""What is said of a cause that nobody knows."""

from __future__ import annotations

from generator.checks.causes import is_unknown, without_unknown
from tests.each import each


@each(
    ("text", "left"),
    [
        ("维修资金使用困难，原因尚未查明。", "维修资金使用困难，。"),
        ("主要原因待查", "。"),
        ("原因是人手少，深层原因不明。", "原因是人手少，。"),
        ("原因分析不够。", "原因分析不够。"),
        ("因原因不明的投诉增多，调解员不够用。", "因原因不明的投诉增多，调解员不够用。"),
    ],
)
def test_an_unknown_cause_is_left_out(text, left):
    assert without_unknown(text) == left


@each(
    ("cause", "unknown"),
    [("尚未查明", True), ("原因待查", True), ("经费不足", False), ("部门分工不明", False)],
)
def test_what_is_given_as_a_cause_may_say_that_it_is_not_known(cause, unknown):
    assert is_unknown(cause) is unknown
