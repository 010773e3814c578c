"""The clerk's own words against the fields beside them and against last year's."""

from __future__ import annotations

import pytest

from generator.checks.sample import facts
from tests.checks.examples import codes

WORDS = [
    ("{普法活动: 50余场, 亮点: [全年开展普法活动62场。]}", True),
    ("{普法活动: 50场, 亮点: [累计开展普法活动48场。]}", True),
    ("{普法活动: 50场, 亮点: [在集市开展普法活动6场。]}", False),
    ("{普法活动: 50场, 亮点: [全年开展普法活动50场。]}", False),
    ("{普法活动: 50场, 亮点: [发放宣传资料600份。]}", False),
]


@pytest.mark.parametrize(("topic", "contradicts"), WORDS)
def test_words_against_the_field(topic, contradicts):
    assert ("数据-27" in codes(facts(f"法治宣传教育: {topic}"))) is contradicts


def test_short_phrases_may_come_again():
    same = "法治宣传教育: {亮点: [开展送法下乡活动。]}"
    assert "雷同-08" not in codes(facts(same, last=same))
