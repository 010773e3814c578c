"""A sum says no more than its parts: what is approximate stays so, and on the side on which it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.quantity import parse
from generator.rollup.adding import add_up, counted_as
from tests.each import each
from tests.often import often


@each(
    ("parts", "unit", "number", "printed"),
    [
        ("198件 31件", "件", 229, "229件"),
        ("198起 31件", "件", 229, "229件"),
        ("50余次 6次", "次", 56, "超过56次"),
        ("130余次 280次 240次 409次", "次", 1059, "超过1059次"),
        ("130余次 0次", "次", 130, "130余次"),
        ("130余次 20余次", "次", 150, "超过150次"),
        ("20余件 3件以上", "件", 23, "超过23件"),
        ("十来个 3个", "个", 13, "约13个"),
        ("1000余份 386份 50多份", "份", 1436, "超过1436份"),
        ("近20场 15场", "场", 35, "近35场"),
        ("近200场 15场", "场", 215, "近215场"),
        ("近20场 50余场", "场", 70, "约70场"),
        ("约2000平方米 120平方米", "平方米", 2120, "约2120平方米"),
        ("约1000人 203人", "人", 1203, "约1200人"),
        ("超过5次 1次", "次", 6, "超过6次"),
        ("10余万元 5000元", "元", 105000, "超过10.5万元"),
        ("22万余元 1234元", "元", 221234, "超过221234元"),
        ("5000元 20元", "元", 5020, "5020元"),
        ("1.2万元 8000元", "元", 20000, "2万元"),
        ("12345元 3元", "元", 12348, "12348元"),
        ("5.2万户 10户", "户", 52010, "52010户"),
        ("2.5公里 3公里", "公里", 5.5, "5.5公里"),
        ("0件 0件", "件", 0, "0件"),
        ("20件以上 3件", "件", 23, "不少于23件"),
        ("十几件 3件", "件", 13, "超过13件"),
        ("数十件 3件", "件", 13, "不少于13件"),
        ("数百件", "件", 100, "不少于100件"),
        ("几百件 50余件", "件", 150, "不少于150件"),
        ("数十件 近20件", "件", 30, "约30件"),
        ("不超过30件 3件", "件", 33, "近33件"),
    ],
)
def test_sums(parts: str, unit: str, number: float, printed: str) -> None:
    """The number is what was written, added; what is printed keeps to the side of its parts."""
    added = add_up([parse(one) for one in parts.split()], unit)
    assert added.number == Decimal(str(number))
    assert str(added) == printed


@pytest.mark.parametrize(
    ("written", "own", "unit"),
    [
        ({"件": 3, "起": 5}, ("件",), "件"),
        ({"名": 3, "人": 2}, ("人次", "名"), "名"),
        ({"人次": 3, "人": 2}, ("人", "人次"), "人次"),
        ({"人次": 2, "人": 2}, ("人", "人次"), "人"),
        ({"亩": 2}, ("公顷", "亩"), "亩"),
        ({"篷": 2}, (), "篷"),
    ],
)
def test_the_measure_word_of_a_sum(written: dict[str, int], own: tuple[str, ...], unit: str) -> None:
    """The field's own word, unless most units count in words of another family."""
    assert counted_as(written, own) == unit


PARTS = st.lists(
    st.tuples(st.integers(1, 10**6), st.sampled_from(["", "余", "近", "约"])), min_size=1, max_size=30
)


@given(PARTS)
@often(60)
def test_what_is_printed_is_true_of_whatever_the_parts_can_mean(parts: list[tuple[int, str]]) -> None:
    """It can be read back; a lower bound is what the lower bounds come to, an upper one the upper; exact is exact."""
    written = [
        parse(f"{number * 10}余件" if word == "余" else f"{word}{number * 10}件") for number, word in parts
    ]
    added = add_up(written, "件")
    again = parse(str(added))
    number = sum(one.number for one in written)
    words = {word for _, word in parts if word}
    side = "" if not words else words.pop() if len(words) == 1 else "约"
    assert added.number == number
    assert again.approx == added.approx
    assert added.approx in (("余", "超过") if side == "余" else (side,))
    assert again.number == number if side != "约" else abs(again.number - number) <= 10
    assert added.approx != "余" or len(parts) == 1
