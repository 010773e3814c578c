"""Words in turn and words said once; which of several wordings is chosen stands in test_context.py."""

import pytest

from generator.drafting import marks
from generator.drafting.choices import choices
from generator.drafting.values import ABSENT, Value


@pytest.mark.parametrize("unit", ["稷下街道", "石鼓镇", "城东镇", "凤城街道"])
def test_in_turn_says_all_before_it_says_one_again(unit):
    in_turn = choices(unit, 2023)["轮"]
    said = [in_turn("甲", "乙", "丙") for _ in range(6)]
    assert set(said[:3]) == {"甲", "乙", "丙"}
    assert said[:3] == said[3:]


def test_in_turn_says_of_fewer_words_what_was_said_longest_ago():
    in_turn = choices("稷下街道", 2023)["轮"]
    said = [in_turn("甲", "乙", "丙") for _ in range(2)]
    assert in_turn("甲", "乙") not in said[-1:]
    assert in_turn("丁") == in_turn("丁") == "丁"


def test_units_begin_with_different_words_and_each_with_the_same_again():
    first = {unit: choices(unit, 2023)["轮"]("甲", "乙", "丙") for unit in map(str, range(30))}
    assert set(first.values()) == {"甲", "乙", "丙"}
    assert all(choices(unit, 2023)["轮"]("甲", "乙", "丙") == word for unit, word in first.items())


def test_what_one_call_gives_is_said_once_in_a_paragraph_and_again_where_another_gives_it():
    once = choices("稷下街道", 2023)["一次"]
    one, other = once("镇长"), once("镇长")
    assert (
        marks.finished(f"{one}学法，{one}讲课。{other}督导，{other}调研。")
        == "镇长学法，讲课。镇长督导，调研。"
    )
    assert marks.finished(f"{one}学法。\n\n{one}讲课。") == "镇长学法。\n\n镇长讲课。"


def test_a_wording_that_declares_what_it_speaks_of_is_chosen_as_any_other():
    chosen = choices("稷下街道", 2023)["选"]
    fitted = Value("甲", ("调解.组织",))
    assert chosen(ABSENT, fitted) is fitted
    assert str(chosen("甲", "乙", "丙")) in marks.strip_marks(str(chosen(fitted, "乙", "丙")))
