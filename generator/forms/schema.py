"""JSON Schema of a facts file, so that an editor completes the Chinese keys and explains each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.chapters import HEADING_FORMS
from generator.facts.head import Head
from generator.facts.levels import LEVELS
from generator.facts.notice import CountyNotice, Excused, Notice
from generator.facts.notice_terms import BY_YEAR, LINED
from generator.facts.records import HEAD_KINDS, Record, parts_of
from generator.facts.required import OF_EACH
from generator.facts.withheld import PUBLIC
from generator.forms.shapes import (
    LINES,
    PUBLIC_ANSWER,
    SCALAR,
    SEVERAL,
    TICK,
    WITHHELD_SENTENCE,
    one_or_several,
    or_with_origin,
    passage_shape,
    sentence_shape,
)
from generator.topics.kinds import KINDS, sample
from generator.topics.loading import OWN_WORDS, SENTENCES
from generator.topics.topic import DUTIES, MEASURES, Field, Topic, Topics
from generator.topics.wordings import EITHER_HEAD
from generator.wording import join_apart

FILE_NAME = "年报.schema.json"
NOTICE_SCHEMA = "上级通知.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_HEAD_SHAPES: dict[str, dict[str, Any]] = {
    "年度": {"type": ["integer", "string", "null"]},
    "版次": {"type": ["integer", "string", "null"]},
    "年月日": {"type": ["string", "null"]},
    "级别": {"enum": [*LEVELS, None]},
    "可否": TICK,
    "照写": SCALAR,
    "题目": SCALAR,
    "原文": SCALAR,
    "逐行": LINES,
    "村居": SEVERAL,
    "字数": SCALAR,
    "占比": SCALAR,
    "个数": SCALAR,
    "排法": {"enum": [*HEADING_FORMS, None]},
    "章题": SCALAR,
    "章序": LINES,
    "年份写法": {"enum": ["上年", BY_YEAR, None]},
    **dict.fromkeys(LINED, LINES),
}
_OWN_WORDS = "自己的话，逐条写“- 一句话”，或“- 小标题: 一句话”"
_SENTENCES = "自己的句子，一句或逐句写，照印；句中的数写成【名称：数值】，与字段一样核对"


def facts_schema(topics: Topics) -> dict[str, Any]:
    """Give the schema of a facts file for these topics; every leaf may also be {值: …, 来源: …}."""
    properties = _parts(Head)
    properties[MEASURES] = _measures(topics)
    properties[DUTIES] = _duties(topics)
    return {
        "$schema": DIALECT,
        "title": "法治政府建设年度报告的事实文件",
        "description": "由 nianbao schema 生成，供编辑器补全和提示，不必改动",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {**_records(Head), **_kinds(), **_own_words(), **_headings(topics)},
    }


def schema_text(topics: Topics) -> str:
    """Give the schema as the text of a file."""
    return json.dumps(facts_schema(topics), ensure_ascii=False, indent=2) + "\n"


def notice_schema_text(topics: Topics) -> str:
    """Give the schema of a county's notice, with every topic and field that it can ask for, as the text of a file."""
    asked = [f"{one.name}.{field}" for one in topics.measures.values() for field in one.fields]
    asked += [f"{DUTIES}.{field}" for field in topics.duty_fields]
    asked += [f"{part}.{field}" for part, field in OF_EACH.items()]
    names = {"anyOf": [{"enum": [*topics.measures, *asked]}, {"type": "string"}]}
    properties = _parts(CountyNotice)
    properties["必报"] = {"description": properties["必报"]["description"], **one_or_several(names)}
    unit = {"anyOf": [{"title": "名称", "type": "string"}, properties["单位"]["items"]]}
    properties["单位"] = {"description": properties["单位"]["description"], **one_or_several(unit)}
    schema = {
        "$schema": DIALECT,
        "title": "报送法治政府建设年度报告的通知",
        "description": "由 nianbao notice 生成，供编辑器补全和提示，不必改动",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {**_records(CountyNotice), **_kinds()},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _parts(record: type[Record]) -> dict[str, Any]:
    """Give each key of a record: as its kind may be written, or as the record that stands under it."""
    return {one.name: _part(one) for one in parts_of(record).values()}


def _part(part: Field) -> dict[str, Any]:
    shape: dict[str, Any] = {"$ref": f"#/$defs/{part.record.__name__ if part.record else part.kind}"}
    if part.record is Excused:
        shape = one_or_several({"anyOf": [{"title": "项目：原因", "type": "string"}, shape]})
    elif part.kind == "逐项":
        shape = {"type": ["array", "null"], "items": shape}
    if part.record is Notice:
        shape = {"anyOf": [{"title": "上级发来的通知文件", "type": "string", "pattern": r"\.ya?ml$"}, shape]}
    if part.name == "其他情况":
        shape = {"anyOf": [shape, {"type": "array", "items": {"anyOf": [SCALAR, WITHHELD_SENTENCE]}}]}
    return {"description": part.note, **shape}


def _records(record: type[Record]) -> dict[str, Any]:
    """Give the records that stand anywhere in one, by the name of their class."""
    found: dict[str, Any] = {}
    for one in parts_of(record).values():
        if one.record:
            shape = {
                "type": ["object", "null"],
                "properties": _parts(one.record) | ({PUBLIC: PUBLIC_ANSWER} if one.kind == "逐项" else {}),
                "additionalProperties": False,
            }
            found |= {one.record.__name__: shape, **_records(one.record)}
    return found


def _measures(topics: Topics) -> dict[str, Any]:
    """Give 举措成效: a key is a heading where a mapping stands under it that can be no field, else a topic."""
    return {
        "description": "第一部分，写标题和它下面的主题，或直接写主题，先后就是报告里的先后；"
        f"自拟的主题只写{'、'.join(OWN_WORDS)}",
        "type": ["object", "null"],
        "properties": {
            **{name: _topic_or_heading(topic) for name, topic in topics.measures.items()},
            SENTENCES: {"$ref": f"#/$defs/{SENTENCES}"},
        },
        "additionalProperties": {
            "if": {
                "$ref": "#/$defs/没有主题",
                "propertyNames": {"not": {"enum": list(topics.measures)}},
            },
            "then": {"$ref": "#/$defs/做法或自拟主题"},
            "else": {"$ref": "#/$defs/标题和主题"},
        },
    }


def _topic_or_heading(topic: Topic) -> dict[str, Any]:
    return {
        "description": _about(topic),
        "type": ["object", "null"],
        "if": {"$ref": "#/$defs/没有主题"},
        "then": {"$ref": f"#/$defs/主题-{topic.name}"},
        "else": {"$ref": "#/$defs/标题和主题"},
    }


def _headings(topics: Topics) -> dict[str, Any]:
    """Give each topic, what may stand under a heading, and how to tell that none stands there."""
    known = {f"主题-{name}": _section(_about(topic), topic.fields) for name, topic in topics.measures.items()}
    heading = {
        "description": "自己的标题，下面写主题",
        "type": "object",
        "properties": {
            name: {"description": _about(topic), "$ref": f"#/$defs/主题-{name}"}
            for name, topic in topics.measures.items()
        }
        | {SENTENCES: {"$ref": f"#/$defs/{SENTENCES}"}, PUBLIC: PUBLIC_ANSWER},
        "additionalProperties": {"$ref": "#/$defs/做法或自拟主题"},
    }
    no_topic = {
        "patternProperties": {f"^(?:{'|'.join(OWN_WORDS)})$": True},
        "additionalProperties": {"anyOf": [{"not": {"type": "object"}}, {"required": ["值"]}]},
    }
    named = (f"主题-{name}" for name, topic in topics.measures.items() if topic.named_by)
    practice = {
        "if": {"propertyNames": {"enum": [*OWN_WORDS, PUBLIC]}},
        "then": {"$ref": "#/$defs/自拟主题"},
        "else": {"$ref": f"#/$defs/{next(named, '自拟主题')}"},
    }
    return {**known, "做法或自拟主题": practice, "标题和主题": heading, "没有主题": no_topic}


def _duties(topics: Topics) -> dict[str, Any]:
    """Give 第一责任人: its fields, and headings with fields under them; a heading there is only the unit's own."""
    fields = _section(
        "第二部分，党政主要负责人履行职责情况；字段可以直接写，也可以写在自己的标题下", topics.duty_fields
    )
    for name in ("标题", "针对", "成效"):
        del fields["properties"][name]
    heading = {**fields, "description": "自己的标题，下面写字段", "type": "object"}
    return {**fields, "additionalProperties": heading}


def _about(topic: Topic) -> str:
    office = f"（{topic.office}）" if topic.office else ""
    years = f"。{topic.years}" if str(topic.years) else ""
    return topic.note + office + years


def _section(description: str, fields: Mapping[str, Field]) -> dict[str, Any]:
    own = {name: {"$ref": f"#/$defs/{name}"} for name in _own_words() if name != "自拟主题"}
    return {
        "description": description,
        "type": ["object", "null"],
        "properties": {**{name: _field(one) for name, one in fields.items()}, **own, PUBLIC: PUBLIC_ANSWER},
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    told = {
        "description": "。".join(
            filter(None, [describe_facts(field), field.note, *tell_wordings(field), str(field.years)])
        ),
        "examples": [sample(field)],
    }
    if field.kind == "是否" and field.wordings:
        answers = dict.fromkeys(["是", *field.wordings, "否"])
        return {**told, **or_with_origin({"enum": [*answers, None]})}
    return {**told, "$ref": f"#/$defs/{field.kind}"}


def describe_facts(field: Field) -> str:
    """Say in a word or two what is to be filled in: the measure words of a quantity, else the kind."""
    return "、".join(field.units) if field.kind == "数量" else field.kind


def tell_wordings(field: Field) -> list[str]:
    """Say which 说法 a field takes and where they are written, if it takes any."""
    if not field.wordings:
        return []
    if field.wording == EITHER_HEAD:
        where = "可填“是”，或写明是谁" if field.kind == "是否" else "前面可写明是谁"
        return [f"{where}：书记、镇长（乡长、主任、局长）、书记和镇长，不写就是党政主要负责人"]
    first, *others = field.wordings
    if field.kind == "是否":
        return [f"可填{'、'.join(dict.fromkeys(['是', *others]))}"]
    where = "前面" if field.units else "前面空一格"
    return [f"{where}可写{join_apart(others)}，不写就是{join_apart([first])}"]


def _kinds() -> dict[str, Any]:
    """Each kind of field as it may be written, alone or with where it comes from."""
    shapes = {name: SEVERAL if kind.listed else SCALAR for name, kind in KINDS.items()} | {"是否": TICK}
    hints = {name: kind.hint for name, kind in {**KINDS, **HEAD_KINDS}.items()}
    return {
        name: {"title": hints[name], **or_with_origin(shape)}
        for name, shape in {**shapes, **_HEAD_SHAPES}.items()
    }


def _own_words() -> dict[str, Any]:
    own: dict[str, Any] = {
        "标题": {"description": "自己的标题，不写则由程序选", **or_with_origin(SCALAR)},
        "针对": {
            "description": "为什么做，如“外来人口多、租赁纠纷易发”，写在这一段的开头",
            **or_with_origin(SCALAR),
        },
        "成效": {
            "description": "做出了什么结果，一句话，须有依据，写在这一段的末尾",
            **or_with_origin(SCALAR),
        },
        SENTENCES: {"description": _SENTENCES, **one_or_several(sentence_shape())},
        "做法": {"description": f"{_OWN_WORDS}；放在前面", **one_or_several(passage_shape())},
        "亮点": {"description": f"{_OWN_WORDS}；放在后面", **one_or_several(passage_shape())},
        "活动": {
            "description": "重要的活动，逐项写名称、时间、地点、场次等",
            "type": ["array", "null"],
            "items": _answering({name: _field(one) for name, one in ACTIVITY_FIELDS.items()}),
        },
        "其他数据": {
            "description": "没有字段可填的数字，写“名称: 数值”",
            "type": ["object", "null"],
            "additionalProperties": or_with_origin(SCALAR),
        },
    }
    return {**own, "自拟主题": {**_answering(own), "type": ["object", "null"]}}


def _answering(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Give a mapping of these keys that may also say whether it is public."""
    return {
        "type": "object",
        "properties": {**properties, PUBLIC: PUBLIC_ANSWER},
        "additionalProperties": False,
    }
