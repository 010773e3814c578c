"""Figures of own sentences that stand unmarked: which, what they would be, and what is never proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.unmarked import unmarked_texts, with_marks
from generator.drafting import compose
from generator.facts import facts_from
from generator.yamltext.source import read_source
from tests.checks.examples import TEMPLATES, TOPICS

HEAD = "年度: 2023\n单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道, 上级: 临淄区}\n举措成效:\n"


def facts(text):
    return facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", TEMPLATES)


def marked(lines, head=HEAD):
    return [with_marks(one.passage.text, one.marks) for one in unmarked_texts(facts(head + lines), TOPICS)]


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (
            "  矛盾纠纷化解: {正文: [全年排查矛盾纠纷231件，化解【化解：198起】，走失水牛2头。]}",
            ["全年排查矛盾纠纷【排查：231件】，化解【化解：198起】，走失水牛【走失水牛：2头】。"],
        ),
        ("  矛盾纠纷化解: {正文: [全年排查矛盾纠纷【排查：231件】。]}", []),
        (
            "  矛盾纠纷化解: {排查: 231件, 正文: [全年排查矛盾纠纷231件。]}",
            ["全年排查矛盾纠纷【排查】。"],
        ),
        # 约数写法不同的，引用会改了句子，照写
        (
            "  矛盾纠纷化解: {排查: 231件, 正文: [全年排查矛盾纠纷231起。]}",
            ["全年排查矛盾纠纷【排查：231起】。"],
        ),
        # 别处填的是另一个数，不标
        ("  矛盾纠纷化解: {排查: 230件, 正文: [全年排查矛盾纠纷231件，化解9件。]}", None),
        # 一个名称不能是两个数；自己的名称不能撞上字段
        (
            "  行政执法: {正文: [陆上中队办案74件，罚没款9万元，陆上中队9.6万元，陆上中队7万元。]}",
            None,
        ),
        ("  基层治理: {活动: [{名称: 说事, 内容: 走访网格员5名}]}", ["走访网格员【走访网格员：5名】"]),
        ("  自选主题: {做法: [“说事角”化解纠纷12件。]}", None),
        (
            "  示范创建: {正文: [保留【【原文】，评选和谐社区5个。]}",
            ["保留【【原文】，评选和谐社区【评选和谐社区：5个】。"],
        ),
    ],
)
def test_a_sentence_is_written_with_the_marks_that_are_certain(lines, sentences):
    found = marked(lines)
    if sentences is not None:
        assert found == sentences
    for one in unmarked_texts(facts(HEAD + lines), TOPICS):
        names = {(figure.label, figure.written) for figure in one.marks}
        assert len({label for label, _ in names}) == len(names)


def test_a_value_that_differs_is_told_and_not_marked():
    (one,) = unmarked_texts(
        facts(HEAD + "  矛盾纠纷化解: {排查: 230件, 正文: [全年排查矛盾纠纷231件。]}"), TOPICS
    )
    (figure,) = one.figures
    assert (figure.likely, figure.told, figure.field) == ("排查", "230件", False)
    assert one.settled == ()


def test_a_label_of_two_values_says_what_is_counted():
    lines = "  行政执法: {正文: [其中陆上中队74件、海湾中队29件，其中陆上中队9.6万元。]}"
    assert marked(lines) == [
        "其中陆上中队【陆上中队：74件】、海湾中队【海湾中队：29件】，其中陆上中队【陆上中队金额：9.6万元】。"
    ]


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("全年执法检查【检查单位：10户次】，其他553户次。", ["553户次"]),
        ("开展执法检查5286户次，其中燃气【燃气检查：812户次】。", ["5286户次"]),
    ],
)
def test_what_stays_without_a_name_is_still_told(text, unnamed):
    (one,) = unmarked_texts(facts(f"{HEAD}  行政执法:\n    正文:\n      - {text}\n"), TOPICS)
    assert [figure.written for figure in one.figures if not figure.label] == unnamed
    assert "【：" not in with_marks(one.passage.text, one.marks)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("到场登记620人次，当场办结42件。", ("现场办结",)),
        ("走失水牛2头。", ()),
    ],
)
def test_a_label_much_like_a_field_is_asked_after_and_not_written(text, near):
    lines = f"  综治中心: {{正文: [{text}]}}"
    asked = [figure for one in unmarked_texts(facts(HEAD + lines), TOPICS) for figure in one.figures][-1]
    assert asked.near == near
    settled = [figure for one in unmarked_texts(facts(HEAD + lines), TOPICS) for figure in one.settled]
    assert (asked in settled) == (not near)


def test_a_change_against_last_year_is_silent():
    lines = (
        "  平安建设: {正文: [反诈宣传进小区【反诈宣传：74场】，刑事警情同比下降9.4%，诈骗警情下降15.2%。]}"
    )
    assert [*unmarked_texts(facts(HEAD + lines), TOPICS)] == []


@pytest.mark.parametrize(
    "text",
    [
        "物业纠纷比上年多38件。",
        "帮办代办事项再增加20项。",
        "信访积案较去年减少了3件。",
        "13个社区都设了说事点。",
        "全部14个村都设了说事点。",
    ],
)
def test_a_difference_and_the_territory_are_silent(text):
    head = HEAD.replace("上级: 临淄区", "上级: 临淄区, 辖区: {村: 14个, 社区: 13个}")
    lines = f"  矛盾纠纷化解: {{正文: [{text}]}}"
    assert [*unmarked_texts(facts(head + lines), TOPICS)] == []


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("法律顾问", "县里律师事务所的1名律师把关。"),
        ("法律顾问", "聘请律师事务所1名律师。"),
        ("政务服务", "因材料不齐退回，其余1件本人在外省。"),
        ("矛盾纠纷化解", "“老鹰坡”林地边界争议，涉及约320亩。"),
        ("合法性审查", "村里10万元以上的合同必须送司法所。"),
        ("司法行政", "书记4月到司法所调研，决定为司法所配备公益性岗位1个。"),
    ],
)
def test_a_label_that_names_nothing_counted_is_not_offered_and_the_clerk_is_asked(topic, text):
    (one,) = unmarked_texts(facts(f"{HEAD}  {topic}: {{正文: [{text}]}}"), TOPICS)
    assert one.settled == ()
    assert [figure.label for figure in one.figures] == [""]


def test_two_figures_for_one_field_in_two_texts_are_not_sure():
    lines = "  矛盾纠纷化解: {正文: [化解纠纷198起。, 化解纠纷201起。]}"
    told = [figure for one in unmarked_texts(facts(HEAD + lines), TOPICS) for figure in one.figures]
    assert [(figure.field, figure.likely) for figure in told] == [(False, "化解")] * 2


def test_a_plan_and_a_shortcoming_have_labels_of_their_own():
    text = (
        HEAD
        + "  行政执法: {立案: 3件}\n不足: [{问题: 人手少, 表现: 专职档案员只有4名}]\n计划: [{标题: 充实, 措施: 新聘专职调解员2名}]\n"
    )
    assert marked(text, "") == ["专职档案员只有【专职档案员：4名】", "新聘专职调解员【新聘专职调解员：2名】"]


@given(
    st.lists(
        st.sampled_from(
            [
                "全年排查矛盾纠纷231件",
                "化解198起",
                "其中邻里纠纷41件",
                "“说事角”调解12件",
                "走失水牛2头",
                "【排查：231件】",
                "发放资料约1.2万余份",
                "下降约21%",
                "投入10万元",
                "上年为35件",
                "。",
                "，",
                "【【",
                "现有61项",
                "街道",
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_report_says_the_same_with_the_marks(parts):
    """With everything marked that is proposed, the own sentence is printed to the letter as before."""
    text = "，".join(["今年", *parts])
    given_facts = facts(f"{HEAD}  矛盾纠纷化解:\n    正文:\n      - '{text}'\n")
    after = [with_marks(one.passage.text, one.marks) for one in unmarked_texts(given_facts, TOPICS)]
    if after:
        again = facts(f"{HEAD}  矛盾纠纷化解:\n    正文:\n      - '{after[0]}'\n")
        assert compose(again, TEMPLATES).markdown == compose(given_facts, TEMPLATES).markdown
        left = [one for text in unmarked_texts(again, TOPICS) for one in text.marks]
        assert left == []


def test_a_figure_that_the_file_gives_already_is_not_asked_after_as_another():
    text = HEAD + "  行政执法: {执法人员: 15人, 正文: [15人分在两个中队，配有执法车。]}"
    told = [figure for one in unmarked_texts(facts(text), TOPICS) for figure in one.figures]
    assert [(one.likely, one.known) for one in told] == [("执法人员", True)]
