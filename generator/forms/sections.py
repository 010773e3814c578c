"""The topics of a new facts file: the usual ones with their usual fields, or every one; last year's as reminders."""

from __future__ import annotations

from collections.abc import Iterator

from generator.drafting.clauses import clause_of
from generator.facts import TopicFacts
from generator.forms.last_year import last_remark, names_that_stay
from generator.forms.lines import banner, commented, entry, group, inline, leading_to, optional, value_lines
from generator.forms.request import Request
from generator.forms.schema import describe_facts, tell_wordings
from generator.topics import Field, Topic
from generator.topics.kinds import sample
from generator.topics.topic import DUTIES, MEASURES

_OTHER_OFFICES = frozenset({"县区", "部门"})  # the offices that topics name are those of townships
_SPLITS = "、,，;；（(《“\n"  # a name with one of these stands on a line of its own


def scaffold_measures(request: Request) -> Iterator[str]:
    """Give 举措成效: last year's topics in last year's order, or the usual ones; the others as comments or by name."""
    yield from banner("第一部分 主要举措和成效")
    yield from group(MEASURES)
    before = {one.name: one for one in request.last.measures} if request.last else {}
    topics = [one for one in request.topics.measures.values() if one.suits(request.known_level, request.year)]
    over = {name for name, one in request.topics.measures.items() if not one.years.hold(request.year)}
    asked = before if request.last else [one.name for one in topics if one.usual]
    shown = [name for name in asked if name not in over]
    by_name = {one.name: one for one in topics}
    for name in shown:
        yield ""
        if name in by_name:
            yield from _topic(by_name[name], before.get(name), request)
        else:
            yield from _own_topic(before[name])
    others = [one for one in topics if one.name not in shown]
    yield ""
    if request.full:
        for one in others:
            yield from [*_whole_topic(one, request), ""]
    elif others:
        yield f"  # 还可以写的主题（各有哪些字段，用“nianbao topics 主题”查看）：{'、'.join(one.name for one in others)}"


def scaffold_duties(request: Request) -> Iterator[str]:
    """Give 第一责任人, whose fields stand side by side, under the headings of their duties."""
    yield from banner("第二部分 党政主要负责人履行第一责任人职责情况")
    yield from group(DUTIES)
    before = request.last.duties if request.last else None
    for topic in request.topics.duties.values():
        yield f"  # {topic.name}：{topic.note}"
        yield from _fields(topic, before, request, 1)


def _topic(topic: Topic, before: TopicFacts | None, request: Request) -> list[str]:
    lines = group(topic.name, _about(topic, request), 1)
    if before and before.heading:
        lines += entry("标题", before.heading, "照上年的小标题，请核对", 2)
    fields = list(_fields(topic, before, request, 2))
    figures = list(_figures(before))
    if all(line.lstrip().startswith("#") for line in [*fields, *figures]):
        figures = entry("做法", "", "自己的话，逐条写", 2)
    return [*lines, *fields, *figures]


def _own_topic(before: TopicFacts) -> list[str]:
    lines = group(before.name, "自拟的主题", 1)
    if before.heading:
        lines += entry("标题", before.heading, "照上年的小标题，请核对", 2)
    return [*lines, *entry("做法", "", "自己的话，逐条写", 2), *_figures(before)]


def _figures(before: TopicFacts | None) -> Iterator[str]:
    """Ask again for the figures that had no field last year."""
    if before and before.own.figures:
        yield from group("其他数据", "", 2)
        for label, value in before.own.figures.items():
            yield from entry(label, "", f"上年：{value}" if isinstance(value, str) else "", 3)


def _whole_topic(topic: Topic, request: Request) -> list[str]:
    """Give a topic that may be left out, with every field, as a comment."""
    lines = [inline(topic.name, _about(topic, request), 1)]
    suiting = [one for one in topic.fields.values() if one.suits(request.known_level, request.year)]
    lines += [inline(one.name, _about_field(one, topic, request), 2) for one in suiting]
    if not topic.fields:
        lines.append(inline("做法", "自己的话，逐条写", 2))
    return commented(lines, 1)


def _fields(topic: Topic, before: TopicFacts | None, request: Request, depth: int) -> Iterator[str]:
    for one in topic.fields.values():
        used = before is not None and one.name in before.values and one.years.hold(request.year)
        if not (used or one.suits(request.known_level, request.year)):
            continue
        if used or (one.usual and request.last is None):
            yield from _asked(one, topic, before, request, depth)
        elif one.usual or request.full:
            yield optional(one.name, _about_field(one, topic, request), depth)


def _asked(field: Field, topic: Topic, before: TopicFacts | None, request: Request, depth: int) -> list[str]:
    names = names_that_stay(field, before)
    if not names:
        remark = last_remark(field, before, request.last)
        return entry(field.name, "", _about_field(field, topic, request, remark, before), depth)
    note = _about_field(field, topic, request, "照上年填写，请核对", before)
    if any(sign in name for name in names for sign in _SPLITS):
        return value_lines(field.name, names, note, depth)
    return entry(field.name, "、".join(names), note, depth)


def _about(topic: Topic, request: Request) -> str:
    named = topic.office and request.known_level not in _OTHER_OFFICES
    return f"{topic.note}。{topic.office}提供" if named else topic.note


def _about_field(
    field: Field, topic: Topic, request: Request, remark: str = "", before: TopicFacts | None = None
) -> str:
    """Explain a field in one line, and show what its example, or last year's value, will print."""
    said = "。".join([describe_facts(field), field.note, *tell_wordings(field)])
    clause = clause_of(field, topic, request.setting, before)
    return f"{said}。{leading_to(remark or f'例：{sample(field, request.year)}', clause)}"
