"""Paragraphs cut into sentences and passages."""

import pytest

from generator.importing.outline import OldParagraph
from generator.importing.passages import old_sentences, passages_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙", ["甲。", "乙！", "丙"]),
        ("问题有：一是甲；二是乙。", ["问题有：", "一是甲；", "二是乙。"]),
        ("他说：“好。”再说。", ["他说：“好。”", "再说。"]),
        ("原因之一是人少；办法好。", ["原因之一是人少；办法好。"]),
    ],
)
def test_sentences(text, sentences):
    found = old_sentences([OldParagraph(text, 3)])
    assert [one.text for one in found] == sentences
    assert "".join(one.text for one in found) == text
    assert [one.begins for one in found] == [True] + [False] * (len(found) - 1)


def test_passages_begin_with_paragraphs_and_points():
    sentences = old_sentences([OldParagraph("引语。一是甲。续甲。二是乙。", 1), OldParagraph("丙。", 2)])
    assert ["".join(one.text for one in passage) for passage in passages_of(sentences)] == [
        "引语。",
        "一是甲。续甲。",
        "二是乙。",
        "丙。",
    ]
