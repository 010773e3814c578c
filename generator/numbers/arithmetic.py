"""What follows from quantities: rates, changes and totals; the one place where a percentage is worked out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from generator.numbers.quantity import Quantity
from generator.numbers.units import PERCENT, POINTS, SCALES, same_family

# Exact for every sum of what parse() accepts: at most 13 digits, 6 decimals and 万亿.
_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)
_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
SMALL_BASE = 20
"""Of fewer than that a rate says less than its two figures, and a growth less than the difference."""


def rate(part: Quantity, whole: Quantity, decimals: int = 2) -> Quantity | None:
    """Give part ÷ whole in percent, rounded half up, without trailing zeros.

    100% is given only when the two are equal and 0% only when the part is 0; what would round to
    them is given one last decimal away, as 99.99%. None if an operand is approximate or no count,
    or if the whole is 0.
    """
    if not (_countable(part) and _countable(whole)) or not whole.number:
        return None
    return _rate_of(share(part.number, whole.number, decimals))


def share(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """Give part ÷ whole in percent like `percentage`, but 100 and 0 only when that is exact.

    What would round to them is one last decimal away: 997 of 1000 are 99% to no decimal, 99.7% to one.
    """
    rounded = percentage(part, whole, decimals)
    step = Decimal(1).scaleb(-decimals)
    if rounded == _HUNDRED and part != whole:
        return rounded - step if part < whole else rounded + step
    return step if part and not rounded else rounded


def right_rate(stated: Quantity, part: Decimal, whole: Decimal) -> Decimal:
    """Give what a stated rate should be, in percent to as many decimals as it is stated with.

    Where 100 or 0 is stated and isn't so, to at least two, so that the difference shows.
    """
    right = share(part, whole, stated.decimals)
    if right != stated.number and stated.number in (_ZERO, _HUNDRED):
        return share(part, whole, max(2, stated.decimals))
    return right


def percentage(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """Give part ÷ whole in percent, rounded half up to so many decimals; `whole` isn't 0."""
    hundredfold = _EXACT.multiply(part, _HUNDRED)
    return _EXACT.quantize(_EXACT.divide(hundredfold, whole), Decimal(1).scaleb(-decimals))


def _countable(quantity: Quantity) -> bool:
    """Tell whether arithmetic with a quantity says something: exact, and neither rank nor rate."""
    return quantity.exact and not (quantity.ordinal or quantity.percent or quantity.points)


class Change(NamedTuple):
    """How a figure moved: `direction` is 增长, 提高 (of rates), 下降 or 持平.

    `amount` is in percent or, of rates, in percentage points; None when nothing changed.
    """

    direction: str
    amount: Quantity | None = None

    def __str__(self) -> str:
        """Give 增长23%, 提高2个百分点, 下降5% or 持平."""
        return f"{self.direction}{self.amount or ''}"


def change(now: Quantity, before: Quantity, decimals: int = 1) -> Change | None:
    """Compare with an earlier figure: in percent, or in percentage points when both are rates.

    None if an operand is approximate or a rank, if they are of different families, if the earlier
    one is 0, or if the change is too small for the decimals asked for.
    """
    rates = now.percent and before.percent and now.exact and before.exact
    if not rates and not (_countable(now) and _countable(before)):
        return None
    if now.unit and before.unit and not same_family(now.unit, before.unit):
        return None
    if now.number == before.number:
        return Change("持平")
    rise = "提高" if rates else "增长"
    direction = rise if now.number > before.number else "下降"
    difference = _EXACT.abs(_EXACT.subtract(now.number, before.number))
    if rates:
        return Change(direction, Quantity(difference, plain_digits(difference), POINTS))
    if not before.number:
        return None
    work_out = share if direction == "下降" else percentage  # only a decline can't be all when it isn't
    too_small = _EXACT.multiply(difference, _HUNDRED) * 2 < before.number * Decimal(1).scaleb(-decimals)
    return None if too_small else Change(direction, _rate_of(work_out(difference, before.number, decimals)))


def trend(now: Quantity, before: Quantity, *, than: str = "上年") -> str:
    """Say how a figure moved against last year's: 较上年增长23%, 与上年持平; an empty text where `change` gives none.

    `than` is what the earlier one is of. Of a number under `SMALL_BASE` it is 较上年增加1次, for 33.3% would say more
    than happened.
    """
    moved = change(now, before)
    if moved is None:
        return ""
    if moved.direction == "持平":
        return f"与{than}持平"
    if before.percent or before.number >= SMALL_BASE:
        return f"较{than}{moved}"
    difference = now.number - before.number
    verb = "增加" if difference > 0 else "减少"
    return f"较{than}{verb}{plain_digits(abs(difference))}{now.unit or before.unit}"


def total(quantities: Iterable[Quantity]) -> Quantity | None:
    """Add up exact quantities of one family, in the unit of the first that has one.

    万 and 亿 are kept when all use them, the smaller one if they differ. None if there is nothing to
    add, or if one is approximate, a rank, a rate or of another family.
    """
    parts = list(quantities)
    unit = next((part.unit for part in parts if part.unit), "")
    if not parts or not all(_countable(part) for part in parts):
        return None
    if any(part.unit and not same_family(part.unit, unit) for part in parts):
        return None
    number = _ZERO
    for part in parts:
        number = _EXACT.add(number, part.number)
    scale = min((_scale(part) for part in parts), key=SCALES.__getitem__)
    return Quantity(number, plain_digits(_EXACT.divide(number, SCALES[scale])) + scale, unit)


def _scale(quantity: Quantity) -> str:
    """Give the 万 or 亿 behind the digits of an exact quantity, or nothing."""
    scale = quantity.written.lstrip("0123456789.")
    return scale if quantity.written != scale and scale in ("万", "亿") else ""


def _rate_of(number: Decimal) -> Quantity:
    """Make an exact percentage."""
    return Quantity(number, plain_digits(number), PERCENT)


def plain_digits(number: Decimal) -> str:
    """Write a number in digits, without trailing zeros and never with an exponent: 92.86, 120."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
