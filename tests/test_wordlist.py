"""Where a text may be cut without cutting a word."""

import pytest

from generator.wordlist import common_words, cuts_word, is_common_word


@pytest.mark.parametrize(
    ("text", "at", "cut"),
    [
        ("合格率", 1, True),
        ("合同涉及", 1, True),
        ("从轻处罚", 1, True),
        ("其他纠纷", 1, True),
        ("有人民调解员", 1, False),
        ("有社区", 1, False),
        ("其实施方案", 1, False),
        ("合格率", 0, False),
        ("合格率", 3, False),
        ("", 0, False),
    ],
)
def test_a_cut_through_a_word_is_told(text, at, cut):
    assert cuts_word(text, at) is cut


def test_common_words_have_two_characters():
    assert {len(word) for word in common_words()} == {2}


@pytest.mark.parametrize(
    ("words", "answer"),
    [("安全", True), ("全安", False), ("安", False), ("", False), ("安全员", False), ("，安", False)],
)
def test_a_common_word_is_known_without_all_the_others(words, answer):
    assert is_common_word(words) is answer
    assert (words in common_words()) is answer
