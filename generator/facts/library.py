"""Common shortcomings and plans, chosen by name (选用) and overwritten part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.facts.head import Head, Territory
from generator.facts.records import parts_of, read_parts
from generator.facts.territory import ANY_PLACE, words_below
from generator.near import nearest_name
from generator.problems import NOWHERE, Place, Problem, UserError
from generator.resources import Resource, Templates, yaml_texts
from generator.topics.topic import read_years
from generator.yamltext.path import Path, dotted

SHORTCOMINGS, PLANS = "不足库.yaml", "计划库.yaml"
_LISTED = frozenset({"措施", "表现", "适用"})
_LIBRARIES = (("shortcomings", "不足", SHORTCOMINGS), ("plans", "计划", PLANS))
"""The records of the head that can be chosen, the part of the file where they stand, and their library."""


@lru_cache(maxsize=16)
def read_library(templates: Templates, name: str) -> Mapping[str, Mapping[str, Any]]:
    """Give the entries of one library by name, each a mapping of the parts it fills in.

    Raises UserError when the file is not of that form.
    """
    import yaml

    resource = templates.read(name)
    try:
        entries = yaml_texts(resource.text)
    except yaml.YAMLError as error:
        raise _refusal(resource, "不合 YAML 格式") from error
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise _refusal(resource, "应逐条写“- 名称: …”，下面各部分写一句话，“措施”可写几句")
    undated = next((entry["名称"] for entry in entries if not _has_years(entry)), None)
    if undated is not None:
        raise _refusal(resource, f"里“{undated}”的“起”“止”应为年份，先后不颠倒")
    return {entry["名称"]: entry for entry in entries}


def _is_entry(entry: Any) -> bool:
    """Tell whether an entry has a name and texts as its parts, or lists of texts where several may stand."""
    return (
        isinstance(entry, dict)
        and "名称" in entry
        and all(
            isinstance(text, str)
            for key, part in entry.items()
            for text in (part if key in _LISTED and isinstance(part, list) else [part])
        )
    )


def _has_years(entry: Mapping[str, Any]) -> bool:
    try:
        read_years(entry)
    except ValueError:
        return False
    return True


def _refusal(resource: Resource, what: str) -> UserError:
    return UserError(f"常见条目库“{resource.path}”{what}。", "请改正它，或移走这个文件改用内置的库。")


def fill_in(head: Head, templates: Templates, problems: list[Problem], places: Mapping[Path, Place]) -> Head:
    """Fill the parts that the clerk left out of each 不足 and 计划 that he chose from a library."""
    filled: dict[str, Any] = {}
    below = words_below(head.unit.territory, None)["村"]
    for attribute, key, library in _LIBRARIES:
        records = getattr(head, attribute)
        if any(one.chosen for one in records):
            entries = read_library(templates, library)
            filled[attribute] = tuple(
                _filled(one, entries, (key, index), problems, places, below)
                for index, one in enumerate(records)
            )
    return head.changed(**filled) if filled else head


def said_by_libraries(data: Mapping[str, Any], templates: Templates) -> Iterator[Path]:
    """Give the paths, in a file that says `data`, of what a library says where it is left blank."""
    for _, key, library in _LIBRARIES:
        items = data.get(key)
        for number, one in enumerate(items if isinstance(items, list) else ()):
            chosen = one.get("选用") if isinstance(one, dict) else None
            if isinstance(chosen, str) and chosen:
                entry = read_library(templates, library).get(chosen, {})
                yield from ((key, number, name) for name in entry)


def _filled(
    record: Any,
    entries: Mapping[str, Mapping[str, Any]],
    path: Path,
    problems: list[Problem],
    places: Mapping[Path, Place],
    below: str,
) -> Any:
    if not record.chosen:
        return record
    entry = entries.get(record.chosen)
    if entry is None:
        near = nearest_name(record.chosen, entries)
        fix = f"是不是“{near}”？" if near else f"可选：{'、'.join(list(entries)[:8])}等。"
        here = (*path, "选用")
        problems.append(
            Problem("事实-02", f"库里没有“{record.chosen}”。", fix, places.get(here, NOWHERE), dotted(here))
        )
        return record
    open_parts = {
        one.name: _saying(entry[one.name], below)
        for attribute, one in parts_of(type(record)).items()
        if one.name in entry and not getattr(record, attribute)
    }
    values, _ = read_parts(type(record), open_parts)
    return record.changed(**values)


def said_there(words: str, territory: Territory) -> str:
    """Give an entry's words as a unit with such a territory says them."""
    return str(_saying(words, words_below(territory, None)["村"]))


def _saying(part: Any, below: str) -> Any:
    """Say 村 or 社区 where a library's text says 村（社区） and the unit has only these."""
    if isinstance(part, list):
        return [one.replace(ANY_PLACE, below) for one in part]
    return part.replace(ANY_PLACE, below)
