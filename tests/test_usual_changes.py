"""The three usual changes that CONTRIBUTING.md shows: each diff is put on a copy of the program and does as is said."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from generator.checks.registry import all_rules

ROOT = Path(__file__).parents[1]
WHOLE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = WHOLE.partition("## 最常见的三种改动")[2].partition("\n## ")[0]
NEXT = "文字-{:02}".format(1 + max(int(one.code[-2:]) for one in all_rules() if one.group == "文字"))
TOLD = SECTION.replace("文字-99", NEXT)
"""As one who follows it reads it: 99 stands for the next code."""
DIFFS = re.findall(r"```diff\n(.*?)```", TOLD, re.DOTALL)
(CASES,) = re.findall(r"```yaml\n(.*?)```", TOLD, re.DOTALL)
PARTS = ("generator", "templates", "seeds", "tests", "docs", "examples", "pyproject.toml")
RED_BEFORE = (
    "tests/topics/test_grouping.py",
    "tests/topics/test_loading.py",
    "tests/checks/test_registry.py",
    "tests/document/word/test_docx.py::test_every_run_asks_for_chinese_marks",
    "tests/test_generated.py",
)
"""The quick tests that see a change that is not whole; those over all cases take too long to be run twice."""
RUN = """
import sys
from generator.cli.app import run_command
from generator.cli.failures import guarded
for line in sys.argv[1:]:
    guarded(lambda: run_command(line.split()))
"""
"""Runs commands one after another, in one process: it is the program that is changed, not how it is started."""
FACTS = """年度: 2023
单位: {名称: 甲镇人民政府, 级别: 镇}
举措成效:
  做好服务:
    退役军人服务: {接待退役军人: 126人次}
"""


def put(diff, folder):
    """Put a diff on a copy of the program; the copy of a folder in which it was tried has it already."""
    given = partial(subprocess.run, cwd=folder, input=diff.encode(), capture_output=True, check=False)
    new = re.findall(r"^--- /dev/null\n\+\+\+ b/(.*)", diff, re.MULTILINE)
    if (
        any((folder / name).exists() for name in new)
        or given(["git", "apply", "--reverse", "--check"]).returncode == 0
    ):
        name = re.search(r"^\+\+\+ b/(.*)", diff, re.MULTILINE)[1]
        pytest.fail(
            f"CONTRIBUTING.md 里 {name} 的改动已在工作目录里：请先收起（git stash -u）",
            pytrace=False,
        )
    applied = given(["git", "apply"])
    assert applied.returncode == 0, applied.stderr.decode()


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """Give a copy of the program with all three changes in it, each as whole as it is told."""
    copy = tmp_path_factory.mktemp("copy")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    for diff in DIFFS:
        put(diff, copy)
    with (copy / "tests/checks/cases/文字.yaml").open("a", encoding="utf-8", newline="\n") as cases:
        cases.write(CASES)
    for command in (["-m", "tests.checks.said", NEXT], ["docs/generate.py"]):
        subprocess.run(
            [sys.executable, *command], cwd=copy, env=within(copy), capture_output=True, check=True
        )
    return copy


def within(copy):
    """Give the environment in which the changed program is the one that is run."""
    return {**os.environ, "PYTHONPATH": str(copy), "PYTHONUTF8": "1", "NO_COLOR": "1"}


@pytest.fixture
def said(changed, tmp_path):
    """Give what commands of the changed program say."""

    def run(*lines):
        command = [sys.executable, "-c", RUN, *lines]
        ended = subprocess.run(command, cwd=tmp_path, env=within(changed), capture_output=True, check=False)
        return ended.stdout.decode() + ended.stderr.decode()

    return run


def test_each_change_is_of_as_many_files_as_it_is_said_to_be():
    assert [re.findall(r"^\+\+\+ b/(\w+)", diff, re.MULTILINE) for diff in DIFFS] == [
        ["templates", "templates"],
        ["generator"],
        ["templates"],
    ]


def test_the_tests_that_are_named_are_there():
    named = set(re.findall(r"\btests(?:/\w+)+(?:\.\w+)?", WHOLE))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_a_diff_that_was_left_in_the_folder_is_named(changed):
    for diff in DIFFS:
        with pytest.raises(pytest.fail.Exception, match="已在工作目录里"):
            put(diff, changed)


def test_a_newcomer_who_follows_to_the_letter_sees_green(changed):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *RED_BEFORE]
    ended = subprocess.run(command, cwd=changed, env=within(changed), capture_output=True, check=False)
    assert ended.returncode == 0, ended.stdout.decode()[-4000:]


def test_the_topic_is_listed_and_printed(said, tmp_path):
    (tmp_path / "甲镇-2023.yaml").write_text(FACTS, encoding="utf-8")
    assert "转交援助" in said("topics 退役军人服务", "render 甲镇-2023.yaml -o 甲.md")
    assert re.search("接待(来访)?退役军人126人次", (tmp_path / "甲.md").read_text(encoding="utf-8"))


def test_the_rule_is_explained_and_used(said, tmp_path):
    (tmp_path / "甲.md").write_text("# 甲镇2023年法治政府建设年度报告\n\n为乡亲们办事。\n", encoding="utf-8")
    told, _, checked = said(f"rules {NEXT}", "check 甲.md").partition("甲.md")
    assert "口头的称呼" in told
    assert NEXT in checked


def test_the_heading_has_the_other_font(said, tmp_path):
    from docx import Document

    (tmp_path / "甲.md").write_text(
        "# 甲镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）加强服务\n\n接待126人次。\n",
        encoding="utf-8",
    )
    said("render 甲.md -o 甲.docx")
    named = {one.name: one for one in Document(str(tmp_path / "甲.docx")).styles}
    assert named["Heading 2"].element.xpath(".//w:rFonts/@w:eastAsia") == ["黑体"]
