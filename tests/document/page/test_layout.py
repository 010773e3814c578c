"""The layout: the built-in measures, a unit's own file, and mistakes in it."""

from __future__ import annotations

import re

import pytest

from generator.document.page.layout import read_layout
from generator.document.page.lengths import is_length, is_size, size, twips
from generator.problems import FactsError, UserError
from generator.resources import BUILTIN, Templates


def own(tmp_path, text):
    path = tmp_path / "本单位版式.yaml"
    path.write_text(text, encoding="utf-8")
    return read_layout(Templates(), path)


def test_the_standard_measures(layout):
    """5.1, 5.2: A4, type area 156 by 225 mm, 22 lines of 28 characters of 3号."""
    assert (layout.twips("纸张.宽"), layout.twips("纸张.高")) == (11906, 16838)
    assert layout.text_width == pytest.approx(156 / 25.4 * 1440, abs=2)
    assert layout.text_height == pytest.approx(225 / 25.4 * 1440, abs=2)
    assert (layout.line, layout.pitch) == (579, -5)
    assert layout.text_height // layout.line == 22
    assert layout.text_width // (320 + layout.pitch) == 28
    assert layout.font("标题.字体") == "方正小标宋简体"


def test_every_measure_names_its_source():
    section = ""
    for line in (BUILTIN / "版式.yaml").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            section = line
        if line.startswith("  "):
            assert re.search(r"#\s*(?:\d+(?:\.\d+)+|惯例|实现)", line), f"{section} {line}"


def test_a_layout_is_read_once():
    assert read_layout(Templates()) is read_layout(Templates())


def test_single_values_are_overridden(tmp_path, layout):
    mine = own(
        tmp_path,
        "页边:\n  天头: 3.458厘米\n  地脚: 32.58毫米\n字体: {仿宋: 仿宋}\n版心: {字距: 0磅}\n字体别名: {某体: MouTi}\n",
    )
    assert mine.line == 592
    assert mine.font("正文.字体") == "仿宋"
    assert mine.pitch == 0
    assert mine.text("标题.字号") == layout.text("标题.字号")
    fixed = own(tmp_path, "版心: {行距: 28磅}\n正文: {字号: 小三}\n")
    assert fixed.line == 560
    assert fixed.points("正文.字号") == 15


def test_a_template_folder_may_hold_a_layout(tmp_path):
    (tmp_path / "版式.yaml").write_text("落款: {印章: 是}", encoding="utf-8")
    assert read_layout(Templates.with_own(tmp_path)).flag("落款.印章")


@pytest.mark.parametrize(
    ("text", "field", "line", "words"),
    [
        ("页边: {天头: 37}", "页边.天头", 1, "应写长度，例如 37毫米"),
        ("页边:\n  上: 37毫米", "页边.上", 2, "可以写的有：天头、"),
        ("页遍: {天头: 37毫米}", "页遍.天头", 1, "是不是“页边”"),
        ("正文: {字号: 大}", "正文.字号", 1, "应写字号"),
        ("正文: {字体: 仿宋_GB2312}", "正文.字体", 1, "写字体的类别"),
        ("二级标题: {排法: 居中}", "二级标题.排法", 1, "可以写 段首、段首分隔、独立成行"),
        ("落款: {印章: 有}", "落款.印章", 1, "只写“是”或“否”"),
        ("版心: {每面行数: 廿二}", "版心.每面行数", 1, "应写整数"),
        ("版心: {行距: 28}", "版心.行距", 1, "可以写 按每面行数，或一个长度"),
        ("版头: {颜色: 红}", "版头.颜色", 1, "六位的颜色值"),
        ("图表: {颜色: []}", "图表.颜色", 1, "应写成列表"),
        ("页边: {天头: }", "页边.天头", 1, "应写一个值"),
        ("页边: {订口: 90毫米, 切口: 90毫米}", "页边", 1, "请核对“页边”"),
        ("版心: {每面行数: 60}", "版心", 1, "请核对"),
        ("版心: {每行字数: 60}", "版心.每行字数", 1, "请改小"),
        ("落款: {字距最多调整: 1行}", "落款.字距最多调整", 1, "四分之一"),
        ("落款: {字距最多调整: -1磅}", "落款.字距最多调整", 1, "小于0"),
    ],
)
def test_mistakes_are_named(tmp_path, text, field, line, words):
    with pytest.raises(FactsError) as caught:
        own(tmp_path, text)
    (problem,) = caught.value.problems
    assert (problem.field, problem.place.line) == (field, line)
    assert problem.place.file.endswith("本单位版式.yaml")
    assert words in problem.message + problem.fix


def test_all_mistakes_at_once(tmp_path):
    with pytest.raises(FactsError) as caught:
        own(tmp_path, "页边: {天头: 高}\n落款: {印章: 对}\n")
    assert len(caught.value.problems) == 2


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match="找不到文件"):
        read_layout(Templates(), tmp_path / "没有.yaml")


def test_a_file_in_another_encoding(tmp_path):
    path = tmp_path / "版式.yaml"
    path.write_bytes("落款: {印章: 是}".encode("gb18030"))
    with pytest.raises(UserError, match="读不出来"):
        read_layout(Templates(), path)


@pytest.mark.parametrize(
    ("text", "points"),
    [("3号", 16), ("三号", 16), ("小四", 12), ("小4", None), ("初号", 42), ("16磅", 16), ("10毫米", 28.35)],
)
def test_sizes(text, points):
    if points is None:
        with pytest.raises(ValueError, match=text):
            size(text)
    else:
        assert size(text) == pytest.approx(points, abs=0.01)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("1毫米", 57), ("2.5厘米", 1417), ("28.95磅", 579), ("2字", 640), ("1行", 579), ("-1磅", -20)],
)
def test_lengths(text, wide):
    assert is_length(text)
    assert twips(text, character=320, line=579) == wide


@pytest.mark.parametrize("text", ["", "毫米", "1英寸", "1e3磅", "１毫米", "99999磅", "1.2.3磅"])
def test_no_lengths(text):
    assert not is_length(text)
    assert not is_size(text)


def test_the_page_of_the_docs_lists_every_value():
    page = (BUILTIN.parent / "docs" / "版式.md").read_text(encoding="utf-8")
    section, rows = "", []
    for line in (BUILTIN / "版式.yaml").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([^\s#:]+):", line):
            section = found[1]
        if found := re.match(r"  (\S+): (.*?)\s*# (.*)$", line):
            rows.append(f"| {section}.{found[1]} | {found[2]} | {found[3]} |")
    assert len(rows) > 90
    assert page.rstrip().splitlines()[-len(rows) :] == rows
