"""The parts of the report, each as marked Markdown without its own heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.drafting import marks
from generator.drafting.context import (
    Setting,
    activities,
    other_figures,
    passage_rows,
    record_values,
    totals,
    values_of,
)
from generator.drafting.environment import render_template
from generator.drafting.paragraphs import write_paragraphs
from generator.drafting.placing import begins_with_sentences, with_sentences
from generator.drafting.points import Point, in_few_sentences, is_own_ground, points_of, sections
from generator.drafting.remembered import also_known, remembered
from generator.drafting.shared import (
    Telling,
    are_short,
    is_one_sentence,
    is_thin,
    join_thin_topics,
    join_topics,
)
from generator.drafting.titles import titles_of
from generator.drafting.values import gap, marked_text, own_sentences
from generator.facts import TopicFacts, Words
from generator.facts.facts import OwnWords, Section, is_part_lead
from generator.patterns import pattern
from generator.topics import Topic, read_topics
from generator.wording import ordinal_section
from generator.yamltext.path import dotted

_OWN_WORDS, _ACTIVITIES, _FIGURES, _CAUSE = "做法.md.j2", "活动.md.j2", "其他数据.md.j2", "针对.md.j2"
_LONG_TEXT = 600
"""Counted points under one heading that together have more characters are a paragraph each, and so are all others."""
_OTHER_DUTIES = "其他履职情况"
_MENDED = {
    (True, False): "上年度问题整改情况",
    (False, True): "上年度计划完成情况",
    (True, True): "上年度问题整改和计划完成情况",
}
"""What the paragraph on last year is headed, by whether it tells of shortcomings and of plans."""
_THOUGHT = "习近平法治思想"
_DEED = pattern(
    "(?:[从自][^，。；]{1,12}起|每[周月年逢天晚季])|[^。；]{0,24}?(?:开展|推行|推进|推广|推动|组织|建立|建成|建设|设立|设置|成立|组建|整合|实行|实施|制定|印发|举办|探索|创建|创新|"
    "聘请|安排|落实|采取|采用|运用|依托|搭建|打造|选派|抽调|启动|试行|试点|培养|排查|整治|划定|摆开|请|把|将|用)"
)
"""The beginning of a sentence that tells what was done: 针对…的实际 can lead in to it."""
_STATE = pattern(
    "(?:全年)?(?:现有|共有|在册|年初|辖区|共?划分|有|应急预案|行政(?:诉讼|应诉)|未|没有|无|发生|接报|收到"
    r"|[^，。；]{2,30}率(?:为|提高)?\d)"
)
"""The beginning of one of a template's that tells what there is: nothing can lead in to it."""


class _Told(NamedTuple):
    """One heading of a part and the text under it; `kept` where the heading must be seen, for the unit wrote it."""

    heading: str
    text: str
    kept: bool = False


def write_measures(setting: Setting) -> str:
    """Write 举措成效: the unit's headings, and one for each topic that stands by itself, in the order of the file."""
    sections = [
        _led_in(_told(section, _tellings(section.topics, setting)), section.lead)
        for section in setting.facts.sections
        if not is_part_lead(section)
    ]
    items = setting.facts.head.mended
    plans = any(one.plan for one in items)
    told = (any(one.problem for one in items) or not plans, plans)
    asked = {gap.field for gap in setting.facts.gaps}
    mended = write_records(setting, "上年整改", record_values(items, "上年整改", asked=asked))
    lead = "".join(_sentences(section.lead) for section in setting.facts.sections if is_part_lead(section))
    return marks.parted(_under(lead, _headed([_Told(_MENDED[told], mended), *sections])), _LONG_TEXT)


def write_duties(setting: Setting) -> str:
    """Write 第一责任人: the unit's headings; what stands under none has one for each duty with facts.

    The duty whose facts name 习近平法治思想 comes first. A short text without the unit's own words or headings has none, nor
    has one where a heading of ours would stand over a single sentence.
    """
    return marks.parted(_duties_told(setting), _LONG_TEXT)


def _duties_told(setting: Setting) -> str:
    found: list[_Told] = []
    lead = ""
    for section in setting.facts.duty_sections:
        for facts in section.topics:
            bare, own = facts._replace(sentences=()), _sentences(facts.sentences)
            first = begins_with_sentences(facts)
            apart = bare if section.heading or first else facts
            tellings = _tellings(sorted(_duties(apart, setting), key=_order), setting)
            if section.heading:
                told = _told(section, tellings)
                found.append(
                    told._replace(text=_under(own, told.text) if first else _followed(told.text, own))
                )
                continue
            if first and found:
                found[-1] = found[-1]._replace(text=_under(found[-1].text, own))
            elif first:
                lead = own
            if len(setting.facts.duty_sections) == 1 and are_short(tellings):
                return _under(lead, join_topics(tellings))
            if len(setting.facts.duty_sections) == 1 and _is_any_thin(tellings):
                return _under(lead, join_thin_topics(tellings))
            found += [_told(section, (one,)) for one in tellings]
    return _under(lead, _headed(found))


def _duties(facts: TopicFacts, setting: Setting) -> Iterator[TopicFacts]:
    """Part what stands under 第一责任人, or under one heading there, by duties; own words go where their label says."""
    words = [*facts.own.measures, *facts.own.highlights]
    for topic in read_topics(setting.templates).duties.values():
        labels = {topic.name, *topic.titles}
        mine = _unlabelled(one for one in words if one.label in labels)
        words = [one for one in words if one.label not in labels]
        if mine or _is_printed(topic, facts):
            yield facts._replace(name=topic.name, topic=topic, own=OwnWords(highlights=mine), sentences=())
    for label in dict.fromkeys(one.label for one in words if one.label):
        rest = _unlabelled(one for one in words if one.label == label)
        yield TopicFacts(label, None, rest[0].path, own=OwnWords(measures=rest))
    bare = tuple(one for one in words if not one.label)
    own = OwnWords(measures=bare, activities=facts.own.activities, figures=facts.own.figures)
    yield TopicFacts(
        _OTHER_DUTIES, None, facts.path, own=own, sentences=facts.sentences, printed=facts.printed
    )


def _is_any_thin(tellings: Sequence[Telling]) -> bool:
    """Tell duties one of which needs no heading, so that none has one, where the unit gave none a title of its own."""
    titled = (one for one in tellings if one.whole.named)
    return any(map(is_thin, tellings)) and all(
        marks.strip_marks(one.heading) == _OTHER_DUTIES for one in titled
    )


def _order(duty: TopicFacts) -> bool:
    fields = duty.topic.fields if duty.topic else {}
    return not any(name in fields and _THOUGHT in str(one) for name, one in duty.values.items())


def write_records(setting: Setting, name: str, rows: list[dict[str, Any]]) -> str:
    """Write a part that is a list of records (不足 计划 上年整改)."""
    if not rows:
        return ""
    return sections(
        points_of(render_template(setting.templates, f"{name}.md.j2", {**setting.words, name: rows}))
    )


def asked_after(text: str, name: str) -> str:
    """Give the part, or what stands in a draft for a part that is not there yet."""
    return text or str(gap(name, name))


def _unlabelled(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(one._replace(label="") for one in words)


def _told(section: Section, tellings: tuple[Telling, ...]) -> _Told:
    """Tell the topics of one section; without a heading of the unit's own it is the topic's."""
    if not section.heading:
        if not tellings:
            return _Told("", "")
        (only,) = tellings
        text = write_paragraphs(only.points, only.opening, only.closing)
        return _Told(only.heading, text, kept=section.topics[0].topic is None)
    return _Told(marked_text(section.heading, dotted(section.path)), join_topics(tellings), kept=True)


def _tellings(topics: Iterable[TopicFacts], setting: Setting) -> tuple[Telling, ...]:
    """Give the topics that have something to tell."""
    return tuple([one for topic in topics if (one := _telling(setting, topic))])


@remembered
def _telling(setting: Setting, facts: TopicFacts) -> Telling | None:
    before, whole = also_known(setting, facts)
    pieces = [
        render_template(setting.templates, file, {**setting.words, **more})
        for file, more in _pieces(facts, before, whole)
    ]
    points = points_of("".join(pieces))
    if facts.own.cause and facts.says_nothing:
        points = points_of(f"{gap('做法', dotted(facts.path))}。")
    if facts.sentences:
        points = with_sentences(points, facts)
    points = [replace(one, text=in_few_sentences(one.text)) for one in points]
    opening, closing = _cause(setting, facts, points), _effect(facts)
    if not (points or closing):
        return None
    return Telling(titles_of(facts, setting.words, setting.facts.year), points, opening, closing)


def _cause(setting: Setting, facts: TopicFacts, points: Sequence[Point]) -> str:
    """Give 针对 as the words that lead in to a topic's first sentence, or as one by itself where that tells no deed."""
    if facts.own.cause is None:
        return ""
    (row,) = passage_rows([facts.own.cause])
    first = marks.strip_marks(points[0].text) if points else ""
    own = bool(points) and any(map(is_own_ground, marks.grounds(marks.first_sentence(points[0].text))))
    alone = bool(_STATE.match(first)) or (own and not _DEED.match(first))
    words = {**setting.words, "针对": row["文字"], "自成句": alone}
    return render_template(setting.templates, _CAUSE, words).strip()


def _effect(facts: TopicFacts) -> str:
    return f"{passage_rows([facts.own.effect])[0]['文字']}。" if facts.own.effect else ""


def _sentences(words: Iterable[Words]) -> str:
    return own_sentences((one.text, dotted(one.path)) for one in words)


def _led_in(told: _Told, lead: Sequence[Words]) -> _Told:
    """Put the 正文 directly under a heading before all that stands under it."""
    return told._replace(text=_under(_sentences(lead), told.text)) if lead else told


def _followed(text: str, own: str) -> str:
    """Give own words behind what the templates say: in one paragraph where that is a single sentence."""
    return f"{text}{own}" if is_one_sentence(text) else _under(text, own)


def _under(*paragraphs: str) -> str:
    """Give paragraphs one under the other, those that say something."""
    return "\n\n".join(filter(None, paragraphs))


def _pieces(
    facts: TopicFacts, before: TopicFacts | None, whole: TopicFacts | None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give the templates of one topic in their order, each with what it prints: only those with facts are there.

    A template of the user's own is there in any case. `before` are last year's facts of the same topic, `whole` this
    year's under any heading.
    """
    own, topic = facts.own, facts.topic
    if own.measures:
        yield _OWN_WORDS, {"做法": passage_rows(own.measures)}
    if topic and _is_printed(topic, facts):
        yield topic.file, values_of(facts, topic, before, whole)
    yield from sorted(_own_pieces(facts, before), key=lambda piece: _place(facts, piece[0]))


def _is_printed(topic: Topic, facts: TopicFacts) -> bool:
    """Tell whether a topic's template has something to print; one of the user's own may have in any case."""
    return topic.own or not topic.fields.keys().isdisjoint(facts.values)


def _own_pieces(facts: TopicFacts, before: TopicFacts | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give what stands behind the template's sentences: 活动, 其他数据, 亮点."""
    own = facts.own
    if own.activities:
        rows = activities(own.activities)
        yield _ACTIVITIES, {"活动": rows, "合计": totals(rows)}
    if own.figures:
        yield _FIGURES, {"其他数据": other_figures(facts, before)}
    if own.highlights:
        yield _OWN_WORDS, {"做法": passage_rows(own.highlights)}


def _place(facts: TopicFacts, file: str) -> int:
    """Tell where in the file the words of a piece stand, so that what goes on from another follows it."""
    key = {_ACTIVITIES: "活动", _FIGURES: "其他数据", _OWN_WORDS: "亮点"}[file]
    return facts.keys.index(key) if key in facts.keys else len(facts.keys)


def _headed(found: Iterable[_Told]) -> str:
    """Give headings with numbers; one section alone needs none and stands as a paragraph, unless the unit headed it."""
    found = [one for one in found if one.text]
    if len(found) == 1 and not found[0].kept:
        return found[0].text
    return "\n\n".join(
        f"### {ordinal_section(number)}{one.heading}\n\n{one.text}"
        for number, one in enumerate(found, start=1)
    )
