"""Of figures that contradict each other, the one is marked of which the notes say that it holds."""

import pytest

from generator.suggesting.suggestion import Standing
from tests.suggesting.test_suggest import suggested


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("网格86个\n网格88个\n两个数以88个为准", {"86个": False, "88个": True}),
        ("网格86个\n更正！网格是88个，昨天打错了，以这个为准", {"86个": False, "88个": True}),
        ("网格86个（用我们这个86）\n网格88个", {"86个": True, "88个": False}),
        ("网格86个\n网格88个，以平安办的为准", {"86个": False, "88个": False}),
    ],
)
def test_two_figures_of_one_thing_are_a_contradiction_and_the_one_that_holds_is_marked(text, holds):
    offered = [one for one in suggested(text).offered if one.value in holds]
    assert {one.standing for one in offered} == {Standing.RIVAL}
    assert {one.value: one.holds for one in offered} == holds
