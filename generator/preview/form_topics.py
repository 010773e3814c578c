"""The blocks of 举措成效 and 第一责任人: the unit's headings, under each its topics with their fields and own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.headings import by_heading, stands_over_topics
from generator.facts.practices import practice_topic
from generator.preview.field_search import heading_for
from generator.preview.form_entries import sentence_entries
from generator.preview.form_fields import SENTENCES_NOTE, fields_block
from generator.preview.form_model import (
    FormBlock,
    FormButton,
    FormEntry,
    FormMaterial,
    FormPicker,
    identifier,
    opening,
    steps,
)
from generator.preview.form_remedies import parts_with_blanks
from generator.topics import Topic
from generator.topics.loading import SENTENCES
from generator.topics.topic import DUTIES, MEASURES
from generator.yamltext.path import Path, dotted


def measure_blocks(material: FormMaterial) -> Iterator[FormBlock]:
    """Give the blocks of 举措成效 in the order of the file."""
    data = material.at((MEASURES,))
    content: Mapping[str, Any] = data if isinstance(data, dict) else {}
    known = material.topics.measures
    yield _part_block(material, content)
    seen: set[str] = set()
    names = [name for name in content if name != SENTENCES]
    written = _written(content, known)
    for name, one in content.items():
        path = (MEASURES, name)
        if name == SENTENCES:
            continue
        if stands_over_topics(name, one, known):
            yield _heading_block(material, path, one, names)
            below = [key for key in one if key != SENTENCES]
            for key in below:
                yield _topic_block(material, (*path, key), below, seen, written)
        else:
            yield _topic_block(material, path, names, seen, written)
    for name in _only_opened(material, seen):
        yield _new_topic_block(material, name)


def duty_blocks(material: FormMaterial) -> Iterator[FormBlock]:
    """Give the blocks of 第一责任人: what stands under no heading, then each heading of the unit's own."""
    fields = material.topics.duty_fields
    data = material.at((DUTIES,))
    parts = [*by_heading(data, fields)] if isinstance(data, dict) else []
    elsewhere = {key for _, one in parts for key in one}
    bare = {key: one for title, content in parts if not title for key, one in content.items()}
    own = {key: one for key, one in fields.items() if key in bare or key not in elsewhere}
    block = fields_block(material, (DUTIES,), DUTIES, own, bare)
    yield block._replace(
        name=DUTIES, title="第一责任人职责", level=1, problems=material.told((DUTIES,), below=False)
    )
    names = [title for title, _ in parts if title]
    for title, content in parts:
        if title:
            path = (DUTIES, title)
            under = {key: one for key, one in fields.items() if key in content}
            yield fields_block(material, path, DUTIES, under, content)._replace(
                name=f"{DUTIES}.{title}",
                title=title,
                level=2,
                named=(_title(path),),
                buttons=(*steps(path, names, _called), _remove(path)),
                problems=material.told(path, below=False),
            )


def _part_block(material: FormMaterial, content: Mapping[str, Any]) -> FormBlock:
    """Give what stands over all headings: how to begin another, and what is hidden."""
    known = material.topics.measures
    there = {*content, *(key for one in content.values() if isinstance(one, dict) for key in one)}
    new = tuple((name, name) for name, one in known.items() if name not in there and _suits(material, one))
    act = {"kind": "AddHeading", "topic": ""}
    entries = (
        tuple(sentence_entries(material, (MEASURES, SENTENCES), "各标题之前的话", SENTENCES_NOTE))
        if SENTENCES in content
        else ()
    )
    return FormBlock(
        MEASURES,
        "主要举措和成效",
        1,
        "按自己的标题分节，标题下面是主题，先后就是报告里的先后。",
        entries=entries,
        named=(_own_topic((MEASURES,), "自己起一个标题来写"),),
        adding=(*_shown_again(material, (MEASURES,)), *_all_blank(material)),
        pickers=(FormPicker("新起一节，先写", "topic", new, (FormButton("添加", act, "块-"),)),),
        problems=material.told((MEASURES,), below=False),
    )


def _heading_block(
    material: FormMaterial, path: Path, content: Mapping[str, Any], names: list[str]
) -> FormBlock:
    known = material.topics.measures
    new = tuple(
        (name, name)
        for name, one in known.items()
        if name not in content
        and (one.named_by or name not in material.facts.topics)
        and _suits(material, one)
    )
    lead = (*path, SENTENCES)
    has_lead = SENTENCES in content or _key(path, SENTENCES) in material.opened
    entries = tuple(sentence_entries(material, lead, "标题下的话", SENTENCES_NOTE)) if has_lead else ()
    act = {"kind": "AddTopic", "path": path, "topic": ""}
    return FormBlock(
        f"{MEASURES}.{path[-1]}",
        str(path[-1]),
        2,
        named=(_title(path), _own_topic(path, "在这个标题下自己写")),
        entries=entries,
        adding=_shown_again(material, path),
        buttons=(
            *(() if has_lead else (opening("写标题下的话", _key(path, SENTENCES), (*lead, 0)),)),
            *steps(path, names, _called),
            _hide(path),
            _remove(path),
        ),
        places=(FormPicker("在这个标题下再写", "topic", new, (FormButton("添加", act, "块-"),)),),
        problems=material.told(path, below=False),
    )


def _topic_block(
    material: FormMaterial,
    path: Path,
    names: list[str],
    seen: set[str],
    written: Mapping[str, list[Mapping[str, Any]]],
) -> FormBlock:
    """Give a topic's block; of one under two headings each shows what is written there, the first also the rest."""
    name = str(path[-1])
    content = material.at(path)
    topic = material.topics.measures.get(name) or practice_topic(name, content, material.topics.measures)
    there = content if isinstance(content, dict) else {}
    alone = topic is not None and bool(topic.named_by)  # a practice has all its fields itself
    fields = {
        key: one
        for key, one in (topic.fields if topic else {}).items()
        if key in there
        or alone
        or (name not in seen and not any(key in each for each in written.get(name, ())))
    }
    block = fields_block(material, path, topic.name if topic else name, fields, there)
    called = _block_name(path, topic, seen)
    entries = [
        one._replace(name=f"{called}.{one.path[-1]}") if alone and one.name else one for one in block.entries
    ]
    block = block._replace(
        name=called,
        entries=tuple(entries),
        title=name,
        note=topic.note if topic else "自拟的主题",
        named=() if topic and topic.name == name else (_title(path),),
        buttons=(*steps(path, names, lambda _: identifier("块", called)), _hide(path), _remove(path)),
        places=_places(material, path),
        problems=material.told(path, below=False),
    )
    seen.add(name)
    return block


def _called(path: Path) -> str:
    """Give what the page calls a heading."""
    return identifier("块", f"{path[0]}.{path[1]}")


def _block_name(path: Path, topic: Topic | None, seen: set[str]) -> str:
    """Give what the page calls a topic; one of the unit's own may be called as a part of the report is."""
    if topic is None:
        return dotted(path)
    if path[-1] != topic.name:
        return dotted(path)
    return f"{path[1]}.{topic.name}" if topic.name in seen else topic.name


def _written(content: Mapping[str, Any], known: Mapping[str, Topic]) -> dict[str, list[Mapping[str, Any]]]:
    """Give what is written of each topic, place by place."""
    written: dict[str, list[Mapping[str, Any]]] = {}
    for name, one in content.items():
        below = one if stands_over_topics(name, one, known) else {name: one}
        for topic, each in below.items():
            if isinstance(each, dict):
                written.setdefault(topic, []).append(each)
    return written


def _new_topic_block(material: FormMaterial, name: str) -> FormBlock:
    """Give a topic of which the clerk has asked for a field, though the file has not begun it."""
    topic = material.topics.measures[name]
    path = (MEASURES, *heading_for(topic, material), name)
    block = fields_block(material, path, name, topic.fields, {})
    asked = tuple(one for one in block.entries if one.name in material.opened)
    return block._replace(name=name, title=name, note=topic.note, entries=asked)


def _places(material: FormMaterial, path: Path) -> tuple[FormPicker, ...]:
    """Give the headings to which a topic can move."""
    data = material.at((MEASURES,))
    known = material.topics.measures
    headings = [
        name
        for name, one in (data.items() if isinstance(data, dict) else ())
        if name != path[1] and stands_over_topics(name, one, known) and path[-1] not in one
    ]
    if not headings:
        return ()
    act = {"kind": "MoveTopic", "path": path, "heading": ""}
    options = tuple((name, name) for name in headings)
    return (
        FormPicker(
            "移到标题", "heading", options, (FormButton("移过去", act, identifier("块", str(path[-1]))),)
        ),
    )


def _title(path: Path) -> FormEntry:
    return FormEntry(path, "名称", kind="Rename", text=str(path[-1]), written=True)


def _own_topic(path: Path, label: str) -> FormEntry:
    return FormEntry(path, label, kind="AddOwnTopic", hint="写上名称，按回车")


def _shown_again(material: FormMaterial, path: Path) -> tuple[FormButton, ...]:
    hidden = material.hidden.get(path, ())
    return tuple(FormButton(f"恢复“{name}”", {"kind": "Show", "path": (*path, name)}) for name in hidden)


def _all_blank(material: FormMaterial) -> tuple[FormButton, ...]:
    """Give the button that does without all blank fields of the report; none where there is none."""
    blank = next(parts_with_blanks(material.source.data, material.topics), None)
    return (FormButton("各主题和第一责任人空着的都不报", {"kind": "DropAllBlank"}),) if blank else ()


def _only_opened(material: FormMaterial, seen: set[str]) -> list[str]:
    names = dict.fromkeys(one.partition(".")[0] for one in sorted(material.opened))
    return [name for name in names if name in material.topics.measures and name not in seen]


def _suits(material: FormMaterial, topic: Topic) -> bool:
    return topic.suits(material.facts.level, material.facts.year)


def _key(path: Path, name: str) -> str:
    return f"{path[-1]}.{name}"


def _hide(path: Path) -> FormButton:
    return FormButton("收起不报", {"kind": "Hide", "path": path})


def _remove(path: Path) -> FormButton:
    return FormButton("删去", {"kind": "Remove", "path": path})
