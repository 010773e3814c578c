"""Under which topic a sentence belongs."""

import pytest

from generator.recognition.matcher import matcher_for
from generator.resources import Templates
from generator.topics import read_topics


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("综治中心接待群众620人次", ("综治中心",)),
        ("化解矛盾纠纷6件", ("矛盾纠纷化解",)),
        ("社区矫正对象12人", ("社区矫正",)),
        ("发放禁毒宣传资料300份", ("禁毒",)),
        ("容缺受理29件", ("政务服务",)),
        ("5件", ()),
    ],
)
def test_a_sentence_is_of_the_topic_that_its_words_name(text, homes):
    assert matcher_for(read_topics(Templates())).homes_of(text) == homes


def test_a_figure_told_by_a_topics_name_does_not_speak_for_it_where_nobody_names_it():
    homes = matcher_for(read_topics(Templates())).homes_of("接待群众620人次")
    assert homes != ("综治中心",)
