"""The parts: topics in the clerk's order, his headings and own words, activities, other figures, duties, records."""

import re
from itertools import pairwise

import pytest

from tests.drafting.drafting import END, drafted, part
from tests.each import each


def measures(text):
    return part(drafted("举措成效:\n" + text), 1)


def headings(text):
    return [line.removeprefix("### ") for line in text.split("\n") if line.startswith("### ")]


def test_topics_stand_in_the_order_of_the_file_under_the_clerks_headings():
    text = measures(
        "  信访工作: {标题: 甲, 亮点: [子]}\n  行政执法: {标题: 乙, 亮点: [丑]}\n  街区治理: {亮点: [寅]}\n"
    )
    assert headings(text) == ["（一）甲", "（二）乙", "（三）街区治理"]


def test_a_label_without_its_words_is_asked_after():
    text = measures("  信访工作:\n    做法:\n      - 乙:\n      - 丙\n")
    assert text == "乙，【待填：乙】。丙。"


def test_one_topic_alone_stands_without_heading():
    assert measures("  行政执法: {亮点: [新增3人]}\n") == "新增3人。"
    assert measures("  行政执法: {亮点: [建队伍: 新增3人]}\n") == "建队伍，新增3人。"


def test_a_topic_without_facts_is_left_out_and_its_number_with_it():
    text = measures(
        "  信访工作: {标题: 甲, 亮点: [子]}\n  行政执法: {三项制度: 否}\n  法律顾问: {标题: 丙, 亮点: [丑]}\n"
    )
    assert headings(text) == ["（一）甲", "（二）丙"]


def test_measures_come_first_and_highlights_last():
    text = measures("  行政执法:\n    做法: [首句]\n    立案: 19件\n    亮点: [收尾一。, 小标题: 收尾二]\n")
    order = [text.index(word) for word in ("首句。", "19件", "收尾一。", "小标题，收尾二。")]
    assert order == sorted(order)


@pytest.mark.parametrize("label", ["加强执法队伍管理", "抓好执法队伍管理", "抓好执法队伍建设"])
def test_own_words_join_the_point_of_any_of_its_wordings_under_the_label_as_written(label):
    facts = "    三项制度: 是\n    执法责任制: 是\n    持证人员: 5人\n    执法培训: 2次\n    立案: 19件\n    办结: 19件\n"
    text = measures(f"  行政执法:\n{facts}    亮点: [{label}: 自己的话]\n")
    assert f"二是{label}。现有" in text
    assert "2次。自己的话。三是" in text.replace("执法培训", "")


def test_a_cause_opens_and_an_effect_closes_a_topic():
    facts = "    针对: 外来人口多、租赁纠纷易发\n    化解: 27件\n    成效: 租赁纠纷由46件降到27件。\n"
    text = measures(f"  矛盾纠纷化解:\n{facts}")
    assert text.startswith(("针对外来人口多、租赁纠纷易发的实际，", "结合外来人口多、租赁纠纷易发的实际，"))
    assert text.endswith("化解矛盾纠纷27件。租赁纠纷由46件降到27件。")


def test_a_cause_alone_leads_in_to_what_is_asked_after():
    assert measures("  行政执法:\n    针对: 流动商贩多\n")[2:] == "流动商贩多的实际，【待填：做法】。"
    assert "【待填" not in measures("  行政执法: {标题: 甲}\n  信访工作: {亮点: [子]}\n")


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("租赁纠纷多的问题", "(针对租赁纠纷多的问题|从租赁纠纷多的问题入手)，"),
        ("租金高，租赁纠纷多的问题", "针对租金高，租赁纠纷多的问题，"),
        ("租赁纠纷多的情况", "(针对|结合)租赁纠纷多的情况，"),
        ("外来人口多的特点", "(针对|结合)外来人口多的特点，"),
        ("", "(针对|结合)【待填：针对】的实际，"),
    ],
)
def test_a_cause_is_not_called_a_circumstance_twice(cause, said):
    assert re.match(said, measures(f"  矛盾纠纷化解:\n    针对: {cause}\n    化解: 27件\n"))


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("老小区停车难的问题", "存在老小区停车难的问题。"),
        ("上访人多的情况", "存在上访人多的情况。"),
        ("村居分散的特点", "有村居分散的特点。"),
        ("村居分散", "村居分散。"),
        ("辖区企业多", "辖区企业多。"),
        ("外来人口多、租赁纠纷易发", "外来人口多、租赁纠纷易发。"),
        ("物业纠纷", "存在物业纠纷的情况。"),
    ],
)
@pytest.mark.parametrize(
    "facts",
    [
        "法治宣传教育: {{普法队伍: 9支, {}}}",
        "应急处置: {{应急预案: 12个, {}}}",
        "复议应诉: {{诉讼审结: 13件, {}}}",
        "信访工作: {{越级上访: 0, {}}}",
        "综治中心: {{满意率: 98.2%, {}}}",
    ],
)
def test_a_cause_before_what_there_is_stands_by_itself(cause, told, facts):
    text = measures("  " + facts.format(f"针对: {cause}") + "\n")
    assert text.startswith(told)


def test_openings_of_causes_and_of_plans_take_turns():
    causes = "".join(
        f"  {topic}:\n    针对: 子{topic}多的问题\n    {facts}\n"
        for topic, facts in (
            ("矛盾纠纷化解", "化解: 27件"),
            ("行政执法", "立案: 19件"),
            ("禁毒", "禁毒宣传: 4场"),
        )
    )
    plans = "计划: [{措施: 配车, 针对: 装备不全}, {措施: 招人, 针对: 人手不足}]\n"
    text = drafted(f"举措成效:\n{causes}", end=f"不足: [{{问题: 甲, 原因: 乙}}]\n{plans}")
    opened = re.findall("(针对|从|对)(?:子|装备|人手)", text)
    assert len(opened) == 5
    assert all(one != other for one, other in pairwise(opened))


def test_activities_are_told_one_by_one_and_summed():
    text = measures(
        "  法治宣传教育:\n    活动:\n"
        "      - {名称: 宪法宣传周集市宣讲, 时间: 11月30日, 主体: 司法所、妇联, 地点: 镇政府前坪, 场次: 2场, 受教育: 420人次}\n"
        "      - {名称: 法律进校园, 对象: 中小学生, 场次: 3场, 受教育: 100人次, 资料: 300份}\n"
    )
    assert "11月30日，司法所、妇联在镇政府前坪开展宪法宣传周集市宣讲2场，受教育420人次。" in text
    assert "面向中小学生开展法律进校园3场，发放资料300份，受教育100人次。" in text
    assert "以上活动共5场，共受教育520人次。" in text


@pytest.mark.parametrize("first", ["近20场", ""])
def test_no_sum_without_exact_figures_of_all(first):
    text = measures(
        "  法治宣传教育:\n    活动:\n"
        f"      - {{名称: 甲{f', 场次: {first}' if first else ''}}}\n      - {{名称: 乙, 场次: 3场}}\n"
    )
    assert "以上活动" not in text


def test_other_figures_make_a_sentence():
    assert (
        measures("  行政执法: {其他数据: {印发工作手册: 300册, 更新宣传栏: 4期}}\n")
        == "印发工作手册300册，更新宣传栏4期。"
    )


def test_duties_stand_under_their_headings_with_own_words_where_their_label_says():
    end = END.replace(
        "{领导班子学法: 6次}",
        "\n  领导班子学法: 6次\n  做法:\n    - 带头学法用法: 撰写心得体会\n    - 推进示范建设: 创建示范点\n    - 无标签的话\n  其他数据: {批示: 3次}",
    )
    text = part(drafted("", end=end), 2)
    assert "撰写心得体会" in text.split("### ")[1]
    assert [heading.partition("）")[2] for heading in headings(text)][1:] == [
        "推进示范建设",
        "其他履职情况",
        "其他履职情况",
    ] or "其他履职情况" in text


LONG = "镇党委会议专题研究法治建设，听取司法所汇报，逐条研究存在的问题，分别明确牵头领导、责任科室和完成时限"
LONG_OWN = "\n    - ".join(f"{month}月，{LONG}{LONG}" for month in (3, 6, 9, 12))


@pytest.mark.parametrize(
    ("duties", "titles", "told"),
    [
        (
            f"听取汇报: 3次\n  领导班子学法: 6次\n  书面述法: 10人\n  做法:\n    - {LONG_OWN}",
            [],
            "组织领导班子学法6次。10人书面述法。\n\n3月，",
        ),
        (f"领导班子学法: 6次\n  做法:\n    - {LONG_OWN}", [], "领导班子学法6次。3月，"),
        (
            f"书面述法: 10人\n  做法:\n    - 抓好培训: 到党校培训\n    - {LONG_OWN}",
            ["抓好培训", "其他履职情况"],
            "10人书面述法",
        ),
        (
            f"学习计划: 宪法\n  带头学法: 是\n  领导班子学法: 6次\n  做法:\n    - {LONG_OWN}",
            ["其他履职情况"],
            "领导班子学法6次。\n\n### （二）",
        ),
    ],
)
def test_no_heading_of_ours_among_the_duties_stands_over_a_single_sentence(duties, titles, told):
    text = part(drafted("", end=END.replace("{领导班子学法: 6次}", f"\n  {duties}")), 2)
    assert [one.partition("）")[2] for one in headings(text)][1:] == titles
    assert told in text


def test_last_years_shortcomings_open_part_one():
    text = drafted(
        "上年整改: [{问题: 执法装备不全, 措施: 配发执法记录仪6台}]\n举措成效: {行政执法: {亮点: [甲]}}\n"
    )
    assert "### （一）上年度问题整改情况" in part(text, 1)
    assert "配发执法记录仪6台" in part(text, 1)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ("[{问题: 装备不全, 原因: 甲}, {问题: 学法不深, 原因: 乙}]", ["（一）装备不全", "（二）学法不深"]),
        ("[{问题: 装备不全，人手不足, 原因: 甲}, {问题: 学法不深, 原因: 乙}]", []),
    ],
)
def test_shortcomings_are_headings_where_each_can_be_one(records, expected):
    end = END.replace("[{问题: 执法装备不全, 原因: 尚未配备执法记录仪}]", records)
    assert headings(part(drafted("", end=end), 3)) == expected


@pytest.mark.parametrize(
    ("items", "heading", "said"),
    [
        (
            "{计划: 配齐执法记录仪, 成效: 购置6台, 状态: 已完成}",
            "上年度计划完成情况",
            "上年度安排配齐执法记录仪，购置6台，",
        ),
        (
            "{问题: 普法形式单一, 措施: 开设线上课堂}, {计划: 配齐执法记录仪, 状态: 持续推进}",
            "上年度问题整改和计划完成情况",
            "安排持续推进。",
        ),
    ],
)
def test_what_became_of_last_years_plans(items, heading, said):
    text = part(drafted(f"上年整改: [{items}]\n举措成效: {{行政执法: {{立案: 19件}}}}\n"), 1)
    assert f"### （一）{heading}\n" in text
    assert said in text


@each(
    ("records", "told"),
    [
        ("[{问题: 山林老账多, 正文: ['山林老账多，跨省的定不了。']}]", "（一）山林老账多\n\n跨省的定不了。"),
        ("[{问题: 山林老账多, 正文: [山林老账多。跨省的定不了。]}]", "（一）山林老账多\n\n跨省的定不了。"),
        ("[{问题: 山林老账多, 正文: [山林老账多在省界上。]}]", "（一）山林老账多\n\n山林老账多在省界上。"),
    ],
)
def test_a_shortcoming_whose_own_text_begins_with_its_name_says_it_once(records, told):
    end = END.replace("不足: [{问题: 执法装备不全, 原因: 尚未配备执法记录仪}]", f"不足: {records}")
    text = part(drafted("", end=end), 3)
    assert told in text


@each(
    ("until", "told"),
    [
        ("上半年", "上半年完成"),
        ("一季度", "一季度完成"),
        ("6月", "6月完成"),
        ("6月底前", "6月底前完成"),
        ("上半年完成", "培训甲，上半年完成。"),
        ("全年", "全年推进"),
        ("每月", "每月推进"),
        ("每半年", "每半年推进"),
    ],
)
def test_a_time_limit_is_one_to_be_done_by_or_one_to_go_on_for(until, told):
    assert told in part(
        drafted("", end=END.replace("{措施: 配齐执法记录仪}", f"{{措施: 培训甲, 时限: {until}}}")), 4
    )


def test_no_label_leads_in_to_an_own_sentence_that_begins_with_its_matter():
    text = drafted(
        "举措成效:\n  做好基层治理:\n    矛盾纠纷化解: {排查: 612件, 化解: 601件, 民转刑: 0}\n"
        "    信访工作: {信访: 22批, 满意率: 95%}\n"
        "    综治中心: {正文: [综治中心4月挂牌运行，司法所、派出所和网格员轮流到中心值班，每周三由镇领导接访。]}\n"
    )
    assert "三是综治中心4月挂牌" in text
