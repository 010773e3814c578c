"""In which order the keys of a facts file belong: records as they are declared, fields as their topic lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.head import Head
from generator.facts.records import Record, parts_of
from generator.topics.topic import DUTIES, MEASURES, Topics
from generator.yamltext.path import Path

_ACTIVITIES = "活动"


def ordered_keys(path: Path, keys: Sequence[str], topics: Topics) -> list[int]:
    """Give the places of the keys that stand at a path in the order in which they belong.

    Headings, topics and own words stay where they are: their order is the report's. Fields are put in order among
    those next to them, so that no field comes to stand on the other side of a sentence.
    """
    if path[:1] in ((MEASURES,), (DUTIES,)):
        if len(path) > 1 and path[-2] == _ACTIVITIES and isinstance(path[-1], int):
            return _by_rank(keys, list(ACTIVITY_FIELDS))
        return _in_runs(keys, _fields_at(path, topics))
    record = _record_at(path)
    return (
        _by_rank(keys, [part.name for part in parts_of(record).values()]) if record else [*range(len(keys))]
    )


def _record_at(path: Path) -> type[Record] | None:
    record: type[Record] | None = Head
    for key in path:
        if isinstance(key, int):
            continue
        part = next((one for one in parts_of(record).values() if one.name == key), None) if record else None
        record = part.record if part else None
    return record


def _fields_at(path: Path, topics: Topics) -> Sequence[str]:
    if path[0] == DUTIES:
        return list(topics.duty_fields) if len(path) <= 2 else []
    topic = topics.measures.get(str(path[-1])) if 2 <= len(path) <= 3 else None
    return list(topic.fields) if topic else []


def _by_rank(keys: Sequence[str], names: Sequence[str]) -> list[int]:
    """Sort by a list of names; a key that is not in it stays behind the one before it."""
    ranks, rank = [], -1
    for key in keys:
        rank = names.index(key) if key in names else rank
        ranks.append(rank)
    return sorted(range(len(keys)), key=lambda place: ranks[place])


def _in_runs(keys: Sequence[str], names: Sequence[str]) -> list[int]:
    """Sort the keys that are among the names wherever several of them follow each other."""
    rank: Mapping[str, int] = {name: number for number, name in enumerate(names)}
    order: list[int] = []
    for is_field, run in groupby(range(len(keys)), key=lambda place: keys[place] in rank):
        places = list(run)
        order += sorted(places, key=lambda place: rank[keys[place]]) if is_field else places
    return order
