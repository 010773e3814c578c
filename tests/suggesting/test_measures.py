"""Measure words of notes: persons counted by 个, and words that are longer than the one that was read."""

import pytest

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics
from tests.suggesting.test_suggest import suggested


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("人民调解员58个", "矛盾纠纷化解.人民调解员", "58名"),
        ("人民调解员60余个，", "矛盾纠纷化解.人民调解员", "60余名"),
        ("人民调解员58位", "矛盾纠纷化解.人民调解员", "58位"),
        ("法律明白人现在83个", "法律明白人.法律明白人", "83名"),
        ("法律明白人48个人", "法律明白人.法律明白人", "48人"),
        ("持执法证27个", "行政执法.持证人员", "27人"),
        ("网格38个", "基层治理.网格", "38个"),
    ],
)
def test_persons_are_counted_as_their_field_does(text, name, value):
    assert [(one.name, one.value) for one in suggested(text).offered] == [(name, value)]


@pytest.mark.parametrize(
    ("text", "written", "label"),
    [
        ("参训12人天", "12人天", "参训"),
        ("督导12轮次", "12轮次", "督导"),
        ("作业36台班", "36台班", "作业"),
        ("组织3人天天巡查", "3人", "天天巡查"),
        ("夜间值守48天次", "48天次", "夜间值守"),
    ],
)
def test_a_longer_measure_is_read_whole_and_no_field_takes_it(text, written, label):
    [one] = suggested(text).unplaced
    assert (one.written, one.label) == (written, label)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("普法讲座28场，人数近3000", ["28场", "近3000人"]),
        ("普法讲座28场，参加人次达3000", ["28场", "3000人次"]),
        ("排查矛盾纠纷231件，涉及户数60", ["231件", "60户"]),
        ("纠纷96件，邻里40", ["96件", "40件"]),
        ("普法讲座100人次，别写100", ["100人次"]),
        ("排查矛盾纠纷231件，统一写231", ["231件"]),
        ("排查矛盾纠纷231件，改成230", ["231件", "230件"]),
    ],
)
def test_a_bare_number_is_counted_as_its_noun_says_else_as_the_one_before(text, written):
    """What is only to be written, or not, counts nothing."""
    reader = NotesReader(read_topics(Templates()), 2024)
    told = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    assert [one.written for one in told] == written
