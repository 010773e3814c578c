"""Whatever happens ends in a Chinese sentence and an exit status, through the real command."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.failures import guarded
from generator.commands.crew import EACH, on_all_cores
from generator.numbers.numerals import read_chinese
from generator.problems import FactsError, Place, Problem, UserError
from tests.cli.command import EXAMPLES, RUN, assert_chinese, nianbao, real, said

FACTS = EXAMPLES / "稷下街道-2023.yaml"


def _raising(error):
    def run():
        raise error

    return run


def test_an_unexpected_error_is_owned_up_to(capsys, monkeypatch):
    monkeypatch.delenv("NIANBAO_DEBUG", raising=False)
    assert guarded(_raising(ZeroDivisionError("no English"))) == 1
    told = capsys.readouterr().err
    assert "这是程序的毛病" in told
    assert "NIANBAO_DEBUG=1" in told
    assert "no English" not in told


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_an_error_in_another_process_is_told_with_its_own_place(capsys):
    assert guarded(lambda: on_all_cores(read_chinese, [None] * 10 * EACH)) == 1
    told = capsys.readouterr().err
    assert "numerals.py" in told
    assert "crew.py" not in told


def test_the_whole_trace_is_there_for_who_asks(capsys, monkeypatch):
    monkeypatch.setenv("NIANBAO_DEBUG", "1")
    guarded(_raising(ZeroDivisionError("no English")))
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (UserError("不行。", "这样做。"), 1, "不行。\n这样做。\n"),
        (UserError("不行。", "这样做。", status=2), 2, "不行。\n这样做。\n"),
        (
            FactsError([Problem("事实-01", "错了。", "改。", Place("a.yaml", 3, 1))]),
            1,
            "a.yaml:3:1  事实-01 错误  错了。",
        ),
        (MemoryError(), 1, "内存不够。"),
        (KeyboardInterrupt(), 130, "已中断"),
    ],
)
def test_each_kind_of_failure_has_its_words_and_status(capsys, error, status, words):
    assert guarded(_raising(error)) == status
    assert words in capsys.readouterr().err


def test_a_broken_pipe_is_quiet(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(
        [*RUN, "topics"], stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path, env=_environment(), check=False
    )
    os.close(writer)
    assert process.stderr == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="只有 Linux 有 /dev/full")
def test_a_full_disk_behind_the_output_is_named(tmp_path):
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(
            [*RUN, "topics"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=_environment(),
            check=False,
        )
    assert process.returncode == 1
    assert_chinese(process.stderr.decode())
    assert "输出写不出去" in process.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="关闭输出的写法只有 POSIX 有")
@pytest.mark.parametrize(
    "arguments", [pytest.param("--help", marks=pytest.mark.soak), "topics", f"render '{FACTS}' -o -"]
)
def test_a_closed_output_gives_no_traceback(tmp_path, arguments):
    command = f"'{sys.executable}' -c '{RUN[2]}' {arguments} >&-"
    process = subprocess.run(
        command, shell=True, stderr=subprocess.PIPE, cwd=tmp_path, env=_environment(), check=False
    )
    assert_chinese(process.stderr.decode())


@pytest.mark.skipif(os.name == "nt", reason="信号只有 POSIX 有")
def test_ctrl_c_gives_no_traceback(tmp_path):
    fifo = tmp_path / "年报.md"
    script = (
        "import time, generator.cli.app as app;"
        " app.run_command = lambda a: (print('ready', flush=True), time.sleep(60));"
        " from generator.cli import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=_environment(),
    )
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "已中断" in told.decode()
    assert_chinese(told.decode())
    assert not fifo.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows 不让删当前文件夹")
def test_a_vanished_folder_is_named(tmp_path):
    gone = tmp_path / "没了"
    gone.mkdir()
    command = f"rmdir '{gone}'; '{sys.executable}' -c '{RUN[2]}' new 稷下街道 --year 2024"
    process = subprocess.run(
        command, shell=True, cwd=gone, env=_environment(), capture_output=True, check=False
    )
    assert process.returncode in {1, 2}
    assert_chinese(process.stderr.decode())


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437", "utf-8"])
@pytest.mark.parametrize("name", ["𠮷田👍.yaml", "街道\x1b[31m红.yaml"])
def test_any_console_and_any_file_name(tmp_path, encoding, name):
    (tmp_path / name).write_text("年度: 二〇二三\n乱七八糟👍: 1\n", encoding="utf-8")
    process = nianbao("check", name, cwd=tmp_path, encoding=encoding)
    assert process.returncode == 1
    assert b"Traceback" not in process.stdout + process.stderr
    assert b"\x1b" not in process.stdout + process.stderr


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("gbk", ["𠮷👍.yaml"]),
        ("ascii", ["没有.yaml", "--json"]),
        pytest.param("gbk", ["没有.yaml", "--json"], marks=pytest.mark.soak),
        pytest.param("ascii", ["𠮷👍.yaml"], marks=pytest.mark.soak),
    ],
)
def test_a_console_with_few_characters(tmp_path, encoding, arguments):
    """What `nianbao` gives here in this process is what the process at such a console writes."""
    (tmp_path / "𠮷👍.yaml").write_text("年度: 二〇二三\n乱七八糟👍: 1\n", encoding="utf-8")
    process = real("check", *arguments, cwd=tmp_path, env={"PYTHONIOENCODING": encoding})
    assert process == nianbao("check", *arguments, cwd=tmp_path, encoding=encoding)


ODD = [{"LC_ALL": "C", "LANG": "C"}, {"PYTHONOPTIMIZE": "2"}, {"TZ": "Pacific/Kiritimati"}]


@pytest.mark.parametrize(
    "flags",
    # all at once usually, each alone in the soak run
    [
        dict(pair for one in ODD for pair in one.items()),
        *(pytest.param(one, marks=pytest.mark.soak) for one in ODD),
    ],
)
def test_odd_surroundings(tmp_path, flags):
    process = real("render", FACTS, "-o", "-", cwd=tmp_path, env=flags)
    assert process.returncode == 0, said(process)
    assert process.stdout.decode().startswith("# 稷下街道")


@pytest.mark.skipif(os.name == "nt", reason="HOME 只有 POSIX 用")
def test_no_home_no_tmp(tmp_path):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(EXAMPLES.parent)}
    process = subprocess.run(
        [*RUN, "topics"], env=environment, cwd=tmp_path, capture_output=True, check=False
    )
    assert process.returncode == 0, process.stderr


def test_a_hostile_module_in_the_folder_is_not_run(tmp_path):
    (tmp_path / "yaml.py").write_text("raise SystemExit('hostile')", encoding="utf-8")
    command = Path(sys.executable).with_name("nianbao")
    if not command.exists():
        pytest.skip("没有安装 nianbao 命令")
    process = subprocess.run([command, "check", FACTS], cwd=tmp_path, capture_output=True, check=False)
    assert b"hostile" not in process.stdout + process.stderr


def _environment():
    return {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
