"""Which fields the figures of a passage may be."""

import pytest

from generator.importing.claims import CERTAIN, Claimant
from generator.importing.homes import Reporting
from generator.importing.outline import OldParagraph
from generator.importing.passages import OldPassage, old_sentences
from generator.recognition.matcher import matcher_for
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


def figures(text, home="行政执法", year=True):
    claimant = Claimant(matcher_for(TOPICS), ranking_for(TOPICS), Reporting("镇", 2023))
    passage = OldPassage(tuple(old_sentences([OldParagraph(text, 1)])), home, home, of_the_year=year)
    assert claimant.figures(passage) is claimant.figures(passage)
    return claimant.figures(passage)


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("党政主要负责人主持召开法治政府建设专题会议11次。", "组织领导", "第一责任人.专题会"),
        ("今年主要领导讲法治课2次。", "学法用法", "第一责任人.讲法治课"),
        ("召开法治政府建设专题会议11次。", "组织领导", "组织领导.专题会议"),
        ("组织应知应会法律知识考试，参考率、合格率均达100%。", "学法用法", "学法用法.合格率"),
        ("负责人及时出庭应诉，应诉率达100%。", "", "复议应诉.出庭率"),
        ("提供立法相关意见50条。", "学法用法", "权力监督.立法意见"),
        ("组织法律顾问参与合同审查136件次。", "合法性审查", "合法性审查.合同审查"),
        ("理论学习中心组开展《民法典》《监察法》等专题学习3次。", "学法用法", "学法用法.中心组专题学法"),
        ("将法律法规纳入党委中心组学习计划，全年开展专题学习4次。", "学法用法", "学法用法.中心组专题学法"),
        ("党工委理论学习中心组法治学习4次。", "第一责任人", "第一责任人.中心组学法"),
        ("党工委理论学习中心组学习12次。", "第一责任人", "第一责任人.中心组学习"),
        ("组织全体机关干部44人参加法治考试。", "学法用法", "学法用法.参考"),
        ("组织121名干部职工参加2025年度全区法治理论知识考试。", "学法用法", "学法用法.参考"),
        ("13名班子成员全部完成书面述法。", "组织领导", "第一责任人.书面述法"),
        ("14名队员通过行政执法证考试。", "学法用法", "行政执法.考试通过"),
        ("公务员学法考试参考率100%。", "学法用法", "学法用法.参考率"),
        ("在编人员参加学法考试，参考率、优秀率均为100%。", "学法用法", "学法用法.优秀率"),
        ("聘请街道专职法律顾问2名。", "法律顾问", "法律顾问.政府法律顾问"),
        ("召开党工委（扩大）会议26次。", "学法用法", "组织领导.党委会议"),
        ("召开法治专题党委会议4次。", "组织领导", "组织领导.党委会议研究"),
        ("行政处罚32件，其中简易程序28件，全年罚款总额6350元。", "行政执法", "行政执法.罚没金额"),
        ("现有在编执法人员27名。", "行政执法", "行政执法.执法人员"),
        ("全队共有执法队员20名。", "行政执法", "行政执法.执法人员"),
        ("截止12月3日，共审查合同247份。", "合法性审查", "合法性审查.合同审查"),
        ("组织街道及社区近300名干部参加法治考试，合格率100%。", "学法用法", "学法用法.合格率"),
        ("开展法治宣传进机关、进农村（村社）、进校园活动12场次。", "法治宣传教育", "法治宣传教育.普法活动"),
    ],
)
def test_what_is_called_as_a_field_is_that_field(text, home, name):
    best = figures(text, home)[-1].claims[0]
    assert (f"{best.home}.{best.field.name}", best.meant) == (name, True)


@each(
    ("text", "home", "wrong"),
    [
        # 谁学的没有说，或者后面说了别人，不是中心组、党委会的
        ("开展专题学法10次、法治讲座4场。", "学法用法", "中心组专题学法"),
        ("开展专题学法10次、法治讲座4场。", "学法用法", "党委会学法"),
        ("中心组带头学习。建立机关工作人员学法制度，全年组织学法6次。", "学法用法", "中心组专题学法"),
        ("基层党组织集中学习570余次。", "学法用法", "集体学法"),
        ("将法律法规纳入中心组学习和干部学习计划，组织乡村干部集中学习20次。", "学法用法", "中心组专题学法"),
        ("通过“第一议题”、理论中心组学习、“三会一课”等形式组织学习80余次。", "学法用法", "中心组学习"),
        ("村（社区）法律顾问全年审查文书32份，开展专题培训会2次。", "公共法律服务", "法治培训"),
        # 各是几样里的一样，其中的一部分，只是一部分的钱，一共多少不是多久一次
        ("开展宪法宣传、民法典宣讲各1场次。", "法治宣传教育", "宣讲"),
        ("持证人员12人，其中参公编制11人、行政编制1人。", "行政执法", "执法编制"),
        ("行政处罚32件，其中简易程序28件，共计罚款6350元。", "行政执法", "罚没金额"),
        ("农村法律顾问坐班值班147次。", "法律顾问", "坐班"),
        # 有的人和受了培训的人，专题会议和党委会议，主要负责人和大家
        ("完成50名“法律明白人”培训。", "法律明白人", "法律明白人"),
        ("召开法治专题党委会议4次。", "组织领导", "专题会议"),
        ("对18项重大决策事项进行了合法性审查。", "重大行政决策", "重大决策事项"),
        # 前面叫的是别的
        ("组织中心组学习会专题法治讲座2场。", "学法用法", "中心组学习"),
        ("目前行使行政执法事项共计195项。", "行政执法", "行使事项"),
        ("修订应急预案5个。", "应急处置", "现有预案"),
        # 没有做的、应当做的，不是干部的，几件事一起的
        ("有5名干部未参加法治考试。", "学法用法", "参考"),
        ("应有116名干部参加法治考试。", "学法用法", "参考"),
        ("组织80名学生参加法治考试。", "学法用法", "参考"),
        ("组织80名干部参加法治考试和执法培训。", "学法用法", "参考"),
        ("组织14人参加行政执法资格考试。", "学法用法", "参考"),
        ("校园法治副校长8名。", "学法用法", "书面述法"),
    ],
)
def test_what_another_did_or_nobody_is_no_field(text, home, wrong):
    claims = [claim for one in figures(text, home) for claim in one.claims if claim.field.name == wrong]
    assert not any(claim.meant for claim in claims)


def test_a_sum_of_several_things_is_none_of_them():
    (one,) = figures("开展专题党课、专题研讨及学习会60场次。", "学法用法")
    assert not any(claim.meant for claim in one.claims if claim.field.name in {"专题研讨", "专题党课"})


def test_the_likeliest_comes_first():
    (one,) = figures("全年排查矛盾纠纷231件。", "矛盾纠纷化解")
    assert (one.claims[0].home, one.claims[0].field.name) == ("矛盾纠纷化解", "排查")
    assert one.claims[0].score >= CERTAIN
    assert [claim.score for claim in one.claims] == sorted(
        (claim.score for claim in one.claims), reverse=True
    )


def test_what_its_words_speak_against_is_told():
    (one,) = figures("全年开展联合执法检查46次。")
    told = {claim.field.name: claim for claim in one.claims if claim.home == "行政执法"}
    assert told["执法检查"].against
    assert not told["执法检查"].meant


def test_figures_of_a_plan_claim_nothing():
    (one,) = figures("全年排查矛盾纠纷231件。", year=False)
    assert one.claims == ()
