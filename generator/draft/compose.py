"""Facts -> the Markdown text of the report, each sentence with the facts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.draft import marks
from generator.draft.context import activities, common, other_figures, own_words, records, totals, values_of
from generator.draft.environment import render
from generator.draft.opening import opening
from generator.draft.points import Point, paragraph, points_of, sections
from generator.draft.values import Absent, Value, gap
from generator.facts import Facts, TopicFacts
from generator.facts.sections import dotted
from generator.formulations import Library, library
from generator.resources import Templates
from generator.topics import Topic, read_topics
from generator.wording import chinese_date, chinese_number, ordinal_section, pick

_SUPERIOR_DUTIES = "其他履职情况"
_LINE = "举措成效.md.j2"


@dataclass(frozen=True)
class Draft:
    """The report as Markdown, still with its marks inside; `markdown` and `sentences` are read off it."""

    marked: str

    @cached_property
    def markdown(self) -> str:
        """The Markdown text, ending in one line break."""
        return "\n".join(marks.plain(line) for line in self.marked.split("\n"))

    @cached_property
    def sentences(self) -> tuple[marks.Sentence, ...]:
        """Every sentence of title, headings and paragraphs with the paths of its facts."""
        lines = (line.lstrip("# ") for line in self.marked.split("\n"))
        return tuple(one for line in lines if line for one in marks.sentences(line))


@dataclass(frozen=True)
class _Section:
    heading: str
    points: list[Point]


def compose(facts: Facts, templates: Templates | None = None, formulations: Library | None = None) -> Draft:
    """Write the report of one facts file.

    Raises UserError when a template is at fault.
    """
    templates = templates or Templates()
    words = common(facts, formulations or library(templates))
    body = render(templates, "报告.md.j2", {**words, **_parts(facts, templates, words)})
    lines = [line.rstrip() for line in body.splitlines()]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return Draft(_front_matter(facts) + "\n".join(kept).strip("\n") + "\n")


def _parts(facts: Facts, templates: Templates, words: dict[str, Any]) -> dict[str, Any]:
    head = facts.head
    chapters = 0

    def chapter(title: str, text: str) -> str:
        nonlocal chapters
        if not text:
            return ""
        chapters += 1
        return f"## {chinese_number(chapters)}、{title}\n\n{text}\n"

    return {
        "标题": _title(facts, templates, words),
        "主送机关": _text("、".join(head.addressees).rstrip("：:"), "主送机关") if head.addressees else "",
        "导语": opening(facts, templates, words),
        "章": chapter,
        "举措成效": _measures(facts, templates, words) or str(gap("举措成效", "举措成效")),
        "第一责任人": _duties(facts, templates, words) or str(gap("第一责任人履职情况", "第一责任人")),
        "不足": _listed(templates, "不足", records(head.shortcomings, "不足", ("问题", "原因")), words),
        "计划": _listed(templates, "计划", records(head.plans, "计划", ("措施",)), words),
        "其他情况": "\n\n".join(
            marks.guard(_text(text, f"其他情况.{index}")) for index, text in enumerate(head.other, start=1)
        ),
        "附件": [_text(name, f"附件.{index}") for index, name in enumerate(head.annexes, start=1)],
        "署名": _signatures(facts),
        "日期": _text(chinese_date(head.signature.day), "落款.日期") if head.signature.day else "",
    }


def _text(text: str, *grounds: str) -> str:
    return str(Value(text, grounds, text))


def _title(facts: Facts, templates: Templates, words: dict[str, Any]) -> str:
    written = facts.head.title
    if written.endswith("报告") and "法治" in written:
        return _text(written, "标题")
    unit = _text(words["单位"], "单位.简称" if facts.head.unit.short else "单位.名称")
    year = _text(words["年度"], "年度")
    return render(templates, "标题.md.j2", {**words, "单位": unit, "年度": year, "形式": written}).strip()


def _signatures(facts: Facts) -> list[str]:
    """Sign only what is dated or signed: a report without 落款 has neither name nor day."""
    signature = facts.head.signature
    if not (signature.day or signature.names):
        return []
    key, names = ("落款.单位", signature.names) if signature.names else ("单位.名称", facts.head.unit.names)
    return [_text(name, key) for name in names or (facts.name,)]


def _measures(facts: Facts, templates: Templates, words: dict[str, Any]) -> str:
    found = []
    before = {one.name: one for one in facts.last.measures} if facts.last else {}
    for topic in facts.measures:
        fields = topic.topic.fields if topic.topic else {}
        points = _points(
            templates, topic, topic.topic, values_of(topic, fields, before.get(topic.name)), words
        )
        if points:
            found.append(_Section(_heading(topic, words), points))
    mended = _listed(templates, "上年整改", records(facts.head.mended, "上年整改"), words)
    if mended:
        found.insert(0, _Section("上年度问题整改情况", [Point("", mended)]))
    return _headed(found)


def _duties(facts: Facts, templates: Templates, words: dict[str, Any]) -> str:
    """Give part two: a heading for each template with facts; own words under the heading they name."""
    duties = facts.duties
    own = [*duties.own.measures, *duties.own.highlights]
    found = []
    for topic in read_topics(templates).duties.values():
        values = values_of(duties, topic.fields, facts.last.duties if facts.last else None)
        labels = {topic.name, *topic.titles}
        mine = tuple(replace(one, label="") for one in own if one.label in labels)
        own = [one for one in own if one.label not in labels]
        part = TopicFacts(
            topic.name,
            topic,
            duties.path,
            duties.values,
            replace(duties.own, measures=(), highlights=mine, activities=(), figures={}),
        )
        points = _points(templates, part, topic, values, words)
        if points:
            found.append(_Section(_heading(part, words), points))
    for label in dict.fromkeys(one.label for one in own):
        rest = tuple(replace(one, label="") for one in own if one.label == label)
        part = TopicFacts(
            label,
            None,
            duties.path,
            {},
            replace(duties.own, measures=rest, highlights=(), activities=(), figures={}),
        )
        heading = _text(label, dotted(rest[0].path)) if label else _SUPERIOR_DUTIES
        found.append(_Section(heading, _points(templates, part, None, {}, words)))
    bare = TopicFacts("", None, duties.path, {}, replace(duties.own, measures=(), highlights=()))
    if extra := _points(templates, bare, None, {}, words):
        found.append(_Section(_SUPERIOR_DUTIES, extra))
    return _headed(found)


def _points(
    templates: Templates,
    facts: TopicFacts,
    topic: Topic | None,
    values: Mapping[str, Any],
    words: dict[str, Any],
) -> list[Point]:
    rows = activities(facts.own.activities)
    context = {
        **words,
        **values,
        "主题": topic.file if topic else "",
        "做法": own_words(facts.own.measures),
        "亮点": own_words(facts.own.highlights),
        "活动": rows,
        "合计": totals(rows),
        "其他数据": other_figures(facts),
    }
    return points_of(render(templates, _LINE, context))


def _heading(topic: TopicFacts, words: dict[str, Any]) -> str:
    if topic.heading:
        return _text(topic.heading, dotted((*topic.path, "标题")))
    if topic.topic is None:
        return _text(topic.name, dotted(topic.path))
    return pick(topic.topic.titles, words["单位"], words["年度"], topic.name)


def _headed(found: Iterable[_Section]) -> str:
    """Number the sections; one alone needs no number and stands as a paragraph."""
    found = list(found)
    if len(found) == 1:
        return marks.guard(paragraph(found[0].points))
    return "\n\n".join(
        f"### {ordinal_section(number)}{one.heading}\n\n{marks.guard(paragraph(one.points))}"
        for number, one in enumerate(found, start=1)
    )


def _listed(templates: Templates, name: str, rows: list[dict[str, Any]], words: dict[str, Any]) -> str:
    if not rows:
        return "" if name == "上年整改" else str(gap(name, name))
    return sections(points_of(render(templates, f"{name}.md.j2", {**words, name: rows})))


def _front_matter(facts: Facts) -> str:
    """Give the head of the Markdown: only what its text cannot show."""
    head: dict[str, Any] = {}
    if facts.head.signature.seal:
        head["印章"] = "是"
    for key, record in (("版头", facts.head.letterhead), ("版记", facts.head.imprint)):
        if record is not None:
            head[key] = {
                str(field.alias): list(raw) if isinstance(raw, tuple) else str(raw)
                for name, field in type(record).model_fields.items()
                if (raw := getattr(record, name)) not in ("", (), None)
            }
    if not head:
        return ""
    import yaml

    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n\n"


__all__ = ["Absent", "Draft", "compose"]
