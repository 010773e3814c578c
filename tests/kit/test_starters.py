"""What is double-clicked."""

import os
import shutil
import subprocess

import pytest

from kit.starters import is_program, linux_starters, windows_starters

WINDOWS = windows_starters("0.1.0", "3.12.10")


@pytest.mark.parametrize("name", ["启动.bat", "命令行.bat", "program/bin/nianbao.bat"])
def test_a_bat_is_what_a_chinese_console_reads(name):
    text = WINDOWS[name].decode("gbk")
    assert text.startswith("@echo off\r\n")
    assert "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        # what does something is ASCII, so that it works in any code page; words may be Chinese, and one wish may fail
        assert line.isascii() or line.startswith(("echo ", "title ")) or "2>nul ||" in line, line
        assert "%~dp0" not in line or '"' in line, line


def test_an_unpacked_kit_is_asked_for():
    assert "请先解压" in WINDOWS["启动.bat"].decode("gbk")
    assert b"if not exist" in WINDOWS["启动.bat"]


@pytest.mark.parametrize(("python", "oldest"), [("3.12.10", "Windows 8.1"), ("3.13.5", "Windows 10")])
def test_it_is_said_which_windows_it_needs(python, oldest):
    text = windows_starters("0.1.0", python)["先读我.txt"].decode("utf-8-sig")
    assert f"64 位的 {oldest} 以上" in text
    assert "Windows 7 用不了" in text
    assert "\r\n" in text


def test_it_is_said_which_python_a_kit_without_one_needs():
    own, other = (linux_starters("0.1.0", "aarch64", "3.11.4", own_python=one) for one in (True, False))
    assert "要本机装有 Python 3.11" in other["先读我.txt"].decode()
    assert "要本机装有" not in own["先读我.txt"].decode()


def test_what_is_run_is_marked():
    files = linux_starters("0.1.0", "x86_64", "3.12.1", own_python=True)
    assert [name for name in files if is_program(name)] == ["启动.sh", "program/bin/nianbao", "年报.desktop"]


@pytest.mark.skipif(os.name == "nt", reason="是 Linux 的脚本")
def test_the_script_finds_its_python_and_hands_on_what_was_given(tmp_path):
    kit = tmp_path / "年报 资料（1）"
    for name, data in linux_starters("0.1.0", "x86_64", "3.12.1", own_python=True).items():
        (kit / name).parent.mkdir(parents=True, exist_ok=True)
        (kit / name).write_bytes(data)
    done = subprocess.run(["sh", kit / "启动.sh"], capture_output=True, check=False)
    assert done.returncode == 2
    assert "请先解压" in done.stderr.decode()
    (kit / "program" / "start.py").write_text("")
    python = kit / "program" / "python" / "bin" / "python3.12"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\n[ "$2" = -c ] || printf "%s\\n" "$@"\n')
    done = subprocess.run(["sh", kit / "启动.sh", "我 的.yaml"], capture_output=True, check=False)
    assert done.stdout.decode().splitlines() == [
        "-I",
        str(kit / "program" / "start.py"),
        "--page",
        "我 的.yaml",
    ]


@pytest.mark.skipif(os.name == "nt", reason="是 Linux 的脚本")
def test_the_script_says_which_python_is_lacking(tmp_path):
    (tmp_path / "nianbao").write_bytes(
        linux_starters("0.1.0", "x86_64", "3.99.1", own_python=False)["program/bin/nianbao"]
    )
    done = subprocess.run([shutil.which("sh"), tmp_path / "nianbao"], capture_output=True, check=False)
    assert done.returncode == 2
    assert "要用 Python 3.99（x86_64），本机没有找到" in done.stderr.decode()
