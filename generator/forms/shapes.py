"""The shapes of which the schema is put together: a value, several, a sentence, and what may stand beside each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.facts.withheld import PUBLIC
from generator.topics.loading import SENTENCES

SCALAR: dict[str, Any] = {"type": ["string", "number", "null"]}
SEVERAL: dict[str, Any] = {"anyOf": [SCALAR, {"type": "array", "items": {"type": ["string", "number"]}}]}
TICK: dict[str, Any] = {"enum": ["是", "否", None]}
LINES: dict[str, Any] = {"type": ["string", "array", "null"], "items": {"type": "string"}}
PUBLIC_ANSWER = {"description": "填“否”的，只报上级，公开版里不写", **TICK}
_ORIGIN = {"description": "数据的出处，如司法所台账；不写进报告", "type": ["string", "null"]}
_COMPARED = "填“是”的，写上与上年的比较；要有上年的事实文件"

WITHHELD_SENTENCE: dict[str, Any] = {
    "type": "object",
    "properties": {SENTENCES: {"description": "一句话，照印", **SCALAR}, PUBLIC: PUBLIC_ANSWER},
    "required": [SENTENCES],
    "additionalProperties": False,
}
"""A sentence with whether it is public beside it."""


def or_with_origin(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Give a value as it may be written: alone, or with where it comes from, 同比 and 公开 beside it."""
    beside = {
        "type": "object",
        "properties": {
            "值": shape,
            "来源": _ORIGIN,
            "同比": {"description": _COMPARED, **TICK},
            PUBLIC: PUBLIC_ANSWER,
        },
        "required": ["值"],
        "additionalProperties": False,
    }
    return {"anyOf": [shape, beside]}


def sentence_shape() -> dict[str, Any]:
    """Give one sentence of 正文."""
    return {"anyOf": [*or_with_origin(SCALAR)["anyOf"], WITHHELD_SENTENCE]}


def passage_shape() -> dict[str, Any]:
    """Give one item of 做法 or 亮点: a sentence, or one under a 小标题."""
    labelled = {
        "type": "object",
        "properties": {PUBLIC: PUBLIC_ANSWER},
        "additionalProperties": {"type": "string"},
        "maxProperties": 2,
    }
    return {"anyOf": [SCALAR, WITHHELD_SENTENCE, labelled]}


def one_or_several(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Give what stands behind a key alone, or as a list under it."""
    return {"anyOf": [shape, {"type": "array", "items": shape}]}
