"""Which field a figure of a whole report most likely is."""

import pytest

from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics

RANKING = ranking_for(read_topics(Templates()))


@pytest.mark.parametrize(
    ("text", "home", "keys"),
    [
        ("全年排查矛盾纠纷231件，化解198起。", "矛盾纠纷化解", ["排查", "化解"]),
        ("发放宣传资料3000余份。", "法治宣传教育", ["宣传资料"]),
        ("办理人大代表建议12件。", "权力监督", ["人大建议"]),
    ],
)
def test_the_likeliest_field_is_first(text, home, keys):
    figures = [one.under({home: 1.0}) for one in RANKING.rank(text, "镇", 2023)]
    assert [one.fields[0].key for one in figures] == [(home, key) for key in keys]


def test_fields_of_other_levels_are_none():
    (figure,) = RANKING.rank("注册工作人员30人。", "镇", 2023)
    assert "系统注册" not in {one.spoken.field.name for one in figure.fields}


def test_a_topic_is_told_by_its_title_first():
    likely = RANKING.likely_homes("做好各项工作。", "多元化解矛盾纠纷")
    assert max(likely, key=likely.get) == "矛盾纠纷化解"
    assert likely["矛盾纠纷化解"] == 1


def test_nothing_is_like_any_topic():
    assert set(RANKING.likely_homes("〇〇", "").values()) == {0.0}
