"""The topics of a new facts file: the usual ones with their usual fields, or every one; last year's as reminders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.drafting.clauses import clause_of
from generator.facts import Facts, TopicFacts
from generator.facts.withheld import PUBLIC, public_answer
from generator.forms.carried import carried_lead, carried_words, doubtful
from generator.forms.last_year import last_remark, last_settings, names_that_stay
from generator.forms.lines import (
    banner,
    commented,
    entry,
    entry_in_full,
    entry_with,
    group,
    inline,
    leading_to,
    optional,
)
from generator.forms.moved import moved_heading
from generator.forms.request import Request
from generator.forms.schema import describe_facts, tell_wordings
from generator.topics import Field, Topic
from generator.topics.grouping import read_grouping
from generator.topics.kinds import sample
from generator.topics.loading import OWN_FIGURES, OWN_WORDS
from generator.topics.topic import DUTIES, MEASURES, worded
from generator.wording import seed_of, variant
from generator.yamltext.path import Path

_OTHER_OFFICES = frozenset({"县区", "部门"})  # the offices that topics name are those of townships
_ABOUT_HEADINGS = (
    "第一层是标题，可以改；第二层是主题，可以移到别的标题下，也可以移到第一层，自成一节。",
    "列出来的是常用的项；“还可以填”“还可以写”后面的照样写成一行，填法用“nianbao topics 主题”查看。",
)
_SPLITS = "、,，;；（(《“\n"  # a name with one of these stands on a line of its own


def scaffold_measures(request: Request) -> Iterator[str]:
    """Give 举措成效: last year's headings and topics in last year's order, or the usual ones under those of 大节.yaml."""
    yield from banner("第一部分 主要举措和成效")
    yield from (f"# {line}" for line in _ABOUT_HEADINGS)
    yield from group(MEASURES)
    yield from _answer((MEASURES,), request, 1)
    suiting = {
        one.name: one
        for one in request.topics.measures.values()
        if one.suits(request.known_level, request.year)
    }
    if request.last is None:
        yield from _grouped(suiting, request)
    else:
        yield from _as_last_year(request.last, suiting, request)


def _grouped(suiting: Mapping[str, Topic], request: Request) -> Iterator[str]:
    """Give the usual topics under their headings; the others as comments there, or by name where they stand alone."""
    left = []
    for one in read_grouping(request.templates):
        title = variant(worded(one.headings, request.year), seed_of(request.short, request.year))
        topics = [suiting[name] for name in one.topics if name in suiting]
        if any(topic.usual for topic in topics):
            yield from ["", *group(title, depth=1), *_under_heading(topics, request)]
        elif request.full and topics:
            yield from ["", *commented(group(title, depth=1), 1)]
            yield from (line for topic in topics for line in _whole_topic(topic, request, 1, inside=1))
        elif topics:
            left.append(f"{title}：{_names(topics, request)}")
    grouped = {name for one in read_grouping(request.templates) for name in one.topics}
    alone = [one for name, one in suiting.items() if name not in grouped]
    for topic in alone:
        if topic.usual or request.full:
            yield ""
            yield from (
                _topic(topic, None, None, request, 1) if topic.usual else _whole_topic(topic, request, 1)
            )
        else:
            left.append(_names([topic], request))
    if left:
        yield from ["", "  # 还可以写的标题和主题：", *(f"  # {one}" for one in left)]


def _under_heading(topics: Sequence[Topic], request: Request) -> Iterator[str]:
    usual = [topic for topic in topics if topic.usual]
    others = [topic for topic in topics if not topic.usual]
    for topic in usual:
        yield from _topic(topic, None, None, request, 2)
    if request.full:
        for topic in others:
            yield from _whole_topic(topic, request, 2)
    elif others:
        yield f"    # 这个标题下还可以写：{_names(others, request)}"


def _as_last_year(last: Facts, suiting: Mapping[str, Topic], request: Request) -> Iterator[str]:
    for section in last.sections:
        kept = [one for one in section.topics if _goes_on(one, last, request)]
        if not (kept or section.lead):
            continue
        yield ""
        depth = 2 if section.heading else 1
        if section.heading:
            yield from _heading(section.heading, request)
            yield from _answer(section.path, request, 2)
        yield from carried_lead(section, request.years, depth)
        for before in kept:
            if declared := suiting.get(before.topic.name if before.topic else before.name):
                yield from _topic(declared, before, last.topics[before.name], request, depth)
            else:
                yield from _own_topic(before, request, depth)
    others = [one for name, one in suiting.items() if name not in last.topics]
    for one in filter(request.requires, others):
        yield from ["", *_topic(one, None, None, request, 1)]
    others = [one for one in others if not request.requires(one)]
    yield ""
    if request.full:
        for one in others:
            yield from [*_whole_topic(one, request, 1), ""]
    elif others:
        yield f"  # 还可以写的主题：{_names(others, request)}"


def _goes_on(topic: TopicFacts, last: Facts, request: Request) -> bool:
    """Tell whether a topic of last year's can be reported again and stood in the file, not only in a mark."""
    return (topic.topic is None or topic.topic.years.hold(request.year)) and topic.path in last.places


def _heading(written: str, request: Request) -> Iterator[str]:
    """Give last year's heading, moved on."""
    moved = moved_heading(written, request.years)
    if doubt := doubtful(moved.doubts):
        yield f"  {doubt}"
    yield from group(moved.text, "照上年的标题，请核对", 1)


def scaffold_duties(request: Request) -> Iterator[str]:
    """Give 第一责任人: last year's headings with their fields; the others side by side, under the names of their duties."""
    yield from banner("第二部分 党政主要负责人履行第一责任人职责情况")
    yield from group(DUTIES)
    yield from _answer((DUTIES,), request, 1)
    sections = request.last.duty_sections if request.last else ()
    for before in [topic for section in sections if section.heading for topic in section.topics]:
        yield from _heading(str(before.path[-1]), request)
        yield from _answer(before.path, request, 2)
        lines = [
            line
            for topic in request.topics.duties.values()
            for line in _fields(topic, before, request, 2, topic.fields)
        ]
        lines += [*_figures(before, request, 2), *carried_words(before, request.years, 2)]
        yield from lines or entry("做法", "", "自己的话，逐条写", 2)
    bare = next((topic for section in sections if not section.heading for topic in section.topics), None)
    for topic in request.topics.duties.values():
        yield f"  # {topic.name}：{topic.note}"
        yield from _fields(topic, bare, request, 1, request.last.duties.values if request.last else ())
    if bare:
        yield from [*_figures(bare, request, 1), *carried_words(bare, request.years, 1)]


def _topic(
    topic: Topic, before: TopicFacts | None, whole: TopicFacts | None, request: Request, depth: int
) -> list[str]:
    """Give one topic; of last year's, `before` is what stood here and `whole` what stood under any heading."""
    lines = group(str(before.path[-1]) if before else topic.name, _about(topic, request), depth)
    lines += _answer(before.path, request, depth + 1) if before else []
    if before and before.heading:
        lines += _title(before, request, depth + 1)
    others: Collection[str] = ()
    if before and whole:  # what may be written besides is offered where the topic stands first
        others = whole.values if before.path == whole.path else topic.fields
    fields = list(_fields(topic, before, request, depth + 1, others))
    figures = list(_figures(before, request, depth + 1))
    words = list(carried_words(before, request.years, depth + 1)) if before else []
    if all(line.lstrip().startswith("#") for line in [*fields, *figures, *words]):
        figures = entry("做法", "", "自己的话，逐条写", depth + 1)
    if before and _begins_with_words(before):
        return [*lines, *words, *fields, *figures]
    return [*lines, *fields, *figures, *words]


def _answer(path: Path, request: Request, depth: int) -> list[str]:
    """Give the 公开: 否 of last year's part, heading or topic."""
    return entry(PUBLIC, "否", depth=depth) if path in request.years.withheld else []


def _title(before: TopicFacts, request: Request, depth: int) -> list[str]:
    return entry("标题", moved_heading(before.heading, request.years).text, "照上年的小标题，请核对", depth)


def _begins_with_words(before: TopicFacts) -> bool:
    return next((key for key in before.keys if key != "标题"), "") in OWN_WORDS


def _own_topic(before: TopicFacts, request: Request, depth: int) -> list[str]:
    lines = group(moved_heading(before.name, request.years).text, "自拟的主题", depth)
    lines += _answer(before.path, request, depth + 1)
    if before.heading:
        lines += _title(before, request, depth + 1)
    words = list(carried_words(before, request.years, depth + 1))
    words = words or entry("做法", "", "自己的话，逐条写", depth + 1)
    return [*lines, *words, *_figures(before, request, depth + 1)]


def _figures(before: TopicFacts | None, request: Request, depth: int) -> Iterator[str]:
    """Ask again for the figures that had no field last year; those that a sentence marks are asked for there."""
    if before and before.own.figures:
        yield from group("其他数据", "", depth)
        for label, value in before.own.figures.items():
            asked = entry(label, "", f"上年：{value}" if isinstance(value, str) else "", depth + 1)
            yield from entry_with(
                public_answer(request.years.withheld, (*before.path, OWN_FIGURES, label)), asked
            )


def _whole_topic(topic: Topic, request: Request, depth: int, inside: int = 0) -> list[str]:
    """Give a topic that may be left out, with every field, as a comment; `inside` a heading that is one as well."""
    at = depth + inside
    lines = [inline(topic.name, _about(topic, request), at)]
    suiting = [one for one in topic.fields.values() if one.suits(request.known_level, request.year)]
    lines += [inline(one.name, _about_field(one, topic, request), at + 1) for one in suiting]
    if not topic.fields:
        lines.append(inline("做法", "自己的话，逐条写", at + 1))
    return commented(lines, depth)


def _fields(
    topic: Topic,
    before: TopicFacts | None,
    request: Request,
    depth: int,
    others: Collection[str] = (),
) -> Iterator[str]:
    """Ask for last year's fields, or the usual ones; offer or name the rest, but for `others` that stand elsewhere."""
    named = []
    for one in topic.fields.values():
        used = before is not None and one.name in before.values and one.years.hold(request.year)
        if (
            used
            and before
            and before.path_of(one.name) in request.asked_in_words
            and one.name not in before.keys
        ):
            continue
        if not used and (one.name in others or not one.suits(request.known_level, request.year)):
            continue
        if used or (one.usual and (request.last is None or request.requires(topic, one.name))):
            yield from _asked(one, topic, before, request, depth)
        elif one.usual or request.full:
            yield optional(one.name, _about_field(one, topic, request), depth)
        else:
            named.append(one.name)
    if named:
        yield f"{'  ' * depth}# 还可以填：{'、'.join(named)}"


def _asked(field: Field, topic: Topic, before: TopicFacts | None, request: Request, depth: int) -> list[str]:
    names = names_that_stay(field, before)
    if not names:
        remark = last_remark(field, before, request.last)
        asked = entry(field.name, "", _about_field(field, topic, request, remark, before), depth)
        return entry_with(last_settings(field, before, request.last), asked)
    note = _about_field(field, topic, request, "照上年填写，请核对", before)
    settings = last_settings(field, before, request.last)
    if any(sign in name for name in names for sign in _SPLITS):
        return entry_in_full(settings, field.name, names, note, depth)
    return entry_with(settings, entry(field.name, "、".join(names), note, depth))


def _names(topics: Iterable[Topic], request: Request) -> str:
    """Name topics, each with its usual fields, so that a clerk sees where a figure belongs."""
    return "；".join(f"{topic.name}（{'、'.join(_usual(topic, request))}）" for topic in topics)


def _usual(topic: Topic, request: Request) -> list[str]:
    suiting = [one for one in topic.fields.values() if one.suits(request.known_level, request.year)]
    return [one.name for one in suiting if one.usual] or [one.name for one in suiting[:3]]


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
