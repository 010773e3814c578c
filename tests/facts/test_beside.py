"""What stands beside a value is taken apart from it, and only where nothing else stands there."""

from generator.facts.beside import taken_apart
from generator.yamltext.source import read_source
from tests.each import each

BESIDE = "{值: 3件, 来源: 台账, 同比: 是, 公开: 否, 截至: 2025-11-30, 上年: 2件}"


def apart(text):
    return taken_apart(read_source(text.encode(), "甲.yaml"))


@each(
    ("written", "left"),
    [
        ("3件", "3件"),
        ("{值: 3件}", "3件"),
        (BESIDE, "3件"),
        ("{值: 3件, 甲: 乙}", {"值": "3件", "甲": "乙"}),
        ("{截至: 2025-11-30, 上年: 2件}", {"截至": "2025-11-30", "上年": "2件"}),
    ],
)
def test_the_value_alone_is_left_in_its_place(written, left):
    data, _beside = apart(f"举措成效: {{行政执法: {{立案: {written}}}}}\n")
    assert data["举措成效"]["行政执法"]["立案"] == left


def test_what_is_beside_it_is_given_by_its_key_where_it_says_something():
    _data, beside = apart(f"甲: {BESIDE}\n乙: {{值: 1件, 截至: , 上年: 2件}}\n丙: 4件\n")
    assert beside.of("截至") == {("甲",): "2025-11-30"}
    assert beside.of("上年") == {("甲",): "2件", ("乙",): "2件"}
    assert beside.of("来源") == {("甲",): "台账"}
