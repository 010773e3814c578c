"""Whose figures a sentence tells: the county's or the unit's."""

import pytest

from generator.suggesting.scopes import scope_of, turns_to_unit


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("", ""),
        ("全县排查矛盾纠纷5600件，化解", "全县"),
        ("全县排查矛盾纠纷5600件，我镇", ""),
        ("县里排查5600件，镇里", ""),
        ("我街道排查231件，全区排查", "全区"),
        ("参加全县统一考试6人，通过", ""),
    ],
)
def test_the_last_place_named_is_whose_figures_follow(text, scope):
    assert scope_of(text) == scope


def test_a_sentence_turns_to_the_unit_only_from_a_wider_place():
    text = "全县排查5600件，我镇排查231件"
    assert turns_to_unit(text, text.index("，"), len(text))
    assert not turns_to_unit("排查5600件，我镇排查231件", 7, 12)
    assert not turns_to_unit("全县排查5600件，化解231件", 9, 12)
