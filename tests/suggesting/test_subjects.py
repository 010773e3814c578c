"""What a sentence is about, and what is not sure for it: figures of another topic, another body, another sum."""

import pytest

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.suggesting.subjects import Subjects
from generator.topics import read_topics

TOPICS = read_topics(Templates())


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("12345工单203件", "热线办理"),
        ("信访办（热线另报）", "信访工作"),
        ("信访与热线", "热线办理"),
        ("复议和诉讼", "复议应诉"),
        ("法律援助受理", "公共法律服务"),
        ("全年办结", ""),
    ],
)
def test_the_last_subject_counts(text, home):
    subject = Subjects(TOPICS).last_of(text)
    assert subject.homes == (frozenset({home}) if home else frozenset())
    assert not subject.foreign


@pytest.mark.parametrize(("text", "foreign"), [("派出所立案", True), ("会同派出所开展巡查", False)])
def test_a_body_that_only_took_part_is_no_subject(text, foreign):
    assert Subjects(TOPICS).last_of(text).foreign is foreign


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("信访办：\n12345的工单是20317件，满意率是94.8%", "信访工作.满意率"),
        ("执法队：\n立案152件（普通程序118件、简易程序34件）", "行政执法.普通程序"),
        ("信访办：\n热线办结1980件，在办12件", "信访工作.在办"),
        ("法律援助：申请26件，受理21件", "综治中心.受理"),
        ("领导接访日开了24次，接待群众57人次", "特色做法.接待群众"),
        ("派出所：\n行政案件立案39件，办结36件", "行政执法.立案"),
        ("司法所：\n安置帮教对象71人，走访160次", "社区矫正.走访"),
    ],
)
def test_a_figure_of_something_else_is_not_sure(text, wrong):
    reader = NotesReader(TOPICS, 2024)
    told = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    assert wrong not in [f"{one.home}.{one.field}" for one in told if one.sure]
