"""The program itself: version, completion, and what it costs to ask for help."""

import inspect
import json
import os
import subprocess
import sys

import pytest

from generator.cli.app import _expanded
from tests.cli.command import EXAMPLES, RUN, nianbao, real, said


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
        "_NIANBAO_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    process = real(cwd=tmp_path, env=environment)
    assert set(said(process).split()) == expected


def test_typer_has_the_private_parts_that_completion_rests_on():
    """It has no public ones. Where this fails, keep typer below that version in pyproject.toml, or mend cli/app.py."""
    from typer import _completion_classes, _completion_shared

    wanted = {"prog_name", "complete_var", "shell"}
    assert set(inspect.signature(_completion_shared.get_completion_script).parameters) == wanted
    assert not inspect.signature(_completion_classes.completion_init).parameters


def test_windows_leaves_it_to_us_what_a_star_means(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("乙.yaml", "甲.yaml"):
        (tmp_path / name).touch()
    assert _expanded(["check", "*.yaml", "没有*"], "nt") == ["check", "乙.yaml", "甲.yaml", "没有*"]
    assert _expanded(["check", "*.yaml"], "posix") == ["check", "*.yaml"]


def test_help_imports_no_library_but_typer():
    """What typer does not import by itself is imported by the command that needs it."""
    script = (
        "import sys, json, typer, typer.core, typer.main; before = set(sys.modules)\n"
        "import difflib, importlib.metadata\n"
        "sys.argv = ['nianbao', '--help']\n"
        "from generator.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names))))"
    )
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
    process = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert set(json.loads(process.stdout.splitlines()[-1])) <= {"generator", "typer"}


def test_the_entry_point_is_the_one_that_is_installed():
    text = (EXAMPLES.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert 'nianbao = "generator.cli:main"' in text
    assert "generator.cli" in RUN[2]
