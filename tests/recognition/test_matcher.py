"""Which field each figure of a sentence is: sure only where nothing speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.recognition.matcher import marked_sentence, matcher_for
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())
MATCHER = matcher_for(TOPICS)


def told(text, home="", narrowed=""):
    """Give each figure as label (定), label? of a field that it may be (疑), or =label of its own."""
    found = MATCHER.recognise(text, home, narrowed)
    return [
        one.name(home) if one.sure else f"{one.field.name}?" if one.field else f"={one.label}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("home", "text", "labels"),
    [
        ("矛盾纠纷化解", "全年排查矛盾纠纷231件，化解198起，化解率85.7%。", ["排查", "化解", "化解率"]),
        ("矛盾纠纷化解", "其中婚姻家庭纠纷64件，邻里纠纷41件。", ["婚姻家庭", "邻里"]),
        ("矛盾纠纷化解", "调解案件186件，调成182件，成功率97.8%。", ["调解", "调解成功", "调解成功率"]),
        ("行政执法", "现有持有行政执法证的11人。", ["持证人员"]),
        ("行政执法", "全年办理普通程序行政处罚案件12件，罚款3.86万元。", ["普通程序", "罚没金额"]),
        ("行政执法", "拆除违法建设1460平方米。", ["拆除面积"]),
        ("法治宣传教育", "举办普法宣传活动50余次，受教育群众达3000余人次。", ["普法活动", "受教育"]),
        ("第一责任人", "主要负责人听取法治工作汇报3次，出庭应诉1次。", ["听取汇报", "出庭应诉"]),
        ("第一责任人", "镇长听取法治工作汇报3次，出庭应诉1次。", ["听取汇报?", "出庭应诉"]),  # as “镇长” only
        ("", "全年化解矛盾纠纷198起，办结3件。", ["矛盾纠纷化解.化解", "=办结"]),
    ],
)
def test_a_field_is_sure_where_its_words_and_unit_stand(home, text, labels):
    assert told(text, home) == labels


@each(
    ("home", "text"),
    [
        ("矛盾纠纷化解", "“老赵劳动调解室”等5个调解室组成平台，化解41件。"),
        ("矛盾纠纷化解", "依托网格化解矛盾纠纷41件。"),
        ("矛盾纠纷化解", "上半年化解矛盾纠纷41件。"),
        ("矛盾纠纷化解", "刘家村化解矛盾纠纷41件。"),
        ("矛盾纠纷化解", "其中化解矛盾纠纷41件。"),
        ("矛盾纠纷化解", "未调解成功的4件。"),
        ("行政执法", "开展打击采砂专项行动，立案3件。"),
        ("行政执法", "加强食品药品领域执法。出动执法人员300人次。"),
        ("行政执法", "计划新增持证人员3人。"),
        ("信访工作", "匿名信访8件。"),
        ("合法性审查", "对重大决定进行合法性审核7件。"),
        ("学法用法", "干部学法考试参加19人。"),
        ("第一责任人", "分管副主任出庭应诉1次。"),
        ("基层治理", "网格员调解矛盾纠纷12件。"),
    ],
)
def test_a_part_or_another_thing_is_never_sure(home, text):
    assert not any(one.sure for one in MATCHER.recognise(text, home))


@pytest.mark.parametrize(
    ("home", "text"),
    [
        ("行政执法", "办理普通程序案件176件，罚没款68.35万元；简易程序案件431件，罚款4.31万元。"),
        ("行政执法", "罚款4.85万元。罚款3.2万元。"),
        ("矛盾纠纷化解", "化解纠纷198起。化解纠纷201起。"),
        ("矛盾纠纷化解", "全年化解纠纷198起。全年化解纠纷201起。"),
    ],
)
def test_of_two_figures_for_one_field_neither_is_sure(home, text):
    assert not {"罚没金额", "化解"} & {*told(text, home)}


def test_that_of_the_whole_year_is_sure_beside_another():
    assert told("全年化解纠纷198起。化解纠纷201起。", "矛盾纠纷化解") == ["化解", "化解?"]


def test_items_of_one_list_are_parts():
    text = "有街道调委会1个、社区调委会17个和企业调委会4个。"
    assert not any(one.sure for one in MATCHER.recognise(text, "矛盾纠纷化解"))


def test_one_figure_said_twice_is_sure():
    assert told("全年化解纠纷198起。共化解纠纷198件。", "矛盾纠纷化解") == ["化解", "化解"]


def test_a_label_before_the_text_narrows_it():
    assert told("化解纠纷41件。", "矛盾纠纷化解", "老李调解室") == ["化解?"]


def test_what_no_field_has_takes_a_label_of_its_own():
    assert told("走失水牛2头，饲料费420元。", "矛盾纠纷化解") == ["=走失水牛", "=饲料费"]


def test_a_way_to_say_it_that_stands_before_a_figure_is_marked_with_it():
    (one,) = MATCHER.recognise("收缴没收款3万元。", "行政执法")
    assert (one.sure, one.written) == (True, "收缴没收款3万元")
    text = "收缴没收款3万元。"
    assert marked_sentence(text, [one], "行政执法") == "【罚没金额：收缴没收款3万元】。"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("全年排查矛盾纠纷231件，化解198起。", "矛盾纠纷化解"),
        ("现有持证执法人员11人。", "行政执法"),
        ("主要负责人听取法治工作汇报3次。", "第一责任人"),
        ("走失水牛2头。", ""),
    ],
)
def test_the_topic_of_a_sentence_is_told_by_its_figures(text, home):
    assert MATCHER.homes_of(text) == ((home,) if home else ())


def test_fields_are_found_by_what_is_said_of_them():
    assert ("行政执法", "首违免罚") in MATCHER.spoken_of("首违不罚")
    assert ("矛盾纠纷化解", "化解") in MATCHER.spoken_of("化解矛盾纠纷")
    assert MATCHER.spoken_of("天书") == frozenset()


def test_labels_that_would_be_fields_are_known():
    assert MATCHER.homes_with("排查", "矛盾纠纷化解") == ("矛盾纠纷化解",)
    assert MATCHER.homes_with("排查", "行政执法") == ()
    assert "矛盾纠纷化解" in MATCHER.homes_with("排查", "")


@given(st.text(alphabet="全年排查矛盾纠纷化解件起共其中“”，。、231%万元【】《》\n", max_size=60))
def test_any_text_is_read_and_its_figures_stand_where_they_are_said_to(text):
    for home in ("矛盾纠纷化解", ""):
        at = 0
        for one in MATCHER.recognise(text, home):
            assert text[one.start : one.end] == one.written
            assert one.start >= at
            at = one.end


def test_it_is_made_once():
    assert matcher_for(TOPICS) is matcher_for(TOPICS)
