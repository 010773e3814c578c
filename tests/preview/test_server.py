"""The command: it says where the page is, ends with its terminal, and refuses what it cannot do with a sentence."""

import signal
import socket
import urllib.error
import urllib.request

import pytest

from tests.preview.conftest import ADDRESS, start


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_serves_until_its_terminal_ends(example, name):
    if not hasattr(signal, name):
        pytest.skip(f"本系统没有 {name}")
    with start(example, cwd=example.parent) as program:
        page = ADDRESS.search(program.stdout.readline())[0]
        base, token = page.split("/#")
        with urllib.request.urlopen(base, timeout=20) as answer:
            assert "script-src 'self'" in answer.headers["content-security-policy"]
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{base}/text", timeout=20)
        assert refused.value.code == 401
        asked = urllib.request.Request(f"{base}/stream", headers={"X-Nianbao-Token": token})
        with urllib.request.urlopen(asked, timeout=20) as stream:  # a tab that is open does not hold it up
            assert stream.readline().startswith(b"data: ")
            program.send_signal(getattr(signal, name))
            said = program.communicate(timeout=30)[0]
    assert "Traceback" not in said
    if name == "SIGINT":
        assert "已结束。填的都已存进文件。" in said
        assert program.returncode == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(base, timeout=5)


def test_a_port_that_is_taken_is_said(example):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with start(example, "--port", port, cwd=example.parent) as program:
            said = program.communicate(timeout=30)[0]
    assert f"端口 {port} 用不了" in said
    assert program.returncode == 2


def test_a_file_that_is_not_there_is_said(tmp_path):
    with start("没有-2023.yaml", cwd=tmp_path) as program:
        said = program.communicate(timeout=30)[0]
    assert "找不到文件" in said
    assert program.returncode == 2
