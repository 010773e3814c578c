"""The index of sentences: what is the same, what nearly, and what is not held against each other."""

import random

import pytest

from generator.likeness.index import like_sentences

CHARACTERS = [chr(number) for number in range(0x4E00, 0x5E00)]


def _sentence(rng, length=30):
    return "".join(rng.choice(CHARACTERS) for _ in range(length))


def _changed(rng, text, many):
    letters = list(text)
    for at in rng.sample(range(len(text)), many):
        letters[at] = rng.choice(CHARACTERS)
    return "".join(letters)


def _all(_one, _other):
    return True


def _pairs(reports, compared=_all):
    return [(one.one, one.other, one.pairs) for one in like_sentences(reports, compared)]


@pytest.fixture
def rng():
    return random.Random(5)


def test_the_same_sentence_is_found_wherever_it_stands(rng):
    lines = [_sentence(rng) for _ in range(20)]
    first, second = lines[:10], [*lines[10:], lines[3], lines[0]]
    assert _pairs(["\n".join(first), "\n".join(second)]) == [(0, 1, ((0, 11), (3, 10)))]


def test_a_few_characters_changed_are_found_and_many_are_not(rng):
    lines = [_sentence(rng, 40) for _ in range(40)]
    near = "\n".join(_changed(rng, one, 4) for one in lines)
    far = "\n".join(_changed(rng, one, 16) for one in lines)
    ((one, other, pairs),) = _pairs(["\n".join(lines), near, far])
    assert (one, other) == (0, 1)
    assert len(pairs) >= 30
    assert all(first == second for first, second in pairs)


def test_reports_without_sentences_and_the_same_report_are_passed_over(rng):
    line = _sentence(rng)
    assert _pairs(["", f"{line}\n{line}", ""]) == []


def test_only_those_are_compared_that_are_to_be(rng):
    text = "\n".join(_sentence(rng) for _ in range(5))
    assert [(one, other) for one, other, _pairs in _pairs([text] * 3, lambda one, _other: one == 0)] == [
        (0, 1),
        (0, 2),
    ]


def test_a_sentence_that_very_many_have_does_not_make_all_pairs(rng):
    line = _sentence(rng)
    found = _pairs([line] * 300)
    assert {one for pair in found for one in pair[:2]} == set(range(300))
    assert len(found) < 300 * 8


def test_a_templates_sentence_is_alike_only_to_the_letter(rng):
    line = "=" + _sentence(rng, 30)
    assert _pairs([line, line]) == [(0, 1, ((0, 0),))]
    assert _pairs([line, line[:-1] + "乙"]) == []
