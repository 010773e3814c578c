"""Which rules a report has need of, and what of their findings is an error."""

from __future__ import annotations

import pytest

from generator.checks import errors_in, errors_in_figures, examine_material
from generator.checks.index import listed_for_errors, rules_by_code, rules_for
from generator.checks.registry import all_rules
from generator.checks.sample import facts
from generator.problems import Level
from tests.checks.cases import rule_cases
from tests.checks.corpus import cases
from tests.checks.examples import material


def _examples():
    """Give every example of a rule."""
    for rule in all_rules():
        yield from (material(rule.bad), material(rule.good))


def _texts():
    """Give every passage of the corpora, sound and faulty, every case of a rule and every example of one."""
    for name in ("自拟", "仿公开报告"):
        yield from (material(one.text, year=one.year, level=one.level, date=one.date) for one in cases(name))
    yield from (material(case.example) for case in rule_cases())
    yield from _examples()


SOME_AND_ALL = pytest.mark.parametrize("texts", [_examples, pytest.param(_texts, marks=pytest.mark.soak)])


def test_the_list_is_that_of_the_rules_themselves():
    rows = [(rule.code, rule.find.__module__, rule.gravest, rule.only_with) for rule in all_rules()]
    assert [tuple(one) for one in rules_by_code()] == rows


@SOME_AND_ALL
def test_a_rule_that_waits_for_words_finds_nothing_without_them(texts):
    for one in texts():
        idle = set(all_rules()) - set(rules_for(one, rules_by_code()))
        assert not [(rule.code, finding) for rule in idle for finding in rule.find(one)]


def test_rules_that_only_remind_are_not_among_those_for_errors():
    codes = {rule.code for rule in all_rules() if Level.ERROR in {rule.level, rule.gravest}}
    assert {one.code for one in listed_for_errors()} == codes


@pytest.mark.soak
def test_the_errors_are_those_that_all_rules_find():
    for one in _texts():
        problems = examine_material(one).problems
        assert errors_in(one) == tuple(problem for problem in problems if problem.level is Level.ERROR)


@SOME_AND_ALL
def test_errors_in_figures_are_those_of_their_rules_among_all(texts):
    for one in texts():
        among_all = tuple(each for each in errors_in(one) if each.code.startswith("数据-"))
        assert errors_in_figures(one) == among_all


def test_a_figure_is_told_with_its_field_and_once():
    """Its text is at fault as well; of what its field only reminds of, the text is no error."""
    over = material(facts("行政执法: {立案: 19件, 办结: 20件}"))
    assert [one.code for one in errors_in_figures(over)] == ["数据-21"]
    carried = material(facts("矛盾纠纷化解: {排查: 231件, 化解: 250起}"))
    assert errors_in_figures(carried) == ()


def test_rules_that_find_errors_in_figures_yield_to_none():
    for rule in all_rules():
        if rule.group == "数据" and rule.gravest is Level.ERROR:
            assert not rule.yields_to, rule.code


@SOME_AND_ALL
def test_what_a_rule_finds_of_errors_alone_is_all_its_errors(texts):
    apart = [rule for rule in all_rules() if rule.errors is not rule.find]
    assert apart
    for one in texts():
        for rule in apart:
            errors = {finding for finding in rule.find(one) if (finding.level or rule.level) is Level.ERROR}
            assert errors <= set(rule.errors(one)), rule.code


NUMBER = "法治宣传教育: {亮点: [联系电话13800138000。]}"


@pytest.mark.parametrize(
    ("switch", "codes"),
    [
        ("{规则: 隐私-02, 内容: 电话, 原因: 这是办公手机}", []),
        ("{规则: 隐私-02, 内容: 电话}", ["隐私-02"]),
        ("{规则: 篇幅-01, 原因: 今年内容少}", ["隐私-02"]),
        ("{规则: 隐私-99, 原因: 无}", ["隐私-02"]),
    ],
)
def test_a_switch_sets_aside_an_error_and_is_not_itself_spoken_of(switch, codes):
    example = facts(NUMBER, old="落款:", new=f"检查: {{停用: [{switch}]}}\n落款:")
    assert [problem.code for problem in errors_in(material(example))] == codes


def test_a_figure_that_is_not_marked_may_still_be_wrong():
    """The reminder to mark it once hid the error, and the report was written with 98% for 182 of 200."""
    sentence = "全年调解矛盾纠纷200件，调解成功182件，调解成功率98%。"
    one = material(facts(f"矛盾纠纷化解: {{正文: {sentence}}}"))
    assert {"数据-01", "标注-04"} <= {problem.code for problem in examine_material(one).problems}
    assert "数据-01" in {problem.code for problem in errors_in(one)}
