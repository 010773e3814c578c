"""A rendered template into points, records into headings."""

import pytest

from generator.drafting import marks
from generator.drafting.points import points_of, sections

P, E, OR = marks.POINT, marks.POINT_END, marks.OR


def rendered(*points, opening=""):
    return opening + "".join(f"{P}{label}{E}\n{text}\n" for label, text in points)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (rendered(("抓制度", "甲。"), ("抓队伍", "乙。")), [("抓制度", "甲。"), ("抓队伍", "乙。")]),
        (rendered(("抓制度", ""), ("抓队伍", "乙。")), [("抓队伍", "乙。")]),
        (rendered(("抓制度", ""), ("抓队伍", "\n  ")), []),
        (rendered(("", "甲。"), ("", "乙。")), [("", "甲。"), ("", "乙。")]),
        (rendered(("甲", "子。"), ("乙", "丑。"), ("甲", "寅。")), [("甲", "子。寅。"), ("乙", "丑。")]),
        (rendered(("抓队伍", "乙。"), opening="先说一句。"), [("", "先说一句。"), ("抓队伍", "乙。")]),
        (rendered((marks.MISSING, "甲。")), [("", "甲。")]),
        (rendered((f"{OR}乙{OR}甲{OR}{marks.MISSING}{OR}乙", "子。")), [("乙", "子。")]),
    ],
)
def test_a_template_is_cut_into_points(source, expected):
    assert [(one.label, one.text) for one in points_of(source)] == expected


def test_a_point_keeps_its_wordings_those_that_name_facts_first_and_what_each_speaks_of():
    fitted = marks.value("建组织", ("调解.组织",))
    (point,) = points_of(rendered((f"{OR}抓调解{OR}{fitted}{OR}抓调解", "甲。")))
    assert [(one.text, one.grounds) for one in point.labels] == [
        ("建组织", {"调解.组织"}),
        ("抓调解", frozenset()),
    ]
    assert not point.named


@pytest.mark.parametrize(
    "points",
    [
        [
            (f"{OR}抓队伍{OR}建队伍{OR}抓队伍", "乙。"),
            (marks.value("建队伍", ("执法.亮点.1.建队伍",)), "丙。"),
        ],
        [
            (marks.value("建队伍", ("执法.做法.1.建队伍",)), "乙。"),
            (f"{OR}抓队伍{OR}建队伍{OR}抓队伍", "丙。"),
        ],
    ],
)
def test_a_label_of_the_clerks_stands_over_the_point_that_has_it_among_its_wordings(points):
    (one,) = points_of(rendered(*points))
    assert (marks.strip_marks(one.label), one.text) == ("建队伍", "乙。丙。")
    assert one.named


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


def test_the_units_own_record_keeps_its_heading_even_alone():
    points = points_of(
        rendered((marks.value("装备不全", ("不足.1.问题",)), marks.value("甲。", ("不足.1.正文.1",))))
    )
    assert marks.strip_marks(sections(points)) == "### （一）装备不全\n\n甲。"


def test_a_label_that_is_a_fact_stands_without_sentences():
    label = marks.value("执法装备不全", ("不足.1.问题",))
    assert marks.strip_marks(sections(points_of(rendered((label, ""))))) == "执法装备不全。"
