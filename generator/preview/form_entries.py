"""Entries of the form: a declared field, a text of one's own, an item of a list, the parts of a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.amending.amendment import VALUE, is_fact
from generator.facts.earlier import figure_ends_on
from generator.facts.records import Record, parts_of
from generator.facts.sentences import cut_sentence
from generator.facts.withheld import PUBLIC
from generator.forms.last_year import last_remark
from generator.numbers.quantity import Quantity
from generator.preview.field_about import about_field, topic_of
from generator.preview.form_beside import beside_of
from generator.preview.form_model import (
    INPUT,
    LONG,
    PRINTED,
    SELECT,
    SENTENCE,
    FormButton,
    FormEntry,
    FormMaterial,
    SaidBeside,
    SentenceMark,
    identifier,
    steps,
)
from generator.preview.ready_marks import ready_marks
from generator.topics import Field
from generator.topics.loading import SENTENCES
from generator.yamltext.path import Path, dotted

_LINED_KINDS = frozenset({"名单", "逐行", "章序", "各占比"})
"""The kinds that take several, one a line: they do so from the first, and need not be a list yet."""
_BY_LINES = "每行写一个，按回车换行"
_LONG_KINDS = frozenset({"文字", "名单"})
_SHORT_PARTS = frozenset({"年度", "级别", "村居", "年月日", "字数", "占比", "个数", "排法", "年份写法"})
"""The kinds of a record's parts that take a few words. How a thing is filled in never changes while it is typed."""
_YES_NO = ("是", "否")


def field_entry(material: FormMaterial, field: Field, topic: str, path: Path) -> FormEntry:
    """Give the entry of a declared field that stands, or would stand, at a path."""
    about = about_field(field.name, topic, material.reporter, material.templates)
    content = material.at(path)
    text = as_typed(content)
    choices = tuple(dict.fromkeys((*about.choices, *filter(None, (text,))))) if about.choices else ()
    last = material.facts.last
    before = last.topics.get(topic) if last else None
    unsaid = material.sentence(path) < 0 and _is_zero(material, topic, field.name)
    entry = FormEntry(
        path,
        field.name,
        SELECT if choices else LONG if field.kind in _LONG_KINDS or isinstance(content, list) else INPUT,
        kind="SetLines" if isinstance(content, list) else "SetValue",
        unit=about.unit,
        note=f"{about.note}。填 0 的，报告里不提" if unsaid else about.note,
        prints=about.prints,
        last=last_remark(field, before, last).removeprefix("上年："),
        given=about.given,
        text=text,
        written=content is not None,
        beside=_beside(material, field, topic, content),
        choices=choices,
        problems=material.told(path),
        empty=not text and material.is_empty(path),
        sentence=material.sentence(path),
        buttons=(_drop(path, "不报这一项"),) if content is not None else (),
        name=f"{topic}.{field.name}",
        fresh=material.begun is not None and f"{topic}.{field.name}" not in material.begun,
    )
    return by_lines(entry, field.kind)


def by_lines(entry: FormEntry, kind: str) -> FormEntry:
    """Give an entry as its kind is typed: what takes several, line by line; what takes one as it is."""
    if kind not in _LINED_KINDS:
        return entry
    return entry._replace(kind="SetLines", note="。".join(filter(None, (entry.note, _BY_LINES))))


def _beside(material: FormMaterial, field: Field, topic: str, content: Any) -> tuple[SaidBeside, ...]:
    """Give what may be said beside a field's value."""
    there = material.facts.topics.get(topic)
    day = figure_ends_on(there, field.name) if there else material.facts.head.until
    compared = field.name in topic_of(field.name, topic, material.templates).compared
    return beside_of(field.kind, content, day, compared=compared)


def figure_entry(material: FormMaterial, path: Path, topic: str) -> FormEntry:
    """Give the entry of one of 其他数据, a figure of the unit's own."""
    there = material.facts.topics.get(topic)
    day = there.label_ends_on(str(path[-1])) if there else material.facts.head.until
    entry = text_entry(material, path, str(path[-1]))
    beside = beside_of("数量", material.at(path), day, compared=False)
    return entry._replace(unit="其他数据", widget=INPUT, beside=beside)


def _is_zero(material: FormMaterial, topic: str, name: str) -> bool:
    """Tell whether a field says that there was none."""
    there = material.facts.topics.get(topic)
    value = there.values.get(name) if there else None
    return isinstance(value, Quantity) and not value.number


def printed_entry(field: Field, topic: str, path: Path, value: str) -> FormEntry:
    """Give the entry of a field whose figure stands in a sentence of one's own."""
    return FormEntry(path, field.name, PRINTED, text=value, written=True, name=f"{topic}.{field.name}")


def text_entry(material: FormMaterial, path: Path, label: str, note: str = "", hint: str = "") -> FormEntry:
    """Give the entry of one text, or of a list of texts, one a line."""
    content = material.at(path)
    text = as_typed(content)
    return FormEntry(
        path,
        label,
        LONG,
        kind="SetLines" if isinstance(content, list) else "SetValue",
        note=note,
        text=text,
        written=content is not None,
        hint=hint,
        problems=material.told(path),
        empty=not text and material.is_empty(path),
        sentence=material.sentence(path),
        buttons=(_drop(path, "不报这一项"),) if content is not None else (),
    )


def sentence_entries(material: FormMaterial, path: Path, label: str, note: str) -> Iterator[FormEntry]:
    """Give an entry for each sentence of a list, and a blank one at its end, in which another can be written."""
    content = material.at(path)
    items = content if isinstance(content, list) else [content] if content not in (None, "") else []
    for number, one in enumerate(items):
        here = (*path, number) if isinstance(content, list) else path
        yield _sentence(material, here, one, f"{label}第{number + 1}句", [*range(len(items))])
    blank = FormEntry(
        (*path, len(items)),
        f"再写一句{label}" if items else label,
        SENTENCE,
        kind="SetItem",
        note=note,
        hint="写成一句完整的话，照印进报告；句里的数写成【名称：数值】",
    )
    yield blank


def _sentence(
    material: FormMaterial,
    path: Path,
    content: Any,
    label: str,
    numbers: list[int],
) -> FormEntry:
    below = _inner_key(content)
    below_it = (below,) if below else ()
    where = (*path, *below_it)
    text = content.get(below, "") if isinstance(content, dict) else as_typed(content)
    move = (
        steps(path, numbers, lambda there: identifier("项", dotted((*there, *below_it))))
        if isinstance(path[-1], int)
        else ()
    )
    kind, problems = "SetValue" if below else "SetItem", material.told(path)
    ready = (
        FormButton(f"照这样标{mark}", {"kind": kind, "path": where, "text": marked, "was": str(text)})
        for mark, marked in ready_marks(str(text), problems)
    )
    return FormEntry(
        where,
        f"{label}（{below}）" if below not in ("", SENTENCES, VALUE) else label,
        SENTENCE,
        kind=kind,
        text=str(text),
        written=True,
        marks=marks_of(str(text)),
        problems=problems,
        empty=not text and material.is_empty(path),
        sentence=material.sentence(where),
        buttons=(*ready, *move, _drop(path, "删去")),
        item=path,
    )


def marks_of(text: str) -> tuple[SentenceMark, ...]:
    """Give the facts that a sentence marks, in their order."""
    return tuple(SentenceMark(one.label, one.written) for one in cut_sentence(text).marks)


def record_entries(
    material: FormMaterial,
    path: Path,
    record: type[Record],
    hints: Mapping[str, str] | None = None,
    leave_out: frozenset[str] = frozenset(),
) -> Iterator[FormEntry]:
    """Give the entries of a record's keys; `hints` are what stands for those that are not written."""
    for one in parts_of(record).values():
        here = (*path, one.name)
        if one.name in leave_out:
            continue
        if one.record:
            yield from (
                entry._replace(label=f"{one.name}·{entry.label}")
                for entry in record_entries(material, here, one.record)
            )
            continue
        hint = (hints or {}).get(one.name, "")
        entry = text_entry(material, here, one.name, one.note, hint)
        if one.kind == "可否":
            entry = entry._replace(widget=SELECT, choices=_YES_NO)
        elif one.kind in _SHORT_PARTS and entry.kind == "SetValue":
            entry = entry._replace(widget=INPUT)
        yield by_lines(entry, one.kind)


def as_typed(content: Any) -> str:
    """Give what is written as a text: of a fact its value, of a list each item on a line."""
    if is_fact(content):
        return as_typed(content[VALUE])
    if isinstance(content, dict):
        return as_typed(content.get(SENTENCES, ""))
    if isinstance(content, list):
        return "\n".join(as_typed(one) for one in content)
    return content or ""


def _inner_key(content: Any) -> str:
    """Give the key under which the text of an item stands that is a mapping: 正文 beside 公开, or the label of a point."""
    if not isinstance(content, dict):
        return ""
    return next((str(key) for key in content if key != PUBLIC), "")


def _drop(path: Path, label: str) -> FormButton:
    return FormButton(label, {"kind": "Remove", "path": path})
