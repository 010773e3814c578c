"""数据: figures that end before the year does (截至), and last year's figures beside this year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts import Facts, TopicFacts
from generator.facts.books import typed_figure
from generator.facts.days import UNTIL, is_last_of_year, short_day
from generator.facts.earlier import BEFORE, SAME_SPAN, why_not_compared
from generator.facts.mark_values import agree
from generator.facts.marked import OwnText
from generator.facts.own_words import PLANS, own_passages, topic_texts
from generator.numbers.dates import chinese_date
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.problems import Level
from generator.topics.loading import OWN_FIGURES
from generator.yamltext.path import Path, dotted

_HALF = 7
"""The month in which the second half of the year begins."""
_ALL_YEAR = pattern(r"全年(?!任务|目标|计划|预算|指标)[^，。；：\n]{0,20}?(?:【|[0-9０-９])")
_UNTIL = "截至: 2023-12-20"


@rule(
    "数据-50",
    "“截至”的日期不对",
    gravest=Level.ERROR,
    bad=facts("矛盾纠纷化解: {化解: 198起}", unit="截至: 2022-12-20"),
    good=facts("矛盾纠纷化解: {化解: 198起}", unit=_UNTIL),
)
def impossible_day(material: Material) -> Iterator[Finding]:
    """查“截至”写的日子合不合理，全篇的和写在一个数旁边的都查。

    查什么：不在报告年度里、晚于成文日期的报错误；全篇的数截至的日子还没到7月、或者就是12月31日的报提醒。
    为什么：数算到哪一天，读者照这个日子看；日子写错，全篇的数都看错。
    怎么改：核对“年度”“截至”和成文日期；是全年的数，删去“截至”。
    """
    told = material.facts
    if told is None or told.year is None:
        return
    days = {(UNTIL,): told.head.as_of} if told.head.as_of else {}
    for path, day in (days | {(*one, UNTIL): day for one, day in _days(told).items()}).items():
        signed = told.head.signature.day
        written = f"“{UNTIL}”写的是{chinese_date(day)}，"
        level, fix = Level.ERROR, "核对“年度”“截至”和成文日期。"
        if day.year != told.year:
            why = f"不在{told.year}年度里。"
        elif signed and day > signed:
            why = f"晚于成文日期{chinese_date(signed)}。"
        elif len(path) == 1 and day.month < _HALF:
            why, level, fix = "只是上半年的数。", Level.WARNING, "核对月份；确是这样的，可不理会。"
        elif len(path) == 1 and is_last_of_year(day):
            why, level, fix = "就是全年的数。", Level.WARNING, "删去这一行，报告里写“全年”。"
        else:
            continue
        yield Finding(f"{written}{why}", fix, field=dotted(path), level=level)


def _days(told: Facts) -> dict[Path, date]:
    """Give the days of single figures by the paths of these."""
    days: dict[Path, date] = {}
    for topic in told.reported:
        days |= {(*topic.path, name): day for name, day in topic.days.items()}
        days |= {(*topic.path, OWN_FIGURES, label): day for label, day in topic.own.days.items()}
    return days


@rule(
    "数据-51",
    "句子说的期间与“截至”不符",
    bad=facts("矛盾纠纷化解: {化解: 198起, 正文: 全年化解【化解】。}", unit=_UNTIL),
    good=facts("矛盾纠纷化解: {化解: 198起, 正文: 化解【化解】。}", unit=_UNTIL),
)
def words_of_another_span(material: Material) -> Iterator[Finding]:
    """查写了“截至”以后，自己的句子说的期间对不对。

    查什么：全篇写了“截至”的，“正文”“做法”“导语”等自己的句子里“全年”连着一个数；句子里印的数旁边写了“截至”，句子没有说到那个月。
    为什么：自己的句子照印，程序不改；数只到那一天，不能说是全年的。
    怎么改：删去“全年”，或改成“截至……”；说的确是全年的（如年初定的任务），可不理会。
    """
    told = material.facts
    if told is None:
        return
    for one in own_passages(told) if told.head.until else ():
        if one.path[0] != PLANS and _ALL_YEAR.search(one.text):
            yield Finding(
                f"写的是“全年”，数据截至{chinese_date(told.head.until or date.min)}。",
                "删去“全年”，或写明截至哪一天；确是全年的，可不理会。",
                field=dotted(one.path),
            )
    days = _days(told)
    texts = (pair for topic in told.reported for pair in topic_texts(topic)) if days else ()
    for text, path in texts:
        for mark in text.marks if isinstance(text, OwnText) else ():
            day = days.get(mark.path)
            if day and f"{day.month}月" not in text:
                yield Finding(
                    f"“{mark.label}”{mark.text}截至{short_day(day)}，句子里没有说。",
                    f"在这句话里写“截至{short_day(day)}”。",
                    field=dotted(path),
                )


@rule(
    "数据-52",
    "成文在年内，没有写“截至”",
    bad=facts("矛盾纠纷化解: {化解: 198起}", old="2024-01-20", new="2023-12-28"),
    good=facts("矛盾纠纷化解: {化解: 198起}", unit=_UNTIL, old="2024-01-20", new="2023-12-28"),
)
def signed_within_the_year(material: Material) -> Iterator[Finding]:
    """查报告在年度结束以前写成的，有没有写明数据截至哪一天。

    查什么：成文日期在报告年度里，事实文件没有写“截至”。
    为什么：年还没有过完，数不会是全年的；不写“截至”，报告里印的是“全年”，还与上年的全年数比。
    怎么改：在“年度”下面写“截至”；数据确已到年底的，可不理会。
    """
    told = material.facts
    signed = told.head.signature.day if told else None
    if told and signed and signed.year == told.year and not told.head.as_of:
        yield Finding(
            f"成文日期{chinese_date(signed)}在{told.year}年度内，没有写数据截至哪一天，报告里会写“全年”。",
            f"在“年度”下面写数据截至的日子，例如“{UNTIL}: {told.year}-12-20”；确已算到年底的，可不理会。",
            field="落款.日期",
        )


@rule(
    "数据-53",
    "上年的数写了两个",
    bad=facts("矛盾纠纷化解: {化解: {值: 64起, 上年: 91起}}", last="矛盾纠纷化解: {化解: 90起}"),
    good=facts("矛盾纠纷化解: {化解: {值: 64起, 上年: 91起}}", last="矛盾纠纷化解: {化解: 91起}"),
)
def two_figures_of_last_year(material: Material) -> Iterator[Finding]:
    """查写在数旁边的“上年”“上年同期”，与上年的事实文件里的数一样不一样。

    查什么：写了“上年”“上年同期”的数，上年的文件里也有同一项，截至的日子相同而数不同。
    为什么：同比照这里写的算，与上年报出去的对不上。
    怎么改：核对两份文件；上年的数后来核实改过的，可不理会。
    """
    told = material.facts
    for topic in told.topics.values() if told and told.last else ():
        before = told.last.topics.get(topic.name) if told and told.last else None
        for name, path, given, there in _given_twice(topic, before) if before else ():
            unlike = isinstance(there, Quantity) and not agree(given, there)
            if told and told.last and before and unlike and not why_not_compared(topic, before, name):
                key = next(
                    one for one in (SAME_SPAN, BEFORE) if told.has(dotted((*path, one))) or one == BEFORE
                )
                yield Finding(
                    f"“{name}”上年的数，这里写的是{given}，{told.last.file} 里是{there}。",
                    "请核对两份文件，改其中一个；上年的数后来核实改过的，可不理会，同比照这里写的算。",
                    field=dotted((*path, key)),
                )


def _given_twice(topic: TopicFacts, before: TopicFacts) -> Iterator[tuple[str, Path, Any, Any]]:
    """Give what stands beside this year's figures: name and path of each, last year's figure here and in its file."""
    for name, one in topic.before.items():
        yield name, topic.path_of(name), one.value, before.values.get(name)
    for label, one in topic.own.before.items():
        there = typed_figure(before.own.figures.get(label))
        yield label, (*topic.path, OWN_FIGURES, label), typed_figure(one.value), there
