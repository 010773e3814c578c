"""Numbers typed before titles, and what only looks like one."""

import pytest

from generator.facts.ordinals import take_away, typed_number, unnumbered
from generator.topics.kinds import MisreadError
from tests.each import each


@each(
    ("title", "number"),
    [
        ("一、力量偏弱", "一、"),
        ("（二）力量偏弱", "（二）"),
        ("(3)力量偏弱", "(3)"),
        ("十二.力量偏弱", "十二."),
        ("1.力量偏弱", "1."),
        ("2、力量偏弱", "2、"),
        ("①力量偏弱", "①"),
        ("第三，力量偏弱", "第三，"),
        ("一是力量偏弱", "一是"),
        ("1.5万元缺口", ""),
        ("三是否定不了", ""),
        ("一事一议不规范", ""),
        ("（试行）办法未修订", ""),
        ("12项任务滞后", ""),
        ("第三方评估没有开展", ""),
        ("", ""),
    ],
)
def test_a_number_before_a_title(title, number):
    assert typed_number(title) == number
    if not number:
        assert unnumbered(title, "问题") == title
        return
    with pytest.raises(MisreadError) as caught:
        unnumbered(title, "问题")
    assert "“问题”" in caught.value.message
    assert caught.value.fix == take_away(number)
    assert number in caught.value.fix
