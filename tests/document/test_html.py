"""The web page: the same text, everything escaped, nothing that runs or is loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import html
from generator.document.page.layout import read_layout
from generator.document.text.blocks import BlockKind, read_blocks
from generator.problems import FactsError
from generator.resources import Templates
from tests.document.samples import VARIANTS, report
from tests.often import often

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "p", "div", "br", "span",
    "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img",
}  # fmt: skip


class Reader(HTMLParser):
    """Gathers tags, attributes and the text of the page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text, self.open = [], [], "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "title"}:
            self.text += data


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def page_of(markdown):
    return html.write_html(read_blocks(markdown), read_layout(Templates()))


@pytest.mark.parametrize("name", VARIANTS)
def test_all_text_is_there(name):
    reader = read(page_of(VARIANTS[name]))
    shown = re.sub(r"\s", "", reader.text)
    for block in read_blocks(VARIANTS[name]).blocks:
        texts = (
            [cell for row in block.rows for cell in row] if block.kind is BlockKind.TABLE else [block.text]
        )
        for text in texts:
            assert re.sub(r"\s", "", text) in shown
    assert set(reader.tags) <= ALLOWED
    assert not [key for key, _ in reader.attributes if key.startswith("on") or key == "href"]
    assert all(value.startswith("data:image/png;base64,") for key, value in reader.attributes if key == "src")


def test_it_may_run_and_load_nothing():
    page = page_of(VARIANTS["formal"])
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page
    assert not re.search(r"<script|https?://|@import|url\(", page)


def test_it_looks_like_the_paper():
    page = page_of(VARIANTS["plain"])
    assert "width: 595.3pt" in page
    assert re.search(r'main \{[^}]*font: 16pt/28\.95pt Digits, "仿宋_GB2312"', page)
    assert '<div class="text"><h3 class="run-in">（一）健全依法决策机制。</h3>一是完善议事规则。' in page


@often(100)
@given(st.text(max_size=200))
def test_any_text_stays_text(text):
    try:
        document = read_blocks(report(front="", body=text))
    except FactsError:
        return
    reader = read(html.write_html(document, read_layout(Templates())))
    assert set(reader.tags) <= ALLOWED


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "&lt;b&gt;"]
)
def test_markup_in_every_place(text):
    head = ("份号", "密级", "紧急程度", "发文机关标志", "发文字号", "签发人")
    foot = ("抄送", "印发机关", "印发日期")
    lines = [
        "版头:",
        *(f"  {key}: '{text}'" for key in head),
        "版记:",
        *(f"  {key}: '{text}'" for key in foot),
    ]
    front = "\n".join(lines)
    shown = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    page = page_of(
        report(shown, front=front, addressee=f"{shown}：", body=f"## {shown}\n\n{shown}", units=(shown,))
    )
    reader = read(page)
    assert set(reader.tags) <= ALLOWED
    assert "img" not in reader.tags
    assert reader.text.count(text) >= 10
