"""What of last year's facts stays, and what is asked after: for a new year's file."""

from __future__ import annotations

from typing import Any

from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.compared import COMPARED
from generator.facts.withheld import public_answer
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.topics.topic import Field
from generator.yamltext.path import Path

# A list of names stays from year to year, unless its explanation says that it is about the year's own doings.
_OF_ITS_YEAR = pattern("当年|全年|年度|新成立|开展|印发|整治|活动|问题|检查|培训|荣誉|称号|成效|重点|宣传")
_DOUBT = pattern(r"\s*# 疑：(?P<what>.*?)(?:，请核对)?\s*")
_NAMING = frozenset({"名单", "文字"})


def last_written(value: Any, wording: str = "") -> str:
    """Give a value of last year's as it was written, with the 说法 that was chosen for it."""
    if value is EMPTY:
        return ""
    if isinstance(value, bool):
        return wording or ("是" if value else "否")
    if isinstance(value, Quantity):
        return f"{wording}{value}"
    text = "、".join(value) if isinstance(value, tuple) else str(value)
    return f"{wording} {text}" if wording else text


def names_that_stay(field: Field, before: TopicFacts | None) -> tuple[str, ...]:
    """Give last year's names for a field, where they can be expected to hold still."""
    value = before.values.get(field.name, EMPTY) if before else EMPTY
    if before is None or value is EMPTY or field.kind not in _NAMING or _OF_ITS_YEAR.search(field.note):
        return ()
    first, *others = value if isinstance(value, tuple) else (str(value),)
    return (last_written(first, before.wordings.get(field.name, "")), *others)


def last_settings(field: Field, before: TopicFacts | None, last: Facts | None) -> dict[str, str]:
    """Give what stood beside a field's value last year and holds on: that it is compared, or not public."""
    if before is None or last is None:
        return {}
    settings = {COMPARED: "是"} if field.name in before.compared else {}
    return settings | public_answer(last.withheld, before.path_of(field.name))


def last_remark(field: Field, before: TopicFacts | None, last: Facts | None) -> str:
    """Say what the field was last year and where that came from, for the comment beside it."""
    if before is None or last is None or field.name not in before.values:
        return ""
    value = last_written(before.values[field.name], before.wordings.get(field.name, ""))
    origin = last.origins.get(before.path_of(field.name), "")
    return f"上年：{value}（{origin}）" if value and origin else f"上年：{value}" if value else ""


def doubts_left(last: Facts) -> dict[Path, tuple[str, ...]]:
    """Give what last year's file still doubts, by the passage below: the comments # 疑：… that importing wrote."""
    above: dict[int, tuple[str, ...]] = {}
    waiting: list[str] = []
    for number, line in enumerate(last.lines, 1):
        if doubt := _DOUBT.fullmatch(line):
            waiting.append(f"上年的{doubt['what']}")
        elif waiting and not line.lstrip().startswith("#"):
            above[number], waiting = tuple(waiting), []
    if not above:
        return {}
    return {path: above[place.line] for path, place in last.places.items() if place.line in above}
