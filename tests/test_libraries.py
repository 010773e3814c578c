"""The libraries of common shortcomings and plans: they fit each other and the units they are offered to."""

import pytest

from generator.facts.levels import LEVELS
from generator.facts.library import PLANS, SHORTCOMINGS, read_library
from generator.problems import UserError
from generator.resources import Templates
from generator.topics.topic import read_years
from tests.each import each

SHORTCOMINGS_TEXT = Templates().read(SHORTCOMINGS).text
shortcomings = read_library(Templates(), SHORTCOMINGS)
plans = read_library(Templates(), PLANS)


def test_there_is_enough_to_choose_from():
    assert len(shortcomings) >= 30
    assert len(plans) >= 30


@each("name", shortcomings)
def test_a_shortcoming_is_answered_by_a_plan_that_names_it(name):
    entry = shortcomings[name]
    answer = plans[entry["计划"]]
    assert answer["针对"] == entry["问题"]
    assert set(entry["适用"]) <= set(answer["适用"])


@each(
    ("name", "entry", "parts"),
    [(name, entry, ("问题", "表现", "原因")) for name, entry in shortcomings.items()]
    + [(name, entry, ("标题", "措施")) for name, entry in plans.items()],
)
def test_an_entry_is_whole_and_can_be_a_heading(name, entry, parts):
    assert all(entry[part] and not entry[part].endswith("。") for part in parts)
    assert len(entry[parts[0]]) <= 20
    assert entry["适用"]
    assert set(entry["适用"]) <= set(LEVELS)
    assert not any(sign in name for sign in "，。、 ")


@each("name", shortcomings)
def test_a_shortcoming_is_of_the_years_of_its_plan(name):
    entry = shortcomings[name]
    assert read_years(plans[entry["计划"]]) == read_years(entry)


def test_an_entry_with_other_than_years_is_named(tmp_path):
    text = SHORTCOMINGS_TEXT.replace("- 名称: 学法不深\n", "- 名称: 学法不深\n  起: 明年\n")
    (tmp_path / SHORTCOMINGS).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="“学法不深”的“起”“止”应为年份"):
        read_library(Templates.with_own(tmp_path), SHORTCOMINGS)


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_a_choice(level):
    assert sum(level in entry["适用"] for entry in shortcomings.values()) >= 15
