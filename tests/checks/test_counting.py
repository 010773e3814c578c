"""Measure words against the deeds that they count."""

from __future__ import annotations

import pytest

from generator.checks.counting import odd_deed
from generator.numbers.prose import figures


def _told(text):
    return [odd_deed(one, one.unit) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("签订协作备忘录12起", "签订"),
        ("走访重点家庭30件", "走访"),
        ("9起班子成员进行述法", "班子成员"),
        ("对27名合同进行审查", "合同"),
        ("胜诉13份", "胜诉"),
    ],
)
def test_the_deed_or_what_is_counted_is_told(text, said):
    assert _told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "签订协议12份",
        "走访家庭30户",
        "下达整改通知书41份",
        "查处违法人员3名",
        "成功劝返群众3名",
        "12名执法人员办理案件",
    ],
)
def test_what_fits_is_left_alone(text):
    assert _told(text) == [""]
