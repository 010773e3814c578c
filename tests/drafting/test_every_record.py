"""Every record with every choice of its parts: 活动, 上年整改, 不足, 计划, and the opening with its clauses in and out."""

import re
from itertools import chain, combinations

import pytest

from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.resources import Templates
from generator.wording import join_names
from generator.yamltext.source import read_source
from tests.each import each
from tests.grammar import faults, sentence_faults

RECORDS = {
    "活动": {
        "名称": "宪法宣传周集市宣讲",
        "时间": "11月30日",
        "地点": "镇政府前坪",
        "主体": "司法所、妇联",
        "对象": "赶集群众",
        "参加": "镇长、村民小组长",
        "场次": "2场",
        "受教育": "420人次",
        "资料": "300份",
        "内容": "讲解民法典婚姻家庭编",
    },
    "上年整改": {
        "问题": "普法形式单一",
        "计划": "配齐执法记录仪",
        "措施": "开设线上课堂",
        "成效": "线上学法人数增至1200人",
        "状态": "已完成",
    },
    "不足": {
        "问题": "执法装备不全",
        "表现": "现场执法记录不完整",
        "原因": "执法记录仪数量少",
    },
    "计划": {
        "标题": "配齐执法装备",
        "措施": "购置执法记录仪",
        "针对": "执法装备不全",
        "时限": "6月底前",
        "责任科室": "综合行政执法队",
        "目标": "每两人配备1台",
    },
}
UNITS = {
    "镇": "{名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇, 上级: 清河县}",
    "街道": "{名称: 云岭街道办事处, 简称: 云岭街道, 级别: 街道, 上级: 清河区}",
    "县区": "{名称: 清河区人民政府, 简称: 清河区, 级别: 县区, 上级: 南江市}",
    "部门": "{名称: 清河区教育局, 简称: 区教育局, 级别: 部门, 上级: 清河区}",
}
# What tells one record from the next.
HEADS = {"名称", "标题", "问题"}


def subsets(parts):
    return chain.from_iterable(combinations(parts, size) for size in range(1, len(parts) + 1))


def some_subsets(parts, step):
    """Give each part alone, all of them, and one of so many choices between."""
    choices = list(subsets(parts))
    return [one for at, one in enumerate(choices) if at % step == 0 or len(one) in (1, len(parts))]


# every seventh choice usually, all of them in the soak run
each_choice = pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.soak)])


def text_of(body, *, year=2023, unit="镇"):
    source = f"年度: {year}\n单位: {UNITS[unit]}\n{body}"
    return compose(facts_from(read_source(source.encode(), "云岭.yaml"), "云岭.yaml", Templates())).markdown


def written(key, chosen, copies):
    """Write a list of records with the chosen parts; the copies differ."""
    rows = []
    for number in range(copies):
        row = ", ".join(
            f"{part}: {RECORDS[key][part]}{'（二）' * number if part in HEADS else ''}" for part in chosen
        )
        rows.append(f"{{{row}}}")
    if key == "活动":
        return f"举措成效: {{法治宣传教育: {{活动: [{', '.join(rows)}]}}}}\n"
    return f"{key}: [{', '.join(rows)}]\n"


def amiss(text):
    return [fault for fault in faults(text) if not fault.startswith("待填")]


@pytest.mark.parametrize("copies", [1, 2])
@pytest.mark.parametrize("key", RECORDS)
@each_choice
def test_every_choice_of_parts(key, copies, step):
    for chosen in some_subsets(RECORDS[key], step):
        text = text_of(written(key, chosen, copies))
        assert not amiss(text), (chosen, amiss(text))
        for part in chosen:
            for name in RECORDS[key][part].split("、"):
                assert name in text or (part in {"针对", "问题"} and key == "不足"), (chosen, part, text)


def test_activities_are_summed_where_all_are_exact():
    rows = [{"名称": "甲", "场次": "2场", "资料": "300份"}, {"名称": "乙", "场次": "1场", "资料": "200份"}]

    def told(rows):
        listed = ", ".join("{" + ", ".join(f"{key}: {one}" for key, one in row.items()) + "}" for row in rows)
        return text_of(f"举措成效: {{法治宣传教育: {{活动: [{listed}]}}}}\n")

    assert "共3场，共发放资料500份" in told(rows)
    assert "500份" not in told([rows[0], {**rows[1], "资料": "200余份"}])
    assert "以上活动" not in told(rows[:1])


ONE_CAUSE = "(?:原因是|原因在于)"
BESIDE = "(?:究其原因，|原因是)"


@each(
    ("written", "told"),
    [
        # one thing and one cause
        ("问题: 甲不全, 原因: 经费紧", f"甲不全。{ONE_CAUSE}经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: 经费紧", f"甲不全。记录仪少。{ONE_CAUSE}经费紧。"),
        # several things: the cause stands beside them, and is not said to be that of each
        ("问题: 甲不全, 表现: 记录仪少；文书不齐, 原因: 经费紧", f"甲不全。记录仪少；文书不齐。{BESIDE}经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少。文书不齐, 原因: 经费紧", f"甲不全。记录仪少。文书不齐。{BESIDE}经费紧。"),
        ("问题: 甲不全, 表现: '记录仪少，文书不齐', 原因: 经费紧", f"甲不全。记录仪少，文书不齐。{BESIDE}经费紧。"),
        ("问题: 甲不全, 表现: [记录仪少, 文书不齐。], 原因: 经费紧", f"甲不全。记录仪少；文书不齐。{BESIDE}经费紧。"),
        ("问题: 甲不全, 表现: [记录仪少【缺：3台】, 文书不齐], 原因: 经费紧", f"甲不全。记录仪少3台；文书不齐。{BESIDE}经费紧。"),
        # a pause within quotation marks or brackets parts nothing
        ("问题: 甲不全, 表现: “重审批，轻监管”的想法没有改, 原因: 忙", f"甲不全。“重审批，轻监管”的想法没有改。{ONE_CAUSE}忙。"),
        ("问题: 甲不全, 表现: 记录仪（含单兵，执法车）少, 原因: 忙", f"甲不全。记录仪（含单兵，执法车）少。{ONE_CAUSE}忙。"),
        # what begins with 是 goes on from 原因
        ("问题: 甲不全, 原因: 主要是经费紧", "甲不全。原因主要是经费紧。"),
        ("问题: 甲不全, 原因: 多是自家房子改的", "甲不全。原因多是自家房子改的。"),
        ("问题: 甲不全, 表现: [记录仪少, 文书不齐], 原因: 在于经费紧", "甲不全。记录仪少；文书不齐。原因在于经费紧。"),
        ("问题: 甲不全, 原因: 主要靠县里拨款", f"甲不全。{ONE_CAUSE}主要靠县里拨款。"),
        # what says itself that it is a cause needs no other word for it
        ("问题: 甲不全, 表现: 记录仪少, 原因: 由于经费紧", "甲不全。记录仪少。这是由于经费紧。"),
        ("问题: 甲不全, 原因: 因为没有专人", "甲不全。这是因为没有专人。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: 因经费紧", "甲不全。记录仪少。这是因经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: '由于经费紧，没有配齐'", "甲不全。记录仪少。由于经费紧，没有配齐。"),
        ("问题: 甲不全, 表现: [记录仪少, 文书不齐], 原因: 由于经费紧", "甲不全。记录仪少；文书不齐。这是由于经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: 主要是由于经费紧", "甲不全。记录仪少。这主要是由于经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: 主要因经费紧", "甲不全。记录仪少。这主要因经费紧。"),
        ("问题: 甲不全, 表现: 记录仪少, 原因: 这是因为经费紧", "甲不全。记录仪少。这是因为经费紧。"),
        # 因 begins other words too
        ("问题: 甲不全, 原因: 因地制宜不够", f"甲不全。{ONE_CAUSE}因地制宜不够。"),
        ("问题: 甲不全, 原因: 因循守旧", f"甲不全。{ONE_CAUSE}因循守旧。"),
        ("问题: 甲不全, 原因: 因素较多", f"甲不全。{ONE_CAUSE}因素较多。"),
        ("问题: 甲不全, 原因: 因地方财力弱", "甲不全。这是因地方财力弱。"),
        ("问题: 甲不全, 原因: 主要靠由于征地多而来的收入", f"甲不全。{ONE_CAUSE}主要靠由于征地多而来的收入。"),
        # the cause of one of several stands in its own line
        ("问题: 甲不全, 表现: ['记录仪少，因经费紧', 文书不齐]", "甲不全。记录仪少，因经费紧；文书不齐。"),
        ("问题: 甲不全, 表现: [记录仪少, 文书不齐], 原因: 主要原因是经费紧", "甲不全。记录仪少；文书不齐。主要原因是经费紧。"),
    ],
)  # fmt: skip
def test_a_cause_is_told_of_one_thing_and_stands_beside_several(written, told):
    text = text_of(f"不足: [{{{written}}}]\n").partition("存在的不足和原因\n\n")[2]
    assert re.match(told, text), text


OPENING = {
    "领导": "市委、市政府",
    "指导": "市委全面依法治市委员会",
    "指导思想": "习近平新时代中国特色社会主义思想",
    "法治思想": "习近平法治思想",
    "会议精神": "党的二十大精神",
    "讲话": "习近平总书记视察山东重要讲话精神",
    "落实": "《清河县2023年法治政府建设工作要点》",
    "目标": "“平安云岭、法治云岭”建设",
    "举措": "健全机制、压实责任",
    "成效": "建成市级示范单位1个",
}


def opening_of(text):
    return next(line for line in text.split("\n") if line.endswith("报告如下："))


@each_choice
def test_the_opening_with_every_choice_of_clauses(step):
    for chosen in some_subsets(OPENING, step):
        line = opening_of(text_of("导语:\n" + "".join(f"  {part}: {OPENING[part]}\n" for part in chosen)))
        assert not sentence_faults(line), line
        assert [part for part in chosen if OPENING[part] not in line] == []


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("label", ["", "自己的小标题: "])
def test_own_words_join_the_points(unit, label):
    passages = "、".join(f"甲{number}" for number in range(3))
    for where in ("做法", "亮点"):
        body = f"举措成效: {{信访工作: {{{where}: [{{自己的小标题: {passages}}}, 乙。], 信访: 45件}}}}\n"
        text = text_of(
            body if label else body.replace("{自己的小标题: 甲0、甲1、甲2}", "甲0、甲1、甲2"), unit=unit
        )
        assert not amiss(text), text
        assert passages in text
        assert "自己的小标题，" in text or not label


def test_names_side_by_side_in_other_figures():
    text = text_of("举措成效: {禁毒: {其他数据: {印发工作手册: 300册, 走访商户: 约40家}}}\n")
    assert "印发工作手册300册，走访商户约40家。" in text
    assert join_names(["甲", "乙"]) == "甲、乙"
