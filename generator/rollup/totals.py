"""The total of each field over the units of one year, with who reported it, who did not, and how the figures lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.numbers.arithmetic import plain_digits
from generator.numbers.quantity import Quantity, parse
from generator.numbers.units import same_family
from generator.rollup.adding import CountySum, add_up, at_least, counted_as
from generator.rollup.figures import CountedFigure, UnitFigures
from generator.rollup.spread import Spread, spread_of
from generator.topics.topic import DUTIES, NOT_SUMMED, Field, Topics

_NO_SUM = {"比率": "比率不相加", "名次": "名次不相加", "频次": "频次不相加"}
SAYS_NOTHING = "不相加"
ALL_WRONG = "填的数对不上"


class SummedFigure(NamedTuple):
    """A figure of a total with its value, and whose it is."""

    unit: UnitFigures
    figure: CountedFigure
    value: Quantity


class Total(NamedTuple):
    """One row of the roll-up: a field, or an own label, in one 说法, over the units of one year.

    `parts` are what is in the `amount`, or would be where none is made, for the reason `why`; `unlike` are figures
    of another measure word's family and `wrong` those that do not hold, neither of which is in it; `waiting` are the
    units that left the field empty, `asked` how many units are asked for it, 0 for an own label. `rests_on` says from
    what a rate is worked out.
    """

    topic: str
    field: str
    wording: str
    year: int
    declared: Field | None
    unit: str
    parts: tuple[SummedFigure, ...]
    amount: CountySum | None
    why: str = ""
    unlike: tuple[SummedFigure, ...] = ()
    waiting: tuple[UnitFigures, ...] = ()
    asked: int = 0
    spread: Spread | None = None
    rests_on: str = ""
    wrong: tuple[SummedFigure, ...] = ()

    @property
    def label(self) -> str:
        """What the row is called: the field, behind it the 说法 where it is not the usual one."""
        return f"{self.field}（{self.unusual}）" if self.unusual else self.field

    @property
    def unusual(self) -> str:
        """The 说法 where it is not the one by which the report says it anyway, else an empty text."""
        usual = next(iter(self.declared.wordings), "") if self.declared else ""
        return "" if self.wording == usual else self.wording

    @property
    def reporting(self) -> tuple[UnitFigures, ...]:
        """The units that reported it, each once."""
        return tuple({one.unit.unit: one.unit for one in (*self.parts, *self.uncounted)}.values())

    @property
    def uncounted(self) -> tuple[SummedFigure, ...]:
        """The figures that units reported and that are not in the amount."""
        return (*self.unlike, *self.wrong)

    @property
    def zeros(self) -> int:
        """How many units reported that there was none."""
        return sum(not part.value.number for part in self.parts)


class _Key(NamedTuple):
    """What a row is of; `second` is the measure word of what is said behind another figure, 147人次."""

    topic: str
    field: str
    own: bool
    second: str
    wording: str


def totals_of(units: Sequence[UnitFigures], topics: Topics, year: int) -> tuple[Total, ...]:
    """Give the totals of that year's units, topic by topic in the order of the report, own topics and labels last."""
    fields = declared_fields(topics)
    usual = {key: next(iter(one.wordings)) for key, one in fields.items() if one.wordings and one.units}
    parts: defaultdict[tuple[str, str, bool, str, str], list[SummedFigure]] = defaultdict(list)
    waiting: defaultdict[tuple[str, str], list[UnitFigures]] = defaultdict(list)
    for unit in units:
        for figure in unit.figures:
            topic, field, given, wording, _, own, *_ = figure
            if given is None:
                waiting[topic, field].append(unit)
                continue
            said = wording or ("" if own else usual.get((topic, field), ""))
            for value, second in single_figures(given):
                parts[topic, field, own, second, said].append(SummedFigure(unit, figure, value))
    _join_noughts(parts)
    levels = Counter(one.level for one in units)
    totals = []
    for key in sorted((_Key(*one) for one in parts), key=_order(topics, fields)):
        declared = None if key.own else fields.get(key[:2])
        total = _total(key, parts[key], declared, year)
        asked = _asked(key.topic, declared, levels, topics, year)
        totals.append(total._replace(asked=asked, waiting=tuple(waiting.get(key[:2], ()))))
    return tuple(totals)


def _join_noughts(parts: dict[tuple[str, str, bool, str, str], list[SummedFigure]]) -> None:
    """Put bare noughts with the one 说法 that the others use: who has none need not say in which words."""
    rows: defaultdict[tuple[str, str, bool, str], list[str]] = defaultdict(list)
    for topic, field, own, second, said in parts:
        rows[topic, field, own, second].append(said)
    for row, wordings in rows.items():
        bare = [one for one in wordings if not any(map(_is_said, parts[(*row, one)]))]
        if len(wordings) == len(bare) + 1 == 2:
            (other,) = {*wordings} - {*bare}
            parts[(*row, other)] += parts.pop((*row, bare[0]))


def _is_said(part: SummedFigure) -> bool:
    return not _is_nought(part) or bool(part.figure.wording)


def declared_fields(topics: Topics) -> dict[tuple[str, str], Field]:
    """Give every field by the name of its topic, those of the duties under 第一责任人, and its own."""
    fields = {
        (topic.name, name): one for topic in topics.measures.values() for name, one in topic.fields.items()
    }
    return fields | {(DUTIES, name): one for name, one in topics.duty_fields.items()}


def single_figures(value: Quantity) -> Sequence[tuple[Quantity, str]]:
    """Give 83批 and 147人次 of 83批147人次, the second with its measure word, by which it is known."""
    if not value.also:
        return ((value, ""),)
    second = parse(value.also)
    alone = Quantity(value.number, value.written, value.unit, value.approx, after=value.after)
    return ((alone, ""), (second, second.unit))


def _order(
    topics: Topics, fields: Mapping[tuple[str, str], Field]
) -> Callable[[_Key], tuple[int, str, int, str, str, str]]:
    places = {name: at for at, name in enumerate((*topics.measures, DUTIES))}
    declared = {key: at for at, key in enumerate(fields)}

    def order(key: _Key) -> tuple[int, str, int, str, str, str]:
        at = declared.get(key[:2], len(declared))
        return (places.get(key.topic, len(places)), key.topic, at, key.field, key.second, key.wording)

    return order


def _asked(topic: str, declared: Field | None, levels: Counter[str | None], topics: Topics, year: int) -> int:
    """Count the units that are asked for a field."""
    if declared is None:
        return 0
    of = topics.measures.get(topic)
    return sum(
        count
        for level, count in levels.items()
        if declared.suits(level, year) and (of is None or of.suits(level, year))
    )


def _total(key: _Key, parts: list[SummedFigure], declared: Field | None, year: int) -> Total:
    own = () if key.second or declared is None else declared.units
    wrong = tuple([part for part in parts if part.figure.wrong])
    parts = [part for part in parts if not part.figure.wrong] if wrong else parts
    said = [part for part in parts or wrong if not _is_nought(part)]
    words = Counter([part.value.unit for part in said or parts or wrong])
    unit = counted_as(words, own)
    others = {one for one in words if not same_family(one, unit)}
    alike = tuple([part for part in parts if part.value.unit not in others or _is_nought(part)])
    unlike = tuple([part for part in parts if part.value.unit in others and not _is_nought(part)])
    why = _why_not(declared, alike)
    numbers = _by_unit(alike)
    return Total(
        key.topic,
        f"{key.field}（{key.second}）" if key.second else key.field,
        key.wording,
        year,
        declared,
        unit,
        alike,
        None if why or not alike else _amount(alike, unit, lacks=bool(unlike or wrong)),
        why if alike else why or ALL_WRONG,
        unlike,
        spread=spread_of([number for _, number in numbers]),
        wrong=wrong,
    )


def _is_nought(part: SummedFigure) -> bool:
    """Tell a bare nought: nothing is nothing under any measure word."""
    return not part.value.number and not part.value.approx


def _amount(parts: Sequence[SummedFigure], unit: str, *, lacks: bool) -> CountySum:
    """Add up what counts; where it `lacks` figures of units that reported one, the sum is the least that it can be."""
    added = add_up((part.value for part in parts), unit)
    return at_least(added, unit) if lacks else added


def _why_not(declared: Field | None, parts: Iterable[SummedFigure]) -> str:
    """Say why figures are not added up; of an own label its figures tell."""
    if declared is not None:
        return "" if declared.adding != NOT_SUMMED else _NO_SUM.get(declared.kind, SAYS_NOTHING)
    return next((why for part in parts if (why := no_sum_of(part.value))), "")


def no_sum_of(value: Quantity) -> str:
    """Say why a figure without a field is none to add: it is a rate or a rank; nothing of a count."""
    if value.percent or value.points:
        return _NO_SUM["比率"]
    return _NO_SUM["名次"] if value.ordinal else ""


def _by_unit(parts: Iterable[SummedFigure]) -> list[tuple[UnitFigures, Decimal]]:
    """Give each unit's number; one that has the figure several times, as of 活动, their sum."""
    sums: dict[str, tuple[UnitFigures, Decimal]] = {}
    for unit, _, value in parts:
        before = sums.get(unit.unit)
        sums[unit.unit] = (unit, before[1] + value.number if before else value.number)
    return list(sums.values())


def numbers_by_unit(total: Total) -> list[tuple[UnitFigures, Decimal]]:
    """Give the units of a total with their numbers, in the order to which its spread points."""
    return _by_unit(total.parts)


def far_apart(total: Total) -> tuple[str, ...] | None:
    """Give the units whose number stands far from the others', each with it: 甲镇4200; None where none can be told."""
    if total.spread is None or total.spread.far is None:
        return None
    numbers = numbers_by_unit(total)
    return tuple(f"{numbers[at][0].unit}{plain_digits(numbers[at][1])}" for at in total.spread.far)


def missing_units(total: Total, units: Iterable[UnitFigures], topics: Topics) -> tuple[UnitFigures, ...]:
    """Give the units that are asked for a field and have no line for it, in this 说法 or another.

    Nobody owes a rate that is worked out from sums.
    """
    declared, of = total.declared, topics.measures.get(total.topic)
    if declared is None or total.rests_on:
        return ()
    there = {one.unit for one in (*total.reporting, *total.waiting)}

    def lacks(unit: UnitFigures) -> bool:
        if unit.year != total.year or unit.unit in there or not declared.suits(unit.level, total.year):
            return False
        suited = of is None or of.suits(unit.level, total.year)
        return suited and not any(
            one.field == declared.name and one.topic == total.topic and not one.own for one in unit.figures
        )

    return tuple(one for one in units if lacks(one))
