"""Marks for the figures of an old report."""

import pytest

from generator.importing.homes import Reporting
from generator.importing.marking import Marker, OldPassage, State
from generator.importing.outline import OldParagraph
from generator.importing.passages import old_sentences
from generator.recognition.matcher import matcher_for
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics

TOPICS = read_topics(Templates())


def marked(*texts, home="矛盾纠纷化解", year=True):
    marker = Marker(matcher_for(TOPICS), ranking_for(TOPICS), Reporting("镇", 2023))
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


def test_figures_know_their_place():
    (line,) = marked("全年排查矛盾纠纷231件。")
    (figure,) = line.figures
    assert line.old.text[figure.start : figure.end] == figure.written == "231件"
    assert (figure.state, figure.home, figure.field) == (State.SURE, "矛盾纠纷化解", "排查")
