"""The facts of a file as it states them, each with what stands beside it: what two files are compared by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.facts import EMPTY, Facts
from generator.facts.books import typed_figure
from generator.facts.compared import COMPARED
from generator.facts.days import UNTIL, last_day, short_day, span_told
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.facts.facts import TopicFacts
from generator.facts.head import OpeningFacts, Territory, Unit
from generator.facts.records import Record, parts_of
from generator.facts.required import NOT_REPORTED
from generator.facts.withheld import PUBLIC
from generator.numbers.dates import DateError, read_date
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import Path, dotted

WHOLE_FILE = "年度"
"""The key under which the day of the whole file is told."""
_ACTIVITY, _NAME = "活动", "名称"
_COMPARING = {"是": "写同比", "否": "不写同比"}


class StatedFact(NamedTuple):
    """A fact as one file states it, the line it stands on, and what is said beside it: 截至11月30日, 上年91件."""

    shown: str
    line: int
    value: Any = None
    beside: tuple[str, ...] = ()


def stated_facts(facts: Facts, *, with_last: bool) -> dict[tuple[str, str], StatedFact]:
    """Give each fact by its topic and field, in the order of the file; beside it last year's if `with_last`."""
    stated: dict[tuple[str, str], StatedFact] = {}
    wordings = {name: told.wordings for name, told in facts.topics.items()}
    put = tuple(f"{one.field}." for one in facts.gaps if one.code == NOT_REPORTED)
    for topic, field, path, value in _every(facts):
        if value is EMPTY and f"{dotted(path)}.".startswith(put):
            continue  # the notice beside the file asks for it: in the file it does not stand
        said = wordings.get(topic, {}).get(field, "")
        shown = said if said and value is True else said + shown_value(value)
        if shown:
            line = facts.place(dotted(path)).line
            beside = tuple(_beside(facts.beside.get(path, {}), facts.head.until, with_last=with_last))
            stated.setdefault((topic, field), StatedFact(shown, line, value, beside))
    return stated


def _beside(said: Mapping[str, Any], until: date | None, *, with_last: bool) -> Iterator[str]:
    """Give what is said beside a figure; of another year's its own last year's is another anyway."""
    if (day := _day(said.get(UNTIL))) and last_day(day) != last_day(until):
        yield span_told(last_day(day))
    for key in (BEFORE, SAME_SPAN) if with_last else ():
        if said.get(key):
            yield f"{key}{said[key]}"
    if said.get(COMPARED) in _COMPARING:
        yield _COMPARING[said[COMPARED]]
    if said.get(PUBLIC) == "否":
        yield "不公开"


def _day(written: object) -> date | None:
    try:
        return read_date(written) if isinstance(written, str) else None
    except DateError:
        return None


def _every(facts: Facts) -> Iterator[tuple[str, str, Path, Any]]:
    head = facts.head
    yield WHOLE_FILE, UNTIL, (UNTIL,), short_day(head.until) if head.until else None
    for topic, record in (("单位", head.unit), ("导语", head.opening)):
        for field, value in _parts(record):
            yield topic, field, (topic, *field.split(".")), value
    for name, told in facts.topics.items():
        for field, value in told.values.items():
            yield name, field, told.path_of(field), value
        for label, figure in told.own.figures.items():
            yield name, label, (*told.path, OWN_FIGURES, label), typed_figure(figure)
        for label, marked in told.marked.items():
            yield name, label, marked.path, marked.value
        yield from ((name, named, path, said) for named, path, said in _activities(told))


def _activities(told: TopicFacts) -> Iterator[tuple[str, Path, str]]:
    """Give the activities of a topic by their names, of those that share one the later ones with their count too."""
    times: Counter[str] = Counter()
    for activity in told.own.activities:
        parts = (f"{key}：{shown_value(one)}" for key, one in activity.items() if key not in ("路径", _NAME))
        called = f"{_ACTIVITY}“{shown_value(activity.get(_NAME))}”"
        times[called] += 1
        again = f"（第{times[called]}项）" if times[called] > 1 else ""
        yield called + again, activity["路径"], "，".join(parts)


def _parts(record: Unit | OpeningFacts | Territory) -> Iterator[tuple[str, Any]]:
    for attribute, part in parts_of(type(record)).items():
        value = getattr(record, attribute)
        if isinstance(value, Record):
            yield from ((f"{part.name}.{name}", one) for name, one in _parts(value))  # type: ignore[arg-type]
        else:
            yield part.name, value


def shown_value(value: Any) -> str:
    """Write a value of any kind as a reader sees it; what is asked after is 待填."""
    if value is None:
        return ""
    if value is EMPTY:
        return "（待填）"
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(map(shown_value, value)) if isinstance(value, tuple) else str(value)
