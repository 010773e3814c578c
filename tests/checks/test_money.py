"""Sums of money that cannot be, by what they are paid for and who pays."""

from __future__ import annotations

from generator.checks.figures import statements
from generator.checks.money import odd_sums
from tests.each import each


@each(
    ("text", "odd"),
    [
        ("一次性支付医疗费、误工费等12.8元。", ["12.8元"]),
        ("退还货款38.5元。", []),
        ("简易纠纷每件100万元的标准发放补贴。", ["100万元"]),
        ("简易纠纷每件100元的标准发放补贴。", []),
        ("拨付普法经费5元。", ["5元"]),
    ],
)
def test_a_sum_is_held_against_what_it_is_paid_for(text, odd):
    found = [
        figure.text
        for one in statements((text,))
        for figure in one.figures
        for _ in odd_sums(one, figure, local=True)
    ]
    assert found == odd
