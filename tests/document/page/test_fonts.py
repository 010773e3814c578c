"""Which official fonts are missing: said once, kindly, with what is shown instead."""

from __future__ import annotations

import shutil
import sys
from datetime import date

import pytest

from generator.document.page.fonts import fonts_to_mention, installed_fonts, missing_fonts
from generator.document.page.layout import read_layout
from generator.resources import Templates

OFFICIAL = {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}


def test_nothing_to_say_where_all_are_there(layout):
    assert missing_fonts(layout, frozenset(OFFICIAL)) == ""


def test_english_names_count(layout):
    there = frozenset({"FZXiaoBiaoSong-B05S", "FangSong_GB2312", "KaiTi_GB2312", "SimHei", "SimSun"})
    assert missing_fonts(layout, there) == ""


def test_each_missing_font_is_named_with_its_stand_in(layout):
    message = missing_fonts(layout, frozenset({"FangSong", "KaiTi", "SimHei", "SimSun", "STZhongsong"}))
    assert message.startswith("本机没有方正小标宋简体、仿宋_GB2312、楷体_GB2312，")
    assert message.endswith("在本机上将分别显示为华文中宋、仿宋、楷体。")
    assert "系统自选的字体" in missing_fonts(layout, frozenset({"Arial"}))


def test_nothing_is_said_where_nothing_is_known(layout):
    assert missing_fonts(layout, frozenset()) == ""


def test_this_machine_tells_its_fonts(layout):
    assert all(isinstance(name, str) and name for name in installed_fonts())
    message = missing_fonts(layout)
    message.encode("gbk")


TODAY, TOMORROW = date(2024, 1, 20), date(2024, 1, 21)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Give the folder in which the program remembers what it said, empty and the test's own."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def other_layout(tmp_path):
    """Give a layout with a font that no machine has."""
    path = tmp_path / "版式.yaml"
    path.write_text("字体:\n  仿宋: [从未有过的字体]\n", encoding="utf-8")
    return read_layout(Templates(), path)


def test_the_same_is_said_once_a_day(layout, other_layout, cache):
    said = missing_fonts(layout)
    assert [fonts_to_mention(layout, day) for day in (TODAY, TODAY, TOMORROW)] == [said, "", said]
    assert [fonts_to_mention(other_layout, day) for day in (TOMORROW, TOMORROW)] == [
        missing_fonts(other_layout),
        "",
    ]
    assert fonts_to_mention(layout, TOMORROW) == "", "the one does not make the other forgotten"
    assert [path.name for path in cache.rglob("*") if path.is_file()] == ["fonts.txt"]


@pytest.mark.parametrize("held", [b"", b"\xff\xfe\x00", "2024-01-20".encode("utf-16")])
def test_a_stamp_that_cannot_be_read_is_none(layout, cache, held):
    (cache / "nianbao").mkdir(parents=True)
    (cache / "nianbao" / "fonts.txt").write_bytes(held)
    assert fonts_to_mention(layout, TODAY) == missing_fonts(layout)
    assert fonts_to_mention(layout, TODAY) == ""


def test_where_nothing_can_be_remembered_it_is_said_each_time(layout, cache):
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert [fonts_to_mention(layout, TODAY) for _ in range(2)] == [missing_fonts(layout)] * 2


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("fc-list") is None, reason="没有安装 fontconfig")
def test_a_font_that_no_machine_has_is_named(other_layout, cache):
    assert "从未有过的字体" in fonts_to_mention(other_layout, TODAY)
