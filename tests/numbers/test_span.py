"""Lengths as notices say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.span import WHOLE, mended_span, read_count, read_share, read_span
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


@each(
    ("text", "low", "high"),
    [
        ("不超过一半", 0, 1 / 2),
        ("不超过全文的一半", 0, 1 / 2),
        ("不得超过总字数的50%", 0, 1 / 2),
        ("一半以内", 0, 1 / 2),
        ("不超过五成", 0, 1 / 2),
        ("不超过二分之一", 0, 1 / 2),
        ("控制在1/2以内", 0, 1 / 2),
        ("不少于三分之一", 1 / 3, None),
        ("60%以上", 0.6, None),
        ("40%至60%", 0.4, 0.6),
        ("四成至六成", 0.4, 0.6),
        ("占比不超过55.5%", 0, 0.555),
        ("占一半左右", 0.45, 0.55),
        ("不超过百分之六十", 0, 0.6),
        ("百分之六十以上", 0.6, None),
        ("不低于百分之五十五", 0.55, None),
        ("百分之四十至百分之六十", 0.4, 0.6),
        ("不超过6成", 0, 0.6),
        ("半数以上", 0.5, None),
        ("过半", 0.5, None),
        ("超过半数", 0.5, None),
        ("超过60%", 0.6, None),
        ("不过半", 0, 0.5),
        ("不超过半数", 0, 0.5),
        ("不少于60%，不超过70%", 0.6, 0.7),
        ("不低于六成、不高于七成", 0.6, 0.7),
        ("占全文的60%以上", 0.6, None),
    ],
)
def test_a_share_has_its_bounds_and_stands_as_written(text, low, high):
    share = read_share(text)
    assert str(share) == text
    assert share.low == pytest.approx(low * WHOLE, abs=1)
    assert share.high == (None if high is None else pytest.approx(high * WHOLE, abs=1))


@pytest.mark.parametrize(
    "text",
    [
        *("", "不太多", "不超过3000", "不超过0%", "不超过150%", "60%至40%", "不超过5个", "百分之二百以上"),
        *(
            "不少于70%，不超过60%",
            "不超过60%，不超过70%",
            "过",
            "百分之",
            "半天",
            "半数的标题",
            "过半数人同意",
        ),
    ],
)
def test_what_is_no_share(text):
    assert read_share(text) is None


@each(
    ("text", "low", "high"),
    [
        ("不超过6个", 0, 6),
        ("不超过六个", 0, 6),
        ("5至8个", 5, 8),
        ("6个以内", 0, 6),
        ("不少于3个", 3, None),
        ("6个", 6, 6),
        ("6", 6, 6),
        ("6个左右", 5, 6),
        ("不超过6个标题", 0, 6),
        ("不超过6个小标题", 0, 6),
        ("二级标题不超过6个", 0, 6),
        ("5至8个二级标题", 5, 8),
        ("六个标题", 6, 6),
        ("不少于3个，不超过8个", 3, 8),
    ],
)
def test_a_count_has_its_bounds_and_stands_as_written(text, low, high):
    count = read_count(text)
    assert (str(count), count.low, count.high) == (text, low, high)


@pytest.mark.parametrize(
    "text", ["", "不太多", "不超过3000字", "不超过60%", "不超过0个", "8至5个", "不超过6个字", "不超过6个村"]
)
def test_what_is_no_count(text):
    assert read_count(text) is None
