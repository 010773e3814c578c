"""标注句: a mark becomes the fact of its topic, at its place, typed; what can't be meant is told with its remedy."""

import pytest

from generator.facts import EMPTY
from generator.facts.marked import OwnText
from generator.problems import Level
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each
from tests.facts.test_loading import facts, problems

ABOVE = "举措成效:\n  矛盾纠纷化解:\n"


def disputes(lines):
    return facts(ABOVE + lines).topics["矛盾纠纷化解"]


def said(text):
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in problems(text)]


@each(
    ("sentence", "printed", "values"),
    [
        (
            "排查【排查：231件】，调解【调解：3起】。",
            "排查231件，调解3起。",
            {"排查": "231件", "调解": "3起"},
        ),
        ("排查【排查：231】。", "排查231件。", {"排查": "231件"}),
        ("排查【排查：231】件。", "排查231件。", {"排查": "231件"}),
        ("排查【排查：近230件】。", "排查近230件。", {"排查": "近230件"}),
        ("排查【排查：约２００余】。", None, None),
        ("没有排查出【排查：0件】。", "没有排查出0件。", {"排查": "0件"}),
        ("排查【排查：】。", "排查【待填：排查】。", {"排查": "空"}),
        ("排查【 排查 : 231件 】。", "排查231件。", {"排查": "231件"}),
        ("以“【服务原则：和衷共济】”为原则。", "以“和衷共济”为原则。", {"服务原则": "和衷共济"}),
        ("由【参与部门：司法、信访】参与。", "由司法、信访参与。", {"参与部门": "('司法', '信访')"}),
        (
            "排查【排查：20件】，化解【化解：19件】，化解率【化解率】。",
            "排查20件，化解19件，化解率95%。",
            None,
        ),
        ("化解率【化解率：95%】。", "化解率95%。", {"化解率": "95%"}),
        ("调成【调成：70件】。", "调成70件。", {"调解成功": "70件"}),
        ("调成【矛盾纠纷化解.调成：70件】。", "调成70件。", {"调解成功": "70件"}),
        ("临政发【【2023】5号。", "临政发【2023】5号。", {}),
        ("临政发【2023】5号。", "临政发【2023】5号。", {}),
    ],
)
def test_a_mark_is_a_fact_of_its_topic_and_is_printed_where_it_stands(sentence, printed, values):
    text = f'{ABOVE}    正文:\n      - "{sentence}"\n'
    if printed is None:
        assert said(text) == ["6:12 事实-01"]
        return
    topic = facts(text).topics["矛盾纠纷化解"]
    assert topic.sentences[0].text == printed
    if values is not None:
        assert {name: str(value) for name, value in topic.values.items()} == values


def test_a_marked_fact_knows_its_place_and_where_it_comes_from():
    text = f"{ABOVE}    正文:\n      - {{值: “【【甲】”排查【排查：231件】, 来源: 司法所台账}}\n      - |\n        化解\n        【化解：198起】\n"
    read = facts(text)
    assert read.place("举措成效.矛盾纠纷化解.排查")[1:] == (6, 21)
    assert read.line("举措成效.矛盾纠纷化解.排查") == "【排查：231件】"
    assert read.origin("举措成效.矛盾纠纷化解.排查") == "司法所台账"
    assert read.place("举措成效.矛盾纠纷化解.化解")[1:] == (9, 9)
    assert read.line("举措成效.矛盾纠纷化解.正文.1").startswith("- {值")


def test_a_label_that_no_field_has_is_a_figure_of_its_own():
    topic = disputes("    正文: 全年单独调处【调解室调处：41起】，共【调解室调处】；【调解员：】在岗。\n")
    assert topic.values == {}
    assert {label: one.value for label, one in topic.marked.items() if label == "调解员"} == {"调解员": EMPTY}
    assert str(topic.marked["调解室调处"].value) == "41起"
    assert topic.marked["调解室调处"].path == ("举措成效", "矛盾纠纷化解", "正文", "调解室调处")
    assert topic.sentences[0].text == "全年单独调处41起，共41起；【待填：调解员】在岗。"


def test_a_figure_of_its_own_that_is_no_figure_is_doubted():
    (warning,) = facts(f"{ABOVE}    正文: 记者【记者：张三】报道。\n").warnings
    assert (warning.code, warning.level, warning.place[1:]) == ("标注-03", Level.WARNING, (5, 11))


@pytest.mark.parametrize("where", ["正文", "做法", "亮点"])
def test_own_words_of_every_kind_mark_facts(where):
    topic = disputes(f"    {where}:\n      - 排查【排查：231件】。\n")
    assert str(topic.values["排查"]) == "231件"
    assert topic.printed == {"排查"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("导语: {正文: 全年化解【矛盾纠纷化解.化解：198起】。}\n", "198起"),
        ("导语: {成效: 全年化解【矛盾纠纷化解.化解：198起】}\n", "198起"),
        ("不足: [{问题: 甲, 原因: 只化解【矛盾纠纷化解.化解：198起】}]\n", "198起"),
        ("不足: [{正文: 因故只化解【矛盾纠纷化解.化解：198起】}]\n", "198起"),
        ("计划: [{措施: 化解【矛盾纠纷化解.化解：198起】后再说}]\n", "198起"),
        ("上年整改: [{问题: 甲, 措施: 化解【矛盾纠纷化解.化解：198起】}]\n", "198起"),
        ("其他情况: 化解【矛盾纠纷化解.化解：198起】\n", "198起"),
        ("第一责任人: {正文: 推动化解【矛盾纠纷化解.化解：198起】}\n", "198起"),
        ("举措成效: {平安建设: {正文: 化解【矛盾纠纷化解.化解：198起】}}\n", "198起"),
    ],
)
def test_a_mark_elsewhere_is_a_fact_of_the_topic_that_it_names(text, value):
    topic = facts(text).topics["矛盾纠纷化解"]
    assert str(topic.values["化解"]) == value
    assert topic.printed == {"化解"}
    assert topic.path_of("化解") == ("举措成效", "矛盾纠纷化解", "化解")


def test_a_plan_speaks_of_next_year_and_gives_no_fact_of_this_one():
    read = facts("计划: [{措施: 全年化解【化解：200起】, 标题: 化解}]\n")
    assert "矛盾纠纷化解" not in read.topics
    assert read.head.plans[0].measures == ("全年化解200起",)


def test_a_sentence_elsewhere_prints_a_field_and_leaves_it_to_its_topic():
    read = facts(f"{ABOVE}    化解: 198起\n导语: {{成效: 化解【矛盾纠纷化解.化解】}}\n")
    assert read.head.opening.effect == "化解198起"
    assert read.topics["矛盾纠纷化解"].printed == frozenset()


def test_the_lead_in_of_a_heading_marks_facts():
    read = facts(
        "举措成效:\n  大标题:\n    正文: 投入【投入：30万元】，化解【矛盾纠纷化解.化解】。\n    矛盾纠纷化解: {化解: 198起}\n"
    )
    assert read.sections[0].lead[0].text == "投入30万元，化解198起。"


def test_a_duty_marks_facts_of_the_duties():
    read = facts("第一责任人:\n  正文: 组织学法【领导班子学法：6次】。\n")
    assert str(read.duties.values["领导班子学法"]) == "6次"
    assert read.place("第一责任人.领导班子学法")[1:] == (4, 11)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("排查: 231件", "【排查：231起】"),
        ("排查: 231", "【排查：231件】"),
        ("正文: 【案值：10000元】", "【案值：1万元】"),
        ("排查:", "【排查：231件】"),
        ("其他数据: {手册: 300册}", "【手册：300册】"),
    ],
)
def test_what_is_equal_may_stand_twice(one, other):
    where = "亮点" if one.startswith("正文") else "正文"
    assert disputes(f"    {one}\n    {where}: {other}\n").passages


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("    排查: 231件\n    正文: 排查【排查：230件】\n", "第5行是231件，这里是230件"),
        ("    正文: 排查【排查：230余件】\n    排查: 230件\n", "第6行是230件，这里是230余件"),
        (
            "    正文:\n      - 排查【排查：231件】\n      - 排查【排查：230件】\n",
            "第6行是231件，这里是230件",
        ),
        ("    正文:\n      - 调处【调处：4件】\n      - 调处【调处：5件】\n", "第6行是4件，这里是5件"),
        ("    其他数据: {手册: 300册}\n    正文: 【手册：301册】\n", "第5行是300册，这里是301册"),
        ("    正文: 【服务原则：甲】\n    服务原则: 乙\n", "第6行是乙，这里是甲"),
    ],
)
def test_what_is_given_twice_must_agree(lines, where):
    (problem,) = problems(ABOVE + lines)
    assert problem.code == "标注-02"
    assert where in problem.message


@pytest.mark.parametrize(
    ("lines", "code", "message", "fix"),
    [
        ("化解率【化解率】", "标注-01", "【化解率】印不出来", "【化解率：…】"),
        ("排查【排查】", "标注-01", "“排查”没有填", "【排查：…】"),
        ("【调解员名册：是】", "标注-01", "不用标注", "“调解员名册: 是”"),
        ("【调解员名册】", "标注-01", "不用标注", "“调解员名册: 是”"),
        ("排查【排查：3元】", "事实-01", "单位应为“件”", "件"),
        ("排查【排查：许多】", "事实-01", "写的是“许多”", "20件"),
        ("【矛盾纠分化解.化解：3起】", "标注-01", "没有“矛盾纠分化解”这个主题", "“矛盾纠纷化解”"),
        ("【法治宣传教育.普法：3场】", "标注-01", "“法治宣传教育”里没有“普法”", "是不是"),
        ("【化解率：计算】", "标注-01", "不写“计算”", "【化解率】"),
        ("【待填：排查】", "标注-01", "“待填”不能", "【排查：】"),
        ("【甲：【排查：1件】】", "标注-01", "标注里又套了标注", "并列"),
    ],
)
def test_a_mark_that_cannot_be_meant_is_an_error(lines, code, message, fix):
    (problem,) = problems(f"{ABOVE}    正文: {lines}\n")
    assert problem.code == code
    assert message in problem.message
    assert fix in problem.fix
    assert problem.place[1:] == (5, 9 + lines.index("【"))


def test_a_bare_name_outside_a_topic_is_that_of_the_only_topic_that_has_it():
    topics = read_topics(Templates())
    name, topic = next(
        (field.name, topic.name)
        for topic in topics.measures.values()
        for field in topic.fields.values()
        if field.kind == "数量" and _owners(field.name) == 1 and not field.wordings
    )
    unit = topics.measures[topic].fields[name].unit
    read = facts(f"不足: [{{问题: 甲, 原因: 只有【{name}：3{unit}】}}]\n")
    assert str(read.topics[topic].values[name]) == f"3{unit}"
    assert read.head.shortcomings[0].cause == f"只有3{unit}"


def _owners(name):
    topics = read_topics(Templates())
    return sum(name in topic.fields for topic in topics)


def test_a_bare_name_that_several_topics_have_is_refused_with_the_candidates():
    topics = read_topics(Templates()).measures.values()
    shared = max((name for topic in topics for name in topic.fields), key=_owners)
    count = _owners(shared)
    assert count > 1
    (problem,) = problems(f"导语: {{成效: 开展【{shared}：3次】}}\n")
    assert problem.code == "标注-01"
    assert f"“{shared}”在几个主题里都有" in problem.message
    assert problem.fix.count(f".{shared}：3次】") == min(count, 5)


def test_a_text_in_brackets_that_names_no_field_stays_with_a_reminder():
    read = facts(f"{ABOVE}    正文: 临政发【2023】5号。\n")
    (warning,) = read.warnings
    assert (warning.code, warning.level, warning.place[1:]) == ("标注-03", Level.WARNING, (5, 12))
    assert "【2023】照原文印出" in warning.message


@each(
    ("written", "printed"),
    [
        ("导语: {正文: 小区【无物业小区：9个】。}\n举措成效: {矛盾纠纷化解: {正文: 现有【无物业小区】小区。}}\n", "现有9个小区。"),
        ("举措成效: {矛盾纠纷化解: {正文: 现有【无物业小区】小区。}}\n不足: [{正文: 有【无物业小区：9个】。}]\n", "现有9个小区。"),
        ("举措成效: {信访工作: {正文: 现有【无物业小区：9个】。}, 矛盾纠纷化解: {正文: 【无物业小区】小区。}}\n", "9个小区。"),
        ("举措成效: {信访工作: {其他数据: {评议会: 9场}}, 矛盾纠纷化解: {正文: 开会【评议会】。}}\n", "开会9场。"),
        (
            "举措成效: {信访工作: {正文: 【小区甲：5个】。}, 矛盾纠纷化解: {正文: 现有【小区甲】。}}\n不足: [{正文: 【小区甲：9个】。}]\n",
            "现有【小区甲】。",
        ),
        ("举措成效: {矛盾纠纷化解: {正文: 临政发【2023】5号。}}\n", "临政发【2023】5号。"),
    ],
)  # fmt: skip
def test_a_figure_with_a_name_of_its_own_is_printed_where_it_is_named_again(written, printed):
    assert facts(written).topics["矛盾纠纷化解"].sentences[0].text == printed


def test_an_empty_mark_is_asked_after_at_its_place():
    read = facts(f"{ABOVE}    排查: 231件\n    正文: 排查【排查：】，化解率【化解率】，化解【化解：】。\n")
    assert [(one.code, one.field, one.place[1:]) for one in read.gaps if one.code == "待填-02"] == [
        ("待填-02", "举措成效.矛盾纠纷化解.化解", (6, 28)),
    ]
    text = read.topics["矛盾纠纷化解"].sentences[0].text
    assert text == "排查231件，化解率【待填：化解率】，化解【待填：化解】。"


def test_a_sentence_knows_its_pieces():
    text = disputes("    正文: 排查【排查：231件】。\n").sentences[0].text
    assert isinstance(text, OwnText)
    assert [one.label for one in text.marks] == ["排查"]
    assert text.pieces[0] == "排查"


def test_a_sentence_of_the_body_has_no_label():
    (problem,) = problems(f"{ABOVE}    正文:\n      - 先说: 排查\n")
    assert '“- "先说：排查"”' in problem.fix


def test_a_body_stands_for_the_whole_item():
    read = facts("不足: [{正文: [装备不全，因经费紧张。]}]\n计划: [{正文: [配齐装备。]}]\n")
    assert [gap for gap in read.gaps if gap.field.startswith(("不足", "计划"))] == []
    assert read.warnings == ()


def test_the_topic_of_two_headings_holds_each_fact_once():
    read = facts(
        "举措成效:\n  甲标题: {矛盾纠纷化解: {排查: 231件}}\n  乙标题: {矛盾纠纷化解: {化解: 198起, 正文: 排查【排查】，化解率【化解率】。}}\n"
    )
    assert read.topics["矛盾纠纷化解"].sentences[0].text == "排查231件，化解率85.7%。"
    assert next(topic.printed for topic in read.measures) == {"排查"}


def test_the_topic_of_two_headings_prints_what_the_sentences_of_both_print():
    read = facts(
        "举措成效:\n  甲标题: {矛盾纠纷化解: {正文: 排查【排查：231件】。}}\n  乙标题: {矛盾纠纷化解: {正文: 化解【化解：198起】。}}\n"
    )
    assert read.topics["矛盾纠纷化解"].printed == {"排查", "化解"}


@pytest.mark.parametrize(
    "line",
    [
        "标题: 化解【化解：198起】",
        "服务原则: 和衷【化解：198起】",
        "活动: [{名称: 宣讲【化解：198起】}]",
        "活动: [{主体: 司法所【化解：198起】}]",
        "调解室: 老赵调解室【化解：198起】",
        "其他数据: {手册: 手册【化解：198起】}",
    ],
)
def test_a_mark_where_none_is_read_is_told(line):
    (warning,) = facts(f"{ABOVE}    {line}\n").warnings
    assert (warning.code, warning.level) == ("标注-03", Level.WARNING)
    assert warning.place[1:] == (5, 5 + line.index("【"))
    assert "“正文”" in warning.fix


@pytest.mark.parametrize(
    "line", ["标题: 年度报告【人数：3人】", "主送机关: 区政府【人数：3人】", "附件: [名单【人数：3人】]"]
)
def test_a_mark_in_the_head_where_none_is_read_is_told(line):
    told = [one for one in facts(f"{line}\n").warnings if one.code == "标注-03"]
    assert [one.place.column for one in told] == [line.index("【") + 1]


def test_what_is_told_of_an_activity_may_mark_its_own_figures():
    read = facts(
        f"{ABOVE}    化解: 198起\n    活动: [{{名称: 说事, 内容: 化解【化解：3起】，全年【矛盾纠纷化解.化解】}}]\n"
    )
    topic = read.topics["矛盾纠纷化解"]
    assert topic.own.activities[0]["内容"] == "化解3起，全年198起"
    assert str(topic.values["化解"]) == "198起"
    assert read.warnings == ()


def test_an_own_text_knows_how_it_is_written():
    sentence = disputes("    正文: 排查【排查：231件】。\n").sentences[0]
    assert sentence.text == "排查231件。"
    assert sentence.text.written == "排查【排查：231件】。"


def test_a_duty_may_be_named_by_its_template_or_by_the_part():
    read = facts(
        f"{ABOVE}    正文: 学法【带头学法用法.领导班子学法】，党课【第一责任人.专题党课：2次】。\n第一责任人: {{领导班子学法: 6次}}\n"
    )
    assert read.topics["矛盾纠纷化解"].sentences[0].text == "学法6次，党课2次。"
    assert str(read.duties.values["专题党课"]) == "2次"


def test_what_could_not_be_read_is_told_once():
    (problem,) = problems(f"{ABOVE}    排查: 许多\n    正文: 排查【排查】，化解率【化解率】。\n")
    assert problem.field == "举措成效.矛盾纠纷化解.排查"


def test_an_empty_figure_without_a_field_takes_what_a_mark_gives():
    read = facts(f"{ABOVE}    其他数据: {{手册: }}\n    正文: [手册【手册：300册】, 共【手册】]\n")
    assert [words.text for words in read.topics["矛盾纠纷化解"].sentences] == ["手册300册", "共300册"]


def test_a_mark_whose_brackets_are_written_in_code_has_the_place_of_its_text():
    text = f'{ABOVE}    正文: "排查\\u3010排查：231件】"\n'
    assert facts(text).place("举措成效.矛盾纠纷化解.排查")[1:] == (5, 9)


def test_a_mark_may_choose_the_wording_of_its_field():
    topic, field = next(
        (topic, field)
        for topic in read_topics(Templates()).measures.values()
        for field in topic.fields.values()
        if field.kind == "数量" and len(field.wordings) > 1
    )
    word = list(field.wordings)[-1]
    read = facts(f"举措成效:\n  {topic.name}:\n    正文: 全年【{field.name}：{word}12{field.unit}】。\n")
    told = read.topics[topic.name]
    assert told.sentences[0].text == f"全年{word}12{field.unit}。"
    assert str(told.values[field.name]) == f"12{field.unit}"
    assert told.wordings == {field.name: word}


@pytest.mark.parametrize(
    ("sections", "printed"),
    [
        ("{甲: {特色: {正文: 平台【平台：3个】}}, 乙: {特色: {正文: 平台【平台】}}}", "平台3个"),
        ("{甲: {特色: {正文: 平台【平台】}}, 乙: {特色: {其他数据: {平台: 3个}}}}", "平台3个"),
        (
            "{甲: {特色: {做法: 丙}}, 乙: {特色: {正文: 【站点：3个】}, 特色二: {正文: 站【特色.站点】}}}",
            "站3个",
        ),
        (
            (
                "{甲: {矛盾纠纷化解: {调解: 3起}}, 乙: {矛盾纠纷化解: {其他数据: {旧案: 3件}},"
                " 特色: {正文: 旧案【矛盾纠纷化解.旧案：3件】}}}"
            ),
            "旧案3件",
        ),
    ],
)
def test_a_topic_under_two_headings_is_known_whole_to_a_mark(sections, printed):
    read = facts(f"举措成效: {sections}\n")
    texts = [one.text for section in read.sections for topic in section.topics for one in topic.sentences]
    assert printed in texts
    assert not read.warnings


def test_a_rate_rests_on_its_parts_where_they_stand():
    read = facts(
        "举措成效: {甲: {矛盾纠纷化解: {排查: 40件}},"
        " 乙: {矛盾纠纷化解: {化解: 30件, 正文: 化解率【化解率】}}}\n"
    )
    (sentence,) = read.topics["矛盾纠纷化解"].sentences
    (rate,) = sentence.text.marks
    assert {read.place(".".join(one)).column for one in rate.grounds} == {
        read.place("举措成效.甲.矛盾纠纷化解.排查").column,
        read.place("举措成效.乙.矛盾纠纷化解.化解").column,
    }
    assert set(rate.grounds) == {
        ("举措成效", "甲", "矛盾纠纷化解", "排查"),
        ("举措成效", "乙", "矛盾纠纷化解", "化解"),
    }


AID = "举措成效: {公共法律服务: {%s}}\n"


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("正文: 【法律援助：转办12】", "转办12件"),
        ("正文: 【法律援助：转办12件】", "转办12件"),
        ("正文: 【法律援助：转办 12 件】", "转办12件"),
        ("正文: 【法律援助：转办12】件", "转办12件"),
        ("法律援助: '', 正文: 全年【法律援助：12件】", "全年12件"),
        ("法律援助: 办理12件, 正文: 全年【法律援助：】", "全年办理12件"),
        ("法律援助: 转办12件, 正文: 法律援助案件【法律援助】", "法律援助案件转办12件"),
        ("法律援助: 转办12件, 正文: 转办法律援助案件【公共法律服务.法律援助】", "转办法律援助案件12件"),
        ("正文: 全年转办法律援助案件【法律援助：转办12件】", "全年转办法律援助案件12件"),
        ("正文: 转办的不少，案件【法律援助：转办12件】", "转办的不少，案件转办12件"),
        ("正文: [全年【法律援助：】。, 共【法律援助：12件】]", "全年12件。"),
    ],
)
def test_a_mark_prints_its_wording_and_what_is_known(lines, printed):
    read = facts(AID % lines)
    assert read.topics["公共法律服务"].sentences[0].text == printed
    assert not [one for one in read.gaps if "法律援助" in one.message]


def test_two_wordings_of_one_fact_are_told():
    text = AID % "法律援助: 办理12件, 正文: 全年【法律援助：转办12件】"
    (told,) = problems(text)
    assert told.code == "标注-02"
    assert "办理12件，这里是转办12件" in told.message


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("正文: 越级上访【越级上访：0起】。", 1),
        ("越级上访: 0\n    正文: 越级上访【越级上访】。", 1),
        ("正文: 越级上访【越级上访：1起】。", 0),
        ("正文: 自己的数【自己的数：0起】。", 0),
        ("越级上访: 0", 0),
    ],
)
def test_a_zero_printed_in_a_sentence_is_doubted_where_the_field_has_words_for_it(lines, told):
    found = facts(f"举措成效:\n  信访工作:\n    {lines}\n").warnings
    assert len([one for one in found if "未发生越级上访" in one.message]) == told


@pytest.mark.parametrize("mark", ["【调委会】", "【矛盾纠纷化解.调委会】", "【调委会：18个】"])
def test_what_other_units_call_a_field_is_known_outside_its_topic(mark):
    text = f"导语: {{成效: 现有{mark}}}\n举措成效: {{矛盾纠纷化解: {{人民调解委员会: 18个}}}}\n"
    read = facts(text)
    assert read.head.opening.effect == "现有18个"
    assert not read.warnings
