"""The report against its notice: words are counted as Word counts them, and findings stand at the notice's own line."""

import pytest

from generator.checks import run
from generator.checks.gather import Known, gather
from generator.checks.rules.notice import word_count
from generator.checks.sample import SAMPLE
from generator.document.text.blocks import read_blocks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("依法行政。", 5),
        ("立案19件", 4),
        ("2024-03-01", 1),
        ("办结率98.5%", 4),
        ("2021—2025年", 4),
        ("http://a.b/c?d=1 e-mail", 2),
        ("收入3,000元，占1/3", 7),
        ("A4纸 2份", 4),
        ("立案【待填：立案（件）】，办结18件。", 8),
        (" \n", 0),
    ],
)
def test_words_are_counted_as_word_counts_them(text, count):
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("asked", "code", "line"),
    [
        ("  标题: 甲\n  字数: 不超过100\n", "篇幅-07", 4),
        ("  字数: 不超过9999\n  部分标题:\n    不足: 没有的标题\n", "结构-29", 4),
    ],
)
def test_a_finding_on_the_notice_stands_at_its_line(asked, code, line):
    text = f"---\n通知:\n{asked}---\n\n{SAMPLE}"
    material = gather(read_blocks(text, file="甲.md"), Known(), file="甲.md", source=text)
    assert [one.place.line for one in run(material) if one.code == code] == [line]
