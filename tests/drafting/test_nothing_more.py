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
        ("合法性审查", "审查事项: 11件, 合同审查: 11件", "11件，审查合同11件", "协议"),
        ("合法性审查", "审查事项: 11件, 合同审查: 合同协议6件", "11件，其中审查合同协议6件", "均"),
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
        ("矛盾纠纷化解", "合同纠纷: 13件, 劳动争议: 267件", "劳动争议纠纷267件，合同纠纷13件", "欠薪"),
        ("矛盾纠纷化解", "土地山林: 41件", "土地山林纠纷41件", "宅基地"),
        ("政务服务", "上门服务: 236件", "上门服务236件", "老弱"),
        ("政务服务", "满意率: 好评率99.97%", "政务服务好评率99.97%", "满意"),
        ("政务公开", "公开争议: 复议1件", "引发行政复议1件", "诉讼"),
        ("规范性文件", "清理文件: 12件, 废止: 2件, 保留: 10件", "纳入清理的文件12件，保留10件，废止2件", "规范性"),
        ("重大行政决策", "决策事项: 26项", "研究重大行政决策事项26项", "集体讨论"),
        ("重大行政决策", "听证会: 1场, 征求意见: 87条", "召开听证会1场", "决策听证会"),
        ("信访工作", "积案化解: 9件, 包案件数: 11件", "化解信访积案9件", "重点"),
        ("综治中心", "部门名称: 司法所、派出所", "司法所、派出所入驻综治中心", "常驻"),
        ("综治中心", "受理: 1028件, 化解: 办结1009件", "受理事项1028件，办结1009件", "纠纷"),
        ("法治宣传教育", "法治副校长: 8名", "现有法治副校长8名", "聘任"),
        ("法律明白人", "学法用法示范户: 17户", "现有学法用法示范户17户", "农村"),
        ("组织领导", "调整领导机构: 法治建设领导小组, 领导小组会议: 3次", "法治建设领导小组会议3次", "法治政府"),
        ("组织领导", "双组长: 是, 领导小组会议: 3次", "担任法治政府建设领导小组“双组长”", "法治建设领导"),
        ("府院联动", "司法建议: 2份, 建议办复: 2份", "2份，均已办复。", "办复2"),
        ("府院联动", "检察建议: 1份, 检察建议办复: 1份", "1份，已办复。", "均"),
        ("府院联动", "司法建议: 3份, 建议办复: 2份", "3份，办复2份", "均"),
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


@pytest.mark.parametrize(
    ("facts", "said", "unsaid"),
    [
        ("年终述法: 是", "街道党工委书记、办事处主任进行年终述法。", "述职"),
        ("年终述法: 书记", "街道党工委书记进行年终述法。", "主任"),
        ("年终述法: 列入述职", "列入年终述职并述法。", "进行"),
        ("考核挂钩: 是", "将履行法治建设职责情况纳入年度考核。", "班子"),
        ("包案化解: 信访积案3件", "包案化解信访积案3件。", "矛盾"),
    ],
)
def test_a_duty_says_its_label(facts, said, unsaid):
    text = duties(facts)
    assert said in text
    assert unsaid not in text


def test_a_practice_with_a_name_is_told_by_it():
    facts = (
        "做法名称: 板凳说事, 启动时间: 4月, 覆盖村: 6个, 开展场次: 49场, 接待群众: 约1500人次, 当场解决: 73件"
    )
    assert measures("特色做法", facts) == (
        "4月起开展“板凳说事”，开展这一做法的村（社区）6个。全年开展49场，接待群众约1500人次，当场解决事项73件。"
    )


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("“红管家”始于2022年。", "老小区多。“红管家”始于2022年。"),
        ("街道推行“红管家”。", "针对老小区多的实际，街道推行“红管家”。"),
    ],
)
def test_a_cause_leads_in_to_a_deed_or_stands_by_itself(sentence, text):
    found = measures("矛盾纠纷化解", f"针对: 老小区多, 正文: [{sentence}]")
    assert found.replace("结合", "针对") == text


def test_who_came_is_not_who_held_an_activity():
    facts = "活动: [{名称: 草原法宣传, 主体: 林草站, 地点: 坝子, 参加: 乡长、60多户牧户}]"
    assert measures("法治宣传教育", facts) == "林草站在坝子开展草原法宣传，乡长、60多户牧户参加。"


@pytest.mark.parametrize("keys", [("亮点", "活动"), ("活动", "亮点")])
def test_own_words_and_activities_stand_as_in_the_file(keys):
    written = {"亮点": "亮点: [部分资料为双语]", "活动": "活动: [{名称: 宣讲, 主体: 司法所}]"}
    text = measures("法治宣传教育", f"宣传资料: 300份, {', '.join(written[key] for key in keys)}")
    said = {"亮点": "部分资料为双语。", "活动": "司法所开展宣讲。"}
    assert text.endswith("".join(said[key] for key in keys))


def test_a_plan_answers_a_problem_and_does_not_claim_to_solve_it():
    plans = ", ".join(f"{{标题: 子{one}, 针对: 丙不足, 措施: 办{one}}}" for one in "甲乙丙丁")
    end = f"第一责任人: {{领导班子学法: 6次}}\n{SHORT}计划: [{plans}]\n"
    text = part(drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end), 4)
    told = [line for line in text.split("\n") if "丙不足" in line]
    assert {one.partition("丙不足")[0] for one in told} == {"针对", "围绕", "就"}
    assert "解决" not in text
