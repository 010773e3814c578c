"""The reference of topics says all that the declarations say."""

import pytest

from generator.forms.cards import read_cards
from generator.forms.guide import (
    comparisons,
    explain_group,
    explain_topic,
    grouping_guide,
    guide,
    overview,
    relations,
    shown_clause,
)
from generator.resources import Templates
from generator.topics import Field, read_topics
from generator.topics.grouping import read_grouping
from generator.topics.kinds import sample
from tests.each import each

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)


def test_the_guide_has_every_topic_and_field():
    text = guide(TOPICS, TEMPLATES)
    for topic in TOPICS:
        section = text.partition(f"### {topic.name}\n")[2].partition("\n### ")[0]
        for field in topic.fields.values():
            assert f"| {'★' if field.usual else ''}{field.name} |" in section
            assert field.note in section


def test_a_table_is_not_broken_by_a_fields_own_words():
    for line in guide(TOPICS, TEMPLATES).splitlines():
        assert not line.startswith("| ") or line.count("|") in {3, 6}, line


def test_the_overview_names_every_topic_once():
    names = [name for _, rows in overview(TOPICS) for name, _ in rows]
    assert names == [topic.name for topic in TOPICS]


@each("topic", list(TOPICS), ids=lambda topic: topic.name)
def test_a_topic_is_explained_field_by_field(topic):
    groups = dict(explain_topic(topic, read_cards(), TEMPLATES))
    assert list(dict(groups["字段"])) == list(topic.fields)
    assert dict(groups[topic.name])["说明"] == topic.note


def test_real_figures_stand_beside_their_fields():
    fields = dict(dict(explain_topic(TOPICS.measures["法治宣传教育"], read_cards(), TEMPLATES))["字段"])
    assert "15000余份（凤城街道2020）" in fields["宣传资料"]
    assert "实例" not in fields["普法经费"]


def test_the_duties_have_theirs():
    topic = next(one for one in TOPICS.duties.values() if "领导班子学法" in one.fields)
    fields = dict(dict(explain_topic(topic, read_cards(), TEMPLATES))["字段"])
    assert "6次（稷下街道2023）" in fields["领导班子学法"]


def test_every_field_shows_what_it_prints_beside_its_example():
    pages = guide(TOPICS, TEMPLATES)
    for topic in TOPICS:
        told = dict(dict(explain_topic(topic, [], TEMPLATES))["字段"])
        for field in topic.fields.values():
            clause = shown_clause(field, topic, TEMPLATES)
            assert f"| {clause.replace('|', '／')} |" in pages
            assert f"例：{sample(field)} → {clause}" in told[field.name]


def test_a_topics_heading_in_a_new_file_is_told_with_its_neighbours():
    groups = read_grouping(Templates())
    ((_, rows),) = explain_group(TOPICS.measures["法律明白人"], groups)
    assert "法治宣传教育" in dict(rows)["主题"]
    assert f"| {dict(rows)['标题']} | {dict(rows)['主题']} |\n" in grouping_guide(groups)
    assert explain_group(next(iter(TOPICS.duties.values())), groups) == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (Field("办结", "数量", "", at_most="立案"), ["不超过“立案”"]),
        (Field("办结率", "比率", "", numerator="办结", denominator="立案"), ["等于“办结”除以“立案”"]),
        (Field("败诉", "数量", "", zero="未发生败诉案件"), ["填 0 则写“未发生败诉案件”"]),
        (Field("立案", "数量", ""), []),
        (
            Field("援助", "数量", "", ("件",), wordings={"办理": "办理", "转办": "转办"}),
            ["前面可写转办，不写就是办理"],
        ),
        (
            Field("模式", "文字", "", wordings={"探索": "探索", "推行": "推行"}),
            ["前面空一格可写推行，不写就是探索"],
        ),
        (
            Field("制度", "是否", "", wordings={"是": "落实", "部分": "部分落实"}),
            ["可填是、部分"],
        ),
    ],
)
def test_relations(field, told):
    assert relations(field) == told


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("矛盾纠纷化解", "调解有上年的数就写；其余的数写“同比: 是”或“上年”的才写"),
        ("法治宣传教育", "各数写“同比: 是”或“上年”的才写"),
    ],
)
def test_which_figures_are_compared_is_told(topic, told):
    assert comparisons(TOPICS.measures[topic]) == told
    assert ("同比", told) in explain_topic(TOPICS.measures[topic], [], TEMPLATES)[0][1]


def test_what_may_stand_beside_a_figure_is_told():
    about = dict(explain_topic(TOPICS.measures["矛盾纠纷化解"], [], TEMPLATES)[0][1])
    assert "截至: 2025-11-30" in about["旁边可写"]
    assert "上年: 91件" in about["旁边可写"]
