"""What was taken and may be a slip: a measure word of another kind, an amount without its unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.collecting.merged import DOUBTFUL, OfficeValue
from generator.forms.asking import Asked
from generator.forms.marked_in import FIGURES, MARKS
from generator.numbers.quantity import Quantity, QuantityError, parse
from generator.numbers.units import same_family
from generator.patterns import pattern
from generator.problems import Level, Problem
from generator.topics.kinds import MisreadError, choose, read
from generator.wording import join_apart

_ABOUT = frozenset({"左右", "上下"})
_GENERAL = "个"
_PERSONS = "人名位"
_ONE_UNIT = "元"
_TEN_THOUSAND, _OTHER_UNIT = "万", {"元": "万元", "万元": "元"}
_UNIT = pattern(r"\D*$")
_FEW = 100  # 元: hardly anybody reports so small an amount
_SEEN = "请看一眼：写错的，改好这一格再收一次，或在事实文件里改；没有错的，可不理会。"

Doubt = tuple[str, str]
"""What may be wrong, and how to mend it."""


def doubtful_values(taken: Sequence[OfficeValue], rows: Mapping[str, Asked]) -> Iterator[Problem]:
    """Give a reminder by its cell for each value that may be a slip; `rows` are all rows of the file."""
    for told in taken:
        beside = [row for row in rows.values() if row.topic == told.row.topic]
        for message, fix in _doubts(told, beside):
            yield Problem(DOUBTFUL, f"{message}；已经收下。", fix, told.place, told.row.key, Level.WARNING)


def _doubts(told: OfficeValue, beside: Iterable[Asked]) -> Iterator[Doubt]:
    value = _quantity(told)
    if value is None:
        return
    if value.after in _ABOUT:
        bare = str(value).removesuffix(value.after)
        yield (
            f"“{told.row.label}”写的是“{told.value}”，会照印“{value.after}”",
            f"约数一般写成“约{bare}”。{_SEEN}",
        )
    if told.answer.cell.text.endswith(_GENERAL) and told.value.endswith(tuple(_PERSONS)):
        yield f"“{told.row.label}”写的是“{told.answer.cell.text}”，照这一项的单位收作“{told.value}”", _SEEN
    if told.row.field is None:
        yield from _of_own_figure(told, value)
    elif told.row.field.kind == "金额":
        yield from _of_amount(told, value, beside)
    elif told.row.field.units and not value.percent:
        yield from _of_count(told, value, told.row.field.units)


def _quantity(told: OfficeValue) -> Quantity | None:
    """Read a value as a figure; None where it is none."""
    try:
        if told.row.field is not None:
            value = read(choose(told.value, told.row.field)[1], told.row.field)
            return value if isinstance(value, Quantity) else None
        return parse(told.value) if told.row.name.startswith((FIGURES, MARKS)) else None
    except (MisreadError, QuantityError):
        return None


def _of_count(told: OfficeValue, value: Quantity, units: Sequence[str]) -> Iterator[Doubt]:
    own = join_apart(units)
    fits = value.unit in units or (
        value.unit != _GENERAL and any(same_family(value.unit, one) for one in units)
    )
    if not fits:
        yield f"“{told.row.label}”写的是“{told.value}”，这一项的单位是{own}，会照印“{value.unit}”", _SEEN


def _of_own_figure(told: OfficeValue, value: Quantity) -> Iterator[Doubt]:
    before = next(
        (match[0] for one in (told.row.base, told.row.last) if one and (match := _UNIT.search(one))), ""
    )
    if not value.unit:
        example = f"，如“{told.value}{before}”" if before else ""
        yield f"“{told.row.label}”写的是“{told.value}”，没有写量词，会照印", f"请补上量词{example}。"
    elif before and not same_family(value.unit, before):
        yield f"“{told.row.label}”写的是“{told.value}”，原来或上年的量词是“{before}”", _SEEN


def _of_amount(told: OfficeValue, value: Quantity, beside: Iterable[Asked]) -> Iterator[Doubt]:
    """Give both readings of an amount without its unit, where it is too small or others around it are in 万元."""
    if told.value.rstrip().endswith(_ONE_UNIT) or told.row.field is None:
        return
    known = [told.row.last, told.row.base]
    known += [row.base for row in beside if row.field and row.field.kind == "金额"]
    small = value.number < _FEW or value.number != value.number.to_integral_value()
    if value.unit != _ONE_UNIT or not (small or any(_TEN_THOUSAND in one for one in known)):
        return
    other = f"{told.value}{_OTHER_UNIT[value.unit]}"
    message = f"“{told.row.label}”写的是“{told.value}”，没有写单位，照“{value}”收的，也可能是“{other}”"
    yield message, f"请核对；是“{other}”的，把单位写上再收一次，或在事实文件里改。"
