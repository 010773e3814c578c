"""数据: measure words that are not the field's own; rates and comparisons that were asked for and cannot be had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.declared import given, is_foreign
from generator.checks.sample import facts
from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.books import typed_figure
from generator.facts.compared import COMPARED
from generator.facts.days import is_same_span, span_told
from generator.facts.earlier import (
    BEFORE,
    SAME_SPAN,
    comparable,
    compared_to,
    figure_ends_on,
    why_not_compared,
)
from generator.facts.rates import worked_out
from generator.numbers.arithmetic import change
from generator.numbers.quantity import Quantity
from generator.problems import Level
from generator.topics.kinds import COMPUTED
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import Field
from generator.yamltext.path import Path, dotted


@rule(
    "数据-30",
    "量词不是这一项的",
    bad=facts("法治宣传教育: {普法活动: 50余人}"),
    good=facts("法治宣传教育: {普法活动: 50余期}"),
)
def foreign_measure_word(material: Material) -> Iterator[Finding]:
    """查事实文件里填的量词是不是这一项数的那一类。

    查什么：次、场、期这样同类的量词照写，不算；问次数的写家次、批次，问起数的写次，也不算；问的是次数而写了人数的，报出来，并给出报告里会写成的话。元和件这样决不相通的，另作错误报。
    为什么：多半是填错了行；不是填错的，写进句子也要读得通。
    怎么改：改用这一项的量词；确是另一个数的，写到“其他数据”里；读得通的，停用本条并写明原因。
    """
    for one in given(material):
        if is_foreign(one.value, one.field) and not _is_near(one.value.unit, one.field):
            said = _clause(material, one.path, str(one.value))
            reads = f"，报告里会写成“{said}”" if said else ""
            yield Finding(
                f"“{one.field.name}”的量词是{'、'.join(one.field.units)}，写的是“{one.value}”{reads}。",
                f"请改用“{one.field.unit}”；确是另一个数的，写到“其他数据”里；读得通的，停用本条并写明原因。",
                field=one.path,
            )


_NEAR = {"次": ("家次", "户次", "点次", "处次", "车次", "批次", "场次"), "起": ("次",)}
"""What a ledger may write for a measure word of a field, and the sentence reads as well: 检查118家次, 劝导4300余次."""


def _is_near(unit: str, field: Field) -> bool:
    """Tell whether a measure word counts the same as one of the field's own."""
    return any(unit in _NEAR.get(one, ()) for one in field.units)


def _clause(material: Material, path: str, written: str) -> str:
    """Give the clause of the report in which a fact is printed, or an empty text."""
    for sentence, grounds in material.grounds:
        if path in grounds:
            return next((one for one in re.split("[，。；：]", sentence) if written in one), "")
    return ""


@rule(
    "数据-31",
    "要算的比率算不出",
    level=Level.ERROR,
    bad=facts("行政执法: {立案: 近20件, 办结: 19件, 办结率: 计算}"),
    good=facts("行政执法: {立案: 19件, 办结: 19件, 办结率: 计算}"),
)
def rate_that_cannot_be_had(material: Material) -> Iterator[Finding]:
    """查写了“计算”的比率算不算得出。

    查什么：比率写“计算”的，分子、分母都要填准数，量词是各自那一项的，都不是0，截至同一天。
    为什么：写“计算”是要在报告里写出这个比率，算不出就写不出。
    怎么改：补上分子、分母，约数改成准数；或者自己填百分比，或者删去这一行。
    """
    topics = material.facts.topics.values() if material.facts else ()
    for topic in topics:
        fields = topic.topic.fields if topic.topic else {}
        for name in [name for name, value in topic.values.items() if value == COMPUTED and name in fields]:
            parts = (fields[name].numerator, fields[name].denominator)
            if topic.ends_on(parts[0]) != topic.ends_on(parts[1]):
                yield Finding(
                    f"“{name}”写了“计算”，但“{parts[0]}”和“{parts[1]}”截至的日子不同。",
                    "改成截至同一天的数；没有的，删去这一行。",
                    field=dotted(topic.path_of(name)),
                )
                continue
            for part in parts:
                lacking = _lacking(topic.values.get(part), part)
                if lacking or is_foreign(topic.values[part], fields[part]):
                    yield Finding(
                        f"“{name}”写了“计算”，但{lacking or f'“{part}”的量词不是这一项的'}。",
                        "补上准确的数；或者自己填百分比，或者删去这一行。",
                        field=dotted(topic.path_of(name)),
                    )
                    break


@rule(
    "数据-32",
    "要写的同比写不出",
    bad=facts("矛盾纠纷化解: {化解: {值: 198起, 同比: 是}}", last="矛盾纠纷化解: {排查: 176起}"),
    good=facts("矛盾纠纷化解: {化解: {值: 198起, 同比: 是}}", last="矛盾纠纷化解: {化解: 176起}"),
)
def comparison_that_cannot_be_had(material: Material) -> Iterator[Finding]:
    """查写了“同比: 是”、旁边写了“上年”的数比不比得出。

    查什么：字段、算出的比率、其他数据写了“同比: 是”“上年”“上年同期”的，上年的文件里有没有同一项，是不是都是准数、量词同类、截至同一天；写了“同比: 是”而印在自己句子里的也报。
    为什么：比不出的，报告里只写本年的数。
    写了“截至”而旁边写的是“上年”的，每份文件报一次：“上年”是全年的数，不与只到那一天的比。
    怎么改：把上年的文件放在旁边，或在“上年”里写明，或把上年的数写在这个数旁边（{值: 64件, 上年: 91件}；有“截至”的写“上年同期”）；印在自己句子里的，写【…同比】；没有可比的数，删去“同比”；不要比的，写“同比: 否”。
    """
    if material.facts is None:
        return
    last = material.facts.last
    yield from islice(_whole_years(material.facts), 1)
    for topic in material.facts.topics.values():
        there = last.topics.get(topic.name) if last else None
        before = comparable(topic, there)
        fields = topic.topic.fields if topic.topic else {}
        for name in sorted(topic.compared):
            now = _known(topic, name, fields)
            if now is not EMPTY and now is not None:  # 待填 tells it, or 数据-31
                then = _known(before, name, fields) if before else None
                asked = _Asked(name, now, then, topic, topic.path_of(name))
                yield from _unsaid(asked, _lacking_last(last, topic, there, name), material.facts)
        for label in sorted(topic.own.compared):
            now, then = (typed_figure(one.own.figures.get(label)) if one else None for one in (topic, before))
            if now is not EMPTY and now is not None:
                path = (*topic.path, OWN_FIGURES, label)
                asked = _Asked(label, now, then, topic, path)
                yield from _unsaid(asked, _lacking_last(last, topic, there, label), material.facts)


def _whole_years(told: Facts) -> Iterator[Finding]:
    """Find figures that end before the year does and have last year's of the whole year beside them."""
    for topic in told.reported:
        named = [(name, topic.path_of(name), figure_ends_on(topic, name)) for name in topic.values]
        named += [
            (label, (*topic.path, OWN_FIGURES, label), topic.label_ends_on(label))
            for label in topic.own.figures
        ]
        for name, path, day in named:
            beside = dotted((*path, BEFORE))
            told_alike = told.has(dotted((*path, SAME_SPAN)))
            if told.has(beside) and not told_alike and not is_same_span(day, None):
                yield Finding(
                    f"“{name}”{span_told(day)}，旁边的“{BEFORE}”是全年的数，不写同比；别处同样写的也不写。",
                    f"是上年截至同一天的数，把“{BEFORE}”改成“{SAME_SPAN}”；是上年全年的数，删去“{BEFORE}”。",
                    field=beside,
                )


def _lacking_last(last: Facts | None, topic: TopicFacts, there: TopicFacts | None, name: str) -> str:
    """Say why there is no figure of last year's to compare with, if there is none."""
    if last is None:
        return "没有上年的事实文件"
    return why_not_compared(topic, there, name) or "上年的事实文件里没有这个数"


class _Asked(NamedTuple):
    """A figure whose 同比 is asked for: its name, both years' values, its topic and its path."""

    name: str
    now: Any
    then: Any
    topic: TopicFacts
    path: Path


def _known(topic: TopicFacts, name: str, fields: Mapping[str, Field]) -> Any:
    """Give the value of a field, or the rate that follows from two others."""
    value = topic.values.get(name)
    if value in (None, COMPUTED) and name in fields and fields[name].numerator:
        rate = worked_out(fields[name], topic, fields)
        return rate.value if rate else None
    return value


def _unsaid(asked: _Asked, lacking: str, told: Facts) -> Iterator[Finding]:
    """Say why the report will not compare a figure; `lacking` is why there is none of last year's, if that is so.

    Who writes last year's figure beside one that his own sentence prints may tell of it there himself.
    """
    name, now, then, topic, path = asked
    than = compared_to(topic.label_ends_on(name) if path[-2] == OWN_FIGURES else figure_ends_on(topic, name))
    suited = dict.fromkeys((SAME_SPAN, than))
    beside = next((key for key in suited if told.has(dotted((*path, key)))), "")
    key = COMPARED if told.has(dotted((*path, COMPARED))) else beside
    if key != COMPARED and name in topic.printed:
        return
    both = isinstance(now, Quantity) and isinstance(then, Quantity)
    moved = change(now, then) if both else None
    fix = _comparing(beside, than)
    if not isinstance(now, Quantity):
        why, fix = "它不是一个数", f"删去“{key}”。"
    elif not both:
        why = lacking
    elif moved is None:
        why = f"本年的{now}与上年的{then}比不出"
    elif name in topic.printed:
        said = f"与{than}持平" if moved.amount is None else f"较{than}{moved}"
        why, fix = "它印在自己的句子里，程序不添话", f"在句子里写【{name}同比】，印出“{said}”，再删去“同比”。"
    else:
        return
    yield Finding(f"“{name}”要写同比，但{why}。", fix, field=dotted(path))


def _comparing(beside: str, wanted: str) -> str:
    """Say how a comparison is to be had, or left out: last year's figure stands `beside` this year's, or is wanted."""
    if beside:
        return f"核对这个数和旁边的“{beside}”，改成比得出的准数；不要比的，写“{COMPARED}: 否”。"
    return f"补上上年的文件或准确的数，或在这个数旁边写“{wanted}”；确实没有可比的，删去“{COMPARED}”。"


def _lacking(value: object, name: str) -> str:
    """Say why a figure cannot be reckoned with, or nothing."""
    if not isinstance(value, Quantity):
        return f"“{name}”没有填"
    if not value.exact:
        return f"“{name}”不是一个准数"
    return "" if value.number else f"“{name}”是0"
