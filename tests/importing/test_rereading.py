"""Texts of our own templates, read back."""

from functools import cache

import pytest

from generator.drafting.clauses import setting_of
from generator.drafting.shapes import shapes_of
from generator.facts.head import Unit
from generator.importing.rereading import Cause, OwnPiece, ReadClause, ReadRecord, Rereader, TopicLabel
from generator.resources import Templates
from generator.topics import read_topics

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)


@cache
def rereader():
    """Give the reader of our own texts; not where the tests are collected, which each process of a run does."""
    shapes = shapes_of(TOPICS, setting_of(Unit(short="云岭镇", level="镇"), 2024, TEMPLATES))
    return Rereader(shapes, TOPICS.measures)


def values(text, title="", **more):
    pieces = rereader().pieces(text, title, **more)
    return [(one.topic, dict(one.values)) for one in pieces if isinstance(one, ReadClause)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年排查矛盾纠纷231件，化解198起，化解率85.7%。",
            [
                ("矛盾纠纷化解", {"排查": "231件"}),
                ("矛盾纠纷化解", {"化解": "198起"}),
                ("矛盾纠纷化解", {"化解率": "85.7%"}),
            ],
        ),
        ("未发生行政应诉案件。", [("复议应诉", {"应诉案件": "0"})]),
        ("印发平安宣传读本20000余册。", [("平安建设", {"宣传读本": "20000余册"})]),
        ("全年参加应急演练800余人次。", [("应急处置", {"参演人次": "800余人次"})]),
        ("为群众办成了许多好事。", []),
    ],
)
def test_clauses_are_read(text, expected):
    assert values(text) == expected


def test_a_heading_tells_the_topic():
    assert values("办结率90%。", "做好行政执法工作") == [("行政执法", {"办结率": "90%"})]
    assert values("办结率90%。", "做好信访工作") == [("信访工作", {"办结率": "90%"})]


def test_what_is_barred_is_read_otherwise():
    text = "省信访系统登记2例。"
    first = values(text, "做好信访工作")
    (name,) = first[0][1]
    assert values(text, "做好信访工作", barred=frozenset({(0, "信访工作", name)})) != first


def test_a_cause_that_is_a_problem_is_read_whichever_way_it_leads_in():
    for text in ("针对租赁纠纷多的问题，", "从租赁纠纷多的问题入手，"):
        assert Cause("租赁纠纷多的问题") in rereader().pieces(f"{text}全年排查矛盾纠纷231件。")


def test_labels_causes_records_and_own_words():
    text = (
        "针对外来人口多的实际，一是抓好纠纷调处。全年排查矛盾纠纷231件。老赵调解室的门总是开着。\n"
        "12月4日，司法所在镇政府前坪开展宪法宣讲，受教育420人次。防汛演练3次，巡堤12次。"
    )
    pieces = rereader().pieces(text)
    assert Cause("外来人口多") in pieces
    assert TopicLabel("矛盾纠纷化解") in pieces
    assert any(isinstance(one, OwnPiece) and one.text == "老赵调解室的门总是开着。" for one in pieces)
    activity, figures = (one for one in pieces if isinstance(one, ReadRecord))
    assert activity.parts == {
        "时间": "12月4日", "主体": "司法所", "地点": "镇政府前坪", "名称": "宪法宣讲", "受教育": "420人次",
    }  # fmt: skip
    assert figures.parts == {"防汛演练": "3次", "巡堤": "12次"}
