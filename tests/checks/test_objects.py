"""Verbs and the nouns that clauses end with, where the one does not take the other."""

from __future__ import annotations

import pytest

from generator.checks.objects import odd_objects


@pytest.mark.parametrize(
    ("text", "said", "verb", "noun"),
    [
        ("制造全民守法的良好氛围。", "制造全民守法的良好氛围", "制造", "氛围"),
        ("一是不断加大依法行政能力，", "加大依法行政能力", "加大", "能力"),
        ("发动法治宣传活动12场", "发动法治宣传活动", "发动", "活动"),
        ("办案水平明显加强。", "水平明显加强", "加强", "水平"),
    ],
)
def test_a_verb_that_does_not_take_the_noun_at_the_end_of_its_clause_is_told(text, said, verb, noun):
    told = [(text[one.start : one.end], one.verb, one.noun) for one in odd_objects(text)]
    assert told == [(said, verb, noun)]


@pytest.mark.parametrize(
    "text",
    [
        "增强法治意识，提高办案能力。",
        "保护意识不断增强。",
        "提高解决问题、化解矛盾的能力。",
        "加强和改进基层法治工作。",
        "建设好、利用好法治阵地。",
        "开展“制造良好氛围”活动。",
        "以制造业为主的经济结构。",
    ],
)
def test_attributes_rows_and_quotations_are_left_alone(text):
    assert not list(odd_objects(text))
