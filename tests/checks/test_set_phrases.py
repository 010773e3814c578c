"""Set phrases that have one word in one place, and what stands there instead."""

from __future__ import annotations

import pytest

from generator.checks.set_phrases import odd_words


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("弘扬社会主义法治理论。", "弘扬社会主义法治理论", "弘扬社会主义法治精神"),
        ("弘扬社会主义法治，建设平安乡镇", "弘扬社会主义法治", "弘扬社会主义法治精神"),
        ("领会“十个坚持”的核心要义", "“十个坚持”的核心要义", "“十一个坚持”的核心要义"),
    ],
)
def test_another_word_in_the_place_of_the_one_that_belongs_there_is_told(text, said, meant):
    told = [(text[one.start : one.end], one.meant) for one in odd_words(text)]
    assert (said, meant) in told


@pytest.mark.parametrize(
    "text",
    [
        "弘扬社会主义法治精神",
        "弘扬社会主义法治文化",
        "弘扬社会主义法治",
        "领会“十一个坚持”的核心要义",
        "社会主义法治的根本保证",
    ],
)
def test_what_belongs_there_and_what_goes_on_otherwise_is_left_alone(text):
    assert not list(odd_words(text))
