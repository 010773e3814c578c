"""The blocks of what a report lists item by item: 上年整改, 不足 with the plans that answer them, 计划."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.head import Plan, Rectified, Shortcoming
from generator.facts.library import read_library, said_there
from generator.facts.records import Record
from generator.preview.form_entries import as_typed, record_entries, sentence_entries
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
from generator.preview.form_values import (
    ANSWERS,
    CAUSE,
    CHOSEN,
    LIBRARIES,
    PLAN,
    PROBLEM,
    effective,
    first_blank,
)
from generator.topics.loading import SENTENCES
from generator.topics.topic import read_years, suits
from generator.yamltext.path import Path

_ABOUT = {
    "上年整改": "上年度的不足怎样整改的，上年的安排做到了什么。",
    "不足": "三条左右；原因是材料里有的才写。",
    "计划": "逐条对应不足。",
}
LAST_YEARS = "上年的"
"""How the comments begin that say what last year's file had, where this year's asks after it."""
_TITLES = {"上年整改": "上年度问题整改", "不足": "存在的不足和原因", "计划": "下一年度主要安排"}
_RECORDS: Mapping[str, type[Record]] = {"上年整改": Rectified, "不足": Shortcoming, "计划": Plan}


def item_blocks(material: FormMaterial, part: str) -> Iterator[FormBlock]:
    """Give the block of one of the parts that list items, and a block for each item."""
    data = material.at((part,))
    items = data if isinstance(data, list) else [data] if isinstance(data, dict) else []
    yield FormBlock(
        part,
        _TITLES[part],
        1,
        "".join((_ABOUT[part], *_last_years(material, part))),
        adding=(
            FormButton(
                "另写一条",
                {"kind": "AddItem", "path": (part,), "content": {_first(part): ""}},
                f"块-{part}.{len(items)}",
            ),
        ),
        pickers=_pickers(material, part, items),
        problems=material.told((part,), below=False),
    )
    for number, one in enumerate(items):
        path: Path = (part, number) if isinstance(data, list) else (part,)
        if isinstance(one, dict):
            yield _item_block(material, part, path, one, number, len(items))


def _item_block(
    material: FormMaterial, part: str, path: Path, item: Mapping[str, Any], number: int, count: int
) -> FormBlock:
    record = _RECORDS[part]
    chosen = as_typed(item.get(CHOSEN))
    entry = _entry_of(material, part, item)
    hints = {key: as_typed(one) for key, one in entry.items()} if chosen else {}
    entries = [*record_entries(material, path, record, hints, frozenset({SENTENCES, CHOSEN}))]
    if part == "不足":
        entries = [_of_shortcoming(material, one, entry, hints) for one in entries]
    if SENTENCES in item or f"{part}.{number}.{SENTENCES}" in material.opened:
        entries += sentence_entries(material, (*path, SENTENCES), SENTENCES, "整条自己写的，代替以上各项")
    title = effective(item, _first(part), part, material.templates)
    before = material.remarks_above(path, LAST_YEARS) or material.remarks_above(
        (*path, next(iter(item), "")), LAST_YEARS
    )
    library = f"选自常见{part}：{chosen}；空着的按库里的印，改了的照改的印" if chosen else ""
    links, adding = _answering(material, item) if part == "不足" else ((), ())
    return FormBlock(
        f"{part}.{number}",
        f"{number + 1}. {title}" if title else f"第{number + 1}条",
        3,
        note="。".join(filter(None, (library, *before))),
        entries=tuple(entries),
        more=()
        if SENTENCES in item
        else (opening("整条自己写", f"{part}.{number}.{SENTENCES}", (*path, SENTENCES, 0)),),
        adding=adding,
        buttons=(
            *(steps(path, [*range(count)], _called) if isinstance(path[-1], int) else ()),
            FormButton("删去", {"kind": "Remove", "path": path}),
        ),
        problems=material.told(path, below=False),
        links=links,
    )


def _called(path: Path) -> str:
    """Give what the page calls an item."""
    return identifier("块", f"{path[0]}.{path[1]}")


def _entry_of(material: FormMaterial, part: str, item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the library's entry that an item names, or, of a shortcoming, whose words it says."""
    if part not in LIBRARIES:
        return {}
    library = read_library(material.templates, LIBRARIES[part])
    problem = as_typed(item.get(PROBLEM))
    named = library.get(as_typed(item.get(CHOSEN)))
    said = (one for one in library.values() if problem and part == "不足" and one.get(PROBLEM) == problem)
    return named or next(said, {})


def _of_shortcoming(
    material: FormMaterial, one: FormEntry, entry: Mapping[str, Any], hints: Mapping[str, str]
) -> FormEntry:
    """Give an entry of a shortcoming: its name changes with its plans; a usual cause is offered, and not taken."""
    if one.label == PROBLEM:
        return one._replace(kind="SetProblem")
    if one.label != CAUSE or one.text or CAUSE not in entry or hints:
        return one
    cause = said_there(entry[CAUSE], material.unit.territory)
    act = {"kind": "SetValue", "path": one.path, "text": cause}
    button = FormButton("用常见的原因", act, one.id)
    return one._replace(note=f"{one.note}。常见的原因：{cause}", buttons=(button, *one.buttons))


def _last_years(material: FormMaterial, part: str) -> Iterator[str]:
    """Say what last year's report gave as its shortcomings, or as its plans."""
    last = material.facts.last
    if last is None or part not in LIBRARIES:
        return
    said = (
        [one.problem for one in last.head.shortcomings]
        if part != PLAN
        else [one.title or "；".join(one.measures) for one in last.head.plans]
    )
    listed = "；".join(f"{number}. {one}" for number, one in enumerate(filter(None, said), 1))
    if listed:
        yield f"上年写的：{listed}。"


def _answering(
    material: FormMaterial, item: Mapping[str, Any]
) -> tuple[tuple[tuple[str, str], ...], tuple[FormButton, ...]]:
    """Give links to the plans that answer a shortcoming; where none does, what adds one."""
    problem = effective(item, PROBLEM, "不足", material.templates)
    plans = material.at((PLAN,))
    listed = plans if isinstance(plans, list) else [plans] if isinstance(plans, dict) else []
    answering = [
        number
        for number, one in enumerate(listed)
        if isinstance(one, dict) and problem and effective(one, ANSWERS, PLAN, material.templates) == problem
    ]
    if answering or not problem:
        return tuple((f"块-{PLAN}.{number}", f"对应的安排：第{number + 1}条") for number in answering), ()
    entry = _entry_of(material, "不足", item)
    content = {ANSWERS: problem, "措施": ""}
    from_library = {CHOSEN: entry[PLAN], ANSWERS: problem} if PLAN in entry else None
    ways = [("写对应的安排", content), *([("选用库里对应的安排", from_library)] if from_library else [])]
    return (), tuple(
        FormButton(
            label, {"kind": "AddItem", "path": (PLAN,), "content": one}, f"块-{PLAN}.{_next_place(listed)}"
        )
        for label, one in ways
    )


def _pickers(material: FormMaterial, part: str, items: list[Any]) -> tuple[FormPicker, ...]:
    if part not in LIBRARIES:
        return ()
    chosen = {as_typed(one.get(key)) for one in items if isinstance(one, dict) for key in (CHOSEN, PROBLEM)}
    options = tuple(
        (name, as_typed(entry.get(_first(part))) or name)
        for name, entry in read_library(material.templates, LIBRARIES[part]).items()
        if name not in chosen and as_typed(entry.get(PROBLEM)) not in chosen - {""} and _fits(entry, material)
    )
    focus = f"块-{part}.{_next_place(items)}"
    buttons = [FormButton("选用", {"kind": "Choose", "part": part, "name": "", "answered": False}, focus)]
    if part == "不足":
        buttons.insert(
            0,
            FormButton(
                "选用，连同安排", {"kind": "Choose", "part": part, "name": "", "answered": True}, focus
            ),
        )
    return (FormPicker(f"从常见{part}里选", "name", options, tuple(buttons)),)


def _next_place(items: list[Any]) -> int:
    blank = first_blank(items)
    return len(items) if blank is None else blank


def _fits(entry: Mapping[str, Any], material: FormMaterial) -> bool:
    levels = entry.get("适用", [])
    return suits(levels, material.facts.level) and read_years(entry).hold(material.facts.year)


def _first(part: str) -> str:
    return {"上年整改": PROBLEM, "不足": PROBLEM, "计划": "标题"}[part]
