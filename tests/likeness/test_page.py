"""The pages: everything escaped, nothing loaded, every passage reached by a link; read by a screen reader's rules."""

import re
from pathlib import Path

import pytest

from generator.likeness.alike import AlikePair, FoundAlike, SharedSentence
from generator.likeness.differing import differences
from generator.likeness.matching import Compared
from generator.likeness.page import alike_page, differences_page, refuse_no_page
from generator.likeness.reading import OwnSentence, ReadForLikeness
from generator.problems import UserError
from tests.likeness.written import facts_of


def _sentence(text, line):
    return OwnSentence(text, line, text)


ONE = tuple(
    _sentence(f"把第{number}张调解桌搬到老槐树下，<由>老支书坐班。", number) for number in range(1, 9)
)
OTHER = tuple(one._replace(text=one.text.replace("老支书", "退休教师"), line=one.line + 20) for one in ONE)
PASSAGES = tuple(
    tuple(SharedSentence(ONE[at], OTHER[to]) for at, to in pairs)
    for pairs in ([(0, 2), (1, 1), (2, 0)], [(5, 5), (6, 6)])
)
PAIR = AlikePair(
    ReadForLikeness(Path("甲/甲镇.yaml"), "甲镇", 2023, ""),
    ReadForLikeness(Path("乙/乙镇.docx"), "", None, ""),
    (0.5, 0.25),
    PASSAGES,
    last=True,
    sentences=(ONE, OTHER),
)
FOUND = FoundAlike(30, (PAIR, PAIR._replace(last=False)), ())


def _compared():
    told = "年度: {}\n单位: {{简称: 甲镇, 级别: 镇}}\n举措成效:\n  矛盾纠纷化解:\n    排查: {}件\n    正文: [把调解桌搬到{}下。]\n"
    old, new = facts_of(told.format(2022, 3, "<老槐树>")), facts_of(told.format(2023, 4, "大戏台"))
    return Compared((differences(old, new), differences(new, old)), ("乙镇",), ("丙镇",), ("甲.yaml",))


@pytest.mark.parametrize("page", [alike_page(FOUND), differences_page(_compared())], ids=["alike", "compare"])
def test_a_page_holds_all_it_needs_and_escapes_what_it_shows(page):
    assert "default-src 'none'" in page
    assert re.findall(r"(?:src|href)=\"(?!#)", page) == []
    assert "<由>" not in page
    assert "<老槐树>" not in page
    links, ids = (re.findall(form, page) for form in (r'href="#([^"]+)"', r' id="([^"]+)"'))
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def test_passages_stand_side_by_side_with_what_differs_marked():
    page = alike_page(FOUND)
    assert "<td>甲镇</td><td>乙镇.docx（上年）</td>" in page
    assert '<td class="n">50%</td><td class="n">25%</td>' in page
    assert "<u>老支书</u>" in page
    assert "<u>退休教师</u>" in page
    assert re.findall(r'<td class="c1"><span class="num">(\d)</span>', page)[:6] == [
        "1",
        "3",
        "2",
        "2",
        "3",
        "1",
    ]
    assert page.count('<td class="c2">') == 8
    assert "甲镇.yaml第1行起" in page
    assert "乙镇.docx第23段起" in page


def test_a_sentence_that_a_report_has_twice_keeps_each_its_place():
    twice = (_sentence(ONE[0].text, 1), _sentence(ONE[1].text, 1), _sentence(ONE[0].text, 1))
    passage = tuple(SharedSentence(ONE[at], twice[to]) for at, to in ((0, 0), (1, 2), (2, 1)))
    page = alike_page(FOUND._replace(pairs=(PAIR._replace(passages=(passage,), sentences=(ONE, twice)),)))
    numbers = re.findall(r'<td class="c1"><span class="num">(\d)</span>', page)
    assert numbers == ["1", "1", "2", "3", "3", "2"]


def test_nothing_alike_is_said_plainly():
    assert "比了3份，没有发现成段相同的话。" in alike_page(FoundAlike(3, (), ()))


def test_the_pages_are_read_without_seeing_or_a_mouse(browser, violations):
    for page in (alike_page(FOUND), differences_page(_compared())):
        tab = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        tab.set_content(page)
        assert violations(tab) == []
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.tagName") == "A"
        assert tab.evaluate("document.documentElement.scrollWidth") <= 1280
        tab.close()


@pytest.mark.parametrize("name", ["对照.docx", "对照"])
def test_only_a_page_can_be_written(name):
    with pytest.raises(UserError, match=r"\.html"):
        refuse_no_page(Path(name))
    refuse_no_page(None)
