"""What is terse and right: frames of four characters, short names of offices."""

from __future__ import annotations

import pytest

from generator.checks.terse import terse_places


@pytest.mark.parametrize(
    ("text", "terse"),
    [
        ("坚持先易后难推进", "先易后难"),
        ("做到有据可依", "有据可依"),
        ("围绕反家庭暴力宣讲", "反"),
        ("应用尚处起步", "尚"),
        ("镇农技站指导", "农技站"),
        ("群众反问题12个", ""),
        ("落实科决策", ""),
    ],
)
def test_terse_and_right(text, terse):
    assert "".join(text[at] for at in sorted(terse_places(text))) == terse
