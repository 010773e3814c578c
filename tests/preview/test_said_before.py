"""Whether a figure stands in the unit's own sentences already."""

import pytest

from generator.preview.said_before import said_in, sentences_by_topic
from tests.preview.material import FACTS, FILE

SAID = [
    ("198件", "今年上门【198件】", ""),
    ("198件", "网格员上门198件", "矛盾纠纷化解"),
    ("41件", "调解室调处41件，其中", "矛盾纠纷化解"),
    ("41件", "共41件。", ""),
    ("42件", "调解室调处42件", ""),
]


@pytest.mark.parametrize(("figure", "words", "topic"), SAID)
def test_a_figure_is_found_with_what_stands_beside_it(figure, words, topic):
    text = FACTS.replace("【调解室调处：41件】", "单独调处【调解室调处：41件】")
    assert said_in(figure, words, sentences_by_topic(text, FILE)) == topic
