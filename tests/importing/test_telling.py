"""Pieces of a text as topics, fields and own words."""

import pytest

from generator.importing.rereading import Cause, OwnPiece, ReadClause, ReadRecord, TopicLabel
from generator.importing.telling import clash_of, told_of_duties, told_of_opening, told_of_topics

CHECK = ReadClause("行政执法", {"立案": "20件"})
DONE = ReadClause("行政执法", {"办结": "＝立案"})
TOLD = ReadClause("信访工作", {"信访": "5件"})
OWN = OwnPiece("门总是开着。", begins=True)


@pytest.mark.parametrize(
    ("pieces", "first"),
    [
        ([CHECK, DONE], {"行政执法": {"立案": "20件", "办结": "20件"}}),
        (
            [Cause("人多"), CHECK, TOLD],
            {"行政执法": {"针对": "人多", "立案": "20件"}, "信访工作": {"信访": "5件"}},
        ),
        ([OWN, CHECK], {"行政执法": {"正文": ["门总是开着。"], "立案": "20件"}}),
        (
            [CHECK, OWN, TOLD],
            {"行政执法": {"立案": "20件", "正文": ["门总是开着。"]}, "信访工作": {"信访": "5件"}},
        ),
        (
            [CHECK, TopicLabel("信访工作"), OWN, TOLD],
            {"行政执法": {"立案": "20件"}, "信访工作": {"正文": ["门总是开着。"], "信访": "5件"}},
        ),
        ([CHECK, OwnPiece("常下乡。", "走村")], {"行政执法": {"立案": "20件", "亮点": [{"走村": "常下乡"}]}}),
        (
            [CHECK, ReadRecord("活动", {"名称": "宣讲"}, ""), ReadRecord("其他数据", {"巡堤": "3次"}, "")],
            {"行政执法": {"立案": "20件", "活动": [{"名称": "宣讲"}], "其他数据": {"巡堤": "3次"}}},
        ),
    ],
)
def test_topics(pieces, first):
    assert next(told_of_topics(pieces, {})) == first


def test_own_words_may_stand_under_several_keys():
    ways = [one["行政执法"] for one in told_of_topics([CHECK, OWN], {OWN.text: "门【次数：3次】开着。"})]
    assert {key for way in ways for key in way} == {"立案", "正文", "亮点", "成效"}
    assert ways[0]["正文"] == ["门【次数：3次】开着。"]


def test_nothing_is_told_where_a_topic_comes_back_or_a_field_has_two_values():
    assert list(told_of_topics([CHECK, TOLD, CHECK], {})) == []
    again = ReadClause("行政执法", {"立案": "19件"})
    assert list(told_of_topics([CHECK, again], {})) == []
    assert clash_of([CHECK, TOLD, again]) is again
    assert clash_of([CHECK, TOLD]) is None


def test_fields_of_duties_stand_side_by_side():
    pieces = [ReadClause("带头学法用法", {"专题研讨": "4次"}), ReadClause("述法与督导", {"督导": "2次"})]
    assert next(told_of_duties(pieces, {})) == {"专题研讨": "4次", "督导": "2次"}
    behind = OwnPiece("常下乡。")
    assert next(told_of_duties([*pieces, behind], {}))["正文"] == ["【接排】常下乡。"]


def test_the_opening_is_told_whole_or_not_at_all():
    pieces = [ReadClause("导语", {}), ReadClause("导语", {"领导": "县委", "落实": "《甲》《乙》和丙部署"})]
    assert list(told_of_opening(pieces)) == [{"领导": "县委", "落实": ["《甲》《乙》", "丙部署"]}]
    assert list(told_of_opening([*pieces, OWN])) == []
