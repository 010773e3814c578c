"""Words that change nothing of what is counted, and words that do."""

import pytest

from generator.recognition.fillers import FREE, LEADING, NARROWING, STRONG, TRAILING, WHOLE


@pytest.mark.parametrize(
    "words", ["全年共", "截至目前，我镇已累计", "司法所先后组织开展", "2023年以来，全街道"]
)
def test_what_says_nothing_is_passed_over(words):
    assert FREE.sub("", words) == ""


@pytest.mark.parametrize("words", ["新增", "未", "拟", "重点", "上年"])
def test_what_makes_it_another_thing_is_not(words):
    assert FREE.sub("", words) == words


def test_a_clause_loses_its_opening_and_its_end():
    assert LEADING.sub("", "其中婚姻家庭纠纷") == "婚姻家庭纠纷"
    assert LEADING.sub("", "其余婚姻家庭纠纷") == "婚姻家庭纠纷"
    assert LEADING.sub("", "其余纠纷") == "其余纠纷"  # what is left over is the whole of what it counts
    assert TRAILING.sub("", "受教育群众达") == "受教育群众"
    assert WHOLE.search("共化解矛盾纠纷")
    assert not WHOLE.search("共同化解矛盾纠纷")


@pytest.mark.parametrize(
    "words", ["依托网格，", "在刘家村，", "“老赵调解室”", "上半年，", "加强食品药品领域执法，"]
)
def test_a_part_is_told_by_what_was_said_before(words):
    assert NARROWING.search(words)


def test_a_sentence_before_tells_a_part_only_by_a_strong_word():
    assert STRONG.search("开展专项行动。")
    assert not STRONG.search("落实“八五”普法规划。")
    assert not NARROWING.search("在各村（社区），社区矫正")
