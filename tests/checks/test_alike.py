"""Characters that are mistaken for one another."""

from __future__ import annotations

import pytest

from generator.checks.alike import are_alike, like_characters


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("申", "审", True), ("未", "末", True), ("条", "调", True), ("法", "治", False), ("法", "法", False)],
)
def test_sound_and_shape(one, other, answer):
    assert are_alike(one, other) is answer
    assert (other in like_characters(one)) is answer
