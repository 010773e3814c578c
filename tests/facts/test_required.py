"""What a notice asks for by name: named in several ways, answered, excused, not asked of everyone; else it is a gap."""

import pytest

from generator.drafting import compose
from generator.facts import EMPTY, Facts
from generator.facts.loading import facts_from, readable_facts
from generator.facts.required import misread_requirements, requirements_of, unreported
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source
from tests.each import each

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)
BASE = """年度: 2023
单位: {名称: 云岭街道办事处, 简称: 云岭街道}
举措成效:
  行政执法: {立案: 0, 办结: }
  自定的标题:
    矛盾纠纷化解: {正文: 化解【化解：198起】。}
第一责任人: {领导班子学法: 6次}
不足: [{问题: 执法装备不全, 原因: 未配备执法记录仪}]
计划: [{标题: 配齐装备, 措施: 配备执法记录仪}]
"""


def asked(required: str, more: str = "", base: str = BASE) -> Facts:
    """Read the facts with what a notice asks for."""
    text = f"{base}通知: {{必报: [{required}]{more}}}\n"
    return facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)


def gaps(facts: Facts) -> list[str]:
    """Give what is asked after for the notice's sake."""
    return [one.field for one in facts.gaps if one.code == "待填-04"]


@each(
    ("required", "missing"),
    [
        ("行政执法.立案", []),  # 0 is an answer
        ("行政执法.办结", []),  # an empty key is asked after by itself
        ("行政执法", []),
        ("矛盾纠纷化解.化解", []),  # a mark tells it
        ("领导班子学法", []),
        ("行政执法.持证人员", ["举措成效.行政执法.持证人员"]),
        ("矛盾纠纷化解.排查", ["举措成效.自定的标题.矛盾纠纷化解.排查"]),
        ("公共法律服务", ["举措成效.公共法律服务"]),
        ("第一责任人.领导班子学法", []),
        ("第一责任人.听取汇报", ["第一责任人.听取汇报"]),
        ("上年整改, 其他情况", ["上年整改", "其他情况"]),
        ("行政执法.立案、行政执法.持证人员", ["举措成效.行政执法.持证人员"]),
        ("公共法律服务.通知辩护", []),  # asked of 县区 only
        ("不足.原因、计划.针对", ["计划.1.针对"]),
    ],
)
def test_what_is_not_there_is_a_gap(required: str, missing: list[str]) -> None:
    """Each with the path at which it would stand."""
    assert gaps(asked(required)) == missing


@each(
    ("items", "told"),
    [
        (
            "[{问题: 装备不全}, {正文: 力量不足，主要是编制少。}, {问题: 学法不深, 表现: 学得少}]",
            "第1、3条还没有写。",
        ),
        ("[{问题: 装备不全, 原因: }]", "第1条还没有写。"),
        ("[{问题: 装备不全, 表现: 受经费限制，只有2台}]", ""),
    ],
)
def test_a_cause_is_asked_for_of_each_shortcoming(items: str, told: str) -> None:
    """It is told by which of them lack it, at the first of these."""
    facts = asked("不足.原因", base=BASE.replace("[{问题: 执法装备不全, 原因: 未配备执法记录仪}]", items))
    said = [one.message for one in facts.gaps if one.code == "待填-04"]
    assert said == ([f"“不足.原因”是通知点名要报的，{told}"] if told else [])


def test_the_draft_asks_for_it_where_it_belongs() -> None:
    """As for an empty key; a topic that is missing is asked for by its usual field."""
    text = compose(asked("行政执法.持证人员, 公共法律服务, 第一责任人.听取汇报")).markdown
    for name in ("持证人员", "听取汇报"):
        assert f"【待填：{name}" in text
    assert text.count("【待填：") == 4


def test_a_rate_follows_from_its_parts() -> None:
    """So nobody is asked for it."""
    base = BASE.replace("{立案: 0, 办结: }", "{立案: 19件, 办结: 18件}")
    assert gaps(asked("行政执法.办结率", base=base)) == []


def test_what_is_excused_with_a_reason_is_not_asked_for() -> None:
    """Without a reason, or for what nobody asks, the excuse itself is told."""
    excuse = ", 免报: [{项目: 公共法律服务, 原因: 服务站正在改建}]"
    for one in (excuse, ", 免报: 公共法律服务：服务站正在改建", ", 免报: [公共法律服务：服务站正在改建]"):
        assert gaps(asked("公共法律服务", one)) == []
    assert [one.code for one in asked("安全生产", excuse).warnings] == ["事实-08"]
    for lame in (", 免报: [{项目: 公共法律服务}]", ", 免报: 公共法律服务：", ", 免报: [{原因: 没有}]"):
        text = f"{BASE}通知: {{必报: [公共法律服务]{lame}}}\n"
        reading = readable_facts(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)
        assert [one.code for one in reading.problems] == ["事实-01"]
        assert gaps(reading.facts) == ["举措成效.公共法律服务"]


def test_a_name_that_means_nothing_is_told_in_the_facts_too() -> None:
    """At its line."""
    text = f"{BASE}通知:\n  必报:\n    - 行政执法.立案\n    - 行政执法.立按\n"
    reading = readable_facts(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)
    (told,) = reading.problems
    assert (told.place.line, told.field, told.fix) == (13, "通知.必报.2", "是不是“行政执法.立案”？")


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("立按", "是不是“立案”？"),
        ("行政执发", "是不是“行政执法”？"),
        ("行政执法.立按", "是不是“行政执法.立案”？"),
        ("法律顾问.立按", "是不是“法律顾问.走访”？"),
        ("甲乙丙丁.戊己庚辛", "请写主题，或“主题.字段”"),
    ],
)
def test_a_name_that_means_nothing_may_be_near_to_one(name: str, fix: str) -> None:
    """A field without its topic to any field, one with its topic to those of the topic alone."""
    (slip,) = misread_requirements([name], TOPICS)
    assert (slip.path, slip.code) == (("必报",), "事实-02")
    assert slip.fix.startswith(fix)


def test_what_has_no_value_yet_is_unreported() -> None:
    """Whether its key is there or not."""
    facts = asked("行政执法.立案, 行政执法.办结, 行政执法.持证人员, 公共法律服务")
    assert [*map(str, unreported(facts, TOPICS))] == ["行政执法.办结", "行政执法.持证人员", "公共法律服务"]
    assert facts.topics["行政执法"].values["持证人员"] is EMPTY


def test_one_thing_is_asked_for_once() -> None:
    """However often and under whatever name it is written."""
    assert [*map(str, requirements_of(["领导班子学法", "第一责任人.领导班子学法"], TOPICS))] == [
        "第一责任人.领导班子学法"
    ]
