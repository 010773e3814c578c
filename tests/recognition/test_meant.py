"""Enough speaks for a field, or it is none: a wrong one is worse than none."""

import pytest

from generator.recognition.meant import is_meant
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics

RANKING = ranking_for(read_topics(Templates()))


def meant(text, home, name):
    (figure,) = RANKING.rank(text, "镇", 2023)
    field = next(one for one in figure.under({home: 1.4}).fields if one.key == (home, name))
    return is_meant(field, figure.said, spoken=False)


@pytest.mark.parametrize(
    ("text", "home", "name", "expected"),
    [
        ("全年排查矛盾纠纷231件。", "矛盾纠纷化解", "排查", True),
        ("计划排查矛盾纠纷231件。", "矛盾纠纷化解", "排查", False),
        ("平均每村排查矛盾纠纷3件。", "矛盾纠纷化解", "排查", False),
        ("行政诉讼胜诉率100%。", "复议应诉", "胜诉率", True),
        ("负责人出庭应诉率100%。", "复议应诉", "胜诉率", False),
        ("组织法治文艺汇演和知识竞赛活动、业务培训3场。", "行政执法", "执法培训", False),
    ],
)
def test_a_field_is_meant(text, home, name, expected):
    try:
        assert meant(text, home, name) is expected
    except StopIteration:
        assert not expected
