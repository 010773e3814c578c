"""Lines and pages as estimated, and what is changed so that the signature shares its page with text."""

from __future__ import annotations

import re

import pytest

from generator.document.blocks import read_blocks
from generator.document.fit import Fit, fit
from generator.document.lines import Measure, count, fill, words
from tests.document.samples import VARIANTS, edge

BODY = Measure(8845, 640, 320, -5)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("甲", 1),
        ("甲" * 26, 1),
        ("甲" * 27, 2),
        ("甲" * (26 + 28), 2),
        ("甲" * (26 + 28) + "。", 3),  # no mark begins a line: a character goes with it
        ("甲" * 25 + "“乙”", 2),  # no line ends with an opening quote
        ("甲" * 25 + "2024年", 2),  # a number stays whole
        ("1" * 600, 1),
    ],
)
def test_lines(text, lines):
    assert fill(text, words(text), BODY).lines >= lines
    if "1" * 9 not in text:
        assert fill(text, words(text), BODY).lines == lines
        assert count(text, BODY) == lines


def test_lines_are_those_of_the_paper(pages):
    """The estimate agrees with the lines that LibreOffice sets, paragraph by paragraph, but for one in fifty."""
    wrong = total = 0
    for name in ("plain", "long", "edge-30", "edge-178"):
        document = read_blocks(VARIANTS[name] if name in VARIANTS else edge(int(name[5:])))
        lines = [line.text for page in pages[name] for line in page.lines]
        for block in document.blocks:
            if block.level == 0 and len(block.text) > 40:
                start = next(n for n, line in enumerate(lines) if block.text[:7] in line)
                heading = lines[start].split(block.text[:7])[0]
                text, shown = re.sub(r"\s", "", heading + block.text), ""
                end = start
                while len(shown) < len(text):
                    shown += lines[end]
                    end += 1
                total += 1
                wrong += count(text, BODY) != end - start
    assert total > 40
    assert wrong <= total / 50


def blocks(*lengths):
    paragraphs = "\n\n".join("甲" * (length - 1) + "。" for length in lengths)
    return read_blocks(f"# 题2023年报告\n\n{paragraphs}\n\n甲镇人民政府\n\n2024年1月5日").blocks


def full(lines):
    """Give the length of a paragraph of so many full lines."""
    return 26 + 28 * (lines - 1)


TOP, CLOSING = 2 * 579, 3 * 579


def test_a_page_that_comes_out_well_is_left_alone(layout):
    assert fit(blocks(full(10), full(3)), layout, TOP, CLOSING) == Fit()
    assert fit(blocks(full(20), full(3)), layout, TOP, CLOSING) == Fit(), "the last paragraph begins a page"


def test_the_signature_that_would_take_the_last_paragraph_along(layout):
    # lines 1 to 2 are the title's, 3 to 18 text, 19 to 21 the last paragraph: unit and date don't fit
    changed = fit(blocks(full(16), full(3)), layout, TOP, CLOSING)
    assert changed == Fit(above=3)


def test_a_short_last_line_is_drawn_in(layout):
    changed = fit(blocks(full(5) + 2, full(9), full(3)), layout, TOP, CLOSING)
    assert changed.above == 0
    assert list(changed.respaced) == [1]
    assert -20 <= changed.respaced[1] < 0


def test_a_very_long_last_paragraph_is_not_held(layout):
    changed = fit(blocks(full(4), full(30)), layout, TOP, CLOSING)
    assert not changed.keep


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
