"""A sum that says no more than its parts: 超过 where all approximate ones are lower bounds, 近 for upper ones, else 约."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity
from generator.numbers.units import SCALES, same_family

MORE, LESS, ABOUT = "余", "近", "约"
AT_LEAST, ABOVE = "不少于", "超过"
_MORE = frozenset(
    "余 多 几 数 超 超过 逾 突破 不少于 不低于 不小于 至少 最少 多于 高于 大于 以上".split()  # noqa: SIM905  # reads as a list of words
)
_OR_EQUAL = frozenset({"以上", "不少于", "不低于", "不小于", "至少", "最少"})
"""The words of a lower bound that may itself be the number."""
_LESS = frozenset(
    "近 将近 接近 不足 不到 不超过 不高于 不多于 不大于 至多 最多 少于 低于 小于 以下 以内 之内".split()  # noqa: SIM905  # the same
)
_SEVERAL = ("几", "数")
"""Before a number they make it several times as much, no one knows how many: 数十, 几百."""
_ROUND = Decimal(10)
_ROUND_MONEY = Decimal(100)
_FEW = 100
_MONEY, _WAN = "元", SCALES["万"]


class CountySum(NamedTuple):
    """A sum: the exact sum of what is written, the word that makes it approximate, and how it may be printed."""

    number: Decimal
    approx: str
    printed: Quantity

    def __str__(self) -> str:
        """Give it as it is printed: 1970余件."""
        return str(self.printed)


def counted_as(frequent: Mapping[str, int], own: Sequence[str]) -> str:
    """Give the measure word for a sum: the field's own where most parts are of its family, else the usual of theirs.

    `frequent` tells how often each is written, `own` are the words that the field takes, in its order.
    """
    known = [*own, *(one for one in frequent if one not in own)]

    def of_family(word: str) -> int:
        return sum(count for one, count in frequent.items() if same_family(one, word))

    return max(known, key=of_family) if known else ""  # of equals the first, which is the field's own


def add_up(parts: Iterable[Quantity], unit: str) -> CountySum:
    """Add quantities of one family and give the sum under one measure word.

    All exact: exact. Approximate parts that are all lower bounds (50余, 超过50) leave a lower bound, upper ones
    (近50) an upper bound, 近; both, or 约, leave 约. A single 余 among noughts stays 余; of more the sum is 超过, for
    130余 and 6 may be 136 or 144; nothing is rounded but what is 约 anyway. The number is what was written, added.
    数十 says no more than that there were not less than ten, and so does a sum with it.
    """
    number = Decimal(0)
    words: set[str] = set()
    said: list[str] = []
    several = False
    for part in parts:
        several = several or part.written.startswith(_SEVERAL)
        number += part.number
        if part.number or part.approx:
            said.append(part.approx)
        if part.approx:
            words.add(_side(part.approx))
    approx = "" if not words else words.pop() if len(words) == 1 else ABOUT
    if approx == MORE and (several or said != [MORE]):
        approx = AT_LEAST if several or _OR_EQUAL.issuperset(filter(None, said)) else ABOVE
    return CountySum(number, approx, _printed(number, approx, unit))


def at_least(added: CountySum, unit: str) -> CountySum:
    """Give a sum of some units as the lower bound that it is of all, 不少于3452件, 超过50件 of 50余; 近 and 约 stay."""
    if added.approx not in ("", MORE):
        return added
    word = ABOVE if added.approx else AT_LEAST
    printed = Quantity(added.number, f"{word}{_digits(added.number, unit)}", unit, word)
    return added._replace(approx=word, printed=printed)


def _side(word: str) -> str:
    return MORE if word in _MORE else LESS if word in _LESS else ABOUT


def _printed(number: Decimal, approx: str, unit: str) -> Quantity:
    """Write a sum so that it can be read back."""
    if not approx:
        return Quantity(number, _digits(number, unit), unit)
    if approx == MORE:
        return Quantity(number, f"{_digits(number, unit)}{MORE}", unit, MORE)
    if approx == ABOUT and number >= _FEW:
        step = _ROUND_MONEY if unit == _MONEY and number >= _WAN else _ROUND
        number = (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return Quantity(number, f"{approx}{_digits(number, unit)}", unit, approx)


def _digits(number: Decimal, unit: str) -> str:
    """Write it in digits, money from 10,000 on in 万 where two decimals are enough."""
    if unit == _MONEY and number >= _WAN and not number % _ROUND_MONEY:
        return f"{plain_digits(number / _WAN)}万"
    return plain_digits(number)
