"""Which shortcomings tell no cause: by their 原因, else by the words that tell one."""

from generator.facts.causes import is_unknown, without_cause, without_unknown
from generator.facts.head import Shortcoming
from tests.each import each


@each(
    ("shortcoming", "lacking"),
    [
        (Shortcoming(problem="装备不全"), True),
        (Shortcoming(problem="装备不全", cause="经费紧张"), False),
        (Shortcoming(problem="受经费限制，装备不全"), False),
        (Shortcoming(problem="力量不足", signs=("主要是编制少",)), False),
        (Shortcoming(body=("力量不足，主要还是编制少。",)), False),
        (Shortcoming(problem="学法不深", signs=("主要表现是学得少",)), True),
        (Shortcoming(problem="装备不全，原因尚未查明"), True),
        (Shortcoming(problem="装备不全", cause="尚待查明"), True),
        (Shortcoming(), False),  # asked after as what is to be filled in
    ],
)
def test_a_cause_is_told_in_its_line_or_in_the_words(shortcoming: Shortcoming, lacking: bool) -> None:
    """The number is that of the item in the file."""
    assert without_cause([Shortcoming(), shortcoming]) == ((2,) if lacking else ())


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
def test_an_unknown_cause_is_left_out(text: str, left: str) -> None:
    """What is left is asked for a cause."""
    assert without_unknown(text) == left


@each(
    ("cause", "unknown"),
    [("尚未查明", True), ("原因待查", True), ("经费不足", False), ("部门分工不明", False)],
)
def test_what_is_given_as_a_cause_may_say_that_it_is_not_known(cause: str, unknown: bool) -> None:
    """分工不明 is a cause."""
    assert is_unknown(cause) is unknown
