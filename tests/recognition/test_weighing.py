"""How much words tell of a field."""

import pytest

from generator.recognition.spoken import spoken_fields
from generator.recognition.weighing import PairWeights
from generator.resources import Templates
from generator.topics import read_topics

FIELDS = [one for fields in spoken_fields(read_topics(Templates())).values() for one in fields]
WEIGHTS = PairWeights((one, ()) for one in FIELDS)
BY_NAME = {(one.spoken.home, one.spoken.field.name): one for one in WEIGHTS.fields}


def test_what_few_fields_have_tells_more():
    assert WEIGHTS.of("鉴定") > WEIGHTS.of("开展")
    assert WEIGHTS.kept("矛盾") > WEIGHTS.kept("盾纠")


def test_what_is_said_speaks_for_a_field_and_what_is_not_against_it():
    field = BY_NAME["矛盾纠纷化解", "排查"]
    whole = WEIGHTS.weigh(field, {"排查": 1.0, "矛盾": 1.0, "纠纷": 1.0}, {})
    strange = WEIGHTS.weigh(field, {"排查": 1.0, "隐患": 1.0, "道路": 1.0}, {})
    assert whole.score > strange.score
    assert whole.explained == 1 > strange.explained
    assert WEIGHTS.weigh(field, {"旅游": 1.0}, {}) is None


def test_what_a_real_report_counted_is_a_way_to_say_it():
    told = PairWeights((one, ("评查卷宗",) if one.field.name == "排查" else ()) for one in FIELDS)
    field = next(one for one in told.fields if one.spoken.field.name == "排查")
    assert told.weigh(field, dict.fromkeys(["评查", "查卷", "卷宗"], 1.0), {}).reported == pytest.approx(1)


def test_percentage_points_are_only_of_what_changed():
    assert BY_NAME["政务服务", "进驻率提高"].takes("个百分点")
    assert not BY_NAME["政务服务", "进驻率"].takes("个百分点")
