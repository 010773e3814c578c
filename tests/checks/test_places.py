"""Where what a report says stands in the text of its file: markup is passed over, blanks of joined lines are found."""

import pytest

from generator.checks.places import places_in_source


@pytest.mark.parametrize(
    ("lines", "text", "places"),
    [
        (("甲乙",), "甲乙", ((0, 1), (0, 2))),
        (("### 甲**乙**丙",), "甲乙丙", ((0, 5), (0, 8), (0, 11))),
        (("甲", "乙"), "甲 乙", ((0, 1), (0, 2), (1, 1))),
        ((r"3\*4米",), "3*4米", ((0, 1), (0, 3), (0, 4), (0, 5))),
        ((), "甲", ()),
    ],
)
def test_every_character_has_its_line_and_column(lines, text, places):
    assert places_in_source(lines, text) == places
