"""Which topics a heading or an office is about."""

import pytest

from generator.resources import Templates
from generator.suggesting.homes import Homes
from generator.topics import read_topics

HOMES = Homes(read_topics(Templates()))


@pytest.mark.parametrize(
    ("words", "homes"),
    [
        ("社区矫正", {"社区矫正"}),
        ("信访", {"信访工作"}),
        ("热线", {"热线办理"}),
        ("填报单位：司法所", set()),
        ("天气", set()),
    ],
)
def test_a_heading_names_topics(words, homes):
    assert HOMES.of_words(words) == homes


@pytest.mark.parametrize(
    ("office", "home"),
    [
        ("执法队", "行政执法"),
        ("综合执法办", "行政执法"),
        ("便民中心", "政务服务"),
        ("应急办", "安全生产"),
        ("信访办", "信访工作"),
        ("司法所", "社区矫正"),
        ("综治办", "矛盾纠纷化解"),
    ],
)
def test_an_office_is_known_however_it_is_called(office, home):
    assert home in HOMES.of_office(office)


def test_an_office_that_no_topic_names_has_none():
    assert HOMES.of_office("派出所") == frozenset()
    assert HOMES.of_office("") == frozenset()


def test_an_office_is_no_topic():
    assert HOMES.is_office("应急办")
    assert not HOMES.is_office("综治中心")
