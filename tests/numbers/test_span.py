"""Lengths as notices say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.span import mended_span, read_span
from tests.each import each

SPANS = [
    ("2500至5000", 2500, 5000),
    ("2500字至5000字", 2500, 5000),
    ("2,500—5,000字", 2500, 5000),
    ("2500-5000", 2500, 5000),
    ("不超过3000", 0, 3000),
    ("控制在3000字以内", 0, 3000),
    ("3000字以内", 0, 3000),
    ("3000以下", 0, 3000),
    ("不少于2000字", 2000, None),
    ("2000字以上", 2000, None),
    ("3000左右", 2700, 3300),
    ("约3000字", 2700, 3300),
    ("3000", 2700, 3300),
    ("不得超过3000字", 0, 3000),
    ("字数控制在3000字以内", 0, 3000),
    ("3000字以内（含标点）", 0, 3000),
    ("一般不低于2000字", 2000, None),
    ("2500字以上5000字以下", 2500, 5000),
    ("2500字以上、5000字以内", 2500, 5000),
    ("控制在2500至5000字之间", 2500, 5000),
    ("三千字左右", 2700, 3300),
    ("三千至五千字", 3000, 5000),
    ("不超过一万字", 0, 10000),
]


@each(("text", "low", "high"), SPANS)
def test_a_span_has_its_bounds_and_stands_as_written(text, low, high):
    span = read_span(text)
    assert (str(span), span.low, span.high) == (text, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "很长",
        "5000至2500",
        "不超过0",
        "三千件",
        "3000件",
        "二〇二四字",
        "（含标点）",
        "1234567",
        "2至3至4",
    ],
)
def test_what_is_no_span(text):
    assert read_span(text) is None


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("5000-2500", "2500至5000"),
        ("五千字至2500字", "2500至5000"),
        ("2500至5000", ""),
        ("很长", ""),
        ("不超过0", ""),
    ],
)
def test_bounds_that_are_reversed_are_put_right(text, mended):
    assert mended_span(text) == mended


@given(st.integers(1, 9999), st.integers(0, 9999), st.integers(0, 30000))
def test_a_length_is_within_where_both_bounds_allow_it(low, more, length):
    span = read_span(f"{low}至{low + more}")
    assert (length in span) is (low <= length <= low + more)
    assert (length in read_span(f"不少于{low}")) is (length >= low)


@given(st.text(max_size=30))
def test_any_text_is_a_span_or_none(text):
    span = read_span(text)
    assert span is None or span.written == text.strip()
