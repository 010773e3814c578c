"""Looking for many words at once, and what stands around a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.scan import (
    Lexicon,
    half_width,
    hits,
    in_title,
    is_quoted,
    reading,
    sentence_at,
    sentence_end,
    start_behind,
)
from generator.patterns import pattern

CLAUSE = pattern("[。；，]")
WORDS = Lexicon({"法制": 1, "法制宣传": 2, "合同法": 3}, spared=("法制审核", "劳动合同法"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加强法制宣传和法制", [(2, "法制宣传", 2), (7, "法制", 1)]),
        ("落实法制审核", []),
        ("学习劳动合同法", []),
        ("学习合同法", [(2, "合同法", 3)]),
        ("", []),
        ("法", []),
    ],
)
def test_the_longest_word_is_found_and_what_is_spared_hides_it(text, found):
    assert list(WORDS.find(text)) == found
    assert hits(WORDS, text) == tuple(found)


@given(st.text(alphabet="法制宣传合同劳动审核", max_size=40))
def test_every_hit_is_where_it_says(text):
    last = 0
    for start, word, _ in WORDS.find(text):
        assert text.startswith(word, start)
        assert start >= last
        last = start + len(word)


@given(st.text(max_size=60))
def test_a_plain_text_is_as_long_as_the_text(text):
    assert len(half_width(text)) == len(text)


def test_plain_makes_signs_full_and_digits_half_width():
    assert half_width("纲要(２０２1-2025年),如下:") == "纲要（2021—2025年），如下："


@pytest.mark.parametrize(
    ("text", "clean", "span", "place"),
    [
        ("依法治镇", "依法治镇", (0, 2), (0, 2)),
        ("依法治鎮(zhèn)。", "依法治镇。", (3, 5), (3, 11)),
        ("學(xué)習(xí)法律", "学习法律", (0, 2), (0, 7)),
    ],
)
def test_a_reading_leads_back_to_the_text(text, clean, span, place):
    read = reading(text)
    assert read.text == clean
    assert read.at(*span) == place


def test_what_a_place_stands_in():
    text = "加强领导。落实《甲“乙”》，做到“丙”；完"
    assert sentence_at(text, 8) == "落实《甲“乙”》，做到“丙”；"
    assert in_title(text, 8)
    assert not in_title(text, 2)
    assert is_quoted(text, text.index("丙"))
    assert not is_quoted(text, 2)


@given(st.text("甲。；，\n", max_size=20), st.integers(0, 20))
def test_a_sentence_goes_from_one_sign_to_the_next(text, place):
    place = min(place, len(text))
    start = max(text.rfind(sign, 0, place) for sign in "。；\n") + 1
    ends = [end for end in (text.find(sign, place) for sign in "。；\n") if end >= 0]
    end = min(ends, default=len(text) - 1) + 1
    assert (sentence_at(text, place), sentence_end(text, place)) == (text[start:end], end)
    assert start_behind(CLAUSE, text, place) == max(text.rfind(sign, 0, place) for sign in "。；，") + 1
