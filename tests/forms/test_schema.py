"""The schema is one, explains every key, and accepts what the program accepts."""

import copy
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.facts.head import Head
from generator.facts.records import parts_of
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.forms.schema import DIALECT, describe_facts, facts_schema, schema_text
from generator.resources import Templates
from generator.topics import Field, read_topics
from generator.topics.loading import OWN_WORDS, SENTENCES
from tests.each import each

TOPICS = read_topics(Templates())
SCHEMA = facts_schema(TOPICS)
VALID = jsonschema.Draft202012Validator(SCHEMA)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def errors(data):
    return [f"{list(error.path)}: {error.message}" for error in VALID.iter_errors(data)]


def as_an_editor(text):
    """Read YAML as 1.2 has it, in which a date is a text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_it_is_a_schema_of_the_draft_it_names():
    assert SCHEMA["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_valid_as_an_editor_reads_it(path):
    assert errors(as_an_editor(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("full", [False, True])
def test_a_new_file_is_valid_before_anything_is_filled_in(full):
    assert errors(as_an_editor(scaffold(Request("稷下街道", 2024, full=full)))) == []


def test_every_topic_and_field_is_there_with_its_explanation():
    shown = SCHEMA["properties"]["举措成效"]["properties"]
    under_heading = SCHEMA["$defs"]["标题和主题"]["properties"]
    assert set(shown) == set(under_heading) - {"公开"} == {*TOPICS.measures, SENTENCES}
    for topic in TOPICS.measures.values():
        assert topic.note in shown[topic.name]["description"]
        assert topic.note in under_heading[topic.name]["description"]
        properties = SCHEMA["$defs"][f"主题-{topic.name}"]["properties"]
        for field in topic.fields.values():
            assert field.note in properties[field.name]["description"]
        assert set(OWN_WORDS) <= set(properties)
    assert set(TOPICS.duty_fields) <= set(SCHEMA["properties"]["第一责任人"]["properties"])


def test_every_key_of_the_head_is_there_with_its_explanation():
    for part in parts_of(Head).values():
        assert SCHEMA["properties"][part.name]["description"], part.name
    for name, definition in SCHEMA["$defs"].items():
        for key, one in definition.get("properties", {}).items():
            assert one.get("description") or "$ref" in one or key in {"值", "来源"}, f"{name}.{key}"


GOOD = {"年度": 2023, "单位": {"简称": "稷下街道"}, "举措成效": {"行政执法": {"立案": "5件"}}}


@each(
    ("path", "value"),
    [
        (("年度",), "2023年"),
        (("单位", "名称"), ["甲镇党委", "甲镇人民政府"]),
        (("落款",), {"日期": "2024年1月20日", "印章": "是"}),
        (("举措成效", "行政执法", "立案"), 5),
        (("举措成效", "行政执法", "立案"), None),
        (("举措成效", "行政执法", "立案"), {"值": "5件", "来源": "台账"}),
        (("举措成效", "行政执法", "三项制度"), "是"),
        (("举措成效", "行政执法", "三项制度"), "推进中"),
        (("举措成效", "行政执法", "三项制度"), {"值": "部分", "来源": "台账"}),
        (("举措成效", "法治宣传教育"), {"方式": ["甲", "乙"]}),
        (("举措成效", "法治宣传教育"), {"方式": "甲、乙"}),
        (("举措成效", "自拟主题"), {"做法": ["一句话", {"小标题": "一句话"}]}),
        (("举措成效", "板凳说事"), {"开展场次": "49场", "正文": "每周五开讲。"}),
        (("举措成效", "化解纠纷"), {"板凳说事": {"开展场次": {"值": "49场", "上年": "40场"}}}),
        (("举措成效", "行政执法", "活动"), [{"名称": "宣讲", "场次": "2场"}]),
        (("举措成效", "行政执法", "其他数据"), {"印发手册": "300册"}),
        (("举措成效", "行政执法", "正文"), "立案【立案：19件】。"),
        (("举措成效", "行政执法", "正文"), ["立案【立案：19件】。", {"值": "甲", "来源": "台账"}]),
        (("举措成效", "自己的标题"), {"正文": "甲", "行政执法": {"正文": ["乙"]}}),
        (("第一责任人",), {"正文": ["甲"]}),
        (("不足",), [{"正文": ["甲", "乙"]}]),
        (("计划",), [{"正文": "甲"}]),
        (("不足",), [{"问题": "甲", "原因": None}]),
        (("举措成效", "规范执法", "行政执法", "立案"), {"值": "5件", "来源": "台账"}),
        (("举措成效", "规范执法"), {"行政执法": None}),
        (("举措成效", "行政执法"), {"行政执法": {"立案": "5件"}, "执法有温度": {"做法": ["甲"]}}),
        (("举措成效", "法律明白人"), {"法律明白人": "160名"}),
        (("第一责任人", "强化领导"), {"领导班子学法": "6次", "做法": ["甲"]}),
    ],
)
def test_accepts(path, value):
    data = copy.deepcopy(GOOD)
    _put(data, path, value)
    assert errors(data) == []


@each(
    ("path", "value"),
    [
        (("年渡",), 2023),
        (("单位", "级别"), "省"),
        (("落款",), {"日子": "2024-01-20"}),
        (("举措成效", "行政执法", "立按"), "5件"),
        (("举措成效", "行政执法", "立案"), ["5件"]),
        (("举措成效", "行政执法", "三项制度"), "好"),
        (("举措成效", "自拟主题"), {"立案": "5件"}),
        (("举措成效", "化解纠纷", "板凳说事"), {"开展场次": "49场", "排查": "3件"}),
        (("举措成效", "行政执法", "正文"), [{"小标题": "立案"}]),
        (("举措成效", "行政执法", "活动"), [{"名字": "宣讲"}]),
        (("举措成效", "规范执法", "行政执法", "立按"), "5件"),
        (("举措成效", "规范执法", "行政执发", "立案"), "5件"),
        (("举措成效", "规范执法"), {"行政执法": {"立案": "5件"}, "立案": "5件"}),
        (("举措成效", "规范执法", "再一层", "行政执法", "立案"), "5件"),
        (("第一责任人", "强化领导"), {"领导班子学发": "6次"}),
        (("第一责任人", "领导班子学发"), "6次"),
    ],
)
def test_marks(path, value):
    data = copy.deepcopy(GOOD)
    _put(data, path, value)
    assert errors(data) != []


@pytest.mark.parametrize(
    ("measures", "path", "word"),
    [
        ({"行政执发": {"立案": "5件"}}, ["举措成效", "行政执发"], "立案"),
        ({"规范执法": {"行政执法": {"立按": "5件"}}}, ["举措成效", "规范执法", "行政执法"], "立按"),
        ({"规范执法": {"行政执发": {"立案": "5件"}}}, ["举措成效", "规范执法", "行政执发"], "立案"),
    ],
)
def test_a_mistyped_topic_or_field_is_named_where_it_stands(measures, path, word):
    (error,) = VALID.iter_errors({**GOOD, "举措成效": measures})
    assert list(error.absolute_path) == path
    assert f"'{word}' was unexpected" in error.message


def test_it_freezes_no_default():
    assert '"default"' not in schema_text(TOPICS)


def test_own_templates_are_in_it(tmp_path):
    folder = tmp_path / "举措成效"
    folder.mkdir()
    (folder / "河长制.md.j2").write_text(
        "---\n说明: 河湖管护\n字段:\n  巡河: {类型: 数量, 单位: 次, 说明: 全年巡河次数}\n---\n",
        encoding="utf-8",
    )
    schema = facts_schema(read_topics(Templates.with_own(tmp_path)))
    assert schema["properties"]["举措成效"]["properties"]["河长制"]["description"] == "河湖管护"
    assert schema["$defs"]["主题-河长制"]["properties"]["巡河"]["description"] == "次。全年巡河次数"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field("立案", "数量", "", ("件", "起")), "件、起"),
        (Field("三项制度", "是否", ""), "是否"),
        (Field("罚没", "金额", "", ("元", "万元")), "金额"),
    ],
)
def test_describe(field, text):
    assert describe_facts(field) == text


def _put(data, path, value):
    for key in path[:-1]:
        data = data.setdefault(key, {})
    data[path[-1]] = value
