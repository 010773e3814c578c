"""The quantities of a sentence, with what they are said of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.prose import figures
from generator.numbers.units import WORDS
from tests.each import each

READ = [
    ("全年立案19件，办结19件。", [("19件", 19, True), ("19件", 19, True)]),
    ("发放资料1万余份，入户5.2万户", [("1万余份", 10000, False), ("5.2万户", 52000, True)]),
    ("近20场，约300人次，40人以上", [("20场", 20, False), ("300人次", 300, False), ("40人", 40, False)]),
    ("突破3亿元，不足50家，12天以内", [("3亿元", 300_000_000, False), ("50家", 50, False), ("12天", 12, False)]),
    ("投入1,200万元", [("1,200万元", 12_000_000, True)]),
    ("收缴罚款12,500.50元", [("12,500.50元", Decimal("12500.5"), True)]),
    ("投入20余万元，补助3千万元，惠及5千余人", [("20余万元", 200_000, False), ("3千万元", 30_000_000, True), ("5千余人", 5000, False)]),
    ("长3千米，重2千克，提高2百分点", [("3千米", 3, True), ("2千克", 2, True), ("2百分点", 2, True)]),
    ("约20余场左右", [("20余场", 20, False)]),
    ("发放300箱，改造37幢，培训12学时", [("300箱", 300, True), ("37幢", 37, True), ("12学时", 12, True)]),
    ("5个工作日，2个月，3个小时，6个村", [("5个工作日", 5, True), ("2个月", 2, True), ("3个小时", 3, True), ("6个", 6, True)]),
    ("悬挂20多条（幅）、发放5份（其中", [("20多条（幅）", 20, False), ("5份", 5, True)]),
    ("3名单位负责人、8部作品、4项", [("3名", 3, True), ("8部", 8, True), ("4项", 4, True)]),
    ("得98.5分，用水30方", [("98.5分", Decimal("98.5"), True), ("30方", 30, True)]),
    ("字数2000字。任期5年", [("2000字", 2000, True), ("5年", 5, True)]),
    ("2期，2018期、3级，1998班", [("2期", 2, True), ("3级", 3, True)]),
    ("率达92.86％，提高2个百分点", [("92.86%", Decimal("92.86"), True), ("2个百分点", 2, True)]),
    ("5件,6人", [("5件", 5, True), ("6人", 6, True)]),
    ("满意率100%\n", [("100%", 100, True)]),
    ("修改村规民约10份，新签约12家，学校附近5处", [("10份", 10, True), ("12家", 12, True), ("5处", 5, True)]),
]  # fmt: skip


@each(("text", "expected"), READ)
def test_quantities_are_read_with_number_and_exactness(text, expected):
    assert [(one.text, one.number, one.exact) for one in figures(text)] == expected


NONE = [
    "2023年12月4日，“12·4”国家宪法日",
    "拨打12345热线、110指挥中心",
    "“1+3+N”体系，1+2个一批",
    "国办发〔2018〕118号，第3次、第12批",
    "2021—2025年，2021-2022年，3—5次，3~5次，3～5次",
    "2022届毕业生、2021级学员、2023年",
    "9点30分起，360度全方位，360度X光，3方协议，8字方针，301室门口",
    "7部门8项目，3单位，5班子、2支部、100周年",
    "7×24小时，5G站，A4纸，1/3件",
    "1,20件，12345678901234件，0.12345678件",
    "一片、三个一、一方面、十余次、百余件",
    "20 件",
    "",
]


@each("text", NONE)
def test_what_only_looks_like_a_quantity_is_none(text):
    assert figures(text) == ()


@each("word", sorted(WORDS))
def test_every_known_measure_word_is_seen(word):
    (figure,) = figures(f"共300{word}，")
    assert (figure.unit, figure.number, figure.before, figure.after) == (word, 300, "共", "")


def test_a_quantity_knows_the_words_of_its_own_clause():
    first, second = figures("共受理信访件35件，约30件左右已办结")
    assert (first.before, first.after, first.label) == ("共受理信访件", "", "共受理信访件")
    assert (second.before, second.after, second.label) == ("", "已办结", "已办结")
    first, second = figures("立案2件结案3件未结")
    assert (first.before, first.after, second.before, second.after) == ("立案", "结案", "结案", "未结")


def test_places_are_those_of_the_text():
    text = "超过1,200万余元以上。办结率92.86％"
    (sum_of_money, rate) = figures(text)
    assert text[sum_of_money.start : sum_of_money.end] == "1,200万余元以上"
    assert text[rate.start : rate.end] == "92.86％"
    money = sum_of_money.quantity
    assert (money.written, money.unit, money.after, money.approx) == (
        "超过1200万余",
        "元",
        "以上",
        "超过余以上",
    )


@pytest.mark.parametrize(
    ("text", "counted"), [("3件", True), ("3批", True), ("3元", False), ("3%", False), ("3小时", False)]
)
def test_what_is_counted_one_by_one(text, counted):
    assert figures(text)[0].counted is counted


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1件", "2起", True),
        ("1名", "2人", True),
        ("1人", "2人次", False),
        ("1份", "2件", False),
        ("5次", "3个", False),
    ],
)
def test_measure_words_of_one_kind(one, other, alike):
    assert figures(one)[0].like(figures(other)[0]) is alike


@given(st.text(alphabet="0123456789.,万千余件人次%年月日率达，。、（）约以上", max_size=60))
def test_any_text_is_read_and_every_place_is_its_own(text):
    at = 0
    for one in figures(text):
        assert at <= one.start < one.end <= len(text)
        assert text[one.start : one.end].startswith(one.text)
        assert one.label in text or one.before in text
        at = one.end
