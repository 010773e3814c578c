"""Facts for the public: what is withheld is gone, and the report without it reads as if it had never been there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.facts.public import left_out_of, public_facts
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source

TEMPLATES = Templates()
TOPICS = read_topics(TEMPLATES)
HEAD = "年度: 2023\n单位: {名称: 甲镇人民政府, 简称: 甲镇, 级别: 镇}\n"
REST = "第一责任人: {领导班子学法: 6次}\n不足: [{问题: 学法不深, 原因: 忙}]\n计划: [{措施: 培训, 针对: 学法不深}]\n"


def read(text, rest=REST, last=None):
    source = f"{HEAD}举措成效: {text}\n{rest}"
    return facts_from(read_source(source.encode(), "甲.yaml"), "甲.yaml", TEMPLATES, last)


def public_text(facts):
    return compose(public_facts(facts, TOPICS)).markdown


@pytest.mark.parametrize(
    ("text", "printed", "gone"),
    [
        ("{行政执法: {立案: {值: 41件, 公开: 否}, 办结: 40件}}", ["40件"], ["41件", "%", "立案"]),
        (
            "{矛盾纠纷化解: {排查: 231件, 化解: {值: 198起, 公开: 否}, 正文: [化解的【化解】都已回访。, 每月开庭。]}}",
            ["231件", "每月开庭。"],
            ["198", "回访", "%"],
        ),
        (
            "{矛盾纠纷化解: {排查: 231件, 做法: [{正文: 另有【积案：7件】。, 公开: 否}, 议事: 还有【积案】。, 回访: 逐户走。]}}",
            ["231件", "逐户走"],
            ["7件", "另有", "还有"],
        ),
        (
            "{法治宣传教育: {活动: [{名称: 甲讲, 场次: 2场}, {名称: 乙讲, 场次: 5场, 公开: 否}]}}",
            ["甲讲2场"],
            ["乙讲", "5场", "7场", "以上"],
        ),
        (
            "{抓执法促规范: {行政执法: {立案: {值: 41件, 公开: 否}}}, 普法: {法治宣传教育: {普法活动: 9场}}}",
            ["9场"],
            ["41件", "抓执法促规范"],
        ),
        (
            "{矛盾纠纷化解: {调解: 5件, 调解室: [甲室, {值: 乙室, 公开: 否}], 活动: [{名称: 讲座, 场次: 2场, 主体: {值: 丙所, 公开: 否}}]}}",
            ["5件", "讲座2场"],
            ["甲室", "乙室", "丙所"],
        ),
        ("{行政执法: {立案: 41件}, 信访工作: {公开: 否, 信访: 33件}}", ["41件"], ["33件", "信访"]),
    ],
)
def test_what_is_withheld_leaves_no_trace(text, printed, gone):
    facts = read(text)
    full, markdown = compose(facts).markdown, public_text(facts)
    for word in printed:
        assert word in markdown
    for word in gone:
        assert word not in markdown, markdown
    assert any(word in full for word in gone)
    assert "【" not in markdown


def test_a_shortcoming_that_is_withheld_is_not_named_by_its_plan():
    rest = "不足: [{问题: 装备不全, 原因: 忙, 公开: 否}]\n计划: [{措施: 购置记录仪, 针对: 装备不全}]\n"
    markdown = public_text(read("{行政执法: {立案: 41件}}", rest + "第一责任人: {领导班子学法: 6次}\n"))
    assert "装备不全" not in markdown
    assert "不足" not in markdown
    assert "## 三、2024年" in markdown
    assert "购置记录仪" in markdown


@pytest.mark.parametrize(
    ("rest", "gone"),
    [
        (
            "不足: [{问题: 甲不足, 原因: 尚有【积案：7件】, 公开: 是}, {问题: 乙不足, 表现: 有【积案：7件】, 原因: 忙}]\n",
            [],
        ),
        ("计划: [{措施: [购置, {值: 增编, 公开: 否}]}]\n", ["增编"]),
        ("其他情况: [{正文: 另有要情。, 公开: 否}, 没有了。]\n", ["要情"]),
        ("导语: {举措: {值: 暗访, 公开: 否}}\n", ["暗访"]),
    ],
)
def test_parts_besides_the_topics(rest, gone):
    kept = [line for line in REST.splitlines() if line[:2] != rest[:2]]
    facts = read("{行政执法: {立案: 41件}}", "\n".join([*kept, rest]))
    markdown = public_text(facts)
    assert [word for word in gone if word in markdown] == []
    assert "【" not in markdown


def test_last_years_withheld_figure_is_not_told_by_a_comparison():
    last = facts_from(
        read_source(
            f"{HEAD}举措成效: {{行政执法: {{立案: {{值: 50件, 公开: 否}}}}}}\n".replace(
                "2023", "2022"
            ).encode(),
            "去年.yaml",
        ),
        "去年.yaml",
        TEMPLATES,
    )
    facts = read("{行政执法: {立案: {值: 41件, 同比: 是}}}", last=last)
    assert "下降" in compose(facts).markdown
    assert "下降" not in public_text(facts)
    assert "41件" in public_text(facts)


def test_without_anything_withheld_it_is_the_same_report():
    facts = read("{行政执法: {立案: 41件, 办结: 40件}}")
    assert public_text(facts) == compose(facts).markdown


def test_it_is_told_what_was_left_out():
    facts = read("{复议应诉: {应诉案件: 14件, 胜诉: 11件, 败诉: {值: 3件, 公开: 否}}}")
    assert left_out_of(facts, TOPICS) == (("举措成效.复议应诉.败诉",), ("举措成效.复议应诉.应诉案件",))


QUANTITIES = {
    f"{topic.name}.{field.name}": field
    for topic in TOPICS.measures.values()
    if topic.suits("镇", 2023)
    for field in topic.fields.values()
    if field.kind == "数量" and not field.levels and field.years.hold(2023)
}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(QUANTITIES)),
            st.sampled_from(["字段", "不公开", "标注", "句不公开", "引用"]),
        ),
        min_size=1,
        max_size=12,
        unique_by=lambda one: one[0],
    )
)
def test_no_public_report_holds_a_withheld_figures_sentence(chosen):
    topics, secret = {}, []
    for number, (name, how) in enumerate(chosen):
        amount, (topic, label) = f"{70009 + 1013 * number}", name.split(".")
        value, said = f"{amount}{QUANTITIES[name].unit}", f"第{number}句话"
        lines = topics.setdefault(topic, ([], []))
        withheld = f"{{值: {value}, 公开: 否}}"
        if how in ("字段", "不公开", "引用"):
            lines[0].append(f"    {label}: {value if how == '字段' else withheld}")
        if how == "引用":
            lines[1].append(f"      - {said}又有【{label}】。")
        elif how == "标注":
            lines[1].append(f"      - {said}【{label}：{value}】。")
        elif how == "句不公开":
            lines[1].append(f"      - {{正文: {said}【{label}：{value}】。, 公开: 否}}")
        if how in ("不公开", "句不公开", "引用"):
            secret += [amount, said]
    text = "".join(
        f"\n  {name}:\n" + "\n".join([*fields, *(["    正文:", *words] if words else [])])
        for name, (fields, words) in topics.items()
    )
    facts = read(text)
    markdown = public_text(facts)
    assert [one for one in secret if one in markdown] == []
    assert "【" not in markdown
    assert "。。" not in markdown


@pytest.mark.parametrize(
    ("text", "rest", "parts"),
    [
        ("{行政执法: {立案: 41件}}", REST, set()),
        ("{行政执法: {立案: {值: 41件, 公开: 否}}}", REST, {"举措成效"}),
        ("{行政执法: {立案: 41件}}", REST.replace("6次", "{值: 6次, 公开: 否}"), {"第一责任人"}),
        ("{行政执法: {立案: 41件}}", REST.replace("原因: 忙", "公开: 否"), {"不足"}),
        ("{行政执法: {立案: 41件}}", REST.replace("针对: 学法不深", "公开: 否"), {"计划"}),
        ("{}", "", set()),
    ],
)
def test_a_part_of_which_nothing_is_left_is_no_gap(text, rest, parts):
    assert public_facts(read(text, rest), TOPICS).left_out == parts
