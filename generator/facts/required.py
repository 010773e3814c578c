"""必报: what the superior's notice asks for by name; what of it is not written is asked after, as an empty key is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.facts.causes import without_cause
from generator.facts.facts import EMPTY, Facts, Section, TopicFacts
from generator.near import nearest_name
from generator.patterns import pattern
from generator.problems import Level, Problem
from generator.topics.kinds import MisreadError, shortened
from generator.topics.topic import DUTIES, MEASURES, Field, Topics

NOTICE, REQUIRED, EXCUSED = "通知", "必报", "免报"
_SHORTCOMINGS, _PLANS = "不足", "计划"
NOT_REPORTED = "待填-04"
_APART = pattern(r"\s*[、，,；;]\s*")
_PARTS = {"上年整改": "mended", "其他情况": "other"}
"""The parts that a report need not have, which a notice may ask for, and the attribute of the head that holds each."""
OF_EACH = {_SHORTCOMINGS: "原因", _PLANS: "针对"}
"""What a notice may ask for of each shortcoming, and of each plan."""


class Requirement(NamedTuple):
    """One thing asked for by name: a field of a topic, the topic where `field` is empty, a part where `topic` is.

    Where `topic` is 不足 or 计划, the field is asked for of each of them.
    """

    topic: str
    field: str

    def __str__(self) -> str:
        """Give it as a user writes it."""
        return ".".join(filter(None, self))


def _meant(written: str, topics: Topics) -> Requirement | MisreadError:
    """Tell what is meant by a name: a topic, a field of a topic, a field that one topic alone has, or a part."""
    name = written.strip().replace("．", ".").replace("·", ".")  # as input methods give them
    fields = {one: topic.fields for one, topic in topics.measures.items()} | {DUTIES: topics.duty_fields}
    topic, _, field = name.partition(".")
    if not field and name in fields:
        return Requirement(name, "")
    if not field and name in _PARTS:
        return Requirement("", name)
    if (topic in fields and field in fields[topic]) or (topic in OF_EACH and field == OF_EACH[topic]):
        return Requirement(topic, field)
    homes = [] if field else [one for one, its in fields.items() if name in its]
    if len(homes) == 1:
        return Requirement(homes[0], name)
    if homes:
        message = f"“{shortened(name)}”这个字段，{'、'.join(homes)}都有"
        return MisreadError(message, f"请写明主题，如“{homes[0]}.{name}”。")
    of_each = [f"{part}.{one}" for part, one in OF_EACH.items()]
    known = [f"{topic}.{one}" for one in fields[topic]] if topic in fields else [*fields, *_PARTS, *of_each]
    everywhere = [one for its in fields.values() for one in its]
    near = nearest_name(name, known) or (None if field else nearest_name(name, everywhere))
    fix = f"是不是“{near}”？" if near else "请写主题，或“主题.字段”；有哪些，看 nianbao topics。"
    return MisreadError(f"没有“{shortened(name)}”这个主题或字段", fix, code="事实-02")


def _each_meant(written: Sequence[str], topics: Topics) -> Iterator[tuple[int, Requirement | MisreadError]]:
    """Give what each name means, with the number of its line, on which several may stand."""
    for number, line in enumerate(written):
        yield from ((number, _meant(one, topics)) for one in _APART.split(line) if one)


def misread_requirements(written: Sequence[str], topics: Topics) -> Iterator[MisreadError]:
    """Give each name under 必报 that means nothing, at its place below the notice."""
    for number, one in _each_meant(written, topics):
        if isinstance(one, MisreadError):
            path = (REQUIRED, number) if len(written) > 1 else (REQUIRED,)
            yield MisreadError(one.message, one.fix, path, one.code)


def requirements_of(written: Sequence[str], topics: Topics) -> tuple[Requirement, ...]:
    """Give what is asked for, each once; a name that means nothing, and is told elsewhere, is left out."""
    meant = (one for _number, one in _each_meant(written, topics))
    return tuple(dict.fromkeys(one for one in meant if isinstance(one, Requirement)))


def lacking(facts: Facts, topics: Topics) -> tuple[Requirement, ...]:
    """Give what the notice asks for by name and the file does not say; a key that waits for its value says it."""
    return tuple(one for one in _asked(facts, topics) if not _is_told(one, facts, topics))


def unreported(facts: Facts, topics: Topics) -> tuple[Requirement, ...]:
    """Give what the notice asks for by name and has no value yet, whether a key waits for it or not."""
    return tuple(one for one in _asked(facts, topics) if _waits(one, facts, topics))


def _asked(facts: Facts, topics: Topics) -> list[Requirement]:
    """Give what is asked for by name, of units of this level in this year, and is not excused."""
    notice = facts.head.notice
    excused = {*requirements_of([one.item for one in notice.excused if one.reason], topics)}
    asked = requirements_of(notice.required, topics)
    return [one for one in asked if one not in excused and _is_asked(one, facts, topics)]


def _waits(one: Requirement, facts: Facts, topics: Topics) -> bool:
    there = facts.topics.get(one.topic)
    if there is None or not _is_told(one, facts, topics):
        return not _is_told(one, facts, topics)
    if one.field:
        return there.values.get(one.field) is EMPTY
    said = (*there.passages, *there.own.activities, *there.own.figures)
    return not said and all(value is EMPTY for value in there.values.values())


def _is_asked(one: Requirement, facts: Facts, topics: Topics) -> bool:
    topic = topics.measures.get(one.topic)
    if topic and not topic.suits(facts.level, facts.year):
        return False
    field = _field(one, topics)
    return field is None or field.suits(facts.level, facts.year)


def _field(one: Requirement, topics: Topics) -> Field | None:
    if not one.topic or one.topic in OF_EACH:
        return None
    topic = topics.measures.get(one.topic)
    return (topic.fields if topic else topics.duty_fields).get(one.field)


def _is_told(one: Requirement, facts: Facts, topics: Topics) -> bool:
    """Tell whether the file has it; a key that waits for its value is asked after by itself, as what it is."""
    if not one.topic:
        return bool(getattr(facts.head, _PARTS[one.field]))
    if one.topic in OF_EACH:
        return not _items_without(one, facts)
    there = facts.topics.get(one.topic)
    if there is None or not one.field:
        return there is not None
    if one.field in there.values:
        return True
    field = _field(one, topics)
    parts = (field.numerator, field.denominator) if field else ("", "")
    return all(there.values.get(part, EMPTY) is not EMPTY for part in parts)


def _items_without(one: Requirement, facts: Facts) -> tuple[int, ...]:
    """Give the numbers of the shortcomings, or plans, that do not say what is asked for of each.

    A plan that is written out as a whole has no line of its own for what it answers.
    """
    if one.topic == _SHORTCOMINGS:
        return without_cause(facts.head.shortcomings)
    plans = enumerate(facts.head.plans, 1)
    return tuple(number for number, plan in plans if plan.measures and not (plan.answers or plan.body))


def with_required(facts: Facts, topics: Topics) -> Facts:
    """Give the facts with what the notice asks for by name and the file lacks as if it stood there, empty."""
    missing = lacking(facts, topics)
    if not missing:
        return facts
    sections, duties = list(facts.sections), list(facts.duty_sections)
    for one in missing:
        if one.topic == DUTIES and one.field:
            _put(duties, TopicFacts(DUTIES, None, (DUTIES,)), one.field)
        elif one.topic in topics.measures:
            topic = topics.measures[one.topic]
            _put(
                sections,
                TopicFacts(one.topic, topic, (MEASURES, one.topic)),
                one.field or _first(one, facts, topics),
            )
    return replace(
        facts,
        sections=tuple(sections),
        duty_sections=tuple(duties),
        gaps=(*facts.gaps, *(_gap(one, facts) for one in missing)),
    )


def _first(one: Requirement, facts: Facts, topics: Topics) -> str:
    """Give the field by which a draft asks after a whole topic: a usual one."""
    fields = [
        field for field in topics.measures[one.topic].fields.values() if field.suits(facts.level, facts.year)
    ]
    return next((field.name for field in fields if field.usual), fields[0].name)


def _put(sections: list[Section], topic: TopicFacts, field: str) -> None:
    """Let a topic wait for a field, where it stands, else in a section of its own at the end."""
    for number, section in enumerate(sections):
        for at, there in enumerate(section.topics):
            if there.name == topic.name:
                waiting = there._replace(values={**there.values, field: EMPTY})
                topics = (*section.topics[:at], waiting, *section.topics[at + 1 :])
                sections[number] = section._replace(topics=topics)
                return
    sections.append(Section("", topic.path, (topic._replace(values={field: EMPTY}),)))


def _gap(one: Requirement, facts: Facts) -> Problem:
    if one.topic in OF_EACH:
        lacking = _items_without(one, facts)
        which = "、".join(map(str, lacking))
        path = f"{one.topic}.{lacking[0]}"
        return Problem(
            NOT_REPORTED,
            f"“{one}”是通知点名要报的，第{which}条还没有写。",
            f"请在各条里补上“{one.field}”。",
            facts.place(path),
            f"{path}.{one.field}",
        )
    there = facts.topics.get(one.topic)
    path = ".".join(map(str, there.path)) if there else ""
    place = facts.place(path) if there else facts.place(NOTICE)
    field = f"{path or (DUTIES if one.topic == DUTIES else MEASURES)}"
    below = one.field if there or one.topic == DUTIES else str(one)
    return Problem(
        NOT_REPORTED,
        f"“{one}”是通知点名要报的，还没有写。",
        "请补上，没有发生的填0；本单位没有这项工作的，在“通知”下写“免报: 项目：原因”。",
        place,
        f"{field}.{below}" if one.topic else one.field,
    )


def excuses_told(facts: Facts, topics: Topics) -> Iterator[Problem]:
    """Tell what is wrong in 免报: an excuse without a reason, or from what nobody asks for."""
    asked = {*requirements_of(facts.head.notice.required, topics)}
    for number, one in enumerate(facts.head.notice.excused):
        field = f"{NOTICE}.{EXCUSED}.{number + 1}"
        place = facts.place(field)
        if not one.item:
            fix = "请写“项目: ……”，照“必报”里的名称。"
            yield Problem("事实-01", "免报的这一项没有写项目。", fix, place, field)
        elif not one.reason:
            fix = "请写“原因: ……”，上级凭它知道为什么没有。"
            yield Problem("事实-01", f"免报“{shortened(one.item)}”没有写原因。", fix, place, field)
        elif not asked & {*requirements_of([one.item], topics)}:
            message = f"免报的“{shortened(one.item)}”不在通知的“必报”里。"
            fix = "照“必报”里的名称写；通知已经不要求的，删去这一项。"
            yield Problem("事实-08", message, fix, place, field, Level.WARNING)
