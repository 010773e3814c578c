"""Sentences alike become passages: in any order, with gaps, and no passage of what is short."""

import random

import pytest

from generator.likeness.passages import shared_runs

RNG = random.Random(3)
LINES = ["".join(chr(RNG.randrange(0x4E00, 0x5E00)) for _ in range(30)) for _ in range(60)]
OTHERS = ["".join(chr(RNG.randrange(0x6E00, 0x7E00)) for _ in range(30)) for _ in range(60)]


def _found(first, second, alike):
    return [one.pairs for one in shared_runs(first, second, alike)]


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 1, 4, 2]])
def test_a_run_is_one_passage_in_any_order(order):
    second = [*OTHERS[:8], *(LINES[10 + at] for at in order), *OTHERS[8:]]
    alike = [(10 + at, 8 + place) for place, at in enumerate(order)]
    assert _found(LINES[:30], second, alike) == [tuple(sorted(alike))]


def test_two_runs_are_two_passages():
    second = [*LINES[:3], *OTHERS[:9], *LINES[20:23]]
    alike = [(0, 0), (1, 1), (2, 2), (20, 12), (21, 13), (22, 14)]
    assert sorted(_found(LINES[:30], second, alike)) == [tuple(alike[:3]), tuple(alike[3:])]


def test_a_sentence_changed_more_is_found_beside_one_that_is_alike():
    rewritten = LINES[5][:20] + OTHERS[5][:10]
    second = [*LINES[3:5], rewritten, LINES[6]]
    assert _found(LINES[:10], second, [(3, 0), (4, 1), (6, 3)]) == [((3, 0), (4, 1), (5, 2), (6, 3))]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["短" * 30], False),
        (["长" * 60], True),
        (["短" * 12, "句" * 13], False),
        (["中" * 25, "间" * 25], True),
    ],
)
def test_what_is_short_tells_nothing(texts, told):
    alike = [(at, at) for at in range(len(texts))]
    assert bool(shared_runs(texts, texts, alike)) is told


def test_each_sentence_has_one_partner():
    texts = [LINES[0], LINES[0], LINES[1]]
    (passage,) = _found(texts, texts, [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)])
    assert [first for first, _second in passage] == [0, 1, 2]
    assert sorted(second for _first, second in passage) == [0, 1, 2]
