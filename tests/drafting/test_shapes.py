"""What templates can say, taken apart."""

import pytest

from generator.drafting.clauses import setting_of
from generator.drafting.shapes import shapes_of, shapes_of_opening
from generator.facts.head import Unit
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)
SETTING = setting_of(Unit(short="云岭镇", level="镇"), 2024, TEMPLATES)


def shapes(topic):
    """Give the shapes of a topic; those of all are made once, and not where the tests are collected."""
    return shapes_of(TOPICS, SETTING)[topic]


@each("topic", [*TOPICS], ids=lambda topic: topic.name)
def test_every_field_has_a_slot(topic):
    told = {slot.field for one in shapes(topic.name).clauses for slot in one.slots.values()}
    assert set(topic.fields) <= told


def told(topic, clause):
    """Give what the shapes of a topic that a clause fits may tell, each as field, how it was printed and its text."""
    return [
        {(slot.field, slot.how, groups[name]) for name, slot in one.slots.items() if groups[name] is not None}
        for one in shapes(topic).clauses
        if (match := one.pattern.fullmatch(clause)) and (groups := match.groupdict()) is not None
    ]


@pytest.mark.parametrize(
    ("topic", "clause", "expected"),
    [
        ("矛盾纠纷化解", "全年排查矛盾纠纷231件", {("排查", "", "231件")}),
        ("矛盾纠纷化解", "化解198起", {("化解", "", "198起")}),
        ("行政执法", "明确执法人员岗位职责", {("职责明确", "是", "明确执法人员岗位职责")}),
        ("行政执法", "坚持“文明执法”“人性化执法”理念", {("执法理念", "引号", "“文明执法”“人性化执法”")}),
        ("复议应诉", "未发生行政应诉案件", {("应诉案件", "零", "未发生行政应诉案件")}),
        ("行政执法", "检查经营户90户次", {("检查单位", "说法", "经营户"), ("检查单位", "", "90户次")}),
        ("组织领导", "云岭镇平安法治领导小组会议2次", {("领导小组会议", "", "2次")}),
    ],
)
def test_a_clause_tells_its_fields(topic, clause, expected):
    assert expected in told(topic, clause)


def test_what_a_clause_needs_is_looked_for_first():
    clauses = shapes("矛盾纠纷化解").clauses
    text = "全年排查矛盾纠纷231件"
    assert all(one.may_stand_in(text) for one in clauses if one.pattern.fullmatch(text))
    assert not all(one.may_stand_in(text) for one in clauses)


def test_labels_are_those_of_points_and_titles():
    topic = TOPICS.measures["复议应诉"]
    assert {*topic.titles, "抓好争议化解"} <= shapes("复议应诉").labels


def test_the_opening_has_its_parts():
    topic, shapes = shapes_of_opening(SETTING)
    told = {slot.field for one in shapes.clauses for slot in one.slots.values()}
    assert told == set(topic.fields) - {"正文"}
