"""The topic of each passage."""

from generator.importing.homes import Reporting, homed_passages
from generator.importing.outline import OldParagraph
from generator.importing.passages import old_sentences, passages_of
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics


def homes(heading, *paragraphs):
    sentences = old_sentences(OldParagraph(text, number) for number, text in enumerate(paragraphs, 1))
    ranking = ranking_for(read_topics(Templates()))
    return homed_passages(passages_of(sentences), heading, ranking, Reporting("镇", 2023))


def test_points_have_their_own_topics():
    found = homes(
        "推进依法治理",
        "一是化解矛盾纠纷。全年排查矛盾纠纷231件。二是规范行政执法。全年行政处罚立案19件。三是做好普法宣传。开展普法活动12场。",
    )
    assert [one.home for one in found] == ["矛盾纠纷化解", "行政执法", "法治宣传教育"]


def test_what_comes_back_to_a_topic_goes_with_the_passage_before():
    found = homes("推进工作", "排查矛盾纠纷231件。", "行政处罚立案19件。", "化解矛盾纠纷198起。")
    assert [one.home for one in found] == ["矛盾纠纷化解", "行政执法"]
    assert len(found[1].sentences) == 2
