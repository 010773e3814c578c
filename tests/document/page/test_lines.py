"""Where the lines of a paragraph end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document.page.lines import Measure, broken, count
from tests.each import each

BODY = Measure(8845, 640, 320, -5)
SIGNS = "甲乙，。、；：！？（）《》“”‘’…—·%％[]()0123456789.-/abcZ 二〇①é"
FORBIDDEN_FIRST, FORBIDDEN_LAST = set("，。、；：！？）》”’%·.5"), set("（《“‘")


def lines(text, measure=BODY):
    return [text[line.start : line.end] for line in broken(text, measure)]


@each(
    ("text", "expected"),
    [
        ("", [""]),
        ("甲", ["甲"]),
        ("甲" * 26, ["甲" * 26]),
        ("甲" * 27, ["甲" * 26, "甲"]),
        ("甲" * 54, ["甲" * 26, "甲" * 28]),
        ("甲" * 54 + "。", ["甲" * 26, "甲" * 27, "甲。"]),  # no mark begins a line: a character goes with it
        ("甲" * 25 + "”。", ["甲" * 24, "甲”。"]),
        ("甲" * 25 + "“乙”", ["甲" * 25, "“乙”"]),  # no line ends with an opening quote
        ("甲" * 25 + "（《乙》）", ["甲" * 25, "（《乙》）"]),
        ("甲" * 25 + "2024年", ["甲" * 25, "2024年"]),  # a number stays whole
        ("甲" * 24 + "93.5%的", ["甲" * 24, "93.5%的"]),
        ("甲" * 23 + "2021—2025年", ["甲" * 23 + "2021", "—2025年"]),  # a dash may begin a line
        ("甲" * 25 + "——乙", ["甲" * 25, "——乙"]),  # but two of them stay together
        ("甲" * 25 + "“3·15”日", ["甲" * 25, "“3·15”日"]),
        (
            "甲" * 22 + "（社区）12个",
            ["甲" * 22 + "（社", "区）12个"],
        ),  # nor does a number after a closing mark
        ("甲" * 26 + " 乙", ["甲" * 26 + " ", "乙"]),  # a blank at the end of a line takes no room
        ("甲" * 25 + "123", ["甲" * 25, "123"]),
        ("1" * 120, ["1" * 52, "1" * 57, "1" * 11]),  # longer than any line: broken where the line is full
    ],
)
def test_lines(text, expected):
    assert lines(text) == expected
    assert count(text, BODY) == len(expected)


def test_a_heading_at_the_head_may_be_of_another_size():
    text = "（一）" + "甲" * 60
    assert [len(one) for one in lines(text, BODY._replace(head=13, head_character=360))] == [24, 28, 11]


def test_what_stands_out_to_the_left_has_more_room():
    assert [len(one) for one in lines("甲" * 60, Measure(7250, -960, 320, -5))] == [26, 23, 11]


def test_a_line_narrower_than_a_character_holds_one():
    assert lines("甲乙", Measure(100, 0, 320, 0)) == ["甲", "乙"]


MEASURES = st.builds(
    Measure,
    st.integers(400, 9000),
    st.integers(-960, 640),
    st.sampled_from([240, 320, 440]),
    st.integers(-22, 22),
    head=st.integers(0, 20),
    head_character=st.sampled_from([320, 360]),
)


@given(st.text(SIGNS, max_size=200), MEASURES)
def test_every_character_stands_on_one_line(text, measure):
    found = broken(text, measure)
    assert "".join(lines(text, measure)) == text
    assert all(line.start < line.end for line in found) or not text
    assert [line.stretched for line in found] == [True] * (len(found) - 1) + [False]


WORDS = ["甲", "乙。", "（丙）", "“丁”，", "子2024年", "率93.5%", "破——折", "《戊》、", "日“3·15”"]


@given(st.lists(st.sampled_from(WORDS), max_size=80).map("".join))
def test_no_line_is_over_its_width_nor_begins_or_ends_with_a_forbidden_sign(text):
    for number, line in enumerate(lines(text)):
        least = sum(150 if sign.isascii() else 315 for sign in line)
        assert least <= BODY.width - (0 if number else BODY.first)
        assert line[:1] not in FORBIDDEN_FIRST
        assert line[-1:] not in FORBIDDEN_LAST
