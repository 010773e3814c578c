"""The shapes of which the schema is put together: a value, several, a sentence, and what may stand beside each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.facts.days import UNTIL
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.facts.withheld import PUBLIC
from generator.topics.loading import SENTENCES

SCALAR: dict[str, Any] = {"type": ["string", "number", "null"]}
SEVERAL: dict[str, Any] = {"anyOf": [SCALAR, {"type": "array", "items": {"type": ["string", "number"]}}]}
TICK: dict[str, Any] = {"enum": ["是", "否", None]}
LINES: dict[str, Any] = {"type": ["string", "array", "null"], "items": {"type": "string"}}
PUBLIC_ANSWER = {"description": "填“否”的，只报上级，公开版里不写", **TICK}
_ORIGIN = {"description": "数据的出处，如司法所台账；不写进报告", "type": ["string", "null"]}
_COMPARED = "填“是”的，写上与上年的比较；要有上年的事实文件，或在旁边写“上年”"
_DAY = {
    "description": "这个数截至哪一天，与全篇的不同才写，如2025-11-30；印在数的后面",
    "type": ["string", "null"],
}
_LAST_YEARS = "上年全年的数，没有上年的事实文件时写，用来算同比；本年的数有“截至”的，不与它比"
_LAST_YEARS_ALIKE = "上年截至同一天的数，本年的数有“截至”时写，用来算同比"

WITHHELD_SENTENCE: dict[str, Any] = {
    "title": "一句话，连同公开与否",
    "type": "object",
    "properties": {SENTENCES: {"description": "一句话，照印", **SCALAR}, PUBLIC: PUBLIC_ANSWER},
    "required": [SENTENCES],
    "additionalProperties": False,
}
"""A sentence with whether it is public beside it."""


_SENTENCE_SNIPPETS = [
    {
        "label": "标注句",
        "description": "一句话，句中的数写成【名称：数值】，与字段一样核对",
        "body": "全年${1:排查矛盾纠纷}【${2:排查}：${3:231件}】。",
    },
    {
        "label": "不公开的句子",
        "description": "只报上级，公开版里不写",
        "body": {SENTENCES: "${1:一句话}【${2:名称}：${3:数值}】。", PUBLIC: "否"},
    },
]
"""What an editor offers where a sentence of 正文 is begun; the language server of VS Code's YAML extension reads it."""


def or_with_origin(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Give a value as it may be written: alone, or with where it comes from, 同比, 截至, 上年 and 公开 beside it."""
    beside = {
        "title": "值，连同出处等",
        "type": "object",
        "properties": {
            "值": shape,
            "来源": _ORIGIN,
            "同比": {"description": _COMPARED, **TICK},
            UNTIL: _DAY,
            BEFORE: {"description": _LAST_YEARS, **SCALAR},
            SAME_SPAN: {"description": _LAST_YEARS_ALIKE, **SCALAR},
            PUBLIC: PUBLIC_ANSWER,
        },
        "required": ["值"],
        "additionalProperties": False,
    }
    return {"anyOf": [shape, beside]}


def sentence_shape() -> dict[str, Any]:
    """Give one sentence of 正文, with what an editor offers to begin one."""
    return {
        "title": "一句话",
        "anyOf": [*or_with_origin(SCALAR)["anyOf"], WITHHELD_SENTENCE],
        "defaultSnippets": _SENTENCE_SNIPPETS,
    }


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
    return {"anyOf": [shape, {"title": "逐条写", "type": "array", "items": shape}]}
