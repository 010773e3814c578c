"""A quantity as reports write it, 15000余份: read and printed back exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.numbers.numerals import BARE_PLACES, read_chinese
from generator.numbers.units import (
    FAMILIES,
    PERCENT,
    SCALES,
    WORDS,
    families,
    is_measured,
    same_family,
    split_scale,
)
from generator.numbers.written import (
    BEFORE,
    PLAIN,
    Form,
    QuantityError,
    UnknownUnitError,
    read_form,
    unit_refusal,
)
from generator.patterns import pattern

__all__ = [
    "Quantity",
    "QuantityError",
    "parse",
    "parse_counted",
    "parse_together",
    "percent",
    "trailing_figure",
]


# not frozen, for that makes it thrice as dear to make; nobody sets its parts, so that it may be hashed all the same
@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A number with its measure word, as it was written.

    `number` is in single units (5.2万户 is 52000, 22万余元 is 220000, 96.2% is 96.2), `written` all that stands before
    the unit (约2000, 22万余, 第二), `unit` the measure word or an empty text, `after` what stands behind it (以上, 左右).
    `approx` is the word that makes it approximate, or an empty text. Compare quantities by `number`. Of two that
    stand together, as 83批147人次, `also` is the second one as it is written.
    """

    number: Decimal
    written: str
    unit: str = ""
    approx: str = ""
    ordinal: bool = False
    after: str = ""
    also: str = ""

    def __str__(self) -> str:
        """Give the quantity exactly as it was read."""
        return f"{self.written}{self.unit}{self.after}{self.also}"

    def __reduce__(self) -> tuple[type[Quantity], tuple[Decimal, str, str, str, bool, str, str]]:
        """Go to another process as its parts, four times as quick as a dataclass does by itself."""
        return Quantity, (
            self.number,
            self.written,
            self.unit,
            self.approx,
            self.ordinal,
            self.after,
            self.also,
        )

    @property
    def exact(self) -> bool:
        """Tell whether there is one number, and it is meant exactly."""
        return not (self.approx or self.also)

    @property
    def percent(self) -> bool:
        """Tell whether this is a rate in percent."""
        return self.unit == PERCENT

    @property
    def points(self) -> bool:
        """Tell whether this is a difference in percentage points."""
        return self.unit in FAMILIES["百分点"]

    @property
    def decimals(self) -> int:
        """Give the number of decimals as written: 2 for 5.20%."""
        return sum(character.isdigit() for character in self.written.partition(".")[2])

    def with_unit(self, unit: str) -> Quantity:
        """Fill in the unit where it was left out; 万元 makes 22 into 22万元.

        Raises QuantityError when the number doesn't go with that unit, as 12.5 with 件.
        """
        if self.unit or not unit:
            return self
        scale, word = split_scale(unit)
        if any(place in self.written for place in ("万", "亿")):
            scale = ""
        return _read(f"{self.written}{scale}{word}{self.after}", word)


_SHORT_WORD = 2
_APART = "、，,；;/和及至到~～—–-"
TOGETHER = pattern(rf"([^0-9]*[0-9][^{_APART}]*?[^0-9.{_APART}])((?:{BEFORE})?[0-9].*)")


def percent(digits: str) -> Quantity:
    """Give the rate of which the digits before the sign are known: 92.86."""
    return Quantity(Decimal(digits), digits, PERCENT)


def parse(text: str, unit: str = "") -> Quantity:
    """Read a quantity: 15000余份, 近20, 5.2万户, 80%以上, 第二名, 两万余元, １，２００人次.

    `unit` is filled in where the text leaves it out, and is understood even if it is in no family.
    Raises QuantityError, in Chinese and with a remedy, for any other text.
    """
    return _plain(text, unit) or _read(text, unit).with_unit(unit)


def parse_counted(text: str, unit: str = "") -> Quantity:
    """Read a quantity as `parse` does, and a short measure word that is in no family as it is written: 38篷.

    Units have more measure words than any table; the number is clear, and what it counts the file says.
    """
    try:
        return parse(text, unit)
    except UnknownUnitError as error:
        if len(error.unit) > _SHORT_WORD or not error.unit.isalpha() or error.unit.isascii():
            raise
        return parse(text, error.unit)


_AT_END = pattern("[0-9][^、，；]*$")


def trailing_figure(name: str) -> Quantity | None:
    """Read the figure that a name of a list ends with, 市容类9件; None for a name without one."""
    try:
        return parse_counted(name[ending.start() :]) if (ending := _AT_END.search(name)) else None
    except QuantityError:
        return None


def parse_together(text: str) -> Quantity | None:
    """Read two quantities that stand together and tell of one thing twice: 83批147人次; None for any other text.

    Each has its measure word, of different families, and is counted.
    """
    found = TOGETHER.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    try:
        first, second = parse(found[1]), parse(found[2])
    except QuantityError:
        return None
    words = (first.unit, second.unit)
    if (
        not all(words)
        or any(map(is_measured, words))
        or first.ordinal
        or second.ordinal
        or same_family(*words)
    ):
        return None
    first.also = str(second)
    return first


def _plain(text: str, unit: str) -> Quantity | None:
    """Read 198件 and 50余次 at once, as most quantities are; `_read` would give the same, at four times the cost."""
    if match := PLAIN.fullmatch(text):
        digits, approx, word = match.groups()
        word = word or unit
        if word in WORDS:
            return Quantity(Decimal(digits), digits + approx, word, approx)
    return None


def _read(text: str, own_unit: str) -> Quantity:
    """Read a quantity with or without a unit; `own_unit` need not be a known one."""
    form = read_form(text)
    if form.unit and form.unit != own_unit and not families(form.unit):
        raise unit_refusal(form)
    approximations = form.approximations
    if form.ordinal:
        _check_ordinal(form)
    if len(approximations) > 1:
        raise _stacked(form)
    number = _number(form) * SCALES[form.scale]
    approx = approximations[0] if approximations else ""
    if approx:
        _check_approximation(form, number)
    if form.unit:
        _check_unit(form, number)
    return Quantity(number, form.written, form.unit, approx, bool(form.ordinal), form.after)


def _number(form: Form) -> Decimal:
    """Give the number before its scale; raises QuantityError for numerals that are none."""
    if form.digits:
        return Decimal(form.digits)
    number = read_chinese(form.numerals)
    vague = form.before in ("上", "数", "几")
    if form.numerals in BARE_PLACES and (vague or form.approximations):
        return Decimal(BARE_PLACES[form.numerals])
    if number is None or vague:
        raise QuantityError(f"“{form.numerals}”不是规范的中文数字", "改用阿拉伯数字，如“120件”。")
    return Decimal(number)


def _stacked(form: Form) -> QuantityError:
    """Say that two approximations stand in one quantity."""
    words = "".join(f"“{word}”" for word in form.approximations)
    present = [name for name in ("before", "inner", "outer", "after") if getattr(form, name)]
    first = form._replace(**dict.fromkeys(present[1:], ""))
    return QuantityError(f"约数词{words}叠用了", f"只留一个，如“{first}”。")


def _check_approximation(form: Form, number: Decimal) -> None:
    """Refuse what can't be approximate: 约0件, 4余次, 二十五几."""
    if not number:
        raise QuantityError("0写成了约数", "没有就写0，不加约数词。")
    if form.inner:
        _check_round(form, number / SCALES[form.scale])


def _check_round(form: Form, number: Decimal) -> None:
    """Refuse 余, 多, 来 and 几 after anything but a round number (`number`, without its scale)."""
    tens = number % 10 == 0
    if tens and (form.inner != "几" or (form.numerals.endswith("十") and number < 100)):
        return
    exact = form._replace(inner="")
    if form.scale:
        fix = f"改为“{form._replace(inner='', outer='余')}”。"
    elif number < 10:
        fix = f"改为“{exact}”，或写“不少于{exact}”。"
    elif number % 1 or tens:
        fix = f"改为“{exact}”或“约{exact}”。"
    else:
        rounded = form._replace(digits=str(number // 10 * 10), numerals="", inner="余")
        fix = f"改为“{exact}”或“{rounded}”。"
    raise QuantityError(f"“{form.inner}”只能跟在整十、整百这样的数后面", fix)


def _check_ordinal(form: Form) -> None:
    """Refuse a rank that is none: 第0名, 第2.5名, 第3万, 约第二名, 第5%."""
    rank = form.digits or form.numerals
    whole = rank != "0" and "." not in rank and not form.scale
    approximate = form.before or form.inner or form.outer or form.after
    if not whole or approximate or is_measured(form.unit):
        raise QuantityError("不是名次的写法", "写成“第2名”这样的整数名次，不带约数词。")


def _check_unit(form: Form, number: Decimal) -> None:
    """Refuse a number that doesn't go with its unit: 12.5件, 五%, 5万%."""
    if form.unit == PERCENT and (form.scale or form.numerals):
        raise QuantityError("百分数的写法不对", "百分号前只写阿拉伯数字，如“95%”。")
    fraction = number % 1 or ("." in form.digits and not form.scale)
    if fraction and not is_measured(form.unit):
        raise QuantityError(f"按“{form.unit}”计数，不该有小数", f"改为整数，大数可写成“5.2万{form.unit}”。")
