"""Chinese characters take two columns; lines break where Chinese allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.columns import column_width, pad, two_columns, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("年报", 4), ("年a报", 5), ("é", 1), ("，", 2)]
)
def test_width(text, columns):
    assert column_width(text) == columns


def test_pad_fills_up_to_the_column():
    assert pad("年报", 6) == "年报  "
    assert pad("年报", 2) == "年报"


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二，三四", 4, ["一", "二，", "三四"]),
        ("说“引文”", 4, ["说", "“引", "文”"]),
        ("甲（乙）。丙", 6, ["甲", "（乙）。", "丙"]),
        ("用 nianbao check", 10, ["用 nianbao", "check"]),
        ("a-long-word", 4, ["a-long-word"]),
        ("", 4, [""]),
    ],
)
def test_wrap(text, columns, lines):
    assert wrap(text, columns) == lines


@given(st.text(st.characters(codec="gbk", exclude_categories=["Cc", "Zs", "Zl", "Zp"])), st.integers(4, 60))
def test_wrap_loses_nothing(text, columns):
    assert "".join(wrap(text, columns)) == text


def test_a_table_stands_in_columns():
    assert two_columns([("名称", "说明一"), ("长名称", "说明二三四五六七八九十")], 40) == [
        "  名称    说明一",
        "  长名称  说明二三四五六七八九十",
    ]


def test_a_long_first_column_stands_alone():
    lines = two_columns([("很长很长很长的名称", "说明")], 20)
    assert lines == ["  很长很长很长的名称", "              说明"]
