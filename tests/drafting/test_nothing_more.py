"""Nothing more than the fact: what clerks of six trials called untrue or more than their ledger said."""

import pytest

from tests.drafting.drafting import drafted, part

SHORT = "不足: [{问题: 甲不足, 原因: 乙}, {问题: 丙不足, 原因: 丁}]\n"


def measures(topic, facts):
    return part(drafted(f"举措成效: {{{topic}: {{{facts}}}}}\n"), 1)


def duties(facts):
    end = f"第一责任人: {{{facts}}}\n不足: [{{问题: 甲, 原因: 乙}}]\n计划: [{{措施: 丙}}]\n"
    return part(drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end), 2)


@pytest.mark.parametrize(
    ("topic", "facts", "said", "unsaid"),
    [
        ("合法性审查", "审查事项: 11件, 合同审查: 11件", "11件，审查合同、协议11件", "其中"),
        ("合法性审查", "审查事项: 11件, 合同审查: 6件", "11件，其中审查合同、协议6件", "均"),
        ("行政执法", "行政处罚: 3件, 简易程序: 3件", "3件，适用简易程序3件", "其中"),
        ("行政执法", "持证人员: 3人", "3人", "在岗"),
        ("社区矫正", "矫正对象: 7人", "7人", "年末"),
        ("社区矫正", "矫正对象: 7人, 脱管漏管: 0", "7人，未发生脱管漏管。", "0"),
        ("行政执法", "责令改正: 19处", "责令改正19处", "通知书"),
        ("行政执法", "责令改正: 64份, 已改正: 61份", "下达责令改正通知书64份，已改正61份", "整改"),
        ("复议应诉", "复议案件: 0, 应诉案件: 0", "未发生被申请行政复议案件，未发生行政应诉案件。", "全年"),
        ("复议应诉", "复议案件: 1件, 应诉案件: 0", "1件。未发生行政应诉案件。", "，未发生"),
        ("矛盾纠纷化解", "调解受理: 528件, 调解成功: 519件", "528件，调解成功519件", "成功率"),
        ("矛盾纠纷化解", "土地山林: 宅基地10件", "宅基地纠纷10件", "山林"),
        ("法律顾问", "律师事务所: 甲所, 顾问单位: 1家", "聘请律师事务所1家（甲所）担任法律顾问", "共"),
        ("府院联动", "争议领域: 征地拆迁、行政执法", "行政争议多发生在征地拆迁、行政执法等领域", "有征地"),
    ],
)  # fmt: skip
def test_a_field_says_its_label(topic, facts, said, unsaid):
    text = measures(topic, facts)
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("听取汇报: 镇长3次", "镇长听取法治工作汇报3次。"),
        ("听取汇报: 主任4次", "办事处主任听取法治工作汇报4次。"),
        ("听取汇报: 书记4次", "街道党工委书记听取法治工作汇报4次。"),
        ("讲法治课: 书记1次", "街道党工委书记讲法治课1次。"),
    ],
)
def test_what_one_leader_did_is_told_of_him_alone(facts, said):
    assert duties(facts) == said


def test_a_practice_with_a_name_is_told_by_it():
    facts = (
        "做法名称: 板凳说事, 启动时间: 4月, 覆盖村: 6个, 开展场次: 49场, 接待群众: 约1500人次, 当场解决: 73件"
    )
    assert measures("特色做法", facts) == (
        "4月起开展“板凳说事”，覆盖村（社区）6个。全年开展49场，接待群众约1500人次，当场解决事项73件。"
    )


def test_who_came_is_not_who_held_an_activity():
    facts = "活动: [{名称: 草原法宣传, 主体: 林草站, 地点: 坝子, 参加: 乡长、60多户牧户}]"
    assert measures("法治宣传教育", facts) == "林草站在坝子开展草原法宣传，乡长、60多户牧户参加。"


@pytest.mark.parametrize("keys", [("亮点", "活动"), ("活动", "亮点")])
def test_own_words_and_activities_stand_as_in_the_file(keys):
    written = {"亮点": "亮点: [部分资料为双语]", "活动": "活动: [{名称: 宣讲, 主体: 司法所}]"}
    text = measures("法治宣传教育", f"宣传资料: 300份, {', '.join(written[key] for key in keys)}")
    said = {"亮点": "部分资料为双语。", "活动": "司法所开展宣讲。"}
    assert text.endswith("".join(said[key] for key in keys))


def test_the_problem_stands_before_or_behind_the_plan():
    plans = ", ".join(f"{{标题: 子{one}, 针对: 丙不足, 措施: 办{one}}}" for one in "甲乙丙丁")
    end = f"第一责任人: {{领导班子学法: 6次}}\n{SHORT}计划: [{plans}]\n"
    text = part(drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end), 4)
    told = [line for line in text.split("\n") if "丙不足" in line]
    assert len({one.partition("丙不足")[0].rpartition("，")[2] for one in told}) == 4
    assert sum(one.endswith("，解决丙不足的问题。") for one in told) == 1
