"""`rules` through the real command."""

from generator.checks.reference import describe_rule
from generator.checks.registry import all_rules
from tests.cli.command import nianbao, said


def test_all_rules(tmp_path):
    process = nianbao("rules", cwd=tmp_path)
    assert process.returncode == 0
    for rule in all_rules():
        assert f"  {rule.code} {rule.level.value}  {rule.title}\n" in said(process)


def test_one_rule_by_code_and_by_title(tmp_path):
    rule = all_rules()[0]
    by_code, by_title = (nianbao("rules", name, cwd=tmp_path) for name in (rule.code, rule.title))
    assert by_code.stdout == by_title.stdout
    assert said(by_code) == describe_rule(rule) + "\n"


def test_no_such_rule(tmp_path):
    process = nianbao("rules", "数据-99", cwd=tmp_path)
    assert process.returncode == 2
    assert "没有“数据-99”这条规则。" in said(process)
