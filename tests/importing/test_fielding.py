"""Fields instead of sentences."""

from generator.importing.fielding import with_fields
from tests.importing.reports import FOUR_PARTS, old_report


def topics(text, said):
    report = with_fields(old_report(text).marked, lambda _topic, _values: said)
    return {topic.key: topic for heading in report.measures for topic in heading.topics}


def test_a_sentence_that_the_template_says_becomes_fields():
    topic = topics(FOUR_PARTS, "全年排查矛盾纠纷231件，化解矛盾纠纷198起。")["矛盾纠纷化解"]
    assert topic.fields == (("排查", "231件"), ("化解", "198起"))
    assert [line.old.text for line in topic.lines] == ["一是抓排查。"]


def test_a_template_that_says_another_figure_or_less_is_not_taken():
    for said in ("全年排查矛盾纠纷231件，化解198起，化解率85.7%。", "全年化解198起，共231件。", ""):
        assert topics(FOUR_PARTS, said)["矛盾纠纷化解"].fields == ()
