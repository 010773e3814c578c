"""What is quoted of notes stands in them to the letter, but for what is masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.notes import notes_of_text
from generator.suggesting.phrases import phrases_of
from generator.suggesting.quoting import MORE, stretch_of, words_around

_PIECES = st.sampled_from(
    [
        "截至11月底", "截至12月15日，", "截止到12月底", "1—12月", "1-11月", "（全年）", "调解纠纷458件", "成功 452 件", "：", "；", "。",
        "，", ",", "1,200份", "１２０件", "98.7％", "[抱拳]", "@王主任 ", "（1）", "1. ", "我所", "综治办：", " ",
        "\u3000", "\n", "|", "立案（件）",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("调解纠纷458件（截至12月15日，系统月底关账）", "调解纠纷458件（截至12月15日，系统月底关账）"),
        ("1．环保信访投诉39件，办结38件，截至11月底。", "环保信访投诉39件，办结38件，截至11月底"),
        ("1-12月 立案：３６ 件，办结36件", "1-12月 立案：３６ 件，办结36件"),
    ],
)
def test_a_sentence_is_quoted_as_it_was_written(line, quoted):
    assert [one.said for one in phrases_of(notes_of_text(line))] == [quoted]


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_quotation_is_a_stretch_of_the_notes(text):
    for one in phrases_of(notes_of_text(text)):
        words = words_around(one.said, one.text, 0, len(one.text))
        assert one.said in text
        assert words.removeprefix(MORE).removesuffix(MORE) in text


def test_of_a_long_sentence_the_words_around_the_figure_are_shown():
    said = "网格86个，" + "说" * 40 + "，调解员 86 名，" + "说" * 40
    text = said.replace(" ", "")
    assert "调解员 86 名" in words_around(said, text, text.index("86名"), text.index("86名") + 3)
    assert words_around(said, text, 2, 5).startswith("网格86个")


@pytest.mark.parametrize(
    ("line", "figures", "stretches"),
    [
        ("法律明白人44个，一个村4个。", ("44个", "4个"), ("44个", "4个")),
        ("积案33件，这33件都已办结", ("33件", "33件"), ("33件", "33件")),
        ("1．老赵家：１，２００ 元，调解员 86 名", ("86名",), ("86 名",)),
        ("签约率 98.7％，其中8.7%是上门签的", ("98.7%", "8.7%"), ("98.7％", "8.7%")),
        ("走访86户，又走访 86 户", ("86户", "86户"), ("86户", "86 户")),
    ],
)
def test_a_figure_is_found_at_its_own_place_in_what_was_said(line, figures, stretches):
    (phrase,) = phrases_of(notes_of_text(line))
    at, found = 0, []
    for one in figures:
        start = phrase.text.index(one, at)
        at = start + len(one)
        found.append(stretch_of(phrase.said, phrase.text, start, at))
    assert tuple(phrase.said[start:end] for start, end in found) == stretches
    assert [*found] == sorted(set(found))


@pytest.mark.parametrize(
    ("said", "text", "figure"),
    [
        ("一线 86，二线 86", "一线86件", "86件"),
        ("甲3件，乙3件", "丙3件", "3件"),
        ("共44个", "其中4个", "4个"),
    ],
)
def test_a_figure_that_may_stand_elsewhere_has_no_place(said, text, figure):
    start = text.index(figure)
    assert stretch_of(said, text, start, start + len(figure)) == (-1, -1)
