"""The pages as HTML: what stands in which element, and how it looks in a real browser."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.page.layout import layout_of
from generator.document.page.paging import pages_of
from generator.document.pages_html import PageSpan, pages_html
from generator.document.sheet import page_measures
from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.resources import BUILTIN
from tests.document.samples import EDGES, FORMAL, VARIANTS, report
from tests.each import each

TAG = re.compile(r"<[^>]*>")


def shown(markdown, layout, spans=None):
    document = read_blocks(markdown)
    own = layout_of(document, layout)
    return tuple(one.html for one in pages_html(document, pages_of(document, own), own, spans or {}))


def text_of(html):
    return unescape(TAG.sub("", html))


@each("name", [*VARIANTS, *EDGES])
def test_all_text_is_there_and_every_id_once(layout, name):
    text = {**VARIANTS, **EDGES}[name]
    document = read_blocks(text)
    html = "".join(shown(text, layout))
    plain = "".join(text_of(html).split())
    for block in document.blocks:
        if block.kind not in {BlockKind.TABLE, BlockKind.CHART}:
            pieces = "".join(block.text.split())
            assert pieces[:12] in plain
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "style=" not in html, "the page's policy allows no style in the HTML"


def test_a_page_has_its_number_as_in_the_word_file(layout):
    html = shown(VARIANTS["plain"], layout)
    assert [re.search(r'<section class="page" id="(.*?)"', one)[1] for one in html] == [
        f"页-{number}" for number in range(1, len(html) + 1)
    ]
    assert '<p class="页码 单页">— 1 —</p>' in html[0]
    assert '<p class="页码 双页">— 2 —</p>' in html[1]


def test_a_heading_at_the_head_is_marked_off_from_its_text(layout):
    html = "".join(shown("# 题\n\n### （一）乙\n\n甲。", layout))
    assert (
        '<p class="正文" id="段-1" data-段="1"><span class="行 缩进">'
        '<span class="段首 二级标题" role="heading" aria-level="3">（一）乙。</span><span id="段-2">甲。</span></span></p>'
    ) in html


def test_a_paragraph_that_goes_on_keeps_its_number(layout):
    html = shown(f"# 题\n\n{'甲' * 700}", layout)
    assert '<p class="正文" id="段-1" data-段="1">' in html[0]
    assert '<p class="正文" id="段-1-2" data-段="1"><span class="行 满">' in html[1]


@pytest.mark.parametrize(
    ("spans", "inside"),
    [
        ([], "一二三四五"),
        ([PageSpan(0, 5, "句", 7)], '<span class="句" data-句="7">一二三四五</span>'),
        (
            [PageSpan(0, 5, "句", 7), PageSpan(1, 3, "问题 错误", 2)],
            (
                '<span class="句" data-句="7">一</span>'
                '<span class="句" data-句="7"><span class="问题 错误" data-问题="2">二三</span></span>'
                '<span class="句" data-句="7">四五</span>'
            ),
        ),
        (
            [PageSpan(0, 2, "句", 1), PageSpan(2, 5, "句", 2)],
            '<span class="句" data-句="1">一二</span><span class="句" data-句="2">三四五</span>',
        ),
    ],
)
def test_spans(layout, spans, inside):
    html = "".join(shown("# 题\n\n一二三四五", layout, {1: spans}))
    assert f'<span class="行 缩进">{inside}</span>' in html


def test_what_is_written_cannot_become_markup(layout):
    nasty = '<script>"&'
    html = "".join(
        shown(report(title=f"题{nasty}", opening=nasty, units=(f"镇{nasty}",), front=FORMAL), layout)
    )
    assert "<script" not in html
    assert html.count("&lt;script&gt;&quot;&amp;") >= 2


def test_a_tables_head_stands_on_each_of_its_pages(layout):
    html = shown(VARIANTS["annexes"], layout)
    tables = [one for one in html if '<table class="表格"' in one]
    assert len(tables) == 3
    assert all("<th>项目</th>" in one for one in tables)
    assert sum(one.count("<tr><td") for one in tables) == 44
    assert all("存疑" in one for one in tables)


LAYERS = st.lists(
    st.tuples(st.integers(0, 70), st.integers(0, 70), st.integers(1, 9)).map(
        lambda one: PageSpan(min(one[:2]), max(one[:2]), "句", one[2])
    ),
    max_size=5,
)


@settings(deadline=None)
@given(LAYERS)
def test_spans_never_change_the_text(layout, spans):
    text = "# 题\n\n" + "甲乙2024年。" * 9
    html = "".join(shown(text, layout, {1: spans}))
    assert text_of(html) == text_of("".join(shown(text, layout)))
    assert html.count("<span") == html.count("</span>")


PLACES = """() => [...document.querySelectorAll('.page')].map(page => {
  const area = page.querySelector('.版心').getBoundingClientRect(), lines = [...page.querySelectorAll('.行')];
  return {
    over: lines.filter(line => line.scrollWidth > line.clientWidth + 1).map(line => line.textContent),
    below: Math.max(...lines.map(line => line.getBoundingClientRect().bottom - area.bottom)),
    left: lines.filter(line => line.className == '行 满').map(line => line.getBoundingClientRect().left - area.left),
  };
})"""


@pytest.mark.parametrize("name", ["plain", "joint", "formal", "annexes", "annex", "levels", "edge-long-480"])
def test_in_a_browser_no_line_is_wider_than_the_paper_nor_stands_below_it(browser, layout, name):
    style = page_measures(layout) + (BUILTIN / "页面" / "版面.css").read_text(encoding="utf-8")
    page = browser.new_page()
    body = "".join(shown({**VARIANTS, **EDGES}[name], layout))
    page.set_content(f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>{body}")
    for one in page.evaluate(PLACES):
        assert one["over"] == []
        assert one["below"] <= 1
        assert all(abs(left) < 1 for left in one["left"])
    page.close()
