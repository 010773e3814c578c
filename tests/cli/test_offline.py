"""The program as a kit starts it."""

import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from generator.cli.offline import offline_main
from generator.offline.kit import SUMS


@pytest.fixture
def kit(tmp_path):
    program = tmp_path / "程序（1）" / "program" / "start.py"
    program.parent.mkdir(parents=True)
    program.write_text("pass\n", encoding="utf-8")
    digest = sha256(program.read_bytes()).hexdigest()
    (tmp_path / "程序（1）" / SUMS).write_text(f"{digest}  program/start.py\n", encoding="utf-8")
    return tmp_path / "程序（1）"


def started(kit, *arguments, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["start.py", *arguments])
    with pytest.raises(SystemExit) as end:
        offline_main(kit)
    return end.value.code


def test_a_command_is_run(kit, monkeypatch, capsys):
    assert started(kit, "--version", monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().out.startswith("nianbao ")


def test_a_kit_that_is_not_whole_runs_nothing(kit, monkeypatch, capsys):
    (kit / "program" / "start.py").unlink()
    assert started(kit, "--version", monkeypatch=monkeypatch) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "少了文件：program/start.py" in said.err


def test_the_page_opens_the_file_that_was_dropped(kit, monkeypatch, capsys):
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests has an event loop in this thread
        status = apart.submit(started, kit, "--page", "没有.yaml", monkeypatch=monkeypatch).result()
    assert status == 2
    assert "找不到文件：没有.yaml" in capsys.readouterr().err
