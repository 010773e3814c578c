"""Headings of the unit's own over topics and duties: what is one, what is told of all else, and how facts are found."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import facts_from
from generator.problems import FactsError
from generator.resources import Templates
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source
from tests.each import each
from tests.facts.test_loading import BASE, facts, problems
from tests.often import often


def outline(text):
    """Give each heading, or "" where there is none, with the topics under it."""
    return [
        (section.heading, [topic.name for topic in section.topics])
        for section in facts(f"举措成效:\n{text}").sections
    ]


def duties(text):
    return [
        (section.heading, [list(one.values) for one in section.topics])
        for section in facts(f"第一责任人:\n{text}").duty_sections
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """\
  深化普法，夯实基础:
    法治宣传教育: {普法活动: 50次}
    法律明白人: {培训人数: 160名}
  行政执法: {立案: 19件}
""",
            [("深化普法，夯实基础", ["法治宣传教育", "法律明白人"]), ("", ["行政执法"])],
        ),
        (
            "  法治宣传教育:\n    法治宣传教育: {普法活动: 50次}\n    法律明白人: {亮点: [甲]}\n",
            [("法治宣传教育", ["法治宣传教育", "法律明白人"])],
        ),
        ("  法治宣传教育: {普法活动: 50次, 亮点: [甲]}\n", [("", ["法治宣传教育"])]),
        ("  法治宣传教育: {其他数据: {手册: 3册}}\n", [("", ["法治宣传教育"])]),
        ("  法律明白人: {法律明白人: 160名}\n", [("", ["法律明白人"])]),
        ("  法律明白人:\n    法律明白人:\n", [("", ["法律明白人"])]),
        ("  街区治理: {做法: [甲]}\n", [("", ["街区治理"])]),
        ("  街区治理: {其他数据: {议事会: 3个}}\n", [("", ["街区治理"])]),
        ("  治理有方: {街区治理: {做法: [甲]}, 信访工作: {}}\n", [("治理有方", ["街区治理", "信访工作"])]),
        ("  行政执法: {街区治理: {做法: [甲]}}\n", [("行政执法", ["街区治理"])]),
        ("  治理有方:\n    信访工作:\n    基层治理: {网格: 81个}\n", [("治理有方", ["基层治理"])]),
    ],
)
def test_a_heading_is_told_by_what_stands_under_it(text, expected):
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  领导班子学法: 6次\n  集体讨论: 是\n", [("", [["领导班子学法", "集体讨论"]])]),
        (
            "  强化领导: {领导班子学法: 6次}\n  集体讨论: 是\n  依法行政:\n    做法: [甲]\n  专题党课: 3次\n",
            [("强化领导", [["领导班子学法"]]), ("", [["集体讨论", "专题党课"]]), ("依法行政", [[]])],
        ),
        ("  其他数据: {批示: 3次}\n", [("", [[]])]),
        (
            "  集体讨论: 是\n  强化领导: {领导班子学法: 6次}\n  正文: 甲\n  依法行政: {做法: [甲]}\n",
            [("", [["集体讨论"]]), ("强化领导", [["领导班子学法"]]), ("", [[]]), ("依法行政", [[]])],
        ),
        (
            "  正文: 甲\n  集体讨论: 是\n  强化领导: {领导班子学法: 6次}\n",
            [("", [["集体讨论"]]), ("强化领导", [["领导班子学法"]])],
        ),
        ("  带头学法: {正文: 甲}\n  集体讨论: 是\n", [("带头学法", [[]]), ("", [["集体讨论"]])]),
        ("  强化领导: {领导班子学法: 6次}\n  正文: 甲\n", [("强化领导", [["领导班子学法"]]), ("", [[]])]),
    ],
)
def test_part_two_takes_headings_as_well(text, expected):
    assert duties(text) == expected


@each(
    ("text", "line", "field", "message", "fix"),
    [
        (
            "举措成效:\n  深化普法:\n    法制宣传教育: {普法活动: 50次}",
            5,
            "举措成效.深化普法.法制宣传教育",
            "没有“法制宣传教育”这个主题",
            "“法治宣传教育”",
        ),
        (
            "举措成效:\n  深化普法:\n    法治宣传教育: {普法话动: 50次}",
            5,
            "举措成效.深化普法.法治宣传教育.普法话动",
            "没有“普法话动”",
            "“普法活动”",
        ),
        (
            "举措成效:\n  深化普法:\n    法治宣传教育: {}\n    法治宣传:\n",
            6,
            "举措成效.深化普法.法治宣传",
            "下面只写主题，“法治宣传”不是主题",
            "“法治宣传教育”",
        ),
        (
            "举措成效:\n  深化普法:\n    普法活动: 50次\n    法律明白人: {亮点: [甲]}\n",
            5,
            "举措成效.深化普法.普法活动",
            "“普法活动”不是主题",
            "“法治宣传教育”",
        ),
        (
            "举措成效:\n  深化普法:\n    其他数据: {手册: 3册}\n    法律明白人: {亮点: [甲]}\n",
            5,
            "举措成效.深化普法.其他数据",
            "“其他数据”不是主题",
            "移到它所属的主题",
        ),
        (
            "举措成效:\n  深化普法:\n    普法活动: 50次\n",
            4,
            "举措成效.深化普法",
            "没有“深化普法”这个主题",
            "先写“法治宣传教育:”",
        ),
        (
            "举措成效:\n  深化普法:\n    夯实基础:\n      法治宣传教育: {普法活动: 50次}\n",
            5,
            "举措成效.深化普法.夯实基础",
            "标题“深化普法”下面又有标题“夯实基础”",
            "并列",
        ),
        ("举措成效:\n  深化普法:\n", 4, "举措成效.深化普法", "“深化普法”下面还没有主题", "删去"),
        ("举措成效:\n  深化普法: 法治宣传教育\n", 4, "举措成效.深化普法", "没有“深化普法”", "下一行写主题"),
        (
            "举措成效:\n  深化普法:\n    - 法治宣传教育: {普法活动: 50次}\n",
            4,
            "举措成效.深化普法",
            "没有“深化普法”",
            "不加“- ”",
        ),
        ("举措成效:\n  深化普法: {}\n", 4, "举措成效.深化普法", "“深化普法”下面还没有主题", "删去"),
        ("举措成效:\n  法制宣传教育:\n", 4, "举措成效.法制宣传教育", "没有“法制宣传教育”", "“法治宣传教育”"),
        (
            "举措成效:\n  行政执法: {立案: 19件}\n  规范执法:\n    行政执法:\n      办结: 19件\n      立案: 20件\n",
            8,
            "举措成效.规范执法.行政执法.立案",
            "“立案”已在第4行写过（举措成效.行政执法.立案）",
            "只写一处",
        ),
        (
            "第一责任人:\n  强化领导: {领导班子学法: 6次}\n  带头学法: 是\n  依法行政: {领导班子学法: 6次}\n",
            6,
            "第一责任人.依法行政.领导班子学法",
            "已在第4行写过",
            "只写一处",
        ),
        (
            "第一责任人:\n  强化领导: {领导班子学发: 6次, 集体讨论: 是}\n",
            4,
            "第一责任人.强化领导.领导班子学发",
            "没有“领导班子学发”",
            "“领导班子学法”",
        ),
        (
            "第一责任人:\n  强化领导: {标题: 甲, 集体讨论: 是}\n",
            4,
            "第一责任人.强化领导.标题",
            "没有“标题”",
            "小标题",
        ),
        (
            "第一责任人:\n  针对: 学法不多\n  集体讨论: 是\n",
            4,
            "第一责任人.针对",
            "“第一责任人”里没有“针对”",
            "不写起因",
        ),
        (
            "第一责任人:\n  强化领导: {成效: 风气好转, 集体讨论: 是}\n",
            4,
            "第一责任人.强化领导.成效",
            "“强化领导”里没有“成效”",
            "写在“亮点”里",
        ),
        (
            "举措成效:\n  （一）深化普法: {法治宣传教育: {普法活动: 50次}}\n",
            4,
            "举措成效.（一）深化普法",
            "里写了序号",
            "删去“（一）”",
        ),
        (
            "举措成效:\n  （一）特色: {做法: 甲。}\n",
            4,
            "举措成效.（一）特色",
            "里写了序号",
            "删去“（一）”",
        ),
        (
            "举措成效:\n  矛盾纠纷化解: {标题: 二、化解, 排查: 3件}\n",
            4,
            "举措成效.矛盾纠纷化解.标题",
            "标题“二、化解”里写了序号",
            "删去“二、”",
        ),
        ("举措成效:\n  标题: {值: 3}\n", 4, "举措成效.标题", "没有“标题”这个主题", "写在主题里"),
        ("第一责任人:\n  1.强化领导: {集体讨论: 是}\n", 4, "第一责任人.1.强化领导", "里写了序号", "删去“1.”"),
        ("第一责任人:\n  强化领导: {甲: 乙}\n", 4, "第一责任人.强化领导", "没有“强化领导”", "核对"),
    ],
)
def test_what_is_no_heading_and_no_topic_is_told(text, line, field, message, fix):
    (problem,) = problems(text)
    assert (problem.place.line, problem.field) == (line, field)
    assert message in problem.message
    assert fix in problem.fix


def test_a_topic_under_two_headings_is_one_by_its_name():
    found = facts(
        "举措成效:\n  甲: {行政执法: {立案: 19件, 做法: [子]}}\n  乙: {行政执法: {办结: 18件, 亮点: [丑]}}\n"
    )
    assert [topic.path for topic in found.measures] == [
        ("举措成效", "甲", "行政执法"),
        ("举措成效", "乙", "行政执法"),
    ]
    whole = found.topics["行政执法"]
    assert list(whole.values) == ["立案", "办结"]
    assert whole.path_of("立案") == ("举措成效", "甲", "行政执法", "立案")
    assert whole.path_of("办结") == ("举措成效", "乙", "行政执法", "办结")
    assert [one.text for one in (*whole.own.measures, *whole.own.highlights)] == ["子", "丑"]


@pytest.mark.parametrize("other_first", [False, True])
def test_what_stands_under_one_of_two_headings_is_of_the_whole_topic(other_first):
    parts = [
        "行政执法: {针对: 案卷不齐, 成效: 案卷齐了, 立案: {值: 19件, 同比: 是}, 其他数据: {巡查: 3次}}",
        "行政执法: {办结: {值: 18件, 同比: 是}, 正文: 办结18件。, 其他数据: {约谈: 2次}}",
    ]
    first, second = reversed(parts) if other_first else parts
    found = facts(f"举措成效:\n  甲: {{{first}}}\n  乙: {{{second}}}\n")
    whole = found.topics["行政执法"]
    assert (whole.own.cause.text, whole.own.effect.text) == ("案卷不齐", "案卷齐了")
    assert set(whole.own.figures) == {"巡查", "约谈"}
    assert set(whole.values) == {"立案", "办结"}
    assert whole.compared == {"立案", "办结"}
    assert len(whole.sentences) == 1


def test_the_duties_are_one_whatever_stands_over_them():
    found = facts("第一责任人:\n  强化领导: {领导班子学法: 6次}\n  集体讨论: 是\n")
    assert set(found.duties.values) == {"领导班子学法", "集体讨论"}
    assert found.duties.path_of("领导班子学法") == ("第一责任人", "强化领导", "领导班子学法")
    assert facts("").duties.values == {}


def test_a_fact_is_found_at_its_place_though_the_heading_has_a_full_stop_in_it():
    text = BASE + "举措成效:\n  3.15、“12·4”普法:\n    行政执法:\n      立案: {值: 19件, 来源: 台账}\n"
    found = facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates())
    field = "举措成效.3.15、“12·4”普法.行政执法.立案"
    assert found.place(field).line == 6
    assert found.origin(field) == "台账"


KEYS = st.sampled_from(
    [
        "行政执法",
        "法律明白人",
        "规范执法",
        "立案",
        "办结",
        "培训人数",
        "标题",
        "做法",
        "活动",
        "其他数据",
        "值",
        "来源",
        "甲",
    ]
)
OUTLINES = st.recursive(
    st.sampled_from(["", "3件", "160名", "是", "甲。"]),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=12,
)


def facts_or_problems(text):
    try:
        return facts(text), ()
    except FactsError as error:
        return None, error.problems


@often(100)
@given(measures=OUTLINES, duties=OUTLINES)
def test_any_outline_is_read_or_told_and_what_is_read_can_be_found(measures, duties):
    """No figure that is read is lost among the headings, and none is known twice."""
    text = yaml.safe_dump({"举措成效": measures, "第一责任人": duties}, allow_unicode=True, sort_keys=False)
    found, told = facts_or_problems(text)
    assert all(problem.field and problem.fix for problem in told)
    if found is None:
        return
    known = [(part.name, field) for part in found.reported for field in part.values]
    assert len(set(known)) == len(known)
    for name, field in known:
        path = dotted(found.topics[name].path_of(field))
        assert found.place(path).line > 2
        assert field in found.line(path) or not found.line(path)
