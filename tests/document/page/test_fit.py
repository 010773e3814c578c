"""What is changed so that the signature shares its page with text."""

from __future__ import annotations

import pytest

from generator.document.page.fit import Fit, fit
from generator.document.text.blocks import read_blocks


def blocks(*lengths):
    paragraphs = "\n\n".join("甲" * (length - 1) + "。" for length in lengths)
    return read_blocks(f"# 题2023年报告\n\n{paragraphs}\n\n甲镇人民政府\n\n2024年1月5日").blocks


def full(lines):
    """Give the length of a paragraph of so many full lines."""
    return 26 + 28 * (lines - 1)


TOP, CLOSING = 2 * 579, 3 * 579


def test_a_page_that_comes_out_well_is_left_alone(layout):
    assert fit(blocks(full(10), full(3)), layout, TOP, CLOSING) == Fit()
    assert fit(blocks(full(20), full(3)), layout, TOP, CLOSING) == Fit(), "the last begins a page"


@pytest.mark.parametrize(
    ("length", "least", "most"),
    [(full(5) + 2, -13, -1), (full(5) + 7, -22, -14), (full(5) - 2, 1, 7), (full(5) - 6, 14, 22)],
)
def test_a_paragraph_is_set_tighter_or_wider_by_no_more_than_it_takes(layout, length, least, most):
    """A short last line is drawn in, a full one pushed over: 29 or 30 characters on a line, or 27 or 26."""
    lines = 6 if least < 0 else 5
    above = 13 - lines if least < 0 else 18 - lines  # one line too many, or one too few
    changed = fit(blocks(full(above), length, full(5)), layout, TOP, CLOSING)
    assert list(changed.respaced) == [2]
    assert least <= changed.respaced[2] <= most


def test_the_first_paragraph_is_never_respaced(layout):
    assert fit(blocks(full(5) + 2, full(9), full(3)), layout, TOP, CLOSING) == Fit()


def test_a_very_long_last_paragraph_is_not_held(layout):
    """LibreOffice would move it whole; set as it comes, it shares the page with the signature by itself."""
    assert not fit(blocks(full(4), full(30)), layout, TOP, CLOSING).keep


def test_headings_above_the_last_paragraph_take_the_room_that_they_leave(layout):
    """Two lines of headings that would end a page go over with their text, and its end with them."""
    text = f"# 题2023年报告\n\n{'甲' * (full(7) - 1)}。\n\n## 一、{'乙' * 30}\n\n{'甲' * (full(18) - 1)}。"
    found = read_blocks(f"{text}\n\n甲镇人民政府\n\n2024年1月5日").blocks
    # 13 lines above, 7 of text, 2 of the heading that don't stay: 18 lines begin a page and leave 2 for the signature
    assert fit(found, layout, 13 * 579, CLOSING).keep


def test_what_nothing_mends_is_held_all_the_same(layout):
    # 2 lines of title, 18 and 1 of text: there is no room for the signature, and nothing to set tighter or wider
    assert fit(blocks(full(18), full(1)), layout, TOP, CLOSING) == Fit()


@pytest.mark.parametrize(
    "markdown",
    [
        "# 题\n\n甲。",
        "# 题\n\n|甲|\n|-|\n|1|\n\n甲镇人民政府\n\n2024年1月5日",
        "甲镇人民政府\n\n2024年1月5日",
    ],
)
def test_what_cannot_be_estimated_is_left_alone(layout, markdown):
    assert fit(read_blocks(markdown).blocks, layout, TOP, CLOSING) == Fit()
