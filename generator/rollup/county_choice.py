"""Which totals are figures of the county's own report, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.rollup.adding import at_least
from generator.rollup.figures import ACTIVITIES, COUNTY
from generator.rollup.totals import Total
from generator.topics.topic import DUTIES, OF_EACH_LEVEL, Topics

_SEVERAL = 2


class LeftOut(NamedTuple):
    """A total that the county's report does not tell, and why."""

    total: Total
    why: str


def chosen_totals(
    totals: Sequence[Total], topics: Topics, year: int
) -> tuple[tuple[Total, ...], tuple[LeftOut, ...]]:
    """Give the totals for the county's facts file, and the others that have an amount.

    A field's total is taken where it is one that adds up to a figure of the county (可加: 是) and all units say it in
    one 说法; an own label's where two units have it. Of two that make a rate, one that lacks units of the other is
    given as the lower bound that it is, for the report would work the rate out of two sums that do not belong together.
    """
    summed = [one for one in totals if one.amount is not None and not one.rests_on]
    by_field = {(one.topic, one.field): one for one in summed if one.declared}
    said: dict[tuple[str, str], set[str]] = {}
    for one in summed:
        said.setdefault((one.topic, one.field), set()).add(one.wording)
    chosen, left = [], []
    for one in summed:
        why = _own_reason(one, topics) or _field_reason(one, topics, year)
        if not why and len(said[one.topic, one.field]) > 1:
            why = "各单位说法不同，请选定一种"
        why = why or _too_large(one, by_field)
        if why:
            left.append(LeftOut(one, why))
        else:
            chosen.append(_bounded(one, by_field, topics))
    return tuple(chosen), tuple(left)


def _own_reason(total: Total, topics: Topics) -> str:
    if total.declared:
        return ""
    if total.topic not in topics.measures:
        return "是单位自己的主题"
    if total.field.startswith(f"{ACTIVITIES}."):
        return "是一次次活动的数"
    return "" if len(total.reporting) >= _SEVERAL else "只有一个单位有这个名称"


def _field_reason(total: Total, topics: Topics, year: int) -> str:
    declared = total.declared
    if declared is None:
        return ""
    of = topics.measures.get(total.topic)
    why = ""
    if declared.adding == OF_EACH_LEVEL or total.topic == DUTIES:
        why = "县里另有自己的数"
    elif not declared.suits(COUNTY, year) or (of and not of.suits(COUNTY, year)):
        why = "县区不填这一项"
    elif total.field != declared.name:
        why = "与前一个数连写的，请核对后写进正文"
    elif total.zeros == len(total.parts) and len(total.parts) < total.asked:
        why = "填报的都是0，还有单位没有填，不能说没有"
    return why


def _too_large(total: Total, by_field: Mapping[tuple[str, str], Total]) -> str:
    """Say why a part that is larger than its whole is not told: units have reported the part alone."""
    whole = total.declared.at_most if total.declared else ""
    other = by_field.get((total.topic, whole))
    if other and total.amount and other.amount and total.amount.number > other.amount.number:
        return f"比“{whole}”的合计还大，有的单位没填“{whole}”，催齐后再汇总"
    return ""


def _bounded(total: Total, by_field: Mapping[tuple[str, str], Total], topics: Topics) -> Total:
    """Give a total that makes a rate with another as a lower bound where units of the other are not in it."""
    of = topics.measures.get(total.topic)
    pairs = [(one.numerator, one.denominator) for one in of.rates] if of and total.declared else []
    others = [name for pair in pairs if total.field in pair for name in pair if name != total.field]
    beside = [other for name in others if (other := by_field.get((total.topic, name)))]
    lacks = any(not _with_any(other) <= _reporting(total) for other in beside)
    if total.amount is None or total.amount.approx or not lacks:
        return total
    return total._replace(amount=at_least(total.amount, total.unit))


def _reporting(total: Total) -> set[str]:
    return {one.unit for one in total.reporting}


def _with_any(total: Total) -> set[str]:
    """Give the units that reported more than 0: of nothing there is no part."""
    return {one.unit.unit for one in (*total.parts, *total.uncounted) if one.value.number}
