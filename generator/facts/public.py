"""Facts for the public: without what is for the superior alone, and without what would betray it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from generator.facts.facts import Facts, OwnWords, Section, TopicFacts, Words
from generator.facts.head import Head, Plan, Rectified, Shortcoming
from generator.facts.inferred import betraying
from generator.facts.marked import OwnText
from generator.facts.records import Record, parts_of
from generator.facts.withheld import covers, holds
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import DUTIES, MEASURES, Topics
from generator.yamltext.path import Path, dotted

T = TypeVar("T", bound=Record)


def public_facts(facts: Facts, topics: Topics) -> Facts:
    """Give the facts of which the report for the public is written.

    `left_out` names the parts of the report of which nothing is left: they are no gap.
    """
    hidden = betraying(facts, topics)
    last = public_facts(facts.last, topics) if facts.last else None
    head = _public_head(facts.head, hidden)
    sections, duties = (tuple(_public_sections(one, hidden)) for one in (facts.sections, facts.duty_sections))
    emptied = {
        MEASURES: facts.sections and not (sections or head.mended),
        DUTIES: facts.duty_sections and not duties,
        "不足": facts.head.shortcomings and not head.shortcomings,
        "计划": facts.head.plans and not head.plans,
    }
    left_out = frozenset(part for part, empty in emptied.items() if empty)
    return replace(
        facts, head=head, sections=sections, duty_sections=duties, last=last, gaps=(), left_out=left_out
    )


def _says(text: Any, path: Path, hidden: Collection[Path]) -> bool:
    """Tell whether an own text may not be printed: it is withheld, or marks or prints what is hidden."""
    marks = text.marks if isinstance(text, OwnText) else ()
    return covers(hidden, path) or any(
        covers(hidden, ground) for mark in marks for ground in (mark.path, *mark.grounds)
    )


def _public_words(words: tuple[Words, ...], hidden: Collection[Path]) -> tuple[Words, ...]:
    return tuple(one for one in words if not _says(one.text, one.path, hidden))


def _public_sections(sections: tuple[Section, ...], hidden: Collection[Path]) -> Iterator[Section]:
    for section in sections:
        if covers(hidden, section.path):
            continue
        topics = tuple(_public_topic(one, hidden) for one in section.topics if not covers(hidden, one.path))
        before = {one.path for one in section.topics if not one.says_nothing}
        kept = tuple(one for one in topics if not (one.says_nothing and one.path in before))
        lead = _public_words(section.lead, hidden)
        if kept or lead:
            yield section._replace(topics=kept, lead=lead)


def _public_topic(topic: TopicFacts, hidden: Collection[Path]) -> TopicFacts:
    values = {name: one for name, one in topic.values.items() if not holds(hidden, topic.path_of(name))}
    marked = {label: one for label, one in topic.marked.items() if not covers(hidden, one.path)}
    return topic._replace(
        values=values,
        own=_public_own(topic.own, topic.path, hidden),
        sentences=_public_words(topic.sentences, hidden),
        marked=marked,
    )


def _public_own(own: OwnWords, path: Path, hidden: Collection[Path]) -> OwnWords:
    activities = (one for one in own.activities if not covers(hidden, one["路径"]))
    return own._replace(
        measures=_public_words(own.measures, hidden),
        highlights=_public_words(own.highlights, hidden),
        activities=tuple(
            {
                key: value
                for key, value in one.items()
                if key == "路径"
                or not (_says(value, here := (*one["路径"], key), hidden) or holds(hidden, here))
            }
            for one in activities
        ),
        figures={
            label: one
            for label, one in own.figures.items()
            if not covers(hidden, (*path, OWN_FIGURES, label))
        },
        cause=next(iter(_public_words((own.cause,) if own.cause else (), hidden)), None),
        effect=next(iter(_public_words((own.effect,) if own.effect else (), hidden)), None),
    )


def _public_head(head: Head, hidden: Collection[Path]) -> Head:
    """Leave out whole items; a plan no longer names a shortcoming that is left out."""
    shortcomings = _items(head.shortcomings, "不足", hidden)
    named = {one.problem for one in shortcomings}
    untold = {one.problem for one in head.shortcomings} - named
    plans = (
        one.changed(answers="") if one.answers in untold else one
        for one in _items(head.plans, "计划", hidden)
    )
    return head.changed(
        opening=_record(head.opening, ("导语",), hidden),
        mended=_items(head.mended, "上年整改", hidden),
        shortcomings=shortcomings,
        plans=tuple(plans),
        other=tuple(
            text for number, text in enumerate(head.other) if not _says(text, ("其他情况", number), hidden)
        ),
    )


def _items(records: tuple[T, ...], name: str, hidden: Collection[Path]) -> tuple[T, ...]:
    """Give the records of a list without those that are hidden, or of which too little is left to be told."""
    kept = []
    for number, before in enumerate(records):
        path = (name, number)
        if covers(hidden, path):
            continue
        after = _record(before, path, hidden)
        if after == before or _is_told(after):
            kept.append(after)
    return tuple(kept)


def _is_told(record: Record) -> bool:
    if isinstance(record, Shortcoming):
        return bool(record.body or (record.problem and record.cause))
    if isinstance(record, Plan):
        return bool(record.body or record.measures)
    return not isinstance(record, Rectified) or bool(record.problem and (record.measure or record.effect))


def _record(record: T, path: Path, hidden: Collection[Path]) -> T:
    """Give a record without the texts that may not be printed."""
    changed: dict[str, Any] = {}
    for attribute, part in parts_of(type(record)).items():
        value, here = getattr(record, attribute), (*path, part.name)
        if isinstance(value, str) and value and _says(value, here, hidden):
            changed[attribute] = ""
        elif isinstance(value, tuple):
            covered = covers(hidden, here)
            changed[attribute] = tuple(
                one
                for number, one in enumerate(value)
                if not (covered or _says(one, (*here, number), hidden))
            )
    return record.changed(**changed) if changed else record


def left_out_of(facts: Facts, topics: Topics) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell what a report for the public leaves out: what the file says is not public, and what would betray it."""
    told = {path for path in facts.withheld if not covers(facts.withheld, path[:-1])}
    along = {
        path for path in betraying(facts, topics) & facts.places.keys() if not covers(facts.withheld, path)
    }

    def in_order(paths: Collection[Path]) -> tuple[str, ...]:
        return tuple(map(dotted, sorted(paths, key=lambda path: facts.place(dotted(path)))))

    return in_order(told), in_order(along)
