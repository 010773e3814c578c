"""The pages themselves, measured in the PDF that LibreOffice makes: the standard speaks of paper, not of XML."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.document.text.blocks import read_blocks
from tests.document.pages import BOTTOM, LEFT, RIGHT, TOP
from tests.document.samples import EDGES, VARIANTS
from tests.each import each

PLAIN = [
    "plain",
    "long",
    "addressee",
    "joint",
    "joint-sealed",
    "formal",
    "title-three",
    "levels",
    *EDGES,
]
TEXTS = {**VARIANTS, **EDGES}
ALL = [*TEXTS]
RESPACED = [name for name in EDGES if name.startswith(("edge-long", "edge-formal"))]
CHARACTER = 16 * 25.4 / 72
HAN = re.compile(r"[\u3400-\u9fff，。、；：！？（）《》“”]+")


@each("name", ALL)
def test_paper_and_type_area(pages, name):
    for page in pages[name]:
        assert abs(page.width - 210) < 0.5
        assert abs(page.height - 297) < 0.5
        assert page.lines, "no page is empty"
        assert min(line.left for line in page.lines) > LEFT - 0.5
        assert max(line.right for line in page.lines) < RIGHT + 0.5
        assert page.lines[0].base > TOP
        assert page.lines[-1].base < BOTTOM


@each("name", PLAIN)
def test_pages_hold_22_lines(pages, name):
    """5.2.3: every page between the first and the last is full; one may end a line early for a heading."""
    counts = [len(page.lines) for page in pages[name][1:-1]]
    assert all(count in {21, 22} for count in counts), counts
    assert counts.count(21) <= 1


def full_lines(pages) -> Counter[int]:
    """Count the full lines of Chinese characters by how many they hold."""
    return Counter(
        len(line.text)
        for page in pages
        for line in page.lines
        if HAN.fullmatch(line.text)
        and line.left < LEFT + 1
        and line.right > RIGHT - 3
        and 15 < line.size < 17
    )


@each("name", [name for name in PLAIN if name != "levels" and name not in RESPACED])
def test_lines_hold_28_characters(pages, name):
    """5.2.3: a full line of Chinese characters holds 28; where a mark may not begin the next one, 27."""
    full = full_lines(pages[name])
    assert set(full) <= {27, 28}
    assert full[28] > full[27]


@pytest.mark.parametrize("name", RESPACED)
def test_lines_of_respaced_paragraphs_hold_a_few_characters_more_or_fewer(pages, name):
    """7.3.5.5: where paragraphs are set tighter or wider for the signature, nearly all lines still hold 28."""
    full = full_lines(pages[name])
    assert set(full) <= set(range(25, 31))
    assert full[28] > full.total() / 2


@each("name", [name for name in ALL if not name.startswith("annex")])
def test_nothing_is_lost(pages, name):
    """Every character of the text is on paper: LibreOffice drops marks that hang past the margin."""
    document = read_blocks(TEXTS[name])
    wanted = Counter("".join("".join(block.text.split()) for block in document.blocks))
    shown = Counter("".join(page.text for page in pages[name]))
    assert {sign: count for sign, count in (wanted - shown).items() if sign != "。"} == {}


@each("name", ALL)
def test_page_numbers(pages, name):
    """7.5: — 1 — below the type area, odd pages right, even ones left, a character in from its edge."""
    for number, page in enumerate(pages[name], 1):
        assert page.number is not None
        assert page.number.text == f"—{number}—"
        assert abs(page.number.size - 14) < 0.2
        inset = RIGHT - page.number.right if number % 2 else page.number.left - LEFT
        assert 4 < inset < 7
        assert 5.5 < page.number.base - 0.38 * 14 * 25.4 / 72 - BOTTOM < 8.5


@each("name", ALL)
def test_signature_shares_its_page_with_text(pages, name):
    """7.3.5: unit and date stand together, with text above them on the page."""
    document = read_blocks(TEXTS[name])
    page = next(page for page in pages[name] if any(line.text == document.date for line in page.lines))
    texts = [line.text for line in page.lines]
    at = texts.index(document.date)
    units = len(document.units)
    assert tuple(texts[at - units : at]) == document.units
    assert at - units >= 1


@each("name", ALL)
def test_no_heading_ends_a_page(pages, name):
    headings = {block.text for block in read_blocks(TEXTS[name]).blocks if block.level == 2}
    for page in pages[name][:-1]:
        assert page.lines[-1].text not in headings


def find(pages, name, text):
    return next(line for page in pages[name] for line in page.lines if line.text == text)


def test_signature_without_seal(pages):
    """7.3.5.2: a date longer than the unit stands two characters from the right and begins two to the right of it."""
    unit, date = find(pages, "plain", "云溪镇人民政府"), find(pages, "plain", "2024年1月15日")
    assert (RIGHT - unit.right) / CHARACTER == pytest.approx(4.1, abs=0.3)
    assert (RIGHT - date.right) / CHARACTER == pytest.approx(2, abs=0.2)
    assert (date.left - unit.left) / CHARACTER == pytest.approx(2, abs=0.5)
    above = max(
        line.base
        for line in next(p for p in pages["plain"] if unit in p.lines).lines
        if line.base < unit.base
    )
    assert unit.base - above == pytest.approx(2 * 28.95 * 25.4 / 72, abs=0.3)


@pytest.mark.parametrize("name", ["addressee", "joint-sealed"])
def test_signature_with_seal(pages, name):
    """7.3.5.1: the date four characters from the right, every unit centred on it."""
    document = read_blocks(VARIANTS[name])
    date = find(pages, name, document.date)
    assert (RIGHT - date.right) / CHARACTER == pytest.approx(4, abs=0.3)
    for unit in document.units:
        line = find(pages, name, unit)
        assert (line.left + line.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1.5)


def test_units_with_seals_leave_room_for_them(pages):
    """A seal is 42 mm wide: two of them don't touch."""
    first, second = (
        find(pages, "joint-sealed", "中共云溪镇委员会"),
        find(pages, "joint-sealed", "云溪镇人民政府"),
    )
    assert second.base - first.base >= 42


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("plain", ["云溪镇2023年法治政府建设年度报告"]),
        ("joint", ["中共云溪镇委员会云溪镇人民政府", "2023年度法治政府建设情况报告"]),
        (
            "title-three",
            [
                "内蒙古自治区呼伦贝尔市",
                "莫力达瓦达斡尔族自治旗云溪镇人民政府",
                "2023年度法治政府建设情况报告",
            ],
        ),
    ],
)
def test_title(pages, name, lines):
    """7.3.1: 2号, centred, broken by sense; the text below it begins a line further down."""
    first = pages[name][0].lines
    assert [line.text for line in first[: len(lines)]] == lines
    for line in first[: len(lines)]:
        assert abs(line.size - 22) < 0.2
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.6)


def test_first_lines_are_indented_and_others_are_not(pages):
    """7.3.3: two characters in, then flush left; the addressee (7.3.2) flush left."""
    lines = pages["addressee"][0].lines
    addressee = next(line for line in lines if line.text == "县委、县政府：")
    assert addressee.left == pytest.approx(LEFT, abs=0.6)
    at = lines.index(addressee)
    assert (lines[at + 1].left - LEFT) / CHARACTER == pytest.approx(2, abs=0.15)
    assert lines[at + 2].left == pytest.approx(LEFT, abs=0.6)


def test_letterhead(pages):
    """7.2: the mark 35 mm below the top of the type area; the red line 4 mm below 发文字号, the title two lines below."""
    first = pages["formal"][0]
    mark = next(line for line in first.lines if line.text == "云溪镇人民政府文件")
    assert mark.base - 0.88 * mark.size * 25.4 / 72 - TOP == pytest.approx(35, abs=2.5)
    number = next(line for line in first.lines if line.text.startswith("云政发〔2024〕3号"))
    assert number.text == "云政发〔2024〕3号签发人：陈某某"
    assert (number.left - LEFT) / CHARACTER == pytest.approx(1, abs=0.15)
    assert (RIGHT - number.right) / CHARACTER == pytest.approx(1, abs=0.2)
    below = [rule - number.base for rule in first.rules if rule > number.base]
    assert min(below) == pytest.approx(4.8, abs=1)
    assert any("2023年" in line.text for line in first.lines if 15 < line.size < 17), (
        "the first page shows text"
    )


@pytest.mark.parametrize("name", [name for name in ALL if "formal" in name])
def test_title_keeps_its_place_below_the_red_line(pages, name):
    """7.3.1: two lines below it, also where the text had to be moved on to bring the signature to its page."""
    first = pages[name][0]
    title = min(line.base for line in first.lines if abs(line.size - 22) < 0.2)
    rule = max(rule for rule in first.rules if rule < title)
    assert (title - rule) / (28.95 * 25.4 / 72) == pytest.approx(2.9, abs=0.4)


def test_imprint_stands_at_the_foot_of_the_last_page(pages):
    """7.4: the last rule on the lower edge of the type area, on the last page."""
    last = pages["formal"][-1]
    assert max(last.rules) == pytest.approx(BOTTOM, abs=0.8)
    assert [line.text for line in last.lines[-3:]] == [
        "抄送：县委全面依法治县委员会办公室、县司法局、县人大常委会",
        "办公室、各村（居）民委员会。",
        "云溪镇党政综合办公室2024年1月17日印发",
    ]
    assert not any(page.text.endswith("印发") for page in pages["formal"][:-1])


def test_appendices(pages):
    """7.3.7: a page of its own, 附件1 flush left on the first line, the title in the middle of the third."""
    page = next(page for page in pages["annexes"] if page.lines[0].text == "附件1")
    label, title = page.lines[:2]
    assert label.left == pytest.approx(LEFT, abs=0.6)
    assert title.text == "云溪镇2023年法治政府建设工作数据表"
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.6)
    assert 1.5 < (title.base - label.base) / (28.95 * 25.4 / 72) < 2.7
    tables = [one for one in pages["annexes"] if any(line.text.startswith("项目单位") for line in one.lines)]
    assert len(tables) >= 2, "the header stands on every page of the table"
    assert sum(page.pictures for page in pages["annexes"]) == 1


def test_notes_of_annexes_stand_under_one_another(pages):
    """7.3.4: two characters in; the second number under the first, a long name under its own first character."""
    lines = [line for page in pages["annexes"] for line in page.lines]
    first = next(n for n, line in enumerate(lines) if line.text.startswith("附件：1.云溪镇"))
    assert (lines[first].left - LEFT) / CHARACTER == pytest.approx(2, abs=0.15)
    assert (lines[first + 1].left - LEFT) / CHARACTER == pytest.approx(5, abs=0.2)
    assert lines[first + 1].text.startswith("2.云溪镇2022年")
    assert (lines[first + 2].left - LEFT) / CHARACTER == pytest.approx(5.75, abs=0.2)
