"""What each office is asked for."""

from generator.facts import facts_from
from generator.forms.asking import asked_topics, forms_by_office
from generator.forms.marked_in import MARKS
from generator.forms.webform import form_pages
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.collecting.forms import TOPIC, asked, office_form, rows


def row(key):
    return next(one for one in rows() if one.key == key)


def test_an_office_is_asked_for_its_topics():
    form = office_form()
    assert [topic.name for topic in form.topics] == [TOPIC, "法律明白人"]
    assert form.stem == "云岭镇-2024-司法所"
    assert {topic.office for topic in asked()[1]} == {"司法所", "综合行政执法队", "综合"}


def test_a_row_says_what_it_means_and_what_it_will_print():
    one = row(f"{TOPIC}.普法活动")
    assert (one.base, one.unit, one.usual) == ("50余次", "场", True)
    assert "普法" in one.note
    assert "→" in one.prints


def test_a_value_with_its_origin_and_a_list_are_shown_as_text():
    assert row(f"{TOPIC}.宣传资料").base == "1000份"
    assert row(f"{TOPIC}.节点").base == "国家宪法日、民法典宣传月"


def test_figures_and_sentences_have_rows_and_there_is_room_for_more():
    names = [one.name for one in rows() if one.topic == TOPIC and one.field is None]
    assert names == [
        "标注.进企业",
        "其他数据.法治讲堂",
        "其他数据.新1",
        "其他数据.新2",
        "正文.1",
        "正文.新1",
        "正文.新2",
    ]
    assert (row(f"{TOPIC}.标注.进企业").label, row(f"{TOPIC}.标注.进企业").base) == ("进企业", "6次")
    assert row(f"{TOPIC}.正文.1").marks == {"进企业": f"{TOPIC}.标注.进企业"}
    assert row(f"{TOPIC}.正文.1").base == "组织“法律六进”【进企业：6次】。"


OTHER_PARTS = """年度: 2024
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}
举措成效:
  法治宣传教育: {普法活动: 5场}
  自治板凳: {正文: 坐下来谈。}
第一责任人:
  领导班子学法: 6次
  正文: 镇长接访【镇长接访：12次】。
上年整改:
  - 问题: 持证人员少
    措施: 配执法包【执法包：3个】
不足:
  - {问题: 记录仪只有【记录仪：6台】, 原因: 只议【自治板凳.场次：2场】}
  - {问题: 手册只印了【手册：3册】, 表现: 记录仪还差【记录仪：9台】}
"""
LAST_PLAN = OTHER_PARTS.replace("2024", "2023") + "计划: [{措施: 配执法包【执法包：2个】}]\n"


def test_figures_in_the_own_words_of_other_parts_have_rows_with_last_years_beside():
    templates = Templates()
    before = facts_from(read_source(LAST_PLAN.encode(), "旧.yaml"), "旧.yaml", templates)
    source = read_source(OTHER_PARTS.encode(), "新.yaml")
    facts = facts_from(source, "新.yaml", templates, before)
    topics = asked_topics(facts, source, templates, ())
    own = {
        one.key: (one.label, one.base, one.last) for topic in topics for one in topic.rows if not one.field
    }
    kept = {key: told for key, told in own.items() if MARKS in key or "第一" in key}
    assert kept == {
        "第一责任人.标注.镇长接访": ("镇长接访", "12次", "12次"),
        "第一责任人.正文.1": ("正文第1句", "镇长接访【镇长接访：12次】。", ""),
        "上年整改.标注.执法包": ("执法包", "3个", "2个"),
        "不足.标注.记录仪": ("记录仪", "6台", "6台"),
        "不足.标注.手册": ("手册", "3册", "3册"),
        "不足.标注.记录仪（第2条）": ("记录仪（第2条）", "9台", "9台"),
        "自治板凳.标注.场次": ("场次", "2场", "2场"),
    }
    [page] = form_pages(forms_by_office(facts, topics)[-1]).values()
    assert "印在不足里" in page


def test_a_figure_of_own_words_has_last_years_measure_and_a_sentence_says_what_to_look_at():
    text = OTHER_PARTS.replace(
        "镇长接访【镇长接访：12次】。",
        "\n    # 请核对：上年的结论“均办结”\n    - 镇长接访【镇长接访：】，均办结。",
    )
    templates = Templates()
    before = facts_from(read_source(LAST_PLAN.encode(), "旧.yaml"), "旧.yaml", templates)
    source = read_source(text.encode(), "新.yaml")
    facts = facts_from(source, "新.yaml", templates, before)
    asked_rows = {one.key: one for topic in asked_topics(facts, source, templates, ()) for one in topic.rows}
    assert asked_rows["第一责任人.标注.镇长接访"].unit == "次"
    assert asked_rows["第一责任人.正文.1"].note.endswith("请核对：上年的结论“均办结”")


def test_the_rows_in_use_come_first():
    usual = [one.usual for one in office_form().topics[0].rows if one.field]
    assert usual == sorted(usual, reverse=True)
    assert not all(usual)


def test_forms_with_other_rows_have_another_mark():
    other = office_form(
        "司法所",
        "年度: 2024\n单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}\n举措成效:\n  法律明白人: {培训人数: }\n",
    )
    assert other.identity != office_form().identity
