"""Charts: drawn the same each time, in the layout's size and fonts; and what is missing is named."""

from __future__ import annotations

import builtins

import pytest

from generator.document.charts import draw
from generator.document.text.chart import read_chart
from generator.problems import UserError

TEXT = '标题: 对比\n单位: 件\n项目: [立案, 调解]\n数据:\n  2022年: [26, 1.2万余件]\n  2023年: ["", 198件]'


def test_the_same_chart_gives_the_same_picture(layout):
    first, second = draw(read_chart(TEXT), layout), draw(read_chart(TEXT), layout)
    assert first == second
    assert first.startswith(b"\x89PNG")
    assert b"matplotlib" not in first.lower()


def test_size_is_the_layouts(layout):
    data = draw(read_chart(TEXT), layout)
    wide, high = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert wide == pytest.approx(150 / 25.4 * 200, abs=2)
    assert high == pytest.approx(85 / 25.4 * 200, abs=2)


def test_without_matplotlib(layout, monkeypatch):
    real = builtins.__import__

    def absent(name, *rest, **more):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(UserError) as caught:
        draw(read_chart(TEXT), layout)
    assert "matplotlib" in caught.value.message
    assert "nianbao[charts]" in caught.value.fix


def test_without_a_chinese_font(layout, monkeypatch):
    from matplotlib import font_manager

    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    with pytest.raises(UserError, match="没有能显示汉字的字体"):
        draw(read_chart(TEXT), layout)


def test_the_fonts_are_the_reports_own(layout, monkeypatch):
    """The figures are set in the Latin font of the report, the characters in that of its body, by either name."""
    from matplotlib import font_manager

    from generator.document.charts import fonts_of_charts

    class Font:
        def __init__(self, name):
            self.name = name

    for there, wanted in (
        (["FangSong", "Times New Roman", "SimHei"], ["Times New Roman", "FangSong"]),
        (["Noto Sans CJK JP", "Noto Serif CJK JP"], ["Noto Serif CJK JP"]),
    ):
        monkeypatch.setattr(font_manager.fontManager, "ttflist", [Font(name) for name in there])
        assert fonts_of_charts(layout) == wanted
