"""The three usual changes that CONTRIBUTING.md shows: each diff is put on a copy of the program and does as is said."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DIFFS = re.findall(r"```diff\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
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


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """Give a copy of the program with all three changes in it."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("generator", "templates", "seeds"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for diff in DIFFS:
        subprocess.run(["git", "apply", "-"], cwd=copy, input=diff.encode(), check=True)
    return copy


@pytest.fixture
def said(changed, tmp_path, monkeypatch):
    """Give what commands of the changed program say."""
    monkeypatch.setenv("PYTHONPATH", str(changed))
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*lines):
        ended = subprocess.run(
            [sys.executable, "-c", RUN, *lines], cwd=tmp_path, capture_output=True, check=False
        )
        return ended.stdout.decode() + ended.stderr.decode()

    return run


def test_each_change_is_in_one_file():
    assert [diff.count("\n+++ ") for diff in DIFFS] == [1, 1, 1]


def test_the_topic_is_listed_and_printed(said, tmp_path):
    (tmp_path / "甲镇-2023.yaml").write_text(FACTS, encoding="utf-8")
    assert "转交援助" in said("topics 退役军人服务", "render 甲镇-2023.yaml -o 甲.md")
    assert "接待退役军人126人次" in (tmp_path / "甲.md").read_text(encoding="utf-8")


def test_the_rule_is_explained_and_used(said, tmp_path):
    (tmp_path / "甲.md").write_text("# 甲镇2023年法治政府建设年度报告\n\n为老百姓办事。\n", encoding="utf-8")
    told, _, checked = said("rules 文字-99", "check 甲.md").partition("甲.md")
    assert "口语的称呼" in told
    assert "文字-99" in checked


def test_the_heading_has_the_other_font(said, tmp_path):
    from docx import Document

    (tmp_path / "甲.md").write_text(
        "# 甲镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）加强服务\n\n接待126人次。\n",
        encoding="utf-8",
    )
    said("render 甲.md -o 甲.docx")
    named = {one.name: one for one in Document(str(tmp_path / "甲.docx")).styles}
    assert named["Heading 2"].element.xpath(".//w:rFonts/@w:eastAsia") == ["黑体"]
