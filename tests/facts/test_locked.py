"""锁定: a sentence that no command changes, and that is missed when somebody does."""

import re
from pathlib import Path

import pytest

from generator.facts.locked import absent_locks, is_locked
from tests.cli.command import nianbao, said

PAGE = (Path(__file__).parents[2] / "docs" / "标注句.md").read_text(encoding="utf-8")
LOCK = re.search(r"```yaml\n(锁定:.*?)```", PAGE, re.DOTALL)[1]
SENTENCE = LOCK.partition("- ")[2].strip()
HEAD = "年度: 2023\n单位: {名称: 稷下街道办事处, 级别: 街道}\n"
FACTS = f"""{HEAD}举措成效:
  复议应诉:
    正文: 全年办理行政复议案件【复议案件：2件】，均维持。
  矛盾纠纷化解: {{排查: 231件, 化解: 198起}}
{LOCK}"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("paragraphs", "absent"),
    [
        ([f"一是好。{SENTENCE}"], ()),
        ([SENTENCE.replace("2件", "3件")], (SENTENCE,)),
        (["全年 办理行政复议案件2件，均维持。"], ()),
    ],
)
def test_a_lock_is_kept_where_the_report_says_it(paragraphs, absent):
    assert absent_locks([SENTENCE], paragraphs) == absent


@pytest.mark.parametrize(
    ("start", "end", "locked"), [(0, 2, False), (1, 3, True), (4, 4, True), (5, 6, False)]
)
def test_the_characters_of_a_lock_are_known(start, end, locked):
    assert is_locked(["乙丙丁"], "甲 乙丙丁戊", start, end) is locked
    assert is_locked(["乙 丙丁"], "甲 乙丙丁戊", start, end) is locked


def test_blanks_within_a_lock_do_not_open_it():
    assert is_locked(["乙丙丁"], "甲乙 丙丁", 2, 3)


def test_what_stands_in_the_report_is_no_mistake_and_what_was_changed_is(file):
    assert "结构-36" not in said(nianbao("check", file.name, cwd=file.parent))
    file.write_text(FACTS.replace("均维持。\n", "维持2件。\n", 1), encoding="utf-8")
    told = said(nianbao("check", file.name, cwd=file.parent))
    assert "结构-36 错误" in told
    assert "维持2件" in told
    assert nianbao("render", file.name, "-o", "甲.docx", cwd=file.parent).returncode == 1


@pytest.mark.parametrize("locked", [True, False])
def test_a_mend_passes_by_what_is_locked(file, locked):
    wrong = f"{HEAD}举措成效: {{复议应诉: {{正文: '均维持,无败诉。'}}}}\n"
    file.write_text(f"{wrong}锁定: '均维持,无败诉。'\n" if locked else wrong, encoding="utf-8")
    nianbao("check", file.name, "--fix", cwd=file.parent)
    assert ("正文: '均维持,无" in file.read_text(encoding="utf-8")) is locked


def test_a_mend_passes_by_a_lock_with_a_blank_in_it(file):
    before = f"{HEAD}举措成效: {{复议应诉: {{正文: '均 维持,无败诉。'}}}}\n锁定: '均维持,无败诉。'\n"
    file.write_text(before, encoding="utf-8")
    nianbao("check", file.name, "--fix", cwd=file.parent)
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("locked", [True, False])
def test_a_rate_that_a_locked_sentence_prints_is_not_mended(file, locked):
    rates = "应诉案件: 140件, 胜诉: 137件, 胜诉率: 97.85%"
    lock = "锁定: 全年行政应诉案件140件，胜诉137件，胜诉率97.85%。\n" if locked else ""
    file.write_text(f"{HEAD}举措成效: {{复议应诉: {{{rates}}}}}\n{lock}", encoding="utf-8")
    assert "数据-20" in said(nianbao("check", file.name, "--fix", cwd=file.parent))
    assert (f"{{{rates}}}" in file.read_text(encoding="utf-8")) is locked


@pytest.mark.parametrize("locked", [True, False])
def test_notes_that_would_change_a_locked_sentence_are_not_written(file, locked):
    facts = f"{HEAD}举措成效: {{矛盾纠纷化解: {{排查: 231件}}}}\n"
    sentence = re.search(r"[^。\n]*231件[^。]*。", _report(file, facts))[0]
    file.write_text(f"{facts}锁定: {sentence}\n" if locked else facts, encoding="utf-8")
    before = file.read_bytes()
    (file.parent / "材料.txt").write_text("综治办：全年排查矛盾纠纷231件，化解198起。", encoding="utf-8")
    ended = nianbao("import", "材料.txt", "--into", file.name, "--accept", cwd=file.parent)
    assert (file.read_bytes() == before) is locked, said(ended)
    assert (f"锁定的“{sentence}”就变了" in said(ended)) is locked


def _report(file, facts):
    file.write_text(facts, encoding="utf-8")
    nianbao("render", file.name, "-o", "甲.md", "--force", cwd=file.parent)
    return (file.parent / "甲.md").read_text(encoding="utf-8")
