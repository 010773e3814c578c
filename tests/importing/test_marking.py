"""Marks for the figures of an old report."""

import pytest

from generator.importing.claims import Claimant
from generator.importing.homes import Reporting
from generator.importing.marking import Marker, State
from generator.importing.outline import OldParagraph
from generator.importing.passages import OldPassage, old_sentences
from generator.recognition.matcher import matcher_for
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


def marked(*texts, home="矛盾纠纷化解", year=True):
    matcher = matcher_for(TOPICS)
    marker = Marker(Claimant(matcher, ranking_for(TOPICS), Reporting("镇", 2023)), matcher)
    passages = [
        OldPassage(tuple(old_sentences([OldParagraph(text, 1)])), home, home or "导语", of_the_year=year)
        for text in texts
    ]
    marker.survey(passages)
    return [line for passage in passages for line in marker.mark(passage)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("全年排查矛盾纠纷231件。", "全年排查矛盾纠纷【排查：231件】。"),
        ("化解率98.5%，化解矛盾纠纷198起。", "化解率【化解率：98.5%】，化解矛盾纠纷【化解：198起】。"),
        ("开展防汛演练3次。", "开展防汛演练【防汛演练：3次】。"),
        ("印发临政发【2023】5号文件。", "印发临政发【【2023】5号文件。"),
        ("落实领导包案制度。", "落实领导包案制度。"),
    ],
)
def test_a_sentence_is_marked(text, written):
    assert "".join(one.text for one in marked(text)) == written


def test_the_likelier_of_two_figures_is_the_field():
    first, second = marked("上半年排查矛盾纠纷100件。", "全年排查矛盾纠纷231件。")
    assert "【排查：231件】" in second.text
    assert "【排查：100件】" not in first.text


def test_a_field_of_another_topic_is_named_with_it():
    (line,) = marked("全年排查矛盾纠纷231件。", home="")
    assert line.text == "全年排查矛盾纠纷【矛盾纠纷化解.排查：231件】。"


def test_a_plans_figures_are_no_fields():
    (line,) = marked("排查矛盾纠纷231件。", home="", year=False)
    (figure,) = line.figures
    assert figure.state is State.OWN


def test_one_label_stands_for_one_value():
    lines = marked("开展防汛演练3次。", "开展防汛演练5次。")
    labels = [figure.label for line in lines for figure in line.figures]
    assert len(set(labels)) == 2


def test_a_name_said_whole_goes_before_one_said_in_pieces():
    (line,) = marked("与法院会商，成功化解5件潜在风险案件。", home="府院联动")
    assert "【复议应诉.潜在风险：5件】" in line.text


def test_figures_know_their_place():
    (line,) = marked("全年排查矛盾纠纷231件。")
    (figure,) = line.figures
    assert line.old.text[figure.start : figure.end] == figure.written == "231件"
    assert (figure.state, figure.home, figure.field) == (State.SURE, "矛盾纠纷化解", "排查")


@each(
    ("home", "text", "wrong"),
    [
        ("复议应诉", "全年行政复议案件3件，无被纠错。", "公开争议"),
        ("矛盾纠纷化解", "配备专兼职人民调解员58名。", "兼职调解员"),
        ("行政执法", "赋权事项有428项。", "行使事项"),
        ("合法性审查", "全年提交合法性审查事项63件，提出法律意见89条。", "法律顾问.法律意见"),
        ("合法性审查", "法律顾问参与重大事项论证17次，出具法律意见书21份。", "法律意见"),
        ("政务服务", "乡便民服务中心设置窗口7个。", "便民站点"),
        ("行政执法", "全年开展联合执法检查46次。", "执法检查"),
        ("政务服务", "办理各类服务事项12860件，办结率99.8%。", "热线办理.办结率"),
        ("公共法律服务", "街道便民服务中心办理各类事项2.36万件，群众满意率99.1%。", "热线办理.满意率"),
        ("组织领导", "开展督查2轮，整改问题9个。", "行政执法.整改问题"),
        ("行政执法", "加强执法人员培训，参训40家。", "学法用法.培训人次"),
        ("法治宣传教育", "全年受教育群众5000余人次。在集市宣讲，受教育420人次。", "扫黑除恶.受教育"),
        ("行政执法", "法律知识在线考试通过率100%。", "考试通过率"),
        ("示范创建", "创建国家级民主法治示范社区1个。", "市级示范村"),
    ],
)
def test_a_figure_is_no_field_that_its_words_do_not_name(home, text, wrong):
    assert f"【{wrong}：" not in "".join(one.text for one in marked(text, home=home))


@pytest.mark.parametrize(
    ("home", "text", "written"),
    [
        ("学法用法", "参考率100%，合格率98.5%。", "合格率【合格率：98.5%】"),
        ("行政执法", "办理行政处罚案件312件，其中普通程序74件。", "普通程序【普通程序：74件】"),
    ],
)
def test_what_is_called_as_a_field_of_its_topic_is_the_field(home, text, written):
    assert written in "".join(one.text for one in marked(text, home=home))


def test_a_part_greater_than_its_whole_makes_neither_a_field():
    lines = marked("街道持证人员达到41人。", "综合行政执法队现有执法人员36名。", home="行政执法")
    assert all(figure.state not in {State.SURE, State.DOUBTFUL} for line in lines for figure in line.figures)
