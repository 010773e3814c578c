"""Shares of one whole in a sentence that are not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.patterns import pattern

_SHARES = pattern(
    r"(?:分别占|占比分别(?:为|是|达))[^，,；;。\d]{0,10}\d[\d.]{0,6}[%％](?:[、和及]\d[\d.]{0,6}[%％]){1,8}"
    r"|[^，,；;。、\d]{2,12}占\d[\d.]{0,6}[%％](?:[、，,](?!其中)[^，,；;。、\d]{2,12}占\d[\d.]{0,6}[%％]){1,8}(?<=[%％])"
)
_ALL = Decimal("100.5")
REST = pattern(r"其他|其它|其余")
"""What is said of the last of several parts that are all there are."""


def wrong_shares(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Give where shares of one whole stand, 分别占40%、35%、30%, or with 其他占 among them, and what they add up to."""
    for match in _SHARES.finditer(text) if "占" in text else ():
        values = [Decimal(value) for value in re.findall(r"(\d+(?:\.\d+)?)[%％]", match.group())]
        added = sum(values, Decimal(0))
        whole, said = REST.search(match.group()), match.group().startswith("分别")
        if len(values) > 1 and ((said and added > _ALL) or (whole and abs(added - 100) > _ALL - 100)):
            yield *match.span(), added
