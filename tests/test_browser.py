"""The HTML page in a real browser: it shows the report, in columns of its own, and asks nobody for anything."""

from io import BytesIO

import pytest
from PIL import Image

from tests.cli.command import EXAMPLES, nianbao, said


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "报告.html"
    process = nianbao("render", EXAMPLES / "稷下街道-2023.yaml", "-o", path, cwd=path.parent)
    assert process.returncode == 0, said(process)
    return path


@pytest.fixture
def shown(window, tab, page):
    tab.goto(page.as_uri())
    return tab


def test_the_page_holds_the_report(shown):
    text = shown.locator("body").inner_text()
    for words in (
        "稷下街道2023年法治政府建设年度报告",
        "推进法治政府建设的主要举措和成效",
        "3000余人次",
        "2024年1月20日",
    ):
        assert words in text


def test_the_page_looks_like_a_page(shown):
    picture = Image.open(BytesIO(shown.screenshot())).convert("L")
    dark = [
        [picture.getpixel((x, y)) < 128 for x in range(0, picture.width, 2)]
        for y in range(0, picture.height, 2)
    ]
    inked = [row for row in dark if any(row)]
    assert len(inked) > 100, "hardly anything is shown"
    assert sum(map(sum, dark)) / (len(dark) * len(dark[0])) < 0.3, "the page is mostly dark"
    assert not any(row[0] or row[-1] for row in dark), "the text runs into the edge"


def test_the_page_breaks_no_rule_of_accessibility(shown, accessible):
    assert accessible(shown) == []


def test_the_page_asks_nobody_for_anything(page):
    text = page.read_text(encoding="utf-8")
    for word in ("http://", "https://", "<script", "@import", "src="):
        assert word not in text.replace("http://www.w3.org/", "")
