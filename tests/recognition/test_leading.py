"""What the heads of a unit themselves did."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.leading import is_led


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("党政主要负责人主持召开法治建设专题会议11次", True),
        ("镇长带队督导，发现问题，现场办公7次", True),
        ("今年主要领导讲法治课2次", True),
        ("成立由党委书记任组长的领导小组，召开专题会议4次", False),
        ("司法所主持调解4件", False),
    ],
)
def test_who_did_it_is_told_by_the_sentence(text, led):
    assert is_led(next(said_figures(text))) is led


def test_the_sentence_before_says_nothing_of_it():
    assert not is_led(next(said_figures("党政主要负责人亲自部署。开展专项督导4次")))
