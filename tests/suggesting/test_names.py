"""Names stand behind a field's own name and a colon."""

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.names import NamesReader
from generator.suggesting.phrases import phrases_of
from generator.topics import read_topics

TOPICS = read_topics(Templates())


def told(text):
    reader = NamesReader(TOPICS)
    return [
        (one.text, f"{home}.{field}", sure)
        for one in phrases_of(notes_of_text(text))
        for home, field, sure in reader.tell(one)
    ]


def test_a_name_is_known_by_its_label():
    assert told("示范服务室：新居服务中心、洋蛮河村") == [
        ("新居服务中心、洋蛮河村", "公共法律服务.示范服务室", True)
    ]


def test_other_labels_give_no_name():
    assert told("联系人：李明\n备注：无") == []
