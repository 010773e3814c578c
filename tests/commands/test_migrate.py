"""Facts files of earlier versions: what is changed, what is left to a person, and that nothing else changes."""

import pytest

from generator.commands.migrate import migrate_file
from generator.facts import load_facts
from generator.facts.history import FORMAT_NOW, history
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from tests.cli.command import EXAMPLES, nianbao, said

HEAD = "年度: 2023\n单位: {名称: 甲镇人民政府}\n"
OLD = f"""{HEAD}# 批注留着
导语:
  不写: 指导思想
  法治思想: 习近平法治思想
举措成效:
  深化服务:
    公共法律服务:
      刑事援助类别: 2件   # 司法所
      正文:
        - 法律援助【法律援助：3件】，其中通知辩护【刑事援助类别】。
    数字法治: {{泄密事件: 0}}
计划:
  - 正文: 通知辩护争取超过【公共法律服务.刑事援助类别】。
"""
NEW = f"""{HEAD}版式版本: 1
# 批注留着
导语:
  法治思想: 习近平法治思想
举措成效:
  深化服务:
    公共法律服务:
      通知辩护: 2件   # 司法所
      正文:
        - 法律援助【法律援助：3件】，其中通知辩护【通知辩护】。
    数字法治: {{网络安全事件: 0}}
计划:
  - 正文: 通知辩护争取超过【公共法律服务.通知辩护】。
"""


def test_names_are_changed_and_every_other_line_stays(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(OLD, encoding="utf-8")
    migration = migrate_file(path, Templates())
    assert migration.after.decode() == NEW
    assert migration.left == ()
    assert migration.write().read_text(encoding="utf-8") == OLD
    assert load_facts(path).head.format == FORMAT_NOW
    assert migrate_file(path, Templates()).done == ()


@pytest.mark.parametrize(
    ("body", "then"),
    [
        ("计划:\n  - 正文: 超过【刑事援助类别】。\n", "超过【通知辩护】。"),
        ("计划:\n  - 正文: 超过【刑事援助类别同比】。\n", "超过【通知辩护同比】。"),
        ("举措成效: {公共法律服务: {正文: 共【 刑事援助类别 ：3件】。}}\n", "共【通知辩护 ：3件】。"),
        (
            "举措成效: {公共法律服务: {正文: 共【公共法律服务.刑事援助类别】。}}\n",
            "共【公共法律服务.通知辩护】。",
        ),
        ("举措成效: {信访工作: {正文: 共【刑事援助类别：3件】。}}\n", "共【刑事援助类别：3件】。"),
        ("举措成效: {公共法律服务: {正文: 共【【刑事援助类别：3件】。}}\n", "共【【刑事援助类别：3件】。"),
    ],
)
def test_a_mark_is_renamed_wherever_it_means_the_field(tmp_path, body, then):
    path = tmp_path / "甲.yaml"
    path.write_text(f"{HEAD}{body}", encoding="utf-8")
    assert then in migrate_file(path, Templates()).after.decode()


def test_what_stands_under_both_names_is_left_to_a_person(tmp_path):
    path = tmp_path / "甲.yaml"
    body = "举措成效: {数字法治: {泄密事件: 0起, 网络安全事件: 0起}}\n"
    path.write_text(f"{HEAD}{body}", encoding="utf-8")
    asked = nianbao("migrate", path.name, cwd=tmp_path)
    assert (asked.returncode, "这里两个都有" in said(asked)) == (1, True)
    assert f"没有改：{path.name}" in said(asked)
    assert path.read_text(encoding="utf-8") == f"{HEAD}{body}"


def test_what_a_person_must_settle_is_told_and_stays(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(f"{HEAD}举措成效: {{平安建设: {{止损金额: 3万元}}}}\n", encoding="utf-8")
    asked = nianbao("migrate", path.name, cwd=tmp_path)
    assert (asked.returncode, "请您定" in said(asked)) == (1, True)
    assert "止损金额: 3万元" in path.read_text(encoding="utf-8")
    assert "版式版本" not in path.read_text(encoding="utf-8")
    assert "止付金额" in said(nianbao("check", path.name, cwd=tmp_path))


@pytest.mark.parametrize(
    ("told", "status", "word"), [("9", 1, "更新的程序"), ("一", 1, "整数"), ("1", 0, "现在的写法")]
)
def test_the_format_of_a_file_is_read(tmp_path, told, status, word):
    path = tmp_path / "甲.yaml"
    path.write_text(f"{HEAD}版式版本: {told}\n", encoding="utf-8")
    before = path.read_bytes()
    ended = nianbao("migrate", path.name, cwd=tmp_path)
    assert (ended.returncode, word in said(ended)) == (status, True)
    assert path.read_bytes() == before
    if status:
        with pytest.raises(UserError):
            migrate_file(path, Templates())
        assert word in said(nianbao("check", path.name, cwd=tmp_path))


def test_a_look_changes_nothing(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(OLD, encoding="utf-8")
    assert nianbao("migrate", "--check", path.name, cwd=tmp_path).returncode == 1
    assert path.read_text(encoding="utf-8") == OLD


def test_a_new_file_and_the_examples_need_nothing_but_the_number(tmp_path):
    nianbao("new", "甲镇", "--year", "2024", cwd=tmp_path)
    assert migrate_file(tmp_path / "甲镇-2024.yaml", Templates()).done == ()
    for path in EXAMPLES.glob("*.yaml"):
        assert migrate_file(path, Templates()).done in ((), ("写上“版式版本: 1”",))


def test_the_history_speaks_of_fields_that_are_there_and_of_none_that_is_there_still():
    measures = read_topics(Templates()).measures
    for change in history():
        for known, name in change.renamed.items():
            topic, _, field = known.partition(".")
            assert name in measures[topic].fields
            assert field not in measures[topic].fields
        for known in change.gone:
            above, _, key = known.partition(".")
            assert above not in measures or key not in measures[above].fields
    assert [one.version for one in history()][-1] == FORMAT_NOW
