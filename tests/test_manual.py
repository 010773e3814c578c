"""The manual: it is whole, opens from a folder without a network, and its search finds words within words."""

import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.each import each
from tests.once import once

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))  # as where the errand runs it

from made import topic_pages  # noqa: E402 - docs/ is no package
from manual import pages, settings_for  # noqa: E402
from paragraphs import joined  # noqa: E402

SHIM = "e8e412dbcfea9b7e31b5ffa288d7b6035915e714c542f4176a0cdbe262fc9609"
"""sha256 of shim/index.js in the npm package iframe-worker 1.0.4."""
needs_builder = pytest.mark.skipif(sys.version_info < (3, 11), reason="做手册的程序要 Python 3.11")


def built(folder, *arguments):
    command = [sys.executable, DOCS / "manual.py", "--into", folder, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def manual(tmp_path_factory):
    target = tmp_path_factory.getbasetemp().parent / "manual built once"
    return once(tmp_path_factory, "manual", lambda: built(target))


class Page(HTMLParser):
    """What a page refers to, the places in it that can be referred to, and its text outside code."""

    def __init__(self, path):
        super().__init__()
        self.links, self.loaded, self.places, self.paragraphs = [], [], set(), []
        self._inside = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.places |= {told[name] for name in ("id", "name") if told.get(name)}
        if tag == "a" and told.get("href"):
            self.links.append(told["href"])
        elif tag in ("script", "img", "link", "iframe"):
            self.loaded += [told[name] for name in ("src", "href") if told.get(name)]
        if tag in ("p", "li", "code", "pre"):
            self._inside.append(tag)
            if tag == "p":
                self.paragraphs.append("")

    def handle_endtag(self, tag):
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data):
        if self._inside and self._inside[-1] == "p":
            self.paragraphs[-1] += data


@pytest.fixture(scope="module")
def shown(manual):
    return {path.name: Page(path) for path in sorted(manual.glob("*.html")) if path.name != "404.html"}


@needs_builder
def test_every_page_is_there(shown):
    assert {Path(name).stem for name in pages()} == {Path(name).stem for name in shown}


@each("name", sorted(path.name for path in DOCS.glob("*.md")))
def test_every_page_stands_in_the_list_at_the_side(name):
    assert f": {name}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), (
        "请在 mkdocs.yml 的 nav 里加一行"
    )


def test_a_page_that_is_made_stands_in_the_list_too():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name for name in pages() if f": {name}\n" not in settings] == []


def test_a_page_that_is_not_there_leaves_the_list_and_an_empty_part_with_it():
    left = settings_for({"index.md", "上手.md"})
    assert re.findall(r": (\S+\.md)", left) == ["index.md", "上手.md"]
    assert "怎么填" not in left


@needs_builder
def test_no_link_is_dead(manual, shown):
    dead = []
    for name, page in shown.items():
        for link in page.links + page.loaded:
            to = urlsplit(link)
            if to.scheme or to.netloc:
                dead.append(f"{name}: {link} 在手册以外")
                continue
            target = unquote(to.path).removeprefix("./") or name
            if not (manual / target).is_file():
                dead.append(f"{name}: {link} 没有这个文件")
            elif to.fragment and target in shown and unquote(to.fragment) not in shown[target].places:
                dead.append(f"{name}: {link} 没有这个位置")
    assert dead == []


@needs_builder
def test_no_mark_of_the_source_is_left(shown):
    for name, page in shown.items():
        for text in page.paragraphs:
            assert "```" not in text, name
            assert not re.search(r"^(?:- |\d+\. |\||#)|\]\(", text.strip(), re.MULTILINE), f"{name}: {text}"


TERMS = {
    "行政复议": "主题-做好矛盾纠纷化解和基层治理",
    "复议": "主题-做好矛盾纠纷化解和基层治理",
    "执行裁判": "主题-第一责任人",
    "述法": "主题-第一责任人",
    "办结率": "",
    "化解": "主题-做好矛盾纠纷化解和基层治理",
    "印章": "版式",
    "双随机": "",
    "填报表": "收数",
    "离线": "",
}
"""What a clerk looks for, inner words among it, and the beginning of the name of a page that has to be found."""


@needs_builder
def test_ten_terms_are_found_without_a_network(window, tab, manual):
    page = tab
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((manual / "index.html").as_uri())
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    missed = []
    for term, expected in TERMS.items():
        box.fill("")
        page.get_by_role("option").first.wait_for(state="detached")
        box.fill(term)
        page.get_by_role("option").first.wait_for()
        found = [
            unquote(urlsplit(one.get_attribute("href")).path.rpartition("/")[2])
            for one in page.get_by_role("option").all()
        ]
        if not any(name.startswith(expected) for name in found):
            missed.append((term, found))
    assert missed == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []


@needs_builder
def test_a_sentence_of_an_example_shows_its_lines_and_a_line_its_sentences(window, tab, manual):
    page = tab
    page.goto((manual / "示例-稷下街道-2023.html").as_uri())
    sentence = page.locator("[data-lines]", has_text="主动公开政府信息141条")
    sentence.click()
    marked = page.locator("li.tied-on")
    assert any("主动公开: 141条" in text for text in marked.all_inner_texts())
    marked.last.press("Enter")
    assert page.locator(".tied-report .tied-on").inner_text().startswith("在政府网站公开政府信息")


LONG = ("提法库", "主题-抓好行政执法和重点领域监管", "版式", "检查-数据", "命令")


@needs_builder
@pytest.mark.parametrize("name", ["上手", *(pytest.param(one, marks=pytest.mark.soak) for one in LONG)])
def test_no_page_is_wider_than_its_window(window, tab, manual, name):
    page = tab
    page.goto((manual / f"{name}.html").as_uri(), wait_until="domcontentloaded")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_shim_is_as_it_was_published():
    data = (DOCS / "assets" / "iframe-worker-1.0.4.js").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHIM
    assert "Martin Donath" in (DOCS / "assets" / "iframe-worker-LICENSE.txt").read_text(encoding="utf-8")


@needs_builder
@pytest.mark.soak
def test_the_fallback_builds_the_same_pages(tmp_path, shown):
    other = built(tmp_path / "material", "--with", "material")
    assert {path.name for path in other.glob("*.html")} - {"404.html"} == set(shown)
    page = (other / "收数.html").read_text(encoding="utf-8")
    assert "assets/iframe-worker-1.0.4.js" in page
    assert "unpkg.com" not in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一行，\n又一行", "一行，又一行"),
        ("用\n`nianbao`", "用 `nianbao`"),
        ("文件\n夹", "文件夹"),
        ("一行。\n`x` 是", "一行。`x` 是"),
        ("- 一条，\n  接着", "- 一条，接着"),
        ("一段\n\n又一段", "一段\n\n又一段"),
        ("# 题\n一段", "# 题\n一段"),
        ("| 表 |\n|---|\n| 格 |\n", "| 表 |\n|---|\n| 格 |\n"),
        ("```yaml\n甲: 1\n乙: 2\n```\n", "```yaml\n甲: 1\n乙: 2\n```\n"),
        ("````md\n```\n甲\n乙\n```\n````\n丙\n丁", "````md\n```\n甲\n乙\n```\n````\n丙丁"),
        ("---\nhide:\n  - toc\n---\n\n甲", "---\nhide:\n  - toc\n---\n\n甲"),
        ("in\nEnglish", "in English"),
    ],
)
def test_a_paragraph_is_put_on_one_line(text, expected):
    assert joined(text) == expected


def test_no_topic_is_lost_where_the_reference_is_split():
    whole = (DOCS / "主题.md").read_text(encoding="utf-8")
    parts = topic_pages(whole)
    named = re.findall(r"^### (.+)$", whole, re.MULTILINE)
    assert sorted(named) == sorted(
        heading
        for text in parts.values()
        for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)
        if heading in named
    )
