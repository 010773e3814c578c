"""Which files are taken to be reports."""

import pytest

from generator.likeness.folders import report_files
from generator.problems import UserError


@pytest.fixture
def folder(tmp_path):
    for name in (
        "甲.yaml", "乙.docx", "里/丙.md", "丁.txt", "戊.doc", ".隐.md", "~$乙.docx", "乙.备份.docx",
        "乙（审核意见）.docx", "乙（已排版）.docx", "提法.yaml", "表.xlsx"
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_facts_files_and_reports_in_and_below_a_folder(folder):
    assert {one.name for one in report_files([folder])} == {"甲.yaml", "乙.docx", "丙.md", "丁.txt"}


def test_each_file_once(folder):
    assert report_files([folder / "丁.txt", folder / "甲.yaml", folder / "丁.txt"]) == (
        folder / "丁.txt",
        folder / "甲.yaml",
    )


@pytest.mark.parametrize(("name", "told"), [("没有", "找不到"), ("空", "没有找到可以比的文件")])
def test_what_is_not_there_is_told(folder, name, told):
    (folder / "空").mkdir()
    with pytest.raises(UserError, match=told):
        report_files([folder / name])
