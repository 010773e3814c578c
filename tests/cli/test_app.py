"""The program itself: version, completion, and what it costs to ask for help."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.app import _expanded
from tests.cli.command import EXAMPLES, RUN, assert_chinese, nianbao, real, said


def test_version(tmp_path):
    process = nianbao("--version", cwd=tmp_path)
    assert process.returncode == 0
    assert said(process).startswith("nianbao ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_printed_and_no_file_touched(tmp_path, shell):
    process = real("--completion", shell, cwd=tmp_path, env={"HOME": str(tmp_path)})
    assert process.returncode == 0
    assert "_NIANBAO_COMPLETE" in said(process)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nianbao re", {"render"}),
        ("nianbao topics 法治宣", {"法治宣传教育"}),
        ("nianbao new --fu", {"--full"}),
    ],
)
def test_completion_completes(tmp_path, words, expected):
    environment = {
        "_NIANBAO_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    process = real(cwd=tmp_path, env=environment)
    assert {line.partition(",")[2] for line in said(process).split()} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nianbao topics --templates ~/自己的 河湖", ["河湖长制"]),
        ("nianbao topics --templates 自己的 法治宣", ["法治宣传教育"]),
        ("nianbao topics 河湖", []),
        ("nianbao topics --templates 没有 法治宣", []),
        ("nianbao topics --templates 坏的 法治宣", []),
    ],
)
def test_completion_knows_ones_own_topics(tmp_path, words, expected):
    for folder, head in (("自己的", "标题: 推行河湖长制"), ("坏的", "标题: [")):
        (tmp_path / folder / "举措成效").mkdir(parents=True)
        own = tmp_path / folder / "举措成效" / "河湖长制.md.j2"
        own.write_text(f"---\n{head}\n---\n", encoding="utf-8")
    environment = {
        "_NIANBAO_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
    }
    process = real(cwd=tmp_path, env=environment)
    assert [line.partition(",")[2] for line in said(process).split()] == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("rest", [{}, {"COMP_WORDS": "nianbao re"}, {"COMP_CWORD": "1"}])
def test_completion_asked_for_by_hand_is_explained(tmp_path, shell, rest):
    process = real("topics", cwd=tmp_path, env={"_NIANBAO_COMPLETE": f"{shell}_complete", **rest})
    assert process.returncode == 2
    assert "_NIANBAO_COMPLETE" in said(process)
    assert_chinese(said(process))


@pytest.mark.parametrize(
    ("words", "word", "expected"),
    [
        ("nianbao re", "re", "render"),
        ("nianbao topics 法治宣", "法治宣", "法治宣传教育"),
        ("nianbao new --fu", "--fu", "--full"),
    ],
)
def test_completion_completes_in_powershell(tmp_path, words, word, expected):
    environment = {"_NIANBAO_COMPLETE": "powershell_complete", "COMP_WORDS": words, "COMP_WORD": word}
    process = real(cwd=tmp_path, env=environment)
    assert [line.partition("\t")[0] for line in said(process).splitlines()] == [expected]


def test_no_command_loads_another_ones_module(tmp_path):
    script = (
        "import sys; from generator.cli.app import run_command; run_command(['schema', '-o', 'x.json']);"
        " print([n for n in sys.modules if n in ('generator.cli.check', 'generator.cli.render')])"
    )
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
    process = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=tmp_path, capture_output=True, check=True
    )
    assert process.stdout.splitlines()[-1] == b"[]"


def test_windows_leaves_it_to_us_what_a_star_means(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("乙.yaml", "甲.yaml"):
        (tmp_path / name).touch()
    assert _expanded(["check", "*.yaml", "没有*"], "nt") == ["check", "乙.yaml", "甲.yaml", "没有*"]
    assert _expanded(["check", "*.yaml"], "posix") == ["check", "*.yaml"]
    (tmp_path / "年报[2023]").mkdir()
    (tmp_path / "年报[2023]" / "丙.yaml").touch()
    assert _expanded(["年报[2023]/*.yaml"], "nt") == [str(Path("年报[2023]/丙.yaml"))]


def test_help_imports_no_library_but_click():
    """What click does not import by itself is imported by the command that needs it."""
    script = (
        "import sys, json, click; before = set(sys.modules)\n"
        "import difflib, importlib.metadata\n"
        "sys.argv = ['nianbao', '--help']\n"
        "from generator.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in set(sys.modules) - before}"
        " - set(sys.stdlib_module_names))))"
    )
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
    process = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert set(json.loads(process.stdout.splitlines()[-1])) <= {"generator", "click"}


def test_the_entry_point_is_the_one_that_is_installed():
    text = (EXAMPLES.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert 'nianbao = "generator.cli:main"' in text
    assert "generator.cli" in RUN[2]
