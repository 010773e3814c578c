"""What is left alone when a text is cut into words."""

from __future__ import annotations

import pytest

from generator.checks.lone import lone_parts, typed_twice


@pytest.mark.parametrize(
    ("text", "said"),
    [("加强法律服务伍建设", "伍"), ("存在的题全部整改", "题"), ("畅通公众参渠道", "参")],
)
def test_a_part_of_a_word_is_told_with_a_word_that_it_may_be_of(text, said):
    (one,) = lone_parts(text)
    assert text[one.start : one.end] == said
    assert said in one.meant


@pytest.mark.parametrize("text", ["加强法律服务队伍建设", "4月31组织宣传", "", "全程检测有台账"])
def test_what_is_whole_is_left_alone(text):
    assert list(lone_parts(text)) == []


@pytest.mark.parametrize(
    ("text", "places"), [("三是强强化监督", {2}), ("逐户户推动", {1}), ("法治治理", set()), ("", set())]
)
def test_a_character_typed_twice_stands_beside_a_word_that_has_it(text, places):
    assert typed_twice(text) == places
