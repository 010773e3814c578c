"""How a rule is switched off for one place: three lines to copy."""

from __future__ import annotations

import pytest

from generator.checks.switches import switch_lines


@pytest.mark.parametrize(
    ("message", "content"),
    [
        ("行政处罚多于立案：立案45件，行政处罚83件。", "立案45件，行政处罚83件"),
        ("“审议镇”不是本单位（芦矶镇）。", "审议镇"),
        ("两年的数完全相同。", "两年的数完全相同"),
        ("", "提醒里引的那几个字"),
    ],
)
def test_the_words_of_the_message_are_the_place(message, content):
    said = switch_lines("数据-22", message)
    assert "停用写三行" in said
    assert f"“- 规则: 数据-22”“  内容: {content}”" in said
