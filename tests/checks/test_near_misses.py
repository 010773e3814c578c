"""Near misses of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.near_misses import near_misses
from generator.checks.vocabulary import names
from tests.each import each

LONG = sorted(name for name in names()["机构"] if len(name) > 7 and "[" not in name)


@pytest.mark.parametrize(
    ("text", "said", "meant", "sure"),
    [
        ("全面依法治县委会员办公室", "全面依法治县委会员办公室", "全面依法治县委员会办公室", True),
        ("向市场监督局通报", "市场监督局", "市场监督管理局", False),
        ("人民调解调解委员会", "人民调解调解委员会", "人民调解委员会", True),
        ("《实施刚要》", None, None, None),
        ("法治政府建设实施刚要", "法治政府建设实施刚要", "法治政府建设实施纲要", True),
        ("人民调解员会同村干部", None, None, None),
        ("政策委员会", None, None, None),
    ],
)
def test_one_slip_is_found(text, said, meant, sure):
    misses = near_misses(text)
    assert [(text[one.start : one.end], one.meant, one.sure) for one in misses] == (
        [(said, meant, sure)] if said else []
    )


@each("name", sorted({*names()["机构"], *names()["提法"], *names()["文件"], *names()["别名"]}))
def test_what_is_right_is_no_near_miss(name):
    assert near_misses(f"按照{name}") == ()


@given(st.sampled_from(LONG), st.data())
def test_two_characters_that_changed_places_are_found(name, data):
    at = data.draw(st.integers(0, len(name) - 2))
    swapped = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
    if swapped != name and 2 < at < len(name) - 3:
        assert [one.meant for one in near_misses(swapped)]


@given(st.text("法治政府建设委员会办公室人民调解，1", max_size=40))
def test_places_are_in_the_text(text):
    for one in near_misses(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] != one.meant
