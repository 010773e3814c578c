"""Points into paragraphs: when 一是 is said, which label stands, what joins its neighbour, what stands beside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting import marks
from generator.drafting.paragraphs import write_paragraphs
from generator.drafting.points import Label, Point
from tests.grammar import sentence_faults

LONG = "不足两个事实的一句话，写满三十个字，也算一个实在的要点，不必并入前后"


def fact(text, field):
    return marks.value(text, (f"举措成效.甲.{field}",))


def point(label, *fields, text=""):
    """Give a point of a template: a label, or several wordings of it, over a fact for each field."""
    labels = (label,) if isinstance(label, str) else label
    body = "，".join(fact(f"{field}{text}", field) for field in fields)
    return Point(
        tuple(one if isinstance(one, Label) else Label(one) for one in labels if one),
        f"{body}。" if body else "",
    )


def own(label, text, key="亮点"):
    path = f"举措成效.甲.{key}.1"
    return Point((Label(marks.value(label, (path,))),) if label else (), f"{marks.value(text, (path,))}。")


def written(*points, **ends):
    return marks.strip_marks(write_paragraphs(points, **ends))


A, B, C = point("抓制度", "子", "丑"), point("抓队伍", "寅", "卯"), point("抓办案", "辰", "巳")
THIN = point("抓监督", "午")
FITS = Label("建队伍", frozenset({"举措成效.甲.寅"}))


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((A, B, C), "一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。"),
        ((A, B), "子，丑。寅，卯。"),
        ((A,), "子，丑。"),
        ((), ""),
        ((A, B, THIN), "子，丑。寅，卯。午。"),
        ((A, B, C, THIN), "一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。午。"),
        ((THIN, A, B, C), "一是抓制度。午；子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。"),
        ((A, THIN, point("抓宣传", "未"), B, C), "一是抓制度。子，丑。午；未。二是抓队伍。寅，卯。三是抓办案。辰，巳。"),
        ((A, B, point("抓宣传", LONG)), f"一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓宣传。{LONG}。"),
    ],
)  # fmt: skip
def test_three_real_points_are_counted_and_thin_ones_join_their_neighbour(points, expected):
    assert written(*points) == expected


@pytest.mark.parametrize(
    ("labels", "fields", "chosen"),
    [
        ((FITS, "抓调解"), ("寅", "卯", "戌"), "抓调解。"),
        ((FITS, "抓调解"), ("寅",), "建队伍。"),
        ((FITS,), ("卯", "戌"), ""),
        (("抓好排查", "抓调解"), ("抓好排查12次", "卯"), "抓调解。"),
        (("加强行政执法监督", "抓调解"), ("开展行政执法监督检查", "卯"), "抓调解。"),
        (("监督执法情况", "抓调解"), ("开展执法检查", "卯"), "监督执法情况。"),
        (("抓好执法监督", "抓调解"), ("开展执法检查", "卯"), "抓调解。"),
        (("加强执法监督",), ("开展执法检查", "卯"), ""),
        (("抓调解",), ("全年抓调解",), ""),
    ],
)
def test_a_label_stands_where_it_speaks_of_what_follows_and_is_not_said_again(labels, fields, chosen):
    text = LONG if len(fields) < 2 else ""
    assert (
        written(A, B, point(labels, *fields, text=text))
        .partition("三是")[2]
        .startswith(f"{chosen}{fields[0]}")
    )


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((A, own("", "话")), "子，丑。话。"),
        ((A, own("小标题", "话"), THIN), "子，丑。小标题，话。午。"),
        ((own("", "话", "做法"), A, B, C), "话。\n\n一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。"),
        ((A, B, own("", "话"), C), "一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。\n\n话。"),
        ((own("宣誓", "8月，话"), THIN), "宣誓。8月，话。午。"),
        ((A, own("甲", "话"), own("乙", "话")), "一是抓制度。子，丑。二是甲。话。三是乙。话。"),
        ((own("甲", "话"), THIN, own("乙", "话")), "甲，话。午。乙，话。"),
        ((own("甲", "话"), own("乙", "话"), own("甲甲", "话")), "一是甲。话。二是乙。话。三是甲甲。话。"),
    ],
)  # fmt: skip
def test_own_words_stand_as_they_are_and_never_become_a_point_without_a_label(points, expected):
    assert written(*points) == expected


@pytest.mark.parametrize(
    ("label", "words", "told"),
    [
        ("抓好文件管理", "全年没有制定文件。", "文件管理方面，全年没有制定文件。"),
        ("做好热线办理", "12个电话转来工单218件。", "热线办理方面，12个电话转来工单218件。"),
        ("帮助群众维权", "代写诉状。", "帮助群众维权，代写诉状。"),
        # a figure behind its name says what it is about; a month and 12345 are no figures
        ("推进与司法机关的工作衔接", "设有共享法庭16家。", "设有共享法庭16家。"),
        ("做好热线办理", "12345工单218件。", "12345工单218件。"),
        ("做好法治宣传教育", "1至11月开展普法活动17场。", "1至11月开展普法活动17场。"),
    ],
)
def test_a_label_over_own_words_leads_in_to_them(label, words, told):
    said = "".join(marks.value(one, ("甲.正文.1",)) for one in (words, LONG))
    placed = Point((Label(label),), said, place=1)
    assert written(A, B, placed).partition("三是")[2] == f"{told}{LONG}"


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((A, B), "针对甲，子，丑。寅，卯。有了成效。"),
        ((A, B, C), "针对甲，一是抓制度。子，丑。二是抓队伍。寅，卯。三是抓办案。辰，巳。\n\n有了成效。"),
        ((A, own("小标题", "话")), "针对甲，子，丑。小标题，话。有了成效。"),
        ((), "针对甲，有了成效。"),
    ],
)
def test_a_cause_leads_in_and_an_effect_closes(points, expected):
    assert written(*points, opening="针对甲，", closing="有了成效。") == expected


def test_a_cause_alone_tells_nothing():
    assert written(opening="针对甲，") == ""


PIECES = st.sampled_from(["实在", "单薄", "长", "自己的小标题", "自己的话", "活动"])


@given(st.lists(PIECES, max_size=9))
def test_every_fact_is_told_once_and_points_are_counted_from_three_on(pieces):
    points = [
        {
            "实在": point(f"抓{at}", f"{at}甲", f"{at}乙"),
            "单薄": point(f"抓{at}", f"{at}丙"),
            "长": point(f"抓{at}", f"{at}丁{LONG}"),
            "自己的小标题": own(f"标题{at}", f"{at}戊"),
            "自己的话": own("", f"{at}己"),
            "活动": own("", f"{at}庚", "活动"),
        }[piece]
        for at, piece in enumerate(pieces)
    ]
    marked = write_paragraphs(points)
    told = marks.grounds(marked)
    assert sorted(told) == sorted(
        {ground for one in points for ground in marks.grounds(one.label + one.text)}
    )
    text = marks.strip_marks(marked)
    assert all(text.count(marks.strip_marks(one.text)[:-1]) == 1 for one in points)
    assert not sentence_faults(text.replace("\n\n", ""))
    assert ("一是" in text) == ("三是" in text)
    assert "\n\n\n" not in text
