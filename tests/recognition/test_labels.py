"""Labels of their own, made from the words beside a figure."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.labels import is_change, own_label, word_before


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("全年评选和谐社区5个。", "评选和谐社区"),
        ("4月起推广到6个村，", "推广村"),
        ("现有公益岗1名协助收发", "公益岗"),
        ("其中11只被领养", "领养"),
        ("其中2人因写得过于简单被退回", ""),
        ("发出柔性执法“提示单”1100多张", "发出柔性执法提示单"),
        ("“板凳说事”在晒谷场开展，全年共开展49场", "板凳说事开展"),
        ("共开展49场", ""),
        ("除1人休产假外均已参考", ""),
        ("镇长、司法所所长和县法院2名工作人员参加", "县法院工作人员"),
        ("锦樾里物业费收缴率由61%", "锦樾里物业费收缴率"),
        ("3月8日9场", ""),
        # 名称从一个词的开头起
        ("合格率100%", "合格率"),
        ("合同涉及金额1.87亿元", "合同涉及金额"),
        ("从轻处罚11件", "从轻处罚"),
        ("减轻处罚3件", "减轻处罚"),
        ("其他纠纷24件", "其他纠纷"),
        ("现场勘查6次", "现场勘查"),
        ("共同调处9件", "共同调处"),
        ("有人民调解员93名", "人民调解员"),
        ("全年内部审计3件", "内部审计"),
        ("使用“检查码”开展涉企检查1240次", "涉企检查"),
        ("镇党委书记主持召开法治建设专题会2次", "法治建设专题会"),
        # 名称是事情的名字，不带谁做的、只说做了的动词
        ("全村培养法律明白人35名", "法律明白人"),
        ("各村已评选法治示范户12户", "评选法治示范户"),
        ("组织全镇80余名公职人员参加培训", "公职人员"),
        ("走进社区开展2场次", "走进社区"),
        ("发放小册子2000余册", "小册子"),
        ("参考率、合格率均达100%", "合格率"),
        ("滨江花园、江湾花苑等4个小区业委会", "小区业委会"),
        ("召开县委全面依法治县委员会全体扩大会议1次", "县委员会全体扩大会议"),
        ("组织学习《民法典》《信访工作条例》等法律法规5次", "民法典信访工作条例等法律法规"),
        ("建成机动车维修行业挥发性治理点2家", "机动车维修行业挥发性治理点"),
        # 说不出是什么的，不取名
        ("其他553户次", ""),
        ("还有4个正在办理", ""),
        ("比上年的143件", ""),
        ("降到142件", ""),
    ],
)
def test_a_label_is_made_of_the_clause(text, label):
    assert own_label(next(said_figures(text))) == label


@pytest.mark.parametrize(
    ("words", "last", "label"),
    [
        ("上年为118批", "信访", "上年信访"),
        ("比上年的143件", "普通程序", "上年普通程序"),
        ("调解总数比上年的241件", "", "上年调解总数"),
        ("物业纠纷由2023年的215件", "", "2023年物业纠纷"),
        ("降到142件", "2023年物业纠纷", "现物业纠纷"),
        ("提高到84%", "收缴率", "现收缴率"),
    ],
)
def test_a_comparison_is_named_by_what_it_is_of(words, last, label):
    assert own_label(next(said_figures(words)), last) == label


@pytest.mark.parametrize(
    "words", ["同比下降9.4%", "比上年增加33件", "增长约21%", "提高10个百分点", "压减了2项"]
)
def test_a_change_is_no_fact_of_its_own(words):
    assert is_change(next(said_figures(words)))


@pytest.mark.parametrize("words", ["提高到84%", "增加志愿者60名", "新增持证3人", "提升工程2处"])
def test_what_changed_is_one(words):
    assert not is_change(next(said_figures(words)))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("全乡11个行政村、56个村民小组的法治建设", ["行政村", "村民小组"]),
        ("与11个村签订目标责任书11份", ["村数", "村签订目标责任书"]),
        ("对28名社区矫正对象落实", ["社区矫正对象"]),
        ("办复率和满意率均为100%", ["办复率和满意率"]),
        ("全乡13名持证人员中专职从事执法的只有4人", ["持证人员", "持证人员中专职从事执法"]),
        ("矛盾纠纷化解率保持在97%以上", ["矛盾纠纷化解率"]),
        ("14个社区实现公共法律服务点全覆盖", ["社区"]),
        ("帮助解决用工、用地等问题15个", ["解决问题"]),
        ("推动3个社区创建示范调解室", ["社区"]),
        ("人员中尚有3名未取得执法证", ["未取得执法证"]),
        ("力争持证执法人员达到46人", ["持证执法人员"]),
        ("培育明白人168名，每个社区不少于10名", ["培育明白人", "社区培育明白人"]),
        ("每村不少于5名", [""]),
    ],
)
def test_a_label_ends_at_its_noun(text, labels):
    last, told = "", []
    for said in said_figures(text):
        last = own_label(said, last)
        told.append(last)
    assert told == labels


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("学法考试合格率98.5%", "合格率", "考试"),
        ("其中合格率98.5%", "合格率", ""),
        ("合格率98.5%", "解决问题", ""),
    ],
)
def test_the_word_before_tells_two_labels_apart(text, label, word):
    assert word_before(next(said_figures(text)), label) == word
