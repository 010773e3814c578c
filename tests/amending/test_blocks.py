"""Lines cut into blocks: each line in one block or behind them all."""

import pytest

from generator.amending.blocks import composed, cut_blocks, last_line, lines_of, shifted

TEXT = """\
# 甲的话
甲: 1

# 乙的话
乙:
  - 一
    # 一的末尾

  # 二的话
  - |
    块

# 丙的话
丙: {丁: 1,
  戊: 2}
# 尾
"""


def test_comments_belong_to_the_key_below_and_deeper_ones_to_the_one_above():
    lines = lines_of(TEXT)
    blocks, tail = cut_blocks(composed(TEXT), lines, 0, len(lines))
    assert [(one.name, one.first, one.head, one.end) for one in blocks] == [
        ("甲", 0, 1, 2),
        ("乙", 2, 4, 11),
        ("丙", 11, 13, 15),
    ]
    assert tail == 15
    inner, behind = cut_blocks(blocks[1].value, lines, 5, 11)
    assert [(one.first, one.head, one.end) for one in inner] == [(5, 5, 7), (7, 9, 11)]
    assert behind == 11


def test_the_last_line_of_a_value_with_the_blank_ones_behind_a_block_of_text():
    lines = lines_of(TEXT)
    blocks, _ = cut_blocks(composed(TEXT), lines, 0, len(lines))
    assert [last_line(one.value) for one in blocks] == [1, 11, 14]


@pytest.mark.parametrize(
    ("text", "lines"),
    [("甲\r\n乙", ["甲\r\n", "乙\r\n"]), ("甲\n\n乙\n", ["甲\n", "\n", "乙\n"]), ("甲", ["甲\n"]), ("", [])],
)
def test_lines_keep_their_ends(text, lines):
    assert lines_of(text) == lines


@pytest.mark.parametrize(
    ("line", "by", "moved"),
    [("  甲\n", 2, "    甲\n"), ("  甲\n", -1, " 甲\n"), (" 甲\n", -4, "甲\n"), ("\n", 2, "\n")],
)
def test_a_line_moves_with_its_indent(line, by, moved):
    assert shifted(line, by) == moved
