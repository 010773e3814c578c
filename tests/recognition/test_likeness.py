"""Which fields and topics a few words are like."""

import pytest

from generator.recognition.likeness import explained, like_fields
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics

FIELDS = spoken_fields(read_topics(Templates()))


@pytest.mark.parametrize(
    ("word", "home", "first"),
    [
        ("日常巡查检查", "行政执法", "执法检查"),
        ("化解信访", "信访工作", "积案化解"),
        ("天书", "信访工作", None),
        ("", "信访工作", None),
    ],
)
def test_the_likest_field_comes_first(word, home, first):
    like = like_fields(word, FIELDS[home])
    assert (like[0].field.name if like else None) == first
    assert len(like) <= 3


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("领导包案，化解", "领导包案|积案化解", 6),
        ("领导包案", "领导|包案", 4),
        ("领", "领导", 0),
        ("水牛", "领导", 0),
    ],
)
def test_the_characters_that_a_topic_says_too_are_counted(text, words, count):
    assert explained(text, words) == count
