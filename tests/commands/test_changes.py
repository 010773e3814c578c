"""What changed between two versions of a report, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.changes import changed_sentences


def shown(change):
    return tuple(
        "".join(f"〖{piece.text}〗" if piece.changed else piece.text for piece in side) for side in change[:2]
    )


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (["甲。", "排查231件。"], ["甲。", "排查240件。"], [("排查〖231件〗。", "排查〖240件〗。")]),
        (["甲。"], ["甲。", "乙来了。"], [("", "〖乙来了。〗")]),
        (["甲。", "乙来了。"], ["甲。"], [("〖乙来了。〗", "")]),
        (["全年立案5件。"], ["全年立案5件，办结4件。"], [("全年立案5件。", "全年立案5件〖，办结4件〗。")]),
        (["今天下雨。"], ["天晴开会讨论预算。"], [("", "〖天晴开会讨论预算。〗"), ("〖今天下雨。〗", "")]),
        (["甲。"], ["甲。"], []),
        (
            ["受教育1000余人次。"],
            ["受教育1200余人次。"],
            [("受教育〖1000余人〗次。", "受教育〖1200余人〗次。")],
        ),
    ],
)
def test_old_and_new_stand_beside_each_other(before, after, changes):
    assert [shown(one) for one in changed_sentences(before, after)] == changes


TEXTS = st.lists(st.text("甲乙12，件", max_size=6), max_size=5)


@given(TEXTS, TEXTS)
def test_no_word_is_lost(before, after):
    changes = changed_sentences(before, after)
    for side, sentences in ((0, before), (1, after)):
        told = ["".join(piece.text for piece in change[side]) for change in changes]
        rest = list(sentences)
        for one in told:
            assert not one or one in rest
        assert len(told) <= len(before) + len(after)


@given(TEXTS, TEXTS)
def test_each_change_says_where_it_is(before, after):
    changes = changed_sentences(before, after)
    assert [change.at for change in changes] == sorted(change.at for change in changes)
    for change in changes:
        new = "".join(piece.text for piece in change.new)
        assert after[change.at] == new if change.new else change.at <= len(after)
