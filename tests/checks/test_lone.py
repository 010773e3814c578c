"""What is left alone when a text is cut into words."""

from __future__ import annotations

import pytest

from generator.checks.lone import lone_parts, lost_halves, typed_twice


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


@pytest.mark.parametrize(
    ("text", "said", "meant"), [("明确任，强化措施", "任", "责任"), ("加强组织领。", "领", "领导")]
)
def test_a_character_stands_where_a_word_belongs(text, said, meant):
    (one,) = lost_halves(text)
    assert (text[one.start : one.end], one.meant) == (said, meant)


@pytest.mark.parametrize("text", ["明确责任，强化措施", "建立法律顾问团，", "组织干部学，逐户讲。", ""])
def test_words_by_themselves_and_ends_of_names_are_left_alone(text):
    assert list(lost_halves(text)) == []
