"""Which totals are figures of the county's own report, and why the others are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.rollup.adding import ABOUT, LESS, at_least
from generator.rollup.copied import copied_figures, said_of_copies
from generator.rollup.ends import APART, days_of, parts_apart
from generator.rollup.figures import ACTIVITIES, COUNTY, UnitFigures
from generator.rollup.totals import Total, missing_units
from generator.topics.topic import DUTIES, OF_EACH_LEVEL, Topics

_SEVERAL = 2


_ByField = Mapping[tuple[str, str], Sequence[Total]]
"""The totals of a field, one for each 说法, by topic and field."""


class ChosenTotal(NamedTuple):
    """A total that the county's report tells, and the units that owe it.

    `noughts` says of which whole the other units that have no line for it reported nought, and how many they are: of
    nothing there is no part.
    """

    total: Total
    lacking: tuple[str, ...] = ()
    noughts: tuple[str, int] = ("", 0)


class LeftOut(NamedTuple):
    """A total that the county's report does not tell, and why."""

    total: Total
    why: str


def chosen_totals(
    totals: Sequence[Total], asked: Sequence[UnitFigures], topics: Topics, year: int
) -> tuple[tuple[ChosenTotal, ...], tuple[LeftOut, ...]]:
    """Give the totals for the county's facts file, and the others that have an amount.

    A field's total is taken where it is one that adds up to a figure of the county (可加: 是) and all units say it in
    one 说法; an own label's where two units have it. One that lacks units that are `asked` for it is given as the lower
    bound that it is of the whole county: else a half is read as all, and a rate worked out of sums that do not belong
    together. One whose parts end on days of their own that differ is of no span that the county could name.
    """
    summed = [one for one in totals if one.amount is not None and not one.rests_on]
    by_field: defaultdict[tuple[str, str], list[Total]] = defaultdict(list)
    for one in totals:
        if one.declared and not one.rests_on:
            by_field[one.topic, one.field].append(one)
    chosen, left = [], []
    for one in summed:
        apart = len(by_field.get((one.topic, one.field), ())) > 1
        why = _own_reason(one, topics) or _field_reason(one, topics, year, apart=apart)
        why = why or _too_large(one, by_field)
        taken = _bounded(one, asked, by_field, topics)
        why = why or _no_bound(taken) or _no_day(one)
        if why:
            left.append(LeftOut(one, why))
        else:
            chosen.append(taken)
    return tuple(chosen), tuple(left)


def _own_reason(total: Total, topics: Topics) -> str:
    if total.declared:
        return ""
    if total.topic not in topics.measures:
        return "是单位自己的主题"
    if total.field.startswith(f"{ACTIVITIES}."):
        return "是一次次活动的数"
    if copied_figures(total):
        return said_of_copies(total)
    return "" if len(total.reporting) >= _SEVERAL else "只有一个单位有这个名称"


def _field_reason(total: Total, topics: Topics, year: int, *, apart: bool) -> str:
    """Say why a field's total is not taken; `apart` where units say it in several 说法."""
    declared = total.declared
    if declared is None:
        return ""
    of = topics.measures.get(total.topic)
    why = ""
    if declared.adding == OF_EACH_LEVEL or total.topic == DUTIES:
        why = "本级另有自己的数"
    elif not declared.suits(COUNTY, year) or (of and not of.suits(COUNTY, year)):
        why = "县区不填这一项"
    elif total.field != declared.name:
        why = "与前一个数连写的，请核对后写进正文"
    elif apart:
        why = f"各单位说法不同，请选定一种，自己写进“{total.topic}”下面"
    elif total.zeros == len(total.parts) and len(total.parts) < total.asked:
        why = "填报的都是0，还有单位没有填，不能说没有"
    return why


def _too_large(total: Total, by_field: _ByField) -> str:
    """Say why a part that is larger than its whole is not told: units have reported the part alone."""
    whole = total.declared.at_most if total.declared else ""
    wholes = [one for one in by_field.get((total.topic, whole), ()) if one.amount]
    amount = sum(one.amount.number for one in wholes if one.amount)
    if wholes and total.amount and total.amount.number > amount:
        if days_of(total) != frozenset().union(*map(days_of, wholes)):
            return f"比“{whole}”的合计还大，截至的日子不同，核对后再汇总"
        return f"比“{whole}”的合计还大，有的单位没填“{whole}”，催齐后再汇总"
    return ""


def _bounded(total: Total, asked: Sequence[UnitFigures], by_field: _ByField, topics: Topics) -> ChosenTotal:
    """Give a total with the units that owe it, and as a lower bound where there are any."""
    if total.declared is None or total.amount is None:
        return ChosenTotal(total)
    owing = [*total.waiting, *missing_units(total, asked, topics)]
    wholes = _wholes(total, by_field, topics)
    without = {part.unit.unit for one in wholes for part in one.parts if not part.value.number}
    lacking = tuple(one.unit for one in owing if one.unit not in without)
    spared = len(owing) - len(lacking)
    noughts = (wholes[0].field, spared) if spared else ("", 0)
    amount = at_least(total.amount, total.unit) if lacking else total.amount
    return ChosenTotal(total._replace(amount=amount), lacking, noughts)


def _wholes(total: Total, by_field: _ByField, topics: Topics) -> Sequence[Total]:
    """Give the total of which this one is a part, in each 说法, if any: its field declares it, or a rate does."""
    of = topics.measures.get(total.topic)
    names = [total.declared.at_most if total.declared else ""]
    names += [one.denominator for one in of.rates if one.numerator == total.field] if of else []
    return next(filter(None, (by_field.get((total.topic, name)) for name in names)), ())


def _no_bound(chosen: ChosenTotal) -> str:
    """Say why one that lacks units is not told: of 近 and 约 nobody can say what it is not less than."""
    total = chosen.total
    if chosen.lacking and total.amount and total.amount.approx in (LESS, ABOUT):
        told = f"{total.asked}个单位中{len(total.reporting)}个填报，共{total.amount}"
        return f"没有报齐，又有约数，说不出“不少于”多少；要写的，自己写成一句：{told}"
    return ""


def _no_day(total: Total) -> str:
    """Say why one is not told whose parts end on different days: it is neither 全年 nor 截至 a day, and makes no rate."""
    apart = parts_apart(total)
    return f"{APART}（{apart}），请让各单位报截至同一天的数；要写的，自己写成一句说明" if apart else ""
