"""What each field is said to print: with the example's figure in it, by itself or with what it needs."""

import pytest

from generator.drafting.clauses import clause_of, setting_of
from generator.facts import EMPTY, TopicFacts
from generator.facts.head import Unit
from generator.numbers.quantity import Quantity, parse
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.kinds import choose, read, sample
from tests.drafting.sections import TEMPLATES, TOPICS
from tests.each import each
from tests.grammar import sentence_faults

UNITS = {
    "镇": Unit(("云岭镇人民政府",), "云岭镇", "镇", "清河县"),
    "街道": Unit(("云岭街道办事处",), "云岭街道", "街道", "清河区"),
    "县区": Unit(("清河区人民政府",), "清河区", "县区", "南江市"),
}


YEARS = (None, 2019, 2025)
CASES = [(topic, year, level) for topic in TOPICS for year in YEARS for level in UNITS]
# each topic in each year and at each level usually, another year's at another topic's, and all with all in the soak run
USUAL = [
    (topic, year, [*UNITS][(number + at) % len(UNITS)])
    for number, topic in enumerate(TOPICS)
    for at, year in enumerate(YEARS)
]


@each(
    ("topic", "year", "level"),
    USUAL,
    ids=lambda value: getattr(value, "name", value),
    soaked=[case for case in CASES if case not in USUAL],
)
def test_every_fields_clause_has_its_example(topic, year, level):
    setting = setting_of(UNITS[level], year, TEMPLATES)
    for field in topic.fields.values():
        clause = clause_of(field, topic, setting)
        assert clause, field.name
        assert "待填" not in clause
        assert not sentence_faults(f"{clause}。"), clause
        value = read(choose(sample(field), field)[1], field)
        if isinstance(value, Quantity):
            assert str(value) in clause or clause == field.zero


@pytest.mark.parametrize(
    ("topic", "field", "clause"),
    [
        ("行政执法", "办结率", "案件办结率90%"),
        ("信访工作", "基期", "2018年进京上访12例"),
        ("信访工作", "荣誉年份", "2022年被评为“信访工作示范乡镇”"),
        ("公共法律服务", "法律援助", "全年办理法律援助案件8件"),
        ("重大行政决策", "决策追责", "实行重大行政决策终身责任追究和责任倒查"),
    ],
)
def test_a_clause(topic, field, clause):
    declared = next(one for one in TOPICS if one.name == topic)
    shown = clause_of(declared.fields[field], declared, setting_of(UNITS["镇"], None, TEMPLATES))
    assert shown == clause


def own(folder, example, body="{{ 援助 | 说法 }}案件{{ 援助 }}"):
    (folder / "举措成效").mkdir()
    text = f"---\n字段:\n  援助: {{类型: 数量, 单位: 件, 例: {example}, 说法: [办理, 转办]}}\n---\n{{% 分句 %}}\n{body}\n{{% 完 %}}\n"
    (folder / "举措成效" / "新主题.md.j2").write_text(text, encoding="utf-8")
    templates = Templates.with_own(folder)
    topic = read_topics(templates).measures["新主题"]
    return clause_of(topic.fields["援助"], topic, setting_of(UNITS["镇"], 2024, templates))


def test_an_example_may_carry_the_word_that_goes_with_it(tmp_path):
    assert own(tmp_path, "转办6件") == "转办案件6件"


def test_a_field_that_its_template_does_not_print_has_no_clause(tmp_path):
    assert own(tmp_path, "6件", "无话可说") == ""


def test_an_example_that_does_not_fit_its_field_is_refused_with_its_template(tmp_path):
    with pytest.raises(UserError, match=r"新主题\.md\.j2.*例.*很多"):
        own(tmp_path, "很多")


def test_last_years_value_is_shown_in_place_of_the_example():
    topic = next(one for one in TOPICS if one.name == "公共法律服务")
    field, setting = topic.fields["法律援助"], setting_of(UNITS["镇"], 2024, TEMPLATES)
    shown = {
        given: clause_of(
            field, topic, setting, TopicFacts("甲", topic, (), {"法律援助": value}, wordings=words)
        )
        for given, value, words in (
            ("空", EMPTY, {}),
            ("数", parse("31件"), {}),
            ("词", parse("31件"), {"法律援助": "转办"}),
        )
    }
    assert shown == {
        "空": "全年办理法律援助案件8件",
        "数": "全年办理法律援助案件31件",
        "词": "全年转办法律援助案件31件",
    }
