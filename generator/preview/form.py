"""The facts file as a form: what is written, and what can be, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.facts.days import UNTIL
from generator.facts.head import Head, Imprint, Letterhead, OpeningFacts, Signature, Unit
from generator.facts.levels import LEVELS
from generator.facts.notice import Notice
from generator.facts.records import Record
from generator.facts.required import EXCUSED
from generator.forms.records import note_of
from generator.patterns import pattern
from generator.preview.form_entries import as_typed, by_lines, record_entries, sentence_entries, text_entry
from generator.preview.form_items import item_blocks
from generator.preview.form_model import INPUT, SELECT, FormBlock, FormButton, FormEntry, FormMaterial
from generator.preview.form_topics import duty_blocks, measure_blocks
from generator.preview.told_here import QUIETED, SWITCHES
from generator.yamltext.path import Path

_NOTICE = "通知"
_WRITTEN_OUT = pattern(r"[ \t]+# ([^\s#:]+): ([^\s#].*?)(?: +#.*)?")
_RECORDS: dict[str, tuple[type[Record], str]] = {
    _NOTICE: (Notice, "上级通知的要求，报告照着写，检查照着查；没有的空着。"),
    "导语": (OpeningFacts, "开头一段只印写出来的成分，写什么由单位定。"),
    "落款": (Signature, "署名和成文日期。"),
    "版头": (Letterhead, "作为正式公文印发时写。"),
    "版记": (Imprint, "作为正式公文印发时写。"),
}


def form_blocks(material: FormMaterial) -> tuple[FormBlock, ...]:
    """Give the form of an open file, block by block in the order of the report."""
    return tuple(_blocks(material))


def _blocks(material: FormMaterial) -> Iterator[FormBlock]:
    yield _unit_block(material)
    yield _notice_block(material)
    yield _record_block(material, "导语")
    yield from item_blocks(material, "上年整改")
    yield from measure_blocks(material)
    yield from duty_blocks(material)
    yield from item_blocks(material, "不足")
    yield from item_blocks(material, "计划")
    entries = tuple(sentence_entries(material, ("其他情况",), "其他情况", "没有的不写"))
    yield FormBlock("其他情况", "其他需要报告的情况", 1, entries=entries)
    yield _record_block(material, "落款")
    yield from (_record_block(material, one) for one in ("版头", "版记") if material.at((one,)))
    if isinstance(quieted := material.at(SWITCHES), list):
        yield _quieted_block(material, quieted)


def _unit_block(material: FormMaterial) -> FormBlock:
    year = text_entry(material, ("年度",), "年度", "报告年度，四位数字")._replace(widget=INPUT)
    entries = [
        one._replace(widget=SELECT, choices=("", *LEVELS)) if one.label == "级别" else one
        for one in record_entries(material, ("单位",), Unit)
    ]
    until = text_entry(material, (UNTIL,), "数据截至", note_of(Head, UNTIL))._replace(widget=INPUT)
    last = text_entry(
        material, ("上年",), "上年的文件", "上年的事实文件，用来算同比；在同一文件夹的，写文件名就行"
    )
    title = text_entry(
        material, ("标题",), "报告的标题", "年度报告、情况报告、情况的报告、工作报告，或自己写的整个标题"
    )
    to = by_lines(text_entry(material, ("主送机关",), "主送机关", "如区委、区政府；不写则无主送机关"), "逐行")
    return FormBlock("单位", "单位和年度", 1, entries=(year, until, *entries, last, title, to), folded=True)


def _notice_block(material: FormMaterial) -> FormBlock:
    """Give the notice key by key, or the name of its file where nothing else stands there."""
    content = material.at((_NOTICE,))
    if not isinstance(content, str):
        block = _record_block(material, _NOTICE, frozenset({EXCUSED}))
        written = content.get(EXCUSED) if isinstance(content, dict) else None
        if isinstance(written, list) and any(isinstance(one, dict) for one in written):
            return block  # written key by key, which one line cannot show
        excused = text_entry(material, (_NOTICE, EXCUSED), EXCUSED, note_of(Notice, EXCUSED))
        return block._replace(entries=(*block.entries, excused))
    note = "上级发来的通知文件，放在同一文件夹，报告照它写，检查照它查。"
    entry = text_entry(material, (_NOTICE,), "文件", "文件名，如 上级通知.yaml")._replace(widget=INPUT)
    return FormBlock(_NOTICE, _NOTICE, 1, note, entries=(entry,), folded=True)


def _record_block(material: FormMaterial, name: str, leave_out: frozenset[str] = frozenset()) -> FormBlock:
    """Give a record key by key; one that is begun and blank can be done without, or taken as it is usually said."""
    record, note = _RECORDS[name]
    entries = (
        _with_usual(one, _written_out(material, one.path))
        for one in record_entries(material, (name,), record, leave_out=leave_out)
    )
    drop = FormButton("不报这一项", {"kind": "Remove", "path": (name,)}, f"题-块-{name}")
    return FormBlock(
        name,
        name,
        1,
        note,
        entries=tuple(entries),
        adding=(drop,) if material.at((name,)) == "" else (),
        folded=True,
        problems=material.told((name,), below=False),
    )


def _quieted_block(material: FormMaterial, quieted: list[Any]) -> FormBlock:
    """Give what is let stand, each with its reason and with what takes it back."""
    from generator.checks.index import title_of  # the rules are loaded after the first page

    entries = []
    for number, one in enumerate(quieted):
        path: Path = (*SWITCHES, number)
        code, content = (as_typed(one.get(key)) if isinstance(one, dict) else "" for key in ("规则", "内容"))
        note = f"{title_of(code)}（{code}）：{content or '全篇'}"
        back = FormButton("恢复提醒", {"kind": "Remove", "path": path})
        entry = text_entry(material, (*path, "原因"), f"第{number + 1}条，原因", note, "为什么可以不改")
        entries.append(entry._replace(buttons=(back,), item=path, empty=False))
    note = "看过后决定不改的，不印进报告。要再提醒的，点到那一条，按“恢复提醒”。"
    return FormBlock(SWITCHES[0], QUIETED, 1, note, entries=tuple(entries), folded=True)


def _written_out(material: FormMaterial, path: Path) -> str:
    """Give what a comment below a key of the file would say at a path if it were none; an empty text for nothing."""
    place = material.source.places.get(path[:-1])
    for line in material.source.lines[place.line :] if place else ():
        if line.strip() and not line.startswith((" ", "\t")):
            break
        said = _WRITTEN_OUT.fullmatch(line.rstrip())
        if said and said[1] == path[-1]:
            return said[2]
    return ""


def _with_usual(entry: FormEntry, usual: str) -> FormEntry:
    """Offer what the file has in a comment for a blank entry: what is usually said there."""
    if entry.text or not usual:
        return entry
    button = FormButton("用常见的写法", {"kind": "SetValue", "path": entry.path, "text": usual}, entry.id)
    return entry._replace(note=f"{entry.note}。常见的写法：{usual}", buttons=(button, *entry.buttons))
