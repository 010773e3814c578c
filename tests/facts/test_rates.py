"""Rates that the file leaves out: worked out of two exact figures that count what their fields do."""

import pytest

from generator.facts.rates import worked_out
from generator.yamltext.path import dotted
from tests.facts.test_loading import facts


def closed(text, least=0):
    topic = facts(f"举措成效:\n{text}").topics["行政执法"]
    return worked_out(topic.topic.fields["办结率"], topic, topic.topic.fields, least)


@pytest.mark.parametrize(
    ("figures", "least", "rate"),
    [
        ("立案: 24件, 办结: 18件", 0, "75%"),
        ("立案: 24件, 办结: 24件", 0, "100%"),
        ("立案: 24件, 办结: 18件", 25, None),
        ("立案: 近24件, 办结: 18件", 0, None),
        ("立案: 24件, 办结: 0件", 0, None),
        ("立案: 0件, 办结: 0件", 0, None),
        ("立案: 24人, 办结: 18件", 0, None),
        ("立案: 24件", 0, None),
        ("立案: , 办结: 18件", 0, None),
    ],
)
def test_a_rate_is_worked_out_of_two_exact_figures(figures, least, rate):
    found = closed(f"  行政执法: {{{figures}}}\n", least)
    assert (found.text if found else None) == rate


def test_it_rests_on_both_figures_under_whatever_heading_they_stand():
    found = closed("  甲: {行政执法: {立案: 24件}}\n  乙: {行政执法: {办结: 18件}}\n")
    assert found.text == "75%"
    assert [dotted(one) for one in found.grounds] == [
        "举措成效.乙.行政执法.办结",
        "举措成效.甲.行政执法.立案",
    ]
