"""Lines of notes as sentences that can be recognised, with what stands over them."""

import pytest

from generator.intake.notes import notes_of_text
from generator.suggesting.phrases import cleaned, phrases_of


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("1. 普法活动 52 场次", "普法活动52场次"),
        ("（3）资料：1.2万份", "资料1.2万份"),
        ("1.2万份资料", "1.2万份资料"),
        ("· 化解矛盾纠纷：309件", "化解矛盾纠纷309件"),
        ("@王主任 排查２３１件[抱拳]", "排查231件"),
        ("资料 15000份 受教育 1.1万人次", "资料15000份，受教育1.1万人次"),
        ("资料1,200份,横幅5条", "资料1,200份，横幅5条"),
        ("我所调解187件", "调解187件"),
        ("", ""),
    ],
)
def test_a_line_is_cleaned(line, text):
    assert cleaned(line) == text


def test_headings_and_words_before_a_colon_are_what_a_phrase_stands_under():
    text = "一、普法宣传\n活动5场；讲座2场。\n社区矫正：在册19人\n综治办：\n网格86个\n"
    said = [(one.text, one.context, one.speaker.origin) for one in phrases_of(notes_of_text(text))]
    assert said == [
        ("活动5场", ("普法宣传",), ""),
        ("讲座2场", ("普法宣传",), ""),
        ("在册19人", ("社区矫正", "普法宣传"), ""),
        ("网格86个", (), "综治办"),
    ]


def test_a_table_gives_a_phrase_for_each_figure():
    text = "指标\t上年\t本年\t单位\n资料\t900\t1000余\t份\n"
    assert [(one.text, one.year) for one in phrases_of(notes_of_text(text))] == [
        ("资料900份", "上年"),
        ("资料1000余份", ""),
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("指标\t本年\t单位\n资料\t1000余\t份\n", ["资料 | 本年 | 1000余 | 份"]),
        (
            "序号\t项目\t2024年\t备注\n1\t矛盾纠纷排查（件）\t1，172\t含网格\n",
            ["矛盾纠纷排查（件） | 2024年 | 1，172"],
        ),
        ("类别\t指标\t全年\n社区矫正\t走访（次）\t72\n", ["社区矫正 | 走访（次） | 全年 | 72"]),
        ("执法队\t\t\n立案\t10 件\t\n", ["立案 | 10 件"]),
        (
            "村名\t网格（个）\t排查\n\t\t件\n白云村\t3\t\n合计\t3\t9\n",
            ["白云村 | 网格（个） | 3", "合计 | 网格（个） | 3", "合计 | 排查 | 件 | 9"],
        ),
    ],
)
def test_of_a_table_row_and_heading_are_quoted_as_they_stand(table, said):
    assert [one.said for one in phrases_of(notes_of_text(table))] == said
