"""The cards of the five reference reports: every figure is there, once, under a topic and field that exist."""

import re

import pytest

from generator.forms.cards import Card, ReportedFigure, read_card, read_cards, reported
from generator.problems import FactsError
from generator.resources import SEEDS, Templates
from generator.topics import read_topics
from generator.topics.kinds import read
from generator.topics.loading import OWN_WORDS
from generator.topics.topic import DUTIES, MEASURES
from tests.each import each

CARDS = read_cards()
TOPICS = read_topics(Templates())
FIGURES = [(card, figure) for card in CARDS for figure in (*card.figures, *card.spelt)]
COUNTS = {"凤城街道2020": 10, "石鼓镇2021": 20, "马村区2020": 71, "城东镇2023": 15, "稷下街道2023": 18}


def _name(value):
    return value.label if isinstance(value, Card) else f"{value.topic}-{value.field}"


def test_every_report_has_a_card_with_all_its_figures():
    assert {card.label: len(card.figures) for card in CARDS} == COUNTS
    assert sum(COUNTS.values()) == 134


@each(("card", "figure"), FIGURES, ids=_name)
def test_a_figure_belongs_to_a_field_that_takes_it(card, figure):
    fields = TOPICS.duty_fields if figure.topic == DUTIES else TOPICS.measures[figure.topic].fields
    field = fields[figure.field]
    if figure in card.figures:
        assert str(read(figure.correct, field)) == figure.correct
    assert figure.written.endswith(figure.unit) or figure.unit == "%" in figure.written


@pytest.mark.parametrize("card", CARDS, ids=_name)
def test_a_figure_stands_once(card):
    places = [(one.topic, one.field) for one in (*card.figures, *card.spelt)]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("card", CARDS, ids=_name)
def test_an_outline_leads_to_parts_and_topics(card):
    known = {MEASURES, DUTIES, "不足", "计划"}
    assert {heading.part for heading in card.outline} <= known
    named = {topic for heading in card.outline for topic in heading.topics}
    assert named <= set(TOPICS.measures)
    told = {figure.topic for figure in (*card.figures, *card.spelt)} - {DUTIES}
    assert told <= named, "a figure's topic has no heading"


@pytest.mark.parametrize("card", CARDS, ids=_name)
def test_a_card_holds_facts_and_no_sentences(card):
    for text in (*card.names, *(figure.meaning for figure in card.figures)):
        assert not re.search("[。；]", text)
        assert len(text) <= 60
    assert len(set(card.names)) == len(card.names)


def test_errors_of_the_originals_are_set_right():
    wrong = {figure.written: figure.correct for _, figure in FIGURES if figure.right}
    assert wrong == {"92.85%": "92.86%"}
    assert all(card.remarks for card in CARDS)


def test_what_real_units_reported_under_a_topic():
    told = {(one.field, one.written, label) for one, label in reported(CARDS, "法治宣传教育")}
    assert ("宣传资料", "15000余份", "凤城街道2020") in told
    assert ("标语", "20多条（幅）", "稷下街道2023") in told
    assert len(told) == 16
    assert reported(CARDS, "没有的主题") == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda text: text.replace("单位: 稷下街道\n", ""), "单位"),
        (lambda text: text.replace("年度: 2023\n", "年度: 2023\n年份: 2023\n"), "年份"),
        (lambda text: text.replace("    字段: 普法讲座\n", ""), "字段"),
        (lambda text: text.replace("    字段: 普法讲座\n", "    字段: 普法讲座\n    更改: 三\n"), "更改"),
        (lambda text: re.sub(r"名称:\n(  - .*\n)+", "", text), "名称"),
    ],
    ids=["no-unit", "odd-key", "no-field", "odd-key-of-figure", "no-names"],
)
def test_a_card_out_of_form_is_refused_by_key(tmp_path, change, key):
    path = tmp_path / "card.yaml"
    text = (SEEDS / "004_d696e94e7c632d16.yaml").read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        read_card(path)
    assert [key in one.message for one in caught.value.problems] == [True]


def test_own_words_are_no_fields():
    assert not {figure.field for _, figure in FIGURES} & set(OWN_WORDS)
    assert all(isinstance(figure, ReportedFigure) for _, figure in FIGURES)
