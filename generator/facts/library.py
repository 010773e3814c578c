"""Common shortcomings and plans, chosen by name (选用) and overwritten part by part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.facts.head import Head
from generator.facts.path import Path, dotted
from generator.facts.sections import nearest
from generator.problems import Place, Problem
from generator.resources import Templates

SHORTCOMINGS, PLANS = "不足库.yaml", "计划库.yaml"


@lru_cache(maxsize=16)
def read_library(templates: Templates, name: str) -> Mapping[str, Mapping[str, Any]]:
    """Give the entries of one library by name, each a mapping of the parts it fills in."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    entries = yaml.load(templates.read(name).text, loader)  # noqa: S506  # the base loader makes only texts
    return {entry["名称"]: entry for entry in entries}


def fill_in(head: Head, templates: Templates, problems: list[Problem], places: Mapping[Path, Place]) -> Head:
    """Fill the parts that the clerk left out of each 不足 and 计划 that he chose from a library."""
    filled: dict[str, Any] = {}
    for attribute, key, library in (("shortcomings", "不足", SHORTCOMINGS), ("plans", "计划", PLANS)):
        records = getattr(head, attribute)
        if any(one.chosen for one in records):
            entries = read_library(templates, library)
            filled[attribute] = tuple(
                _filled(one, entries, (key, index), problems, places) for index, one in enumerate(records)
            )
    return head.model_copy(update=filled) if filled else head


def _filled(
    record: Any,
    entries: Mapping[str, Mapping[str, Any]],
    path: Path,
    problems: list[Problem],
    places: Mapping[Path, Place],
) -> Any:
    if not record.chosen:
        return record
    entry = entries.get(record.chosen)
    if entry is None:
        near = nearest(record.chosen, entries)
        fix = f"是不是“{near}”？" if near else f"可选：{'、'.join(list(entries)[:8])}等。"
        here = (*path, "选用")
        problems.append(
            Problem("事实-02", f"库里没有“{record.chosen}”。", fix, places.get(here, Place()), dotted(here))
        )
        return record
    fields = type(record).model_fields
    update = {
        name: (entry[field.alias],)
        if name == "measures" and isinstance(entry[field.alias], str)
        else entry[field.alias]
        for name, field in fields.items()
        if name != "chosen" and field.alias in entry and not getattr(record, name)
    }
    return record.model_copy(update=update)
