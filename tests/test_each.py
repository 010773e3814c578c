"""A table that is one test: what fails in it is told case by case."""

import pytest

from tests.each import each


@pytest.fixture
def limit():
    return 3


@each(("number", "word"), [(1, "甲"), (2, "乙")])
def test_fixtures_stand_beside_the_cases(number, word, limit):
    assert number < limit
    assert word in "甲乙"


def test_every_case_that_fails_is_named_with_its_place_and_none_that_passes():
    @each("number", range(4), ids=lambda number: f"第{number}例")
    def odd(number):
        with pytest.raises(ZeroDivisionError):
            assert 1 / (number % 2) == 1

    with pytest.raises(pytest.fail.Exception) as told:
        odd()
    words = str(told.value)
    assert words.startswith("2 of 4 cases:")
    assert [name for name in ("第0例", "第1例", "第2例", "第3例") if f"{name}\n" in words] == [
        "第1例",
        "第3例",
    ]
    assert words.count(f"{__file__}:") == 2
    assert "with pytest.raises(ZeroDivisionError)" in words


def test_a_table_in_a_table_names_both():
    @each("one", "甲乙")
    @each("other", "丙丁")
    def same(one, other):
        assert (one, other) != ("乙", "丁")

    with pytest.raises(pytest.fail.Exception, match=r"(?s)1 of 2.*'乙'\n.*1 of 2.*'丁'\n") as told:
        same()
    assert "'丙'" not in str(told.value)


def test_a_table_without_cases_is_refused():
    with pytest.raises(AssertionError):
        each("one", [])
