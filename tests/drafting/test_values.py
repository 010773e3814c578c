"""Values as a template prints them."""

import pytest

from generator.drafting.marks import strip_marks
from generator.drafting.values import ABSENT, Value, marked_text, printed
from generator.numbers.quantity import parse


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (parse("15000余份"), "15000余份"),
        (("甲", "乙"), "甲、乙"),
        (("“甲”", "“乙”"), "“甲”“乙”"),
        (True, "是"),
        (False, "否"),
        ("定期", "定期"),
    ],
)
def test_a_typed_fact_prints_as_written(raw, text):
    assert printed(raw) == text


def test_only_no_and_absent_are_false():
    assert Value("0件", (), parse("0件"))
    assert not Value("否", (), False)
    assert not ABSENT
    assert list(ABSENT) == []
    assert len(ABSENT) == 0


def test_a_list_of_names_counts_and_gives_them():
    names = Value("甲、乙", ("名",), ("甲", "乙"))
    assert len(names) == 2
    assert [one.text for one in names] == ["甲", "乙"]
    assert [one.text for one in Value("丙", (), "丙")] == ["丙"]


def test_markup_in_a_fact_is_escaped():
    assert strip_marks(marked_text("甲*乙*", "路")) == r"甲\*乙\*"
