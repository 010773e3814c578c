"""What stands behind a figure and makes it none of the year and the unit."""

import pytest

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.asides import aside_of
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics

TOPICS = read_topics(Templates())


@pytest.mark.parametrize(
    "behind",
    [
        "（计划）", "（年初目标）", "（任务数）", "（去年数）", "（上年全年数）", "（全县）", "（是全县的数据）", "（累计）", "（2020年以来）",
        "（近三年累计）", "（2023年）", "（一季度）", "（上半年数）", "（11月）", "（含去年结转）", "（含上年结转6件）", "（估计）", "（每村）", "（不含村里）",
        "，这是全县的数", "，是计划数", "，这是明年的打算", "，以上是去年的", "，以上都是累计数",
    ],
)  # fmt: skip
def test_it_makes_the_figure_a_question(behind):
    told = [
        one
        for phrase in phrases_of(notes_of_text(f"矛盾纠纷排查231件{behind}"))
        for one in NotesReader(TOPICS, 2024).tell(phrase)
    ]
    assert [one.sure for one in told if one.written == "231件"] == [False]


@pytest.mark.parametrize(
    "behind",
    [
        "", "（全年）", "（2024年）", "（2024年度）", "（含网格）", "（去年189件）", "（上年同期189件，增长22%）", "（比去年多3件）", "（其中村级30件）",
        "（占全县的3%）", "（全县第一）", "（计划生育协会）", "（含司法所直接调解20件）", "（1—12月）", "（详见台账）", "（派出所提供）",
        "，化解225件", "，是全县最多的镇", "，这是去年没有的", "，为明年打基础",
    ],
)  # fmt: skip
def test_what_says_something_else_leaves_it_sure(behind):
    told = [
        one
        for phrase in phrases_of(notes_of_text(f"矛盾纠纷排查231件{behind}"))
        for one in NotesReader(TOPICS, 2024).tell(phrase)
    ]
    assert told[0].sure


def test_what_is_said_of_all_figures_of_a_line_is_of_each():
    line = "排查矛盾纠纷231件，化解225件。以上都是去年的数。"
    assert aside_of("排查矛盾纠纷231件，化解225件", 10, line, 2024) == "后面写着“以上都是去年的数”"
    assert aside_of("排查矛盾纠纷231件，化解225件", 10, "", 2024) == ""
