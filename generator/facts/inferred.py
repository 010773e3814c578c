"""What would betray a withheld figure: rates of it, a total of which it is a part, the parts that add up to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.books import typed_figure
from generator.facts.facts import Facts, TopicFacts
from generator.facts.withheld import covers
from generator.numbers.quantity import Quantity
from generator.numbers.units import same_family
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import DUTIES, Field, Topics
from generator.yamltext.path import Path

SURELY = 12
"""Of so many figures every sum is looked at. Of more, some add up to almost any number, and a sum tells little."""
_ADDENDS = 3  # of which sums are looked at where there are more figures; and the sum of all that are smaller


class Figure(NamedTuple):
    """An exact figure of a topic; that of an activity is never a total."""

    path: Path
    value: Quantity
    total: bool = True


class _Part(NamedTuple):
    number: Decimal
    path: Path


def betraying(facts: Facts, topics: Topics) -> frozenset[Path]:
    """Give the paths of all facts that may not be printed: those withheld, and those from which they follow.

    These are rates of a withheld figure and what a withheld rate is derived from, a total of which the other parts are printed, and, where all parts of a
    withheld total are printed, the greatest of them.
    """
    hidden = {path for topic in facts.reported for path in _paths(topic) if covers(facts.withheld, path)}
    hidden |= facts.withheld
    before: set[Path] = set()
    while hidden != before:
        before = set(hidden)
        for topic in facts.topics.values():
            hidden |= {*_rates(topic, topics, hidden), *_in_sums(topic, hidden)}
    return frozenset(hidden)


def beyond_reckoning(topic: TopicFacts, hidden: Collection[Path]) -> Iterator[tuple[Figure, int]]:
    """Give the withheld figures beside which so many are printed that not every sum is looked at, and how many."""
    for secrets, alike in _beside(topic, hidden):
        if len(alike) > SURELY:
            yield from ((secret, len(alike)) for secret in secrets)


def exact_figures(topic: TopicFacts) -> Iterator[Figure]:
    """Give every exact figure of a topic but rates and zeros, those of its activities too."""
    own = topic.own
    figures: Iterable[tuple[Path, Any, bool]] = (
        *((topic.path_of(name), value, True) for name, value in topic.values.items()),
        *(((*topic.path, OWN_FIGURES, label), typed_figure(one), True) for label, one in own.figures.items()),
        *((one.path, one.value, True) for one in topic.marked.values()),
        *(
            ((*one["路径"], name), one[name], False)
            for one in own.activities
            for name in ACTIVITY_FIELDS
            if name in one
        ),
    )
    for path, value, total in figures:
        if isinstance(value, Quantity) and value.exact and not value.percent and value.number:
            yield Figure(path, value, total)


def _paths(topic: TopicFacts) -> Iterator[Path]:
    yield from map(topic.path_of, topic.values)
    yield from ((*topic.path, OWN_FIGURES, label) for label in topic.own.figures)
    yield from (one.path for one in topic.marked.values())


def _fields(topic: TopicFacts, topics: Topics) -> Mapping[str, Field]:
    return topic.topic.fields if topic.topic else topics.duty_fields if topic.path[0] == DUTIES else {}


def _rates(topic: TopicFacts, topics: Topics, hidden: Collection[Path]) -> Iterator[Path]:
    for field in _fields(topic, topics).values():
        parts = [topic.path_of(one) for one in (field.numerator, field.denominator) if one]
        rate = topic.path_of(field.name)
        if any(covers(hidden, path) for path in parts):
            yield rate
        elif parts and covers(hidden, rate):
            yield parts[0]


def _beside(topic: TopicFacts, hidden: Collection[Path]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """Give the hidden figures by their units, each lot with the printed ones that may be added to them."""
    figures = list(exact_figures(topic))
    shown = [one for one in figures if not covers(hidden, one.path)]
    secret = [one for one in figures if covers(hidden, one.path)]
    for unit in dict.fromkeys(one.value.unit for one in secret):
        alike = [one for one in shown if same_family(one.value.unit, unit)]
        yield [one for one in secret if one.value.unit == unit], alike


def _in_sums(topic: TopicFacts, hidden: Collection[Path]) -> Iterator[Path]:
    """Find totals that leave a hidden figure when printed parts are taken away, and a part of a hidden total."""
    for secrets, alike in _beside(topic, hidden):
        parts = _parts(alike)
        sums = _sums(parts, len(parts) if len(alike) <= SURELY else _ADDENDS)
        sums |= {} if len(alike) <= SURELY else _sums_of_lots(alike)
        singles = {part.number for part in parts}
        for number, may_be_total in {(one.value.number, one.total) for one in secrets}:
            for one in alike:
                rest = one.value.number - number
                if one.total and rest > 0 and (rest in singles or rest in sums):
                    yield one.path
            if may_be_total and number in sums:
                yield sums[number]


def _lots(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Give all figures, then those that stand together: activities, 其他数据, one sentence; each from the smallest on."""
    ordered = sorted(figures, key=lambda one: one.value.number)
    together: dict[Path, list[Figure]] = {}
    for one in ordered:
        together.setdefault(one.path[:-1] if one.total else one.path[:-2], []).append(one)
    yield from (lot for lot in (ordered, *together.values()) if len(lot) > 1)


def _parts(alike: Sequence[Figure]) -> list[_Part]:
    """Give what may be added up, the smallest first; of many figures also the sums of those that stand together."""
    parts = [_Part(one.value.number, one.path) for one in alike]
    if len(alike) > SURELY:
        parts += [
            _Part(sum((one.value.number for one in lot), Decimal()), lot[-1].path) for lot in _lots(alike)
        ]
    return sorted(parts)


def _sums(parts: Sequence[_Part], most: int) -> dict[Decimal, Path]:
    """Give every sum of two or more parts, but of no more than `most`, with the path of the greatest of them."""
    by_count: list[dict[Decimal, Path]] = [{Decimal(): ()}, *({} for _ in range(most))]
    for number, path in parts:
        for fewer, more in reversed([*pairwise(by_count)]):  # the longest first, for each part is taken once
            more |= {one + number: path for one in fewer}
    return {number: path for sums in by_count[2:] for number, path in sums.items()}


def _sums_of_lots(alike: Sequence[Figure]) -> dict[Decimal, Path]:
    """Give the sums of all figures up to each one, of all and of those that stand together."""
    sums: dict[Decimal, Path] = {}
    for lot in _lots(alike):
        up_to = accumulate(one.value.number for one in lot)
        sums |= {number: one.path for number, one in [*zip(up_to, lot, strict=True)][1:]}
    return sums
