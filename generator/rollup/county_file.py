"""A facts file of the county: the totals that are its own figures, with who reported each and where its lines are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.amending.writing import in_brackets, written_name
from generator.checks.rules.reported import REST
from generator.facts.days import UNTIL, short_day
from generator.numbers.arithmetic import plain_digits
from generator.patterns import pattern
from generator.rollup.county_choice import ChosenTotal, LeftOut, chosen_totals
from generator.rollup.ends import own_day, spans_told
from generator.rollup.figures import COUNTY, UnitFigures
from generator.rollup.totals import Total, far_apart
from generator.rollup.units import units_called
from generator.shortened import named
from generator.topics.grouping import TopicGroup
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import MEASURES, Topics, worded
from generator.wording import seed_of, variant

DETAILS = "明细见"
"""What stands in a 来源 before the name of the long table that holds the lines of the units."""
OF_SOME = "有关"
"""What stands before 乡镇（街道） and an own label: the figure is of those that have it, however many."""
DAY_OF_ALL = "各单位的文件都写着截至"
DAY_OPEN = "县里的数算到哪一天，由县里定"
"""What our comment above the day of the whole file says, or in its place where the units' days differ."""
_WHOSE = pattern(rf"^{OF_SOME}(?:乡镇（街道）|乡镇|街道|部门|单位)(?=.)")
_GOVERNMENT = "人民政府"
_MOST_NAMED = 3


class CountyReport(NamedTuple):
    """Whose report it is and of which year; the name may not be known. `details` is the long table's file name.

    `absent` are the units that were asked and have sent nothing, by name and level alone; `days` are those on which
    the files of the others end, None for the year's last.
    """

    name: str
    year: int
    details: str
    absent: tuple[UnitFigures, ...] = ()
    days: frozenset[date | None] = frozenset({None})


def county_facts(
    totals: Sequence[Total],
    units: Sequence[UnitFigures],
    report: CountyReport,
    topics: Topics,
    groups: Iterable[TopicGroup],
) -> str:
    """Give the text of the county's facts file: totals as fields, under the headings of 大节.yaml.

    Left empty, and asked after, is what only the county knows: its 第一责任人, 不足, 计划. What has a total and is not
    taken stands in a comment with the reason.
    """
    chosen, left = chosen_totals(totals, (*units, *report.absent), topics, report.year)
    called = units_called(units)
    lines = [*_head(report, called, units)]
    by_topic: dict[str, list[ChosenTotal]] = {}
    for one in chosen:
        by_topic.setdefault(one.total.topic, []).append(one)
    lines.append(f"{MEASURES}:")
    lines += _measures(by_topic, report, called, groups)
    lines += _not_taken(left)
    lines += _not_holding(totals)
    lines += _far_apart(totals)
    lines += _ending(units, _place(report.name))
    return "\n".join(lines) + "\n"


def _head(report: CountyReport, called: str, units: Sequence[UnitFigures]) -> Iterator[str]:
    yield f"# {report.name or '本县（区）'}{report.year}年法治政府建设年度报告的事实文件，由{len(units)}个{called}的事实文件汇总。"
    if report.absent:
        yield f"# 通知的名单上有{len(report.absent)}个没有交，或交来的没有计入，合计里没有它们的数：{'、'.join(one.unit for one in report.absent)}。"
    yield f"# 每个合计由哪些单位的哪一行相加，用 nianbao explain 查看；{report.details} 要和本文件放在一起。"
    place = _place(report.name)
    yield f"# 没有报齐的合计写成“不少于”，来源里写明缺谁；催齐后再汇总，或在来源里写明{REST}各家怎样，见 数据-54。"
    yield f"# 空着的各项是{place}里自己的事，请填写；{place}直部门的数另行加上。"
    yield f"年度: {report.year}"
    if len(report.days) > 1:
        yield f"# {spans_told(units)}。{DAY_OPEN}，写成“{UNTIL}: {report.year}-12-20”的样子。"
    elif day := next(iter(report.days)):
        yield f"# {DAY_OF_ALL}{short_day(day)}。"
        yield f"{UNTIL}: {day.isoformat()}"
    yield "单位:"
    full = report.name if not report.name or report.name.endswith(_GOVERNMENT) else report.name + _GOVERNMENT
    yield f"  名称: {full}".rstrip()
    if report.name:
        yield f"  简称: {report.name.removesuffix(_GOVERNMENT)}"
    yield f"  级别: {COUNTY}"
    yield "# 导语:   # 要自己写报告开头一段的，删去行首的“# ”，写在这里"


def _place(name: str) -> str:
    """Give the word by which a county speaks of itself: 区 of 临江区, else 县."""
    bare = name.removesuffix(_GOVERNMENT)
    return bare[-1] if bare.endswith(("区", "市", "旗")) else "县"


def _measures(
    by_topic: Mapping[str, list[ChosenTotal]], report: CountyReport, called: str, groups: Iterable[TopicGroup]
) -> Iterator[str]:
    """Give the topics under headings that name no topic which is not told; the others stand by themselves."""
    grouped: set[str] = set()
    for group in groups:
        names = [name for name in group.topics if name in by_topic]
        grouped.update(names)
        told = [
            one
            for one in worded(group.headings, report.year)
            if all(name in names for name in group.topics if name in one)
        ]
        if names and told:
            yield f"  {written_name(variant(told, seed_of(report.name, report.year)))}:"
        for name in names:
            yield from _topic(by_topic[name], report, called, 4 if told else 2)
    for name in by_topic:
        if name not in grouped:
            yield from _topic(by_topic[name], report, called, 2)


def _topic(chosen: Sequence[ChosenTotal], report: CountyReport, called: str, indent: int) -> Iterator[str]:
    blanks = " " * indent
    yield f"{blanks}{written_name(chosen[0].total.topic)}:"
    for one in chosen:
        if one.total.declared:
            yield f"{blanks}  {_entry(one, report, called)}"
    own = [one for one in chosen if not one.total.declared]
    if own:
        yield f"{blanks}  {OWN_FIGURES}:"
        for at, one in enumerate(own):
            yield f"{blanks}    {_entry(one, report, called, '' if at else f'{OF_SOME}{called}')}"


def _entry(chosen: ChosenTotal, report: CountyReport, called: str, whose: str = "") -> str:
    """Give a line of a total; the first of own labels says whose it is: 有关乡镇（街道）市场调处86起."""
    total = chosen.total
    content = {
        "值": f"{total.unusual}{total.amount}",
        "来源": f"{_origin(chosen, called)}，{DETAILS}{report.details}",
    }
    if day := own_day(total, report.days):
        content[UNTIL] = day.isoformat()
    if any(one.figure.withheld for one in total.parts):
        content["公开"] = "否"
    return f"{written_name(whose + total.field)}: {in_brackets(content)}"


def bare_label(label: str) -> str:
    """Give an own label as the units have it, without the word that says whose it is."""
    return _WHOSE.sub("", label)


def _origin(chosen: ChosenTotal, called: str) -> str:
    """Say how many reported it, and who owes it, or why nobody does."""
    field, count = chosen.noughts
    spared = f"；另有{count}个{field}填0" if count else ""
    lacking = f"（缺{named(chosen.lacking, _MOST_NAMED)}{spared}）" if chosen.lacking else ""
    rest = f"，{REST}{field}填0" if count and not chosen.lacking else ""
    return f"{_reporting(chosen.total, called)}{lacking}{rest}{_counted(chosen.total)}"


def reported_by(total: Total, called: str) -> str:
    """Say how many reported it: 24个乡镇（街道）中22个填报; of an own label how many have it, and who is not in the sum."""
    return f"{_reporting(total, called)}{_counted(total)}"


def _reporting(total: Total, called: str) -> str:
    count = len(total.reporting)
    return f"{total.asked}个{called}中{count}个填报" if total.asked else f"{count}个{called}填报"


def _counted(total: Total) -> str:
    counted = len({one.unit.unit for one in total.parts})
    uncounted = [
        f"{named([one.unit.unit for one in ones], _MOST_NAMED)}{why}"
        for ones, why in ((total.unlike, "的量词不同"), (total.wrong, "的数对不上"))
        if ones
    ]
    return f"，{counted}个计入（{'、'.join(uncounted)}，没有计入）" if uncounted else ""


def _not_taken(left: Sequence[LeftOut]) -> Iterator[str]:
    if left:
        yield "  # 有合计、没有写进来的："
        for one in left:
            yield f"  #   {one.total.topic}.{one.total.label} {one.total.amount}：{one.why}"


def _not_holding(totals: Sequence[Total]) -> Iterator[str]:
    """Name each unit with figures that do not hold, and why, once."""
    told = [f"  #   {part.unit.unit}：{part.figure.wrong}" for one in totals for part in one.wrong]
    if told:
        yield "  # 对不上、没有计入合计的数，请问清后再汇总："
        yield from dict.fromkeys(told)


def _far_apart(totals: Sequence[Total]) -> Iterator[str]:
    told = [
        f"  #   {one.topic}.{one.label}：{'、'.join(far)}（中位数{plain_digits(one.spread.median)}）"
        for one in totals
        if one.amount and one.spread and (far := far_apart(one))
    ]
    if told:
        yield "  # 与别的单位相差很大、请问一问的数："
        yield from told


def _ending(units: Sequence[UnitFigures], place: str) -> Iterator[str]:
    yield f"第一责任人:   # {place}里主要负责人的，下级的数不代替"
    told = _shortcomings(units)
    if told:
        yield "# 各单位写的不足，供归纳："
        yield from (f"#   {problem}：{names}" for problem, names in told)
    yield "不足:"
    yield "计划:"
    yield "落款:"
    yield "  日期:   # 成文的日期，如2024-02-20"


def _shortcomings(units: Sequence[UnitFigures]) -> list[tuple[str, str]]:
    """Give what the units call their shortcomings, those of most units first, with their names."""
    by_problem: dict[str, list[str]] = {}
    for unit in units:
        for problem in unit.shortcomings:
            by_problem.setdefault(" ".join(problem.split()), []).append(unit.unit)
    ordered = sorted(by_problem.items(), key=lambda pair: -len(pair[1]))
    return [(problem, named(names, _MOST_NAMED)) for problem, names in ordered[:20]]
