"""Facts -> what a template may read: each field as a value, and the words that go with unit and year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from generator.drafting.choices import choices
from generator.drafting.filters import with_trend
from generator.drafting.marks import escape_markdown, once
from generator.drafting.spans import beside_last_years, ending_on, with_span
from generator.drafting.subjects import subjects
from generator.drafting.values import (
    ABSENT,
    Absent,
    InOwnWords,
    Value,
    gap,
    own_list,
    own_sentences,
    own_value,
    printed,
)
from generator.facts import EMPTY, Facts, TopicFacts, Words
from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.books import typed_figure
from generator.facts.earlier import BEFORE
from generator.facts.marked import OwnText
from generator.facts.rates import worked_out
from generator.facts.records import parts_of
from generator.formulations import Library
from generator.numbers.arithmetic import SMALL_BASE, total
from generator.numbers.quantity import Quantity
from generator.resources import Templates
from generator.topics import Field, Topic
from generator.topics.kinds import COMPUTED
from generator.topics.loading import OWN_FIGURES, SENTENCES
from generator.yamltext.path import Path, dotted

_LEADING_GROUP = "法治政府建设领导小组"
_WHOLE = 100
"""In percent: where all is done, two figures that are equal say it already."""


def unit_name(facts: Facts) -> str:
    """Give what the unit is called, or what stands in a draft for it."""
    return facts.name or "【待填：单位名称】"


class Basis(NamedTuple):
    """All that the words are made of which every template may use; the same basis gives the same words."""

    unit: str
    year: int | None
    until: date | None
    signed: date | None
    organs: tuple[tuple[str, str], ...]
    leading_group: str
    library: Library


def basis_of(facts: Facts, library: Library) -> Basis:
    """Give what the common words of one report are made of."""
    organs, signed = tuple(facts.words.items()), facts.head.signature.day
    return Basis(
        unit_name(facts), facts.year, facts.head.until, signed, organs, _leading_group(facts), library
    )


def common(basis: Basis, turns: list[str] | None = None) -> dict[str, Any]:
    """Give what every template may use: years, names, organ words, the year's formulations, 选 and its like.

    What 轮 has chosen is added to `turns`.
    """
    name, year, organs = basis.unit, basis.year, dict(basis.organs)

    def formula(kind: str) -> Value | Absent:
        text = basis.library.opening(kind, year, basis.signed) if year else None
        return Value(text, (f"提法：{kind}",), text) if text else ABSENT

    return {
        **organs,
        "年度": str(year) if year else "【待填：年度】",
        "下年度": str(year + 1) if year else "【待填：下年度】",
        "上年度": str(year - 1) if year else "【待填：上年度】",
        "单位": escape_markdown(name),
        "全年": "" if basis.until else once("全年"),
        **choices(name, year, turns),
        "主语": subjects(organs),
        "提法": formula,
        "普法规划": formula("普法规划"),
        "纲要": formula("纲要"),
        "法治思想": formula("法治思想"),
        "领导小组": basis.leading_group,
    }


class Setting(NamedTuple):
    """What every part is written from: the facts, the templates, and the words that all templates share.

    `basis` is what the words are made of, `turns` what was chosen in turn so far.
    """

    facts: Facts
    templates: Templates
    words: Mapping[str, Any]
    basis: Basis
    turns: list[str]


def setting_for(facts: Facts, templates: Templates, library: Library) -> Setting:
    """Give what the report of these facts is written from."""
    basis, turns = basis_of(facts, library), list[str]()
    return Setting(facts, templates, common(basis, turns), basis, turns)


def _leading_group(facts: Facts) -> str:
    """Give what the file calls the leading group: a report has one name for it."""
    topic = facts.topics.get("组织领导")
    named = (topic.values.get(name) for name in ("新设领导机构", "调整领导机构")) if topic else ()
    return next((one for one in named if isinstance(one, str) and one.endswith("领导小组")), _LEADING_GROUP)


def values_of(
    topic: TopicFacts, declared: Topic, before: TopicFacts | None, whole: TopicFacts | None = None
) -> dict[str, Any]:
    """Give each field that a topic declares as a value: as written, derived, asked after, or absent.

    `whole` is the topic with what stands of it under other headings too, from which its rates are derived.
    """
    fields, written = declared.fields, topic.values
    whole = whole or topic
    found: dict[str, Any] = dict.fromkeys(fields, ABSENT)
    prefix = f"{dotted(topic.path)}."
    for name, raw in written.items():
        field = fields.get(name)
        if field and name not in topic.printed and not (field.numerator and raw == COMPUTED):
            found[name] = _value(field, raw, whole, f"{prefix}{name}", before)
        elif field and name in topic.printed and name not in whole.days:
            found[name] = InOwnWords(raw, _wording(field, whole))
    for one in declared.rates:
        asked = written.get(one.name) == COMPUTED
        left_out = one.name not in whole.values and one.numerator in written.keys() - topic.printed
        if one.name not in whole.printed and (asked or left_out):
            found[one.name] = _derived(one, whole, fields, asked=asked)
    if whole.until or whole.days or whole.last_called != BEFORE:
        found = {name: with_span(one, fields[name], whole) for name, one in found.items()}
    for name in topic.compared - declared.compared:
        shown = found.get(name)
        if isinstance(shown, Value):
            found[name] = with_trend(beside_last_years(shown, fields[name], before, fields))
    return found


def _value(field: Field, raw: Any, topic: TopicFacts, path: str, before: TopicFacts | None) -> Value | Absent:
    if raw is EMPTY:
        return gap(field.name, path, field.unit, field.wording)
    if field.at_most and _nothing_of_nothing(field, topic):
        return ABSENT
    text = raw if type(raw) is str else printed(raw)
    wording = _wording(field, topic)
    zero = field.zero if wording == field.wording else ""  # the sentence says what the field's own words say
    if isinstance(raw, Quantity) and not (raw.number or raw.percent or zero):
        return ABSENT  # 零 is said in words or not at all
    unknown = before is None or field.name not in before.values or field.name in topic.uncompared
    if before is None or unknown or _wording(field, before) != wording:
        return Value(text, (path,), raw, zero=zero, wording=wording)
    earlier = dotted(before.path_of(field.name))
    return Value(text, (path,), raw, before.values[field.name], zero, wording, earlier)


def _wording(field: Field, topic: TopicFacts) -> str:
    """Give how a field is said: as the clerk chose, else by its first 说法."""
    if not field.wordings:
        return ""
    return field.wordings.get(topic.wordings.get(field.name, ""), field.wording)


def _nothing_of_nothing(field: Field, topic: TopicFacts) -> bool:
    """Tell a zero that another zero has said already: where nothing was filed, nothing was closed."""
    part, whole = topic.values[field.name], topic.values.get(field.at_most)
    return all(isinstance(one, Quantity) and one.number == 0 for one in (part, whole))


def _derived(field: Field, topic: TopicFacts, fields: Mapping[str, Field], *, asked: bool) -> Value | Absent:
    """Give a rate that was left out: where the file asks for it, or where it says more than its two figures do."""
    rate = worked_out(field, topic, fields, 0 if asked else SMALL_BASE)
    if rate is None or not (asked or rate.value.number < _WHOLE):
        return ABSENT
    return Value(rate.text, tuple(map(dotted, rate.grounds)), rate.value)


def passage_rows(passages: Iterable[Words]) -> list[dict[str, Any]]:
    """Give the clerk's own passages: 标签 and 文字."""
    rows: list[dict[str, Any]] = []
    for one in passages:
        path = dotted(one.path)
        text = own_value(one.text, path, "。；，、") if one.text else gap(one.label, path)
        rows.append({"标签": Value(one.label, (path,), one.label) if one.label else "", "文字": text})
    return rows


def activities(records: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the records of 活动, each field as a value."""
    found = []
    for record in records:
        path: Path = record["路径"]
        row: dict[str, Any] = {}
        for name in ACTIVITY_FIELDS:
            raw = record.get(name)
            here = dotted((*path, name))
            row[name] = (
                ABSENT
                if raw is None
                else gap(name, here)
                if raw is EMPTY
                else own_value(raw, here)
                if isinstance(raw, OwnText)
                else Value(printed(raw), (here,), raw)
            )
        found.append(row)
    return found


def totals(records: list[dict[str, Any]]) -> dict[str, Value | Absent]:
    """Give the sums over two or more activities that all state an exact figure."""

    def sum_of(name: str) -> Value | Absent:
        rows = [row[name] for row in records]
        if len(rows) < 2 or not all(isinstance(row, Value) and isinstance(row.raw, Quantity) for row in rows):
            return ABSENT
        found = total([row.raw for row in rows])
        grounds = tuple(ground for row in rows for ground in row.grounds)
        return Value(str(found), grounds, found) if found is not None else ABSENT

    return {name: sum_of(name) for name in ("场次", "受教育", "资料")}


def other_figures(topic: TopicFacts, before: TopicFacts | None = None) -> list[dict[str, Any]]:
    """Give 其他数据: 名称 and 数值 of each, the latter with its comparison to last year's where the file asks for it."""
    rows = []
    for label, raw in topic.own.figures.items():
        if label in topic.printed:
            continue
        path = dotted((*topic.path, OWN_FIGURES, label))
        shown = gap(label, path) if raw is EMPTY else Value(raw, (path,), raw)
        figure = shown if raw is EMPTY else ending_on(shown, topic.own.days.get(label), topic)
        if label in topic.own.compared and before and label in before.own.figures:
            then = typed_figure(before.own.figures[label])
            home = topic if label in topic.own.before else before
            earlier = dotted((*home.path, OWN_FIGURES, label))
            figure = with_trend(replace(figure, raw=typed_figure(raw), before=then, earlier=earlier))
        rows.append({"名称": shown.saying(label), "数值": figure})
    return rows


def record_values(
    items: Iterable[Any], key: str, required: tuple[str, ...] = (), asked: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Give records of the head (不足 计划 上年整改) with every part as a value; a required one as a gap.

    So is one that is `asked` after at its place: 上年整改.1.成效.
    """
    return [_record(item, key, index, required, asked) for index, item in enumerate(items)]


def _record(
    item: Any, key: str, index: int, required: tuple[str, ...], asked_there: Collection[str]
) -> dict[str, Any]:
    """Give the parts of one record; 正文 stands for the whole of it, and nothing is required beside it."""
    prefix = dotted((key, index))
    body = getattr(item, "body", ())
    asked = () if body else required
    parts: dict[str, Any] = {
        one.name: _part(
            getattr(item, attribute),
            one.name,
            path := f"{prefix}.{one.name}",
            one.name in asked or path in asked_there,
        )
        for attribute, one in parts_of(type(item)).items()
    }
    sentences = ((one, f"{prefix}.{SENTENCES}.{number}") for number, one in enumerate(body, start=1))
    return {**parts, SENTENCES: own_sentences(sentences)}


def _part(raw: Any, name: str, path: str, required: bool) -> Value | Absent:  # noqa: FBT001  # one fact of the record
    if raw in ("", (), None):
        return gap(name, path) if required else ABSENT
    if isinstance(raw, tuple):
        return own_list(raw, path, "。；，")
    return own_value(str(raw) if not isinstance(raw, str) else raw, path, "。；，")
