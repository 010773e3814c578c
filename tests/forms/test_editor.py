"""In an editor: the real language server completes and explains every key of a facts file by our schema."""

import re
from pathlib import Path

import pytest

from generator.facts.head import Head, Plan, Shortcoming, Unit
from generator.facts.records import parts_of
from generator.forms.schema import FILE_NAME, schema_text
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.loading import OWN_WORDS
from tests.forms.language_server import LanguageServer, find_server

TOPICS = read_topics(Templates())
HEAD = f"# yaml-language-server: $schema={FILE_NAME}\n"
EXAMPLE = Path(__file__).parents[2] / "examples" / "稷下街道-2023.yaml"
_KEY = re.compile(r"^(?P<before> *(?:- )?)(?P<key>[^\s#:\-“][^:#]*):(?: |$)", re.MULTILINE)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("编辑器")
    command = find_server(tmp_path_factory.mktemp("npm"))
    if command is None:
        pytest.skip("没有 yaml-language-server，npm 也装不上")
    (folder / FILE_NAME).write_text(schema_text(TOPICS), encoding="utf-8")
    running = LanguageServer(command, folder)
    yield running
    running.close()


def names(record):
    return {part.name for part in parts_of(record).values()}


def test_every_key_of_an_example_is_explained(server):
    text = HEAD + EXAMPLE.read_text(encoding="utf-8")
    uri, fields = server.opened(text), {name for topic in TOPICS for name in topic.fields}
    explained = {}
    for match in _KEY.finditer(text):
        line = text.count("\n", 0, match.start())
        explained[match["key"]] = server.hover(uri, line, len(match["before"]))
    assert len(explained) > 60
    assert [key for key, said in explained.items() if "Source:" not in said] == []
    known = {key: said for key, said in explained.items() if key in fields}
    for key, said in known.items():
        notes = [topic.fields[key].note for topic in TOPICS if key in topic.fields]
        notes += [topic.note for topic in TOPICS if topic.name == key]
        assert any(note in said for note in notes), key
    assert "自己的标题" in explained["完善工作机制，规范权力运行"]
    assert TOPICS.measures["行政执法"].note in explained["行政执法"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", names(Head)),
        ("单位:\n  名称: 甲镇\n  ", names(Unit) - {"名称"}),
        ("不足:\n  - 问题: 装备不全\n    ", names(Shortcoming) - {"问题"} | {"公开"}),
        ("计划:\n  - 措施: 培训\n    ", names(Plan) - {"措施"} | {"公开"}),
        ("举措成效:\n  ", set(TOPICS.measures)),
        (
            "举措成效:\n  抓执法:\n    行政执法: {立案: 1件}\n    ",
            set(TOPICS.measures) - {"行政执法"} | {"正文"},
        ),
        ("第一责任人:\n  领导班子学法: 6次\n  ", set(TOPICS.duty_fields) - {"领导班子学法"}),
        ("举措成效:\n  行政执法:\n    立案:\n      值: 5件\n      ", {"来源", "同比", "公开"}),
        ("举措成效:\n  行政执法:\n    活动:\n      - 名称: 宣讲\n        ", {"时间", "地点", "主体", "公开"}),
    ],
)
def test_the_keys_that_may_stand_somewhere_are_offered(server, text, keys):
    offered = server.completions(HEAD + text)
    assert keys - offered.keys() == set()


@pytest.mark.parametrize("topic", TOPICS.measures.values(), ids=lambda topic: topic.name)
def test_every_field_of_a_topic_is_offered_with_its_example(server, topic):
    offered = server.completions(f"{HEAD}举措成效:\n  {topic.name}:\n    标题: 甲\n    ")
    assert {*topic.fields, *OWN_WORDS, "公开"} - {"标题"} - offered.keys() == set()
    for field in topic.fields.values():
        assert offered[field.name].startswith(f"{field.name}:")


@pytest.mark.parametrize(
    "place", ["    正文:\n      - ", "    正文: ", "    正文:\n      - 甲来了。\n      - "]
)
def test_a_sentence_with_its_mark_is_offered_as_a_snippet(server, place):
    offered = server.completions(f"{HEAD}举措成效:\n  行政执法:\n    立案: 1件\n{place}")
    assert offered["标注句"] == "全年${1:排查矛盾纠纷}【${2:排查}：${3:231件}】。"
    assert re.search(r"正文: .+【.+】。\n +公开: 否$", offered["不公开的句子"])
