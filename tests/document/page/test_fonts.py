"""Which official fonts are missing: said once, kindly, with what is shown instead."""

from __future__ import annotations

from generator.document.page.fonts import installed_fonts, missing_fonts

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
