"""Shares of one whole."""

from __future__ import annotations

from decimal import Decimal

from generator.checks.shares import wrong_shares
from tests.each import each


@each(
    ("text", "added"),
    [
        ("邻里、婚姻、土地纠纷分别占40%、35%、30%。", [Decimal(105)]),
        ("邻里、婚姻、土地纠纷分别占40%、35%、20%。", []),
        ("邻里纠纷占40%、婚姻纠纷占35%、其他占30%。", [Decimal(105)]),
        ("邻里纠纷占40%、婚姻纠纷占35%、其他占25%。", []),
        ("党员占60%，大学以上占70%。", []),
    ],
)
def test_shares_that_are_not_all(text, added):
    assert [one for _start, _end, one in wrong_shares(text)] == added
