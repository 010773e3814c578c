"""The page with both sides."""

import re

from generator.importing.side_by_side import side_by_side
from tests.importing.reports import FOUR_PARTS, JOINT, old_report, proved


def page(text):
    facts, proof, _markdown = proved(text)
    return side_by_side(old_report(text), facts, proof)


def test_it_loads_nothing():
    text = page(FOUR_PARTS)
    assert "default-src 'none'" in text
    assert not re.search(r"<script|<link|<img|src=|href=|url\(|@import", text)


def test_figures_are_coloured_and_open_ones_listed_first():
    text = page(FOUR_PARTS)
    assert "<mark class='sure' title='矛盾纠纷化解.排查'>231件</mark>" in text
    assert text.index("请看的数") < text.index("aria-label='原文'")


def test_what_was_mapped_is_listed():
    assert "“三、存在的问题及整改措施”分为“不足”和“计划”" in page(JOINT)


def test_a_report_is_text_and_no_markup():
    text = page(FOUR_PARTS.replace("执法队参加", "执法队<b>参加</b>&"))
    assert "&lt;b&gt;参加&lt;/b&gt;&amp;" in text
