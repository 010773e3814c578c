"""The reference of rules names every rule, with what, why and how to mend."""

from generator.checks.codes import CODES
from generator.checks.reference import describe_rule, page
from generator.checks.registry import all_rules


def test_the_page_has_every_rule_and_its_three_answers():
    text, _, of_files = page(all_rules()).partition("\n## 文件本身的问题\n")
    assert of_files.count("\n#### ") == len(CODES)
    assert text.count("\n### ") == len(all_rules())
    for part in ("- 查什么：", "- 为什么：", "- 怎么改："):
        assert text.count(part) == len(all_rules())
    assert f"共{len(all_rules())}条" in text


def test_one_rule_is_described_with_its_examples():
    rule = next(rule for rule in all_rules() if rule.code == "数据-01")
    text = describe_rule(rule)
    assert text.startswith("数据-01 比率与分子分母不符（错误）")
    assert "误：全年依法参与行政应诉案件14起，胜诉13起，胜诉率92.85%。" in text
    assert "怎么改：" in text


def test_an_example_that_is_a_whole_report_is_not_squeezed_into_a_line():
    rule = next(rule for rule in all_rules() if rule.code == "结构-01")
    assert "误：" not in describe_rule(rule)
