"""截至: days of the year up to which figures run."""

from datetime import date

from generator.facts.days import is_last_of_year, is_same_span, short_day, span_told
from tests.each import each

NOVEMBER, LAST = date(2025, 11, 30), date(2025, 12, 31)


@each(
    ("day", "other", "same"),
    [
        (None, None, True),
        (None, date(2024, 12, 31), True),
        (LAST, date(2024, 12, 31), True),
        (NOVEMBER, date(2024, 11, 30), True),
        (NOVEMBER, date(2024, 11, 29), False),
        (NOVEMBER, None, False),
        (None, NOVEMBER, False),
    ],
)
def test_figures_of_two_years_run_to_the_same_day(day, other, same):
    assert is_same_span(day, other) is same


def test_a_day_is_told_without_its_year_and_the_last_as_the_whole_year():
    assert (short_day(NOVEMBER), span_told(NOVEMBER)) == ("11月30日", "截至11月30日")
    assert span_told(None) == span_told(LAST) == "是全年的"
    assert (is_last_of_year(LAST), is_last_of_year(NOVEMBER)) == (True, False)
