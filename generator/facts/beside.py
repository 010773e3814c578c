"""What may stand beside a value: {值: 198件, 来源: 司法所台账, 同比: 是, 公开: 否, 截至: 2025-11-30, 上年: 176件}, 上年同期."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.facts.compared import COMPARED
from generator.facts.days import UNTIL
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.facts.withheld import PUBLIC, takes_answer, without_answer
from generator.yamltext.path import Path
from generator.yamltext.source import Source

VALUE, ORIGIN = "值", "来源"
_KEYS = frozenset({VALUE, ORIGIN, COMPARED, PUBLIC, UNTIL, BEFORE, SAME_SPAN})


class ValuesBeside(NamedTuple):
    """What a file says beside its values, as it is written there, by their paths."""

    said: Mapping[Path, Mapping[str, Any]]

    def of(self, key: str) -> dict[Path, Any]:
        """Give what stands under one key, where anything does."""
        return {path: one[key] for path, one in self.said.items() if one.get(key)}


def taken_apart(source: Source) -> tuple[Any, ValuesBeside]:
    """Give the data with its values alone, and what stands beside some of them."""
    said: dict[Path, Mapping[str, Any]] = {}
    # these are rare, and without them there is nothing to take apart
    if any(VALUE in path or PUBLIC in path for path in source.places):
        return _values_alone(source.data, (), said), ValuesBeside(said)
    return source.data, ValuesBeside(said)


def _values_alone(data: Any, path: Path, said: dict[Path, Mapping[str, Any]]) -> Any:
    """Take {值: 198件, 来源: 司法所台账, 公开: 否} for 198件 and keep the rest beside it."""
    if isinstance(data, dict):
        if VALUE in data and set(data) <= _KEYS:
            said[path] = data
            return data[VALUE]
        if takes_answer(data, path):
            said[path] = {PUBLIC: data[PUBLIC]}
            return _values_alone(without_answer(data, path), path, said)
        return {
            key: one if isinstance(one, str) else _values_alone(one, (*path, key), said)
            for key, one in data.items()
        }
    if isinstance(data, list):
        return [_values_alone(one, (*path, index), said) for index, one in enumerate(data)]
    return data
