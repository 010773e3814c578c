"""What each office is asked for."""

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
