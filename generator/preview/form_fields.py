"""The entries of one topic: its fields, the unit's own words, and what can be filled in besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.sentences import OPEN, cut_sentence
from generator.preview.form_entries import (
    by_lines,
    field_entry,
    figure_entry,
    printed_entry,
    sentence_entries,
    text_entry,
)
from generator.preview.form_model import (
    FormBlock,
    FormButton,
    FormEntry,
    FormMaterial,
    identifier,
    opening,
    steps,
)
from generator.preview.form_remedies import blank_fields
from generator.topics import Field
from generator.topics.loading import OWN_FIGURES, SENTENCES
from generator.topics.topic import DUTIES
from generator.yamltext.path import Path, dotted

_ACTIVITIES = "活动"
SENTENCES_NOTE = "自己的话，照写进报告"
_LISTS = {"做法": "放在这一段的前面", "亮点": "放在这一段的后面"}
_TEXTS = {
    "标题": "自己的标题，不写由程序选",
    "针对": "为什么做，写在这一段的开头",
    "成效": "做出了什么结果，须有依据，写在末尾",
}


def fields_block(
    material: FormMaterial, path: Path, topic: str, fields: Mapping[str, Field], content: Mapping[str, Any]
) -> FormBlock:
    """Give the entries of a topic: fields written, usual or asked for, own words, and the rest to be opened."""
    marked = _marked_below(content)
    entries: list[FormEntry] = []
    more: list[FormButton] = []
    last = material.facts.last.topics.get(topic) if material.facts.last else None
    for name, field in fields.items():
        here = (*path, name)
        if name in marked and name not in content:
            entries.append(printed_entry(field, topic, here, marked[name]))
        elif name in content or _is_asked(
            material, field, topic, known_last=bool(last and name in last.values)
        ):
            entries.append(field_entry(material, field, topic, here))
        elif field.suits(material.facts.level, material.facts.year):
            more.append(opening(name, f"{topic}.{name}"))
    for name, note in {**_TEXTS, **_LISTS, OWN_FIGURES: "没有字段可填的数"}.items():
        if topic == DUTIES and name in _TEXTS:
            continue
        if name in content or f"{topic}.{name}" in material.opened:
            entries += _own_words(material, (*path, name), topic, note)
        else:
            first = (*path, name, 0) if name in _LISTS else (*path, name)
            more.append(opening(name, f"{topic}.{name}", first))
    entries += sentence_entries(material, (*path, SENTENCES), SENTENCES, SENTENCES_NOTE)
    entries += _activities(material, (*path, _ACTIVITIES))
    another = {"kind": "AddItem", "path": (*path, _ACTIVITIES), "content": {"名称": ""}}
    number = len(_listed(content.get(_ACTIVITIES)))
    more.append(FormButton("一项活动", another, _activity_called((*path, _ACTIVITIES, number))))
    return FormBlock(
        "",
        "",
        3,
        entries=tuple(entries),
        more=tuple(more),
        labels=tuple(fields),
        adding=blank_button(material, path, content),
    )


def blank_button(material: FormMaterial, path: Path, content: Any) -> tuple[FormButton, ...]:
    """Give the button that does without all the blank fields below a path; none where there is none."""
    blank = next(blank_fields(path, content, material.topics), None)
    return (FormButton("其余都不报", {"kind": "DropBlank", "path": path}),) if blank else ()


def _own_words(material: FormMaterial, path: Path, topic: str, note: str) -> Iterator[FormEntry]:
    name = str(path[-1])
    if name in _LISTS:
        yield from sentence_entries(material, path, name, note)
    elif name != OWN_FIGURES:
        yield text_entry(material, path, name, note)
    else:
        figures = material.at(path)
        for label in figures if isinstance(figures, dict) else ():
            yield figure_entry(material, (*path, label), topic)
        yield FormEntry(
            path,
            "再加一个数，名称是",
            kind="AddFigure",
            note="写上名称，再在下面填数",
            hint="如：印发工作手册",
        )


def _activities(material: FormMaterial, path: Path) -> Iterator[FormEntry]:
    """Give the entries of each activity; with its first the activity itself can be moved and taken away."""
    content = material.at(path)
    items = _listed(content)
    for number, one in enumerate(items):
        here = (*path, number) if isinstance(content, list) else path
        drop = FormButton("删去这项活动", {"kind": "Remove", "path": here})
        move = steps(here, [*range(len(items))], _activity_called) if isinstance(content, list) else ()
        buttons = (*move, drop)
        for name, field in ACTIVITY_FIELDS.items() if isinstance(one, dict) else ():
            entry = text_entry(material, (*here, name), f"活动{number + 1}·{name}", field.note)
            yield by_lines(entry, field.kind)._replace(hint=field.example, buttons=buttons)
            buttons = ()


def _activity_called(path: Path) -> str:
    """Give what the page calls the first entry of an activity."""
    return identifier("项", dotted((*path, next(iter(ACTIVITY_FIELDS)))))


def _listed(content: Any) -> list[Any]:
    """Give the items of a list, of which one may stand alone."""
    return content if isinstance(content, list) else [content] if isinstance(content, dict) else []


def _is_asked(material: FormMaterial, field: Field, topic: str, *, known_last: bool) -> bool:
    if f"{topic}.{field.name}" in material.opened:
        return True
    return (field.usual or known_last) and field.suits(material.facts.level, material.facts.year)


def _marked_below(content: Any) -> dict[str, str]:
    """Give the figures that own words mark, by their labels."""
    marks = (mark for text in _texts(content) if OPEN in text for mark in cut_sentence(text).marks)
    return {mark.label: mark.written for mark in marks if mark.written is not None}


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for one in content.values() if isinstance(content, dict) else content:
            yield from _texts(one)
