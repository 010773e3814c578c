"""What the templates say is told from the templates."""

from pathlib import Path

import pytest

from generator.likeness.known import template_words
from generator.resources import Templates


@pytest.fixture(scope="module")
def words():
    return template_words("镇", Templates())


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("全年开展普法活动50余次，发放宣传资料1000余份。", ""),
        ("一是在岗执法人员偏少，一人多岗，难以满足日常巡查和办案需要。", ""),
        ("究其原因，人员编制有限，具备法律专业背景的人员少。", ""),
        ("现将2023年法治政府建设情况报告如下：", ""),
        ("把调解桌搬到村口的老槐树下。", "把调解桌搬到村口的老槐树下"),
        ("发放宣传资料1000余份，把调解桌搬到村口的老槐树下。", "把调解桌搬到村口的老槐树下"),
        ("这是因为外出务工的人多。", "外出务工的人多"),
        ("从原因看，外出务工的人多。", "外出务工的人多"),
        ("分析原因，外出务工的人多。", "外出务工的人多"),
        ("从外出务工的人多入手，把课送到车站。", "把课送到车站"),
    ],
)
def test_what_is_left_is_the_units_own(words, sentence, own):
    assert words.own_part(sentence) == own


def test_own_words_within_a_templates_clause_stay(words):
    left = words.own_part("围绕老槐树下说事、板凳课堂讲法等内容开展普法，发放宣传资料300份。")
    assert "老槐树下说事" in left
    assert "宣传资料" not in left


def test_the_same_shapes_serve_all_units_of_a_level():
    assert template_words("镇", Templates()) is template_words("镇", Templates((*Templates().folders,)))
    assert isinstance(Templates().folders[0], Path)
