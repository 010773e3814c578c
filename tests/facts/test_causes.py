"""Which shortcomings tell no cause: by their 原因, else by the words that tell one."""

from generator.facts.causes import without_cause
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
        (Shortcoming(), False),  # asked after as what is to be filled in
    ],
)
def test_a_cause_is_told_in_its_line_or_in_the_words(shortcoming: Shortcoming, lacking: bool) -> None:
    """The number is that of the item in the file."""
    assert without_cause([Shortcoming(), shortcoming]) == ((2,) if lacking else ())
