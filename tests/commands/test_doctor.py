"""What a machine has: each line says what there is, and what to do where it is not as it should be."""

import os

import pytest

from generator.commands.doctor import diagnose

NAMES = {"程序", "用到的库", "公文字体", "LibreOffice", "屏幕显示", "系统编码", "缓存文件夹", "当前文件夹"}


def by_name(folder, encoding="utf-8"):
    return {one.name: one for one in diagnose(folder, encoding)}


def test_everything_that_matters_is_looked_at(tmp_path):
    seen = by_name(tmp_path)
    assert set(seen) >= NAMES
    assert "nianbao 0." in seen["程序"].state
    assert seen["用到的库"].good
    assert "python-docx" in seen["用到的库"].state
    assert seen["当前文件夹"].good
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_good_says_what_to_do(tmp_path):
    for one in diagnose(tmp_path, "ascii"):
        assert one.good or one.remedy, one.name
        f"{one.state}{one.remedy}".encode("gbk")


@pytest.mark.parametrize(
    ("encoding", "good"), [("utf-8", True), ("gbk", True), ("cp936", True), ("ascii", False), ("没有", False)]
)
def test_an_output_that_cannot_show_chinese_is_told(tmp_path, encoding, good):
    assert by_name(tmp_path, encoding)["屏幕显示"].good == good


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root 什么都写得了")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    tmp_path.chmod(0o500)
    assert not by_name(tmp_path)["当前文件夹"].good


def test_a_folder_that_is_gone_is_told(tmp_path):
    assert not by_name(tmp_path / "没有")["当前文件夹"].good


def test_without_a_home_the_cache_is_told(tmp_path, monkeypatch):
    (tmp_path / "文件").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "文件"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "文件"))
    if os.name != "nt" and os.uname().sysname == "Darwin":
        pytest.skip("macOS 的缓存文件夹不看环境变量")
    assert not by_name(tmp_path)["缓存文件夹"].good
