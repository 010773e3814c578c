"""`watch` through the real command, ended by Ctrl-C."""

import os
import signal
import subprocess

import pytest

from tests.cli.command import EXAMPLES, RUN, assert_chinese


@pytest.mark.skipif(os.name == "nt", reason="信号只有 POSIX 有")
def test_a_save_is_told_and_ctrl_c_ends_it(tmp_path):
    path = tmp_path / "甲.yaml"
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [*RUN, "watch", "甲.yaml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    told = _until_waiting(process)
    path.write_text(text.replace("化解: 198起", "化解: 205起"), encoding="utf-8")
    told += _until_waiting(process)
    process.send_signal(signal.SIGINT)
    told += process.communicate(timeout=20)[0].decode()
    assert process.returncode == 0
    assert "〖198起〗" in told
    assert "〖205起〗" in told
    assert told.count("已生成：") == 2
    assert "已停止。最后生成的是：" in told
    assert_chinese(told)


def _until_waiting(process):
    lines = []
    while not lines or "按 Ctrl-C 停止" not in lines[-1]:
        lines.append(process.stdout.readline().decode())
        assert lines[-1], lines
    return "".join(lines)
