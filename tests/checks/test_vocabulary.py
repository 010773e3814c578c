"""The words of the text checks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.vocabulary import common_words, covered, loose, phrases, simplified, sounds, vocabulary


def test_the_lists_are_there():
    words = vocabulary()
    assert len(words.slips) > 1000
    assert len(words.colloquial) > 100
    assert len(common_words()) > 20_000
    assert len(phrases()) > 800
    assert all(len(word) == 2 for word in common_words())
    assert all(len(word) > 1 for word in (*words.slips, *words.colloquial, *words.spared))


def test_sounds_are_told_as_southerners_tell_them():
    sound = sounds()
    assert sound["治"] == sound["自"]
    assert sound["信"] == sound["性"]
    assert sound["法"] != sound["治"]


def test_traditional_characters_have_a_simplified_one():
    pairs = simplified()
    assert pairs["鎮"] == "镇"
    assert not set(pairs) & set(pairs.values())


@pytest.mark.parametrize(
    ("text", "start", "end", "answer"),
    [("大会仪式", 1, 3, True), ("街道会仪活", 2, 4, False), ("安排", 0, 2, False)],
)
def test_a_stretch_is_covered_by_its_neighbours(text, start, end, answer):
    assert covered(text, start, end) is answer


@given(st.text(alphabet="法治政府建设酚哽，1", max_size=30))
def test_a_loose_character_makes_no_word(text):
    words = common_words()
    for place in loose(text):
        assert text[place : place + 2] not in words
        assert place == 0 or text[place - 1 : place + 1] not in words
