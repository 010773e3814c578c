"""Which field a figure of notes seems to be: sure only where its words, or what stands around it, leave no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


def told(text):
    """Give each figure as topic.field, with ? where it is a question, as =label where it has no field."""
    reader = NotesReader(TOPICS, 2024)
    figures = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    return [
        f"×{one.why}"
        if one.why
        else f"{one.home}.{one.field}{'' if one.sure else '?'}"
        if one.field
        else f"={one.label}"
        for one in figures
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("矛盾纠纷排查231件，化解225件", ["矛盾纠纷化解.排查", "矛盾纠纷化解.化解"]),
        (
            "执法队：\n立案36件，办结36件，罚没12.8万元",
            ["行政执法.立案", "行政执法.办结", "行政执法.罚没金额"],
        ),
        ("网格员92名，其中专职12名", ["基层治理.网格员", "基层治理.专职网格员"]),
        ("在册法律明白人148名，今年新增22名", ["法律明白人.法律明白人", "法律明白人.新增法律明白人"]),
        ("拆除违建17处，面积2350平方米", ["行政执法.拆除违建", "行政执法.拆除面积"]),
        ("12345热线工单143件", ["热线办理.工单"]),
        ("信访办：\n1-12月信访总量58件", ["信访工作.信访"]),
        ("人民调解员58名", ["矛盾纠纷化解.人民调解员"]),
        ("评出优秀案卷5本，优秀率25%", ["行政执法.优秀案卷", "行政执法.案卷优秀率"]),
        ("人民调解员队伍：共68名，其中专职6名", ["矛盾纠纷化解.人民调解员", "矛盾纠纷化解.专职调解员"]),
        ("审查合同42份，涉及金额2300余万元", ["合法性审查.合同审查", "合法性审查.合同金额"]),
        (
            "司法所 | 指标 | 完成值\n科室\t指标\t任务数\t完成值\n司法所\t法律咨询（人次）\t150\t172",
            ["×说的是以后的打算", "公共法律服务.法律咨询"],
        ),
        (
            "全县社区矫正对象412人，我镇在册23人，今年新接收9人",
            ["社区矫正.矫正对象?", "社区矫正.矫正对象", "社区矫正.新增矫正"],
        ),
        (
            "全县社区矫正对象412人，在册23人，今年新接收9人",
            ["社区矫正.矫正对象?", "社区矫正.矫正对象?", "社区矫正.新增矫正?"],
        ),
        ("安装国家反诈中心APP1.2万人", ["平安建设.安装反诈应用"]),
        ("今年排查矛盾纠纷214件，成功化解209件", ["矛盾纠纷化解.排查", "矛盾纠纷化解.化解"]),
        ("低保156户248人，特困39人", ["社会救助.低保家庭", "社会救助.低保人员", "社会救助.特困人员"]),
        ("进京访0人次，赴省访1人次", ["信访工作.进京上访", "信访工作.赴省上访"]),
        ("赋权事项87项", ["行政执法.执法事项"]),
        (
            "法律明白人96人，参与调解140件，调成131件",
            ["法律明白人.法律明白人", "法律明白人.参与调解", "法律明白人.调解成功"],
        ),
    ],
)
def test_a_field_is_known(text, fields):
    assert told(text) == fields


@each(
    ("text", "fields"),
    [
        ("走访96次", ["?"]),
        ("全年受理信访67件，化解65件", ["信访工作.信访", "?"]),
        ("宣传资料500份", ["?"]),
        ("司法所：\n普法宣传 41场", ["?"]),
        ("应急办：\n检查企业230家次", ["?"]),
        ("一季度排查58件", ["?"]),
        ("一季度：\n矛盾纠纷排查58件", ["?"]),
        ("“老赵调解室”单独调处29件", ["?"]),
        ("石桥村排查矛盾纠纷12件", ["?"]),
        ("2025年计划培训执法人员4次", ["×说的是2025年"]),
        ("去年化解矛盾纠纷189件", ["×说的是去年"]),
        ("2023年排查矛盾纠纷200件，化解190件", ["×说的是2023年", "×说的是2023年"]),
        ("信访事项67件，比2023年下降12件，办结65件", ["信访工作.信访", "×说的是2023年", "信访工作.办结"]),
    ],
)
def test_what_may_be_another_thing_is_a_question_or_not_offered(text, fields):
    for one, wanted in zip(told(text), fields, strict=True):
        assert one == wanted or (wanted == "?" and (one.endswith("?") or one.startswith("="))), told(text)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("开展法治宣传活动不少于24场，实际开展37场", "法治宣传教育.普法活动?"),
        ("全县调解矛盾纠纷1260件，我所52件", "矛盾纠纷化解.调解?"),
        ("全县调解矛盾纠纷1260件，我所协办52件", "=协办"),
        ("全县调解矛盾纠纷1260件，我所52人", "="),
        ("调解矛盾纠纷126件，我所52件", "="),
        ("去年法治讲座5场，今年7场", "="),
    ],
)
def test_what_is_counted_again_is_asked_after(text, last):
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "1月5日上午9点开会，会议室301",
        "电话13812345678，临政发〔2024〕5号",
        "第3次会议",
        "历时3个月",
        "2024年度",
        "12·4宣传周",
    ],
)
def test_numbers_that_are_no_facts_are_not_told(text):
    assert told(text) == []


@given(
    st.text(
        alphabet="全年排查化解矛盾纠纷普法活动其中：，。、0123456789件场%万余（）【】\n\t \u200b", max_size=60
    )
)
def test_any_text_can_be_told(text):
    for one in told(text):
        assert one


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("党政办：\n中心组学法6次", "第一责任人.中心组学法"),
        ("法治宣传活动52场；进校园8场", "禁毒.进校园"),
        ("重大行政决策程序的就1件，就是农贸市场搬迁，出了合法性审查意见1份", "合法性审查.法律意见"),
        ("信访办：\n12345热线：承办工单936件，满意率96.2%", "信访工作.满意率"),
        ("今年排查矛盾纠纷214件，成功化解209件", "矛盾纠纷化解.调解成功"),
        ("“综合查一次”11次，检查企业68家", "行政执法.检查单位"),
        ("信访件在办3件", "信访工作.信访"),
        ("积案化解3件，救助信访人2人，救助金3.5万元", "社会救助.救助资金"),
        ("交通安全宣传15场，宣传单2000余份", "法治宣传教育.宣传资料"),
        ("刑满释放安置帮教：在册30人", "社区矫正.矫正对象"),
        ("讲法治课书记1次", "第一责任人.讲法治课"),
        ("开展法治宣传活动不少于24场", "法治宣传教育.普法活动"),
        ("全年法治宣传活动至少12场", "法治宣传教育.普法活动"),
        ("矛盾纠纷化解率不低于95%", "矛盾纠纷化解.化解率"),
        ("信访按期办结率要达到95%", "信访工作.按期办结率"),
    ],
)
def test_what_was_sure_and_wrong_is_none_any_more(text, field):
    reader = NotesReader(TOPICS, 2024)
    figures = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    assert field not in [f"{one.home}.{one.field}" for one in figures if one.sure]


@pytest.mark.parametrize("text", ["综合执法队：\n今年有1起火灾", "信访办：\n收到来电36件"])
def test_nothing_is_asked_that_the_office_or_the_words_speak_against(text):
    reader = NotesReader(TOPICS, 2024)
    figures = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    assert [one.field for one in figures] == [""]
