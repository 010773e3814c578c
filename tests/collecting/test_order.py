"""Which of two forms of one office is the later one."""

import pytest

from generator.collecting.order import Order, day_told, order_of
from tests.each import each


@each(
    ("day", "before", "order"),
    [
        ("1月8日", "1月5日", Order.LATER),
        ("1月5日", "1月8日", Order.EARLIER),
        ("1月5日", "12月28日", Order.LATER),
        ("12月28日", "1月5日", Order.EARLIER),
        ("7月3日", "6月30日", Order.LATER),
        ("2025年1月5日", "2024-12-28", Order.LATER),
        ("2024.12.28", "2025/1/5", Order.EARLIER),
        ("2025年1月5日", "12月28日", Order.LATER),
        (" 1 月 8 日", "1月5号", Order.LATER),
        ("1月5日", "2025-01-05", Order.UNKNOWN),
        ("1月5日下午", "1月5日", Order.UNKNOWN),
        ("", "1月5日", Order.UNKNOWN),
        ("13月5日", "1月5日", Order.UNKNOWN),
    ],
)
def test_days_tell_the_order(day, before, order):
    assert order_of(day, before) is order


@pytest.mark.parametrize(
    ("origin", "office", "day"),
    [
        ("司法所1月5日，台账", "司法所", "1月5日"),
        ("司法所，台账", "司法所", ""),
        ("司法所", "司法所", ""),
        ("台账", "司法所", None),
        ("综合行政执法队1月5日", "综合", None),
        ("", "司法所", None),
        ("台账", "", None),
    ],
)
def test_an_origin_tells_the_day_of_its_office(origin, office, day):
    assert day_told(origin, office) == day
