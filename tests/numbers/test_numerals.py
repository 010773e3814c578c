import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.numerals import chinese_number, read_chinese
from tests.each import each


@each(
    ("number", "text"),
    [
        (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
        (110, "一百一十"), (1010, "一千零一十"), (11000, "一万一千"), (35000, "三万五千"), (100_000, "十万"), (10_005, "一万零五"),
        (20_000_000, "二千万"), (100_000_001, "一亿零一"),
    ],
)  # fmt: skip
def test_numbers_are_written_and_read(number, text):
    assert chinese_number(number) == text
    assert read_chinese(text) == number


@given(st.integers(0, 10**12 - 1))
def test_every_number_reads_back(number):
    assert read_chinese(chinese_number(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("两", 2), ("两百", 200), ("两万", 20000), ("一百〇五", 105), ("一十二", 12)]
)
def test_variants_are_read(text, number):
    assert read_chinese(text) == number


@each(
    "text",
    ["", "百", "万", "一百二", "二〇二三", "两十", "十两", "一一", "一亿亿", "千" * 10 + "亿", "三件", "甲", "5"],
)  # fmt: skip
def test_other_texts_are_no_numbers(text):
    assert read_chinese(text) is None


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_range_are_refused(number):
    with pytest.raises(ValueError, match="is not from 0"):
        chinese_number(number)
