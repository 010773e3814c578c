"""Rates, changes and totals."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.numbers.arithmetic import change, percentage, plain_digits, rate, right_rate, share, total
from generator.numbers.quantity import parse, percent
from tests.each import each


@each(
    ("part", "whole", "decimals", "printed"),
    [
        ("68件", "68件", 2, "100%"),
        ("13件", "14件", 2, "92.86%"),
        ("672件", "699件", 2, "96.14%"),
        ("672件", "699件", 0, "96%"),
        ("115人", "116人", 2, "99.14%"),
        ("79件", "83件", 1, "95.2%"),
        ("1项", "2项", 2, "50%"),
        ("1项", "8项", 1, "12.5%"),
        ("1项", "16项", 1, "6.3%"),
        ("0件", "5件", 2, "0%"),
        ("99999件", "100000件", 2, "99.99%"),
        ("999999件", "1000000件", 2, "99.99%"),
        ("699件", "700件", 0, "99%"),
        ("1000001件", "1000000件", 2, "100.01%"),
        ("1件", "1000000件", 2, "0.01%"),
        ("20件", "19件", 2, "105.26%"),
        ("5万元", "20万元", 2, "25%"),
        ("5000元", "2万元", 2, "25%"),
        ("997件", "1000件", 0, "99%"),
        ("299件", "300件", 2, "99.67%"),
        ("2999件", "3000件", 2, "99.97%"),
        ("2999件", "3000件", 1, "99.9%"),
        ("三次", "四次", 2, "75%"),
    ],
)
def test_rates(part, whole, decimals, printed):
    found = rate(parse(part), parse(whole), decimals)
    assert str(found) == printed
    assert found == parse(printed)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("近20件", "40件"),
        ("20件", "40余件"),
        ("20件", "0件"),
        ("0件", "0件"),
        ("20%", "40件"),
        ("第2名", "4名"),
        ("2个百分点", "4件"),
    ],
)
def test_no_rate_without_two_exact_counts(part, whole):
    assert rate(parse(part), parse(whole)) is None


def test_a_rate_has_two_decimals_unless_told_otherwise():
    assert str(rate(parse("1件"), parse("3件"))) == "33.33%"


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "rounded", "held"),
    [
        (13, 14, 2, "92.86", "92.86"),
        (1, 3, 0, "33", "33"),
        (1, 8, 1, "12.5", "12.5"),
        (1, 8, 0, "13", "13"),
        (997, 1000, 0, "100", "99"),
        (997, 1000, 1, "99.7", "99.7"),
        (299, 300, 0, "100", "99"),
        (403, 402, 0, "100", "101"),
        (1, 1000, 0, "0", "1"),
        (0, 1000, 1, "0.0", "0.0"),
        (7, 7, 1, "100.0", "100.0"),
    ],
)
def test_only_a_share_keeps_off_all_and_none(part, whole, decimals, rounded, held):
    assert percentage(Decimal(part), Decimal(whole), decimals) == Decimal(rounded)
    assert share(Decimal(part), Decimal(whole), decimals) == Decimal(held)


@each(
    ("stated", "part", "whole", "right"),
    [
        ("100", 997, 1000, "99.7"),
        ("100", 299, 300, "99.67"),
        ("100", 2999, 3000, "99.97"),
        ("100.0", 999999, 1000000, "99.99"),
        ("100.000", 2999, 3000, "99.967"),
        ("100", 300, 300, "100"),
        ("0", 1, 1000, "0.1"),
        ("0", 0, 1000, "0"),
        ("99.97", 2999, 3000, "99.97"),
        ("99.9", 2999, 3000, "99.9"),
        ("99", 2999, 3000, "99"),
        ("92.85", 13, 14, "92.86"),
        ("93", 13, 14, "93"),
        ("92.9", 13, 14, "92.9"),
        ("92", 13, 14, "93"),
        ("91.1", 13, 14, "92.9"),
    ],
)
def test_a_stated_rate_is_checked_to_its_own_decimals(stated, part, whole, right):
    assert right_rate(percent(stated), Decimal(part), Decimal(whole)) == Decimal(right)


@pytest.mark.parametrize(
    ("number", "written"),
    [("92.50", "92.5"), ("120", "120"), ("0", "0"), ("0.00", "0"), ("1E+3", "1000"), ("1E-7", "0.0000001")],
)
def test_plain_digits(number, written):
    assert plain_digits(Decimal(number)) == written


exact_counts = st.builds(lambda number: parse(f"{number}件"), st.integers(0, 10**10))


@given(exact_counts, exact_counts, st.integers(0, 4))
def test_a_rate_says_all_and_none_only_when_it_is_so(part, whole, decimals):
    assume(whole.number)
    found = rate(part, whole, decimals)
    assert (found.number == 100) is (part.number == whole.number)
    assert (found.number == 0) is (part.number == 0)
    assert parse(str(found)) == found
    assert abs(found.number - part.number * 100 / whole.number) <= Decimal(1).scaleb(-decimals)


@each(
    ("now", "before", "printed"),
    [
        ("123件", "100件", "增长23%"),
        ("95件", "100件", "下降5%"),
        ("100件", "100起", "持平"),
        ("0件", "0件", "持平"),
        ("0件", "5件", "下降100%"),
        ("1件", "1000000件", "下降99.9%"),
        ("10件", "5件", "增长100%"),
        ("4件", "3件", "增长33.3%"),
        ("22万元", "200000元", "增长10%"),
        ("96%", "94%", "提高2个百分点"),
        ("96.20%", "98.5%", "下降2.3个百分点"),
        ("96.0%", "96%", "持平"),
    ],
)
def test_changes(now, before, printed):
    assert str(change(parse(now), parse(before))) == printed


@pytest.mark.parametrize(
    ("now", "before", "decimals", "printed"),
    [
        ("403件", "201件", 0, "增长100%"),
        ("599件", "300件", 0, "增长100%"),
        ("1件", "300件", 0, "下降99%"),
        ("10005件", "10000件", 1, "增长0.1%"),
        ("10004件", "10000件", 1, "None"),
        ("9996件", "10000件", 1, "None"),
        ("1005件", "1000件", 0, "增长1%"),
        ("1004件", "1000件", 0, "None"),
        ("10004件", "10000件", 2, "增长0.04%"),
    ],
)
def test_a_change_is_given_to_the_decimals_asked_for(now, before, decimals, printed):
    assert str(change(parse(now), parse(before), decimals)) == printed


def test_a_change_of_rates_is_a_quantity():
    assert change(parse("96%"), parse("93.5%")).amount == parse("2.5个百分点")


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("近20件", "10件"), ("20件", "10余件"), ("20件", "0件"), ("20件", "10人"), ("20%", "10件"), ("近20%", "10%"),
        ("第2名", "第3名"), ("100001件", "100000件"), ("2个百分点", "1个百分点"),
    ],
)  # fmt: skip
def test_no_change_without_two_figures_that_can_be_compared(now, before):
    assert change(parse(now), parse(before)) is None


@each(
    ("parts", "printed"),
    [
        (["2场", "3场"], "5场"),
        (["2场", "3次", "5"], "10场"),
        (["22万元", "5000元"], "225000元"),
        (["22万元", "0.5万元"], "22.5万元"),
        (["1亿元", "5000万元"], "15000万元"),
        (["1亿元", "2亿元"], "3亿元"),
        (["三次", "两次"], "5次"),
        (["1.50公里", "1.5公里"], "3公里"),
        (["5"], "5"),
        (["5亿元", "3000万元", "2元"], "530000002元"),
        (["5千元", "3000元"], "8000元"),
        (["5千元", "3千元"], "8000元"),
    ],
)
def test_totals(parts, printed):
    assert str(total([parse(part) for part in parts])) == printed


@pytest.mark.parametrize(
    "parts", [[], ["近20件", "3件"], ["2件", "3人"], ["2人", "3人次"], ["5%", "6%"], ["第1名", "第2名"]]
)
def test_no_total_of_what_cannot_be_added(parts):
    assert total([parse(part) for part in parts]) is None


@given(
    st.lists(
        st.builds("{}{}元".format, st.decimals(0, 9999, places=2), st.sampled_from(["", "万", "亿"])),
        min_size=1,
        max_size=5,
    )
)
def test_a_total_is_exact_to_the_fen(texts):
    parts = [parse(text) for text in texts]
    found = total(parts)
    assert found.number == sum(part.number for part in parts)
    assert parse(str(found)).number == found.number
