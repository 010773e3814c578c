"""The packs of invented notes: what is taken for sure is right, and most of what has a field is."""

from collections import Counter

import pytest

from bench.notes import FOLDER, count_pack
from generator.resources import Templates
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics

PACKS = sorted(FOLDER.iterdir())
LEAST, MOST_WRONG = 0.75, 0.01


@pytest.fixture(scope="module")
def counts():
    topics = read_topics(Templates())
    loud: list[str] = []
    return sum((count_pack(path, NotesReader(topics, 2024), loud) for path in PACKS), Counter())


def test_the_packs_are_there():
    assert len(PACKS) == 8


def test_hardly_anything_is_taken_for_what_it_is_not(counts):
    assert counts["定，错"] <= MOST_WRONG * counts.total()


def test_most_is_known(counts):
    with_field = counts.total() - counts["不取，对"] - counts["多出"] - counts["多出，定"]
    assert counts["定，对"] >= LEAST * with_field
