"""Words that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.segment import costs, misspelt


def test_the_dictionary_is_there():
    assert len(costs("法")) > 100
    assert costs("法")["法治"] < costs("靼")["靼"]


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("完善烤核办法", "烤核", "考核"),
        ("落实重靼决策程序", "重靼", "重大"),
        ("疑复难杂问题", "疑复难杂", "疑难复杂"),
        ("畅通诉求渠到", "渠到", "渠道"),
        ("限期整该到位", "限期整该", "限期整改"),
        ("做到家喻户哓", "家喻户哓", "家喻户晓"),
    ],
)
def test_a_likelier_reading_is_found(text, said, meant):
    assert [(text[one.start : one.end], one.meant) for one in misspelt(text)] == [(said, meant)]


@pytest.mark.parametrize("text", ["采取的措施", "案结事了", "依法止付", "微信群里说事", "法治政府建设"])
def test_what_is_right_is_left_alone(text):
    assert misspelt(text) == []


@given(st.text("法治烤核的在，政府1重靼", max_size=30))
def test_places_are_in_order_and_apart(text):
    found = misspelt(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] != one.meant for one in found)
