"""Templates and data files: the user's own folder first, the built-in one second, file by file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems import UserError
from generator.resources import BUILTIN, SEEDS, Templates

ROOT = Path(__file__).parents[1]


@pytest.fixture
def own(tmp_path):
    (tmp_path / "举措成效").mkdir()
    (tmp_path / "举措成效" / "行政执法.md.j2").write_text("自己的", encoding="utf-8")
    (tmp_path / "举措成效" / "特色.md.j2").write_text("新的", encoding="utf-8")
    (tmp_path / "举措成效" / ".隐藏.md.j2").write_text("不算", encoding="utf-8")
    return tmp_path


def test_the_built_in_folders_are_there():
    assert (BUILTIN / "报告.md.j2").is_file()
    assert SEEDS.is_dir()


def test_an_own_file_takes_the_place_of_the_built_in_one(own):
    templates = Templates.with_own(own)
    assert templates.read("举措成效/行政执法.md.j2").text == "自己的"
    assert templates.read("报告.md.j2").path == BUILTIN / "报告.md.j2"
    assert templates.is_own(templates.read("举措成效/行政执法.md.j2"))
    assert not templates.is_own(templates.read("报告.md.j2"))


def test_names_are_those_of_both_folders_once_each(own):
    names = Templates.with_own(own).names("举措成效", ".md.j2")
    assert names == sorted({*Templates().names("举措成效", ".md.j2"), "举措成效/特色.md.j2"})


def test_without_an_own_folder_the_built_in_one_serves():
    assert Templates.with_own(None) == Templates()


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda folder: Templates.with_own(folder / "无"), "找不到模板文件夹"),
        (lambda folder: Templates.with_own(folder).read("无.md.j2"), "找不到模板文件"),
        (lambda folder: Templates.with_own(folder).read("坏.md.j2"), "读不出来"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, ask, reason):
    (tmp_path / "坏.md.j2").write_bytes("甲".encode("gbk"))
    with pytest.raises(UserError) as caught:
        ask(tmp_path)
    assert reason in caught.value.message
    assert caught.value.fix


@pytest.mark.skipif(os.name == "nt", reason="Windows 的文件名不随区域设置变")
def test_our_files_are_found_whatever_the_locale(tmp_path):
    facts = tmp_path / "facts.yaml"
    facts.write_bytes((ROOT / "examples" / "稷下街道-2023.yaml").read_bytes())
    command = [sys.executable, "-c", "from generator.cli import main; main()", "render", "facts.yaml", "-o"]
    plain = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    utf8 = {**plain, "PYTHONUTF8": "1"}
    for name, variables in (("plain.docx", plain), ("utf8.docx", utf8)):
        done = subprocess.run([*command, name], cwd=tmp_path, env=variables, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "plain.docx").read_bytes() == (tmp_path / "utf8.docx").read_bytes()
