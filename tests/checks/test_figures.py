"""The figures of a sentence, with what they are said of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.figures import bare, bare_number, decimals, figures, percent, statements

READ = [
    ("全年立案19件，办结19件。", [("19件", 19, True), ("19件", 19, True)]),
    ("发放资料1万余份，入户5.2万户", [("1万余份", 10000, False), ("5.2万户", 52000, True)]),
    ("近20场，约300人次，40人以上", [("20场", 20, False), ("300人次", 300, False), ("40人", 40, False)]),
    ("投入1,200万元", [("1200万元", 12_000_000, True)]),
    ("收缴罚款12,500元", [("12500元", 12500, True)]),
    ("2023年12月4日，“12·4”国家宪法日，拨打12345热线，“1+3+N”体系，国办发〔2018〕118号", []),
    ("率达92.86％，提高2个百分点", [("92.86%", Decimal("92.86"), True), ("2个百分点", 2, True)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_figures_are_read_with_number_and_exactness(text, expected):
    assert [(one.text.replace(",", ""), one.number, one.exact) for one in figures(text)] == expected


def test_a_figure_knows_the_words_of_its_own_clause():
    first, second = figures("共受理信访件35件，30件已办结")
    assert (first.before, first.after, second.before, second.after) == ("共受理信访件", "", "", "已办结")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("1件", "2起", True), ("1名", "2人", True), ("1人", "2人次", False), ("1份", "2件", False)],
)
def test_measure_words_of_one_kind(one, other, alike):
    assert figures(one)[0].like(figures(other)[0]) is alike


def test_sentences_go_to_the_full_stop():
    found = statements(("全年立案19件；办结18件。发放资料6份", "没有数。"))
    assert [(one.block, one.start, len(one.figures)) for one in found] == [(0, 0, 2), (0, 14, 1)]
    start, end = found[1].at(found[1].figures[0])
    assert "全年立案19件；办结18件。发放资料6份"[start:end] == "6份"


@pytest.mark.parametrize(
    ("part", "whole", "places", "result"),
    [(13, 14, 2, "92.86"), (1, 3, 0, "33"), (1, 8, 1, "12.5"), (1, 8, 0, "13")],
)
def test_percent_is_rounded_half_up(part, whole, places, result):
    assert percent(Decimal(part), Decimal(whole), places) == Decimal(result)


def test_small_helpers():
    assert (decimals("92.860"), decimals("92"), bare_number(Decimal("92.50")), bare_number(Decimal(120))) == (
        3,
        0,
        "92.5",
        "120",
    )
    assert bare("“一是”、好的。 A1") == "一是好的A1"


@given(st.text(alphabet="0123456789.,万余件人次%年月日率达，。、（）约", max_size=60))
def test_any_text_is_read_and_every_place_is_its_own(text):
    for one in figures(text):
        assert text[one.start : one.end].startswith(one.written[0])
        assert 0 <= one.start < one.end <= len(text)
