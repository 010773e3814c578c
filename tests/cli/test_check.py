"""`check` through the real command: every problem with its place and remedy, JSON whatever happens."""

import json

import pytest

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, real, said

FACTS = EXAMPLES / "稷下街道-2023.yaml"
WRONG = "年度: 2023\n单位: {简称: 稷下街道}\n举措成效:\n  行政执法:\n    立按: 5件\n    办结: 5人\n不足:\n- 问题: 甲\n"


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "错.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_a_sound_file_passes(tmp_path):
    process = nianbao("check", FACTS, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert_chinese(said(process))
    assert list(tmp_path.iterdir()) == []


def test_every_problem_is_told_with_place_and_remedy(wrong):
    process = nianbao("check", wrong, cwd=wrong.parent)
    assert process.returncode == 1
    lines = said(process).splitlines()
    assert lines[0].startswith("错.yaml:5:5  事实-02 错误  ")
    assert "是不是“立案”？" in lines[1]
    assert lines[1].startswith(" " * len("错.yaml:5:5  ") + " 改法：")
    assert lines[2].startswith("错.yaml:6:5  事实-01 错误  ")
    assert lines[-1] == "共2处错误。"
    assert_chinese(said(process))


FIELDS = {"code", "level", "file", "line", "column", "field", "message", "fix"}


def test_json_has_the_same_problems(wrong):
    process = nianbao("check", wrong, FACTS, "--json", cwd=wrong.parent)
    assert process.returncode == 1
    found = json.loads(process.stdout)
    assert all(set(one) == FIELDS for one in found)
    assert [(one["code"], one["line"]) for one in found if one["file"] == "错.yaml"] == [
        ("事实-02", 5),
        ("事实-01", 6),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize("name", ["没有.yaml", "空.yaml", "图.yaml", "夹", "𠮷.yaml", "x.exe"])
def test_json_is_json_even_on_failure(tmp_path, name, encoding):
    (tmp_path / "空.yaml").write_bytes(b"")
    (tmp_path / "图.yaml").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "x.exe").write_bytes(b"MZ")
    (tmp_path / "夹").mkdir()
    process = real("check", name, "--json", cwd=tmp_path, env={"PYTHONIOENCODING": encoding})
    assert process.returncode == 1
    (problem,) = json.loads(process.stdout.decode(encoding))
    assert problem["message"]
    assert problem["fix"]
    assert process.stderr == b""


def test_one_bad_file_does_not_hide_the_others(wrong):
    process = nianbao("check", "没有.yaml", wrong, cwd=wrong.parent)
    assert process.returncode == 1
    assert "找不到文件：没有.yaml" in said(process)
    assert "立按" in said(process)


def test_a_report_by_anyone_is_checked_against_what_is_known(tmp_path):
    report = tmp_path / "报告.md"
    report.write_text("全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。\n", encoding="utf-8")
    process = nianbao(
        "check", report, "--year", "2023", "--date", "2024-01-20", "--level", "街道", cwd=tmp_path
    )
    assert process.returncode == 1
    assert "数据-01 错误" in said(process)


@pytest.mark.parametrize(
    ("option", "value"),
    [("--year", "去年"), ("--date", "昨天"), ("--level", "省"), ("--against", "没有的文件夹")],
)
def test_what_is_known_must_make_sense(tmp_path, option, value):
    report = tmp_path / "报告.md"
    report.write_text("全年立案5件。\n", encoding="utf-8")
    process = nianbao("check", report, option, value, cwd=tmp_path)
    assert process.returncode in {1, 2}
    assert value in said(process)
    assert_chinese(said(process))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_check_and_render_agree_on_the_examples(tmp_path, path):
    assert nianbao("check", path, cwd=tmp_path).returncode == 0
    assert nianbao("render", path, "-o", "-", cwd=tmp_path).returncode == 0
