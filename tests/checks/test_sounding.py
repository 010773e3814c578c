"""Words that sound like the one that is meant."""

from __future__ import annotations

import pytest

from generator.checks.sounding import sounding_alike


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [("自觉接手监督", "接手", "接受"), ("组织学系宣传", "学系", "学习")],
)
def test_another_word_of_the_same_sound_is_told_once(text, said, meant):
    assert [(text[one.start : one.end], one.meant) for one in sounding_alike(text)] == [(said, meant)]


@pytest.mark.parametrize("text", ["自觉接受监督", "法制审核", "法治审核", "督查督察", ""])
def test_what_is_right_and_what_has_two_forms_is_left_alone(text):
    assert list(sounding_alike(text)) == []
