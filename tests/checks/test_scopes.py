"""Of which part of the year and which place a sentence speaks, as far as it says so before a place in it."""

import pytest

from generator.checks.scopes import period_and_place


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("上半年，石桥村排查隐患", {"上半年", "石桥村"}),
        ("上半年无事故，下半年", {"上半年", "下半年"}),
        ("上半年无事故。下半年", {"下半年"}),
        ("一月受理", {"一月"}),
        ("十二月受理", {"十二月"}),
        ("每一月一次", set()),
        ("3月受理", {"3月"}),
        ("截至12月底", set()),
        ("截至12月31日", set()),
        ("截至6月底", {"6月"}),
        ("2025年3月印发", set()),
        ("村民小组排查，社区民警走访", set()),
        ("上半年" + "排查" * 200, set()),
        ("", set()),
    ],
)
def test_periods_and_places_are_read_in_the_sentence_and_not_far_back(text, scope):
    assert period_and_place(text, len(text)) == scope
