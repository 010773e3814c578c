"""Which sentences of a report are changed, gone or new when it comes back."""

import pytest

from generator.suggesting.returned import returned_changes, sentences_of, without_order


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (["甲乙丙。"], ["甲乙丙。"], []),
        (["排查231件。"], ["排查232件。"], [("排查231件。", "排查232件。")]),
        (["排查231件。", "走访6次。"], ["走访6次。"], [("排查231件。", "")]),
        (["走访6次。"], ["走访6次。", "新添一句话。"], [("", "新添一句话。")]),
        (["一是抓排查。"], ["二是抓排查。"], []),
        (["（一）抓排查"], ["（二）抓排查"], []),
        (
            ["全年排查矛盾纠纷。"],
            ["天气很好的一天呢。"],
            [("全年排查矛盾纠纷。", ""), ("", "天气很好的一天呢。")],
        ),
        ([], [], []),
    ],
)
def test_changes_are_told_in_order(old, new, changes):
    assert [(one.old, one.new) for one in returned_changes(old, new)] == changes


def test_a_paragraph_is_cut_as_the_draft_cuts_it():
    assert sentences_of("汇报如下：一是排查。“好！”二是化解") == [
        "汇报如下：",
        "一是排查。",
        "“好！”",
        "二是化解",
    ]


def test_the_number_before_a_sentence_is_none_of_it():
    assert without_order("三是抓排查") == "抓排查"
    assert without_order("一方面抓排查") == "一方面抓排查"
