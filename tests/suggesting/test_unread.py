"""No figure of notes is passed over in silence: what is told of none is listed, unless it is no fact at all."""

import pytest

from generator.suggesting.unread import Unread, unread_figures
from tests.suggesting.test_suggest import suggested


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("党政领导坐班接访48天次", ["48天次"]),
        ("平均94.2分", ["94.2分"]),
        ("其他22", ["22"]),
        ("受众1.2万多人", ["1.2万多人"]),
        ("争了11年，3月12日9:30开会，30个工作日办结", []),
        ("12-26 09:12 阿茂：总共418户", ["418户"]),
        ("小覃12/23 09:13：查出388处", ["388处"]),
        ("12-26 09:12，阿茂", []),
        ("稷办发〔2024〕5号，第3次，“3·15”，12345热线，2024年，0371-6543210", []),
    ],
)
def test_a_figure_is_listed_unless_it_is_a_date_a_term_or_a_number_of_something(text, unread):
    told = [*unread_figures(text, [])]
    assert [one.written for one in told] == unread
    assert [text[one.start : one.end] for one in told] == unread


def test_what_was_told_of_is_not_listed():
    assert [*unread_figures("排查231件，其他22", [(2, 6)])] == [Unread("22", 9, 11)]


def test_a_ledger_without_measure_words_takes_that_of_its_sum():
    told = suggested("司法所：\n全年调解矛盾纠纷 318件\n婚姻家庭 74\n邻里 96\n其他 22\n领导接访48天次")
    assert [(one.name, one.value) for one in told.offered] == [
        ("矛盾纠纷化解.调解", "318件"),
        ("矛盾纠纷化解.婚姻家庭", "74件"),
        ("矛盾纠纷化解.邻里", "96件"),
    ]
    assert [one.written for one in told.unplaced] == ["22件", "48天次"]


def test_a_ledger_without_any_sum_takes_the_measure_word_of_the_field():
    assert [(one.name, one.value) for one in suggested("人民调解员 46").offered] == [
        ("矛盾纠纷化解.人民调解员", "46名")
    ]
