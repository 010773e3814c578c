"""What last year's report promised: every shortcoming and plan, in whatever form, and nothing besides."""

import pytest

from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.facts.promises import closing_words, promises
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.resources import Templates
from generator.yamltext.source import read_source

TEMPLATES = Templates()


def facts(written):
    text = f"年度: 2023\n单位: {{简称: 甲镇}}\n{written}\n"
    return facts_from(read_source(text.encode(), "旧.yaml"), "旧.yaml", TEMPLATES)


@pytest.mark.parametrize(
    ("written", "promised"),
    [
        (
            "计划: [{标题: 配齐装备, 措施: 购置记录仪。, 时限: 6月底前, 目标: 4台}]",
            [("", "购置记录仪", "标题：配齐装备，时限：6月底前，目标：4台", "")],
        ),
        (
            (
                "不足: [{问题: 装备不全, 原因: 经费紧}, {问题: 学法不深, 表现: 学得少, 原因: 忙}]\n"
                "计划: [{措施: 购置, 针对: 装备不全}, {措施: 培训。, 针对: 装备不全, 时限: 6月底前}]"
            ),
            [("装备不全", "购置；培训", "时限：6月底前", ""), ("学法不深", "", "", "学得少")],
        ),
        ("计划: [{正文: [逐步配齐。], 针对: 装备不全}]", [("装备不全", "逐步配齐", "", "")]),
    ],
)
def test_what_was_promised(written, promised):
    assert [one[:4] for one in promises(facts(written))] == promised


@pytest.mark.parametrize(
    ("sentences", "named"),
    [
        (["一是普法形式单一。"], [("普法形式单一", "")]),
        (
            ["虽有成效，但还存在一些短板：", "【另起一段】一是执法力量薄弱。", "专职的只有【专职：4人】。"],
            [("执法力量薄弱", "执法力量薄弱。专职的只有4人。")],
        ),
        (["存在以下不足。一是人手少；二是装备旧。"], [("人手少", ""), ("装备旧", "")]),
        (
            ["全镇持有执法证的人员只有【持证：3人】，办案经验不足，装备配备不齐全。"],
            [("全镇持有执法证的人员只有3人", "全镇持有执法证的人员只有3人，办案经验不足，装备配备不齐全。")],
        ),
        (["普法还存在不足。"], [("普法还存在不足", "")]),
        (["（一）人手少。（二）装备旧。"], [("人手少", ""), ("装备旧", "")]),
    ],
)
def test_a_shortcoming_that_is_all_own_words_is_named_by_its_first(sentences, named):
    items = "".join(f'\n      - "{one}"' for one in sentences)
    found = promises(facts(f"不足:\n  - 正文:{items}"))
    assert [(one.problem, one.signs) for one in found] == named


def test_what_leads_in_or_closes_is_no_item():
    last = facts(
        "不足:\n  - {正文: [一年来取得了成绩，但还存在一些不足：]}\n  - {问题: 人手少, 正文: [只有3人。]}\n"
        "计划:\n  - {正文: [2024年，我镇将重点做好以下工作：, 【另起一段】一是提升能力。, 【另起一段】特此报告。]}"
    )
    assert [one[:4] for one in promises(last)] == [("人手少", "", "", "只有3人。"), ("", "提升能力", "", "")]
    assert closing_words(last) == ("特此报告。",)


ASKED = """\
年度: 2024
单位: {名称: 甲镇人民政府}
上年整改:
  - %s
举措成效: {行政执法: {立案: 5件}}
第一责任人: {领导班子学法: 6次}
不足: [{问题: 装备不全, 原因: 经费紧}]
计划: [{措施: 配齐装备}]
落款: {日期: 2025-01-20}
"""


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("{问题: 人手少}", ["上年整改.1.措施"]),
        ("{计划: 增加人手}", ["上年整改.1.措施"]),
        ("{问题: 人手少, 成效: }", ["上年整改.1.成效"]),
        ("{问题: 人手少, 措施: 增加2人, 成效: }", ["上年整改.1.成效"]),
        ("{问题: 人手少, 措施: , 成效: }", ["上年整改.1.措施", "上年整改.1.成效"]),
        ("{问题: 人手少, 状态: 持续推进}", []),
        ("{问题: 人手少, 成效: 增加2人}", []),
    ],
)
def test_what_is_not_answered_is_asked_after_and_stands_as_a_gap(item, asked):
    read = facts_from(read_source((ASKED % item).encode(), "新.yaml"), "新.yaml", TEMPLATES)
    assert [one.field for one in read.gaps] == asked
    draft = compose(read).markdown
    assert [name for name in ("措施", "成效") if f"【待填：{name}】" in draft] == [one[-2:] for one in asked]


def test_last_years_plan_is_never_printed_as_this_years_deed():
    last = facts("不足: [{正文: [一是人手少。]}]\n计划: [{正文: [制作短视频【短视频：12条】。]}]")
    text = scaffold(Request("", 2024, last=last))
    for line in ("    成效: \n", "    措施: \n"):  # a clerk deletes what he need not write
        text = text.replace(line, "")
    read = facts_from(read_source(text.encode(), "新.yaml"), "新.yaml", TEMPLATES)
    assert {"上年整改.1.措施", "上年整改.2.措施"} <= {one.field for one in read.gaps}
    assert "短视频" not in compose(read).markdown


@pytest.mark.parametrize(
    ("written", "withheld"),
    [
        ("不足: [{问题: 装备不全, 原因: 忙, 公开: 否}, {问题: 人手少, 原因: 忙}]", [True, False]),
        ("不足: [{问题: 装备不全, 原因: {值: 忙, 公开: 否}}]", [True]),
        ("不足: [{正文: 装备不全，还没有配齐。, 公开: 否}]", [True]),
        ("不足: [{问题: 装备不全, 原因: 忙}]\n计划: [{措施: 购置, 针对: 装备不全, 公开: 否}]", [True]),
        ("计划: [{措施: 购置, 公开: 否}, {措施: 培训}]", [True, False]),
        ("不足: [{问题: 装备不全, 原因: 忙}]", [False]),
    ],
)
def test_what_was_not_public_is_no_public_promise(written, withheld):
    assert [one.withheld for one in promises(facts(written))] == withheld


def test_figures_that_were_marked_are_told_with_the_promise_that_they_stand_in():
    last = facts(
        "不足: [{问题: 执法记录仪只有【记录仪：6台】}]\n计划: [{正文: [一是新增持证人员【新增持证：2名】。二是开展讲座。]}]"
    )
    assert [dict(one.figures) for one in promises(last)] == [{"记录仪": "6台"}, {"新增持证": "2名"}, {}]
    text = scaffold(Request("", 2024, last=last))
    assert "上年标注的数：新增持证2名；今年的写在句子里，照样标注：【新增持证：】" in text
