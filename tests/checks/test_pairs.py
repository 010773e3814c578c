"""Words beside one that they do not go with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.pairs import mistaken_words


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("形成遇事找法的良好分为。", "分为", "氛围"),
        ("居民的法治意思提高。", "意思", "意识"),
        ("畅通诉求渠到。", "渠到", "渠道"),
        ("夯实法治更基。", "更基", "根基"),
    ],
)
def test_a_word_that_sounds_or_looks_like_the_right_one_is_told(text, said, meant):
    assert [(text[one.start : one.end], one.meant) for one in mistaken_words(text)] == [(said, meant)]


@pytest.mark.parametrize(
    "text",
    ["重大执法决定法制审核", "开展主题教育", "坚持依法执政", "人员集中时机", "除经依法批准", "案件分为三类"],
)
def test_a_word_that_is_right_there_passes(text):
    assert not list(mistaken_words(text))


@given(st.text("良好法治意识分为氛围的，一二"))
def test_what_is_told_stands_in_the_text_and_differs(text):
    for one in mistaken_words(text):
        assert text[one.start : one.end] != one.meant
        assert one.meant in one.pair
