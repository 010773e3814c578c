"""How fields are spoken of is read off the declarations and the templates."""

from generator.recognition.spoken import FIGURES, spoken_fields
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.topic import DUTIES

TOPICS = read_topics(Templates())
FIELDS = spoken_fields(TOPICS)


def test_every_field_that_is_a_figure_is_there():
    declared = {
        (topic.name, one.name) for topic in TOPICS for one in topic.fields.values() if one.kind in FIGURES
    }
    assert {(one.topic, one.field.name) for fields in FIELDS.values() for one in fields} == declared
    assert {one.field.name for one in FIELDS[DUTIES]} < set(TOPICS.duty_fields)


def _field(topic, name):
    return next(one for one in FIELDS[topic] if one.field.name == name)


def test_what_the_template_says_is_known_in_all_its_ways():
    phrases = _field("矛盾纠纷化解", "化解").phrases
    assert {"化解矛盾纠纷", "化解"} <= set(phrases)
    assert "整合机构职能" in _field("矛盾纠纷化解", "整合机构").phrases
    assert {"结案", "被申请行政复议的案件结案"} <= set(_field("复议应诉", "复议结案").phrases)


def test_other_names_and_ways_to_say_are_names():
    assert "首违不罚" in _field("行政执法", "首违免罚").names
    assert "罚款" in _field("行政执法", "罚没金额").names
    assert "转办" not in _field("公共法律服务", "法律援助").names


def test_a_part_is_known():
    assert _field("矛盾纠纷化解", "邻里").is_part
    assert not _field("矛盾纠纷化解", "化解").is_part
