"""Patterns put together."""

import re

from generator.drafting.shape_texts import Spelled, grouped, in_a_row, one_of, spelled

VALUE = Spelled("(?P<s0>[^，]+?)")


def test_texts_side_by_side_are_one():
    assert in_a_row([spelled("全年"), spelled("排查")]) == spelled("全年排查")


def test_a_row_has_its_longest_text_as_anchor():
    said = in_a_row([spelled("排查"), VALUE, spelled("矛盾纠纷")])
    assert said.anchors == ("矛盾纠纷",)
    assert re.fullmatch(said.pattern, "排查各类矛盾纠纷")["s0"] == "各类"


def test_one_of_several_has_anchors_only_where_each_has_some():
    assert set(one_of([spelled("化解"), spelled("调处")]).anchors) == {"化解", "调处"}
    optional = one_of([spelled("全年"), spelled("")])
    assert (optional.anchors, optional.some) == ((), ("全年",))


def test_words_of_the_template_go_before_a_value():
    said = one_of([VALUE, spelled("违法行为")])
    assert re.fullmatch(said.pattern, "违法行为")["s0"] is None


def test_a_group_has_the_anchors_of_what_is_in_it():
    assert grouped("s1", spelled("落实")) == Spelled("(?P<s1>落实)", ("落实",))
