"""Points into paragraphs and headings."""

import pytest

from generator.drafting import marks
from generator.drafting.points import join_points, label_choices, points_of, sections
from generator.topics import Wording

P, E = marks.POINT, marks.POINT_END


def rendered(*points, opening=""):
    return opening + "".join(f"{P}{label}{E}\n{text}\n" for label, text in points)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (rendered(("抓制度", "甲。"), ("抓队伍", "乙。")), "一是抓制度。甲。二是抓队伍。乙。"),
        (rendered(("抓制度", ""), ("抓队伍", "乙。")), "乙。"),
        (rendered(("", "甲。"), ("抓队伍", "乙。")), "一是甲。二是抓队伍。乙。"),
        (
            rendered(("抓制度", "甲。"), ("抓队伍", "乙。"), ("抓制度", "丙。")),
            "一是抓制度。甲。丙。二是抓队伍。乙。",
        ),
        (rendered(("", "甲。"), ("", "乙。")), "一是甲。二是乙。"),
        (rendered(("抓队伍", "乙。"), opening="先说一句。"), "一是先说一句。二是抓队伍。乙。"),
        (rendered((marks.MISSING, "甲。")), "甲。"),
    ],
)
def test_points_make_a_paragraph(source, expected):
    assert marks.strip_marks(join_points(points_of(source))) == expected


def test_a_topic_without_sentences_has_no_points():
    assert points_of(rendered(("抓制度", ""), ("抓队伍", "\n  "))) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("装备不全", "学法不深"), "### （一）装备不全\n\n甲。\n\n### （二）学法不深\n\n甲。"),
        (("装备不全", "学法不深，普法不广"), "一是装备不全。甲。\n\n二是学法不深，普法不广。甲。"),
        (("", ""), "一是甲。\n\n二是甲。"),
        (("装备不全",), "装备不全。甲。"),
    ],
)
def test_records_become_headings_where_every_label_can_be_one(labels, expected):
    points = points_of(
        rendered(*((marks.value(label, ("不足",)) if label else "", "甲。") for label in labels))
    )
    assert marks.strip_marks(sections(points)) == expected


def test_a_label_that_is_a_fact_stands_without_sentences():
    label = marks.value("执法装备不全", ("不足.1.问题",))
    assert marks.strip_marks(sections(points_of(rendered((label, ""))))) == "执法装备不全。"


def test_own_words_join_the_point_whose_label_they_name():
    own = marks.value("抓队伍", ("行政执法.亮点.1.抓队伍",))
    points = points_of(rendered(("抓制度", "甲。"), ("抓队伍", "乙。"), (own, "丙。")))
    assert marks.strip_marks(join_points(points)) == "一是抓制度。甲。二是抓队伍。乙。丙。"


def test_the_wordings_of_a_label_are_read_with_their_years():
    body = """{% 要点 选("甲（一）", 起(2023, "乙"), 止(2022, "丙"), 起(2020, 止(2022, "丁"))) %}{{ 选("戊") }}{% 要点 "己" %}"""
    assert label_choices(body) == (
        (Wording("甲（一）"), Wording("乙", 2023), Wording("丙", until=2022), Wording("丁", 2020, 2022)),
    )
