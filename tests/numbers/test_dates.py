"""Dates: the forms of clerks read alike in facts, at the end of a report and by the checks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbers.dates import DateError, chinese_date, date_of_line, is_date_line, read_date
from tests.each import each


@each(
    "text",
    [
        "2024年1月20日",
        "2024年01月20日",
        "2024-01-20",
        "2024-1-20",
        "2024/1/20",
        "2024.1.20",
        "２０２４－１－２０",
        " 2024 年 1 月 20 日 ",
        "2024年元月20日",
        "2024年1月20号",
        "二〇二四年一月二十日",
        "二○二四年元月二十日",
        "二零二四年正月二十日",
        "2024年1月20日".ljust(40),  # so many characters are read
    ],
)
def test_dates_in_the_forms_of_clerks(text):
    assert read_date(text) == dt.date(2024, 1, 20)
    assert chinese_date(text) == "2024年1月20日"


def test_a_date_is_written_in_chinese():
    assert chinese_date(dt.date(2020, 12, 28)) == "2020年12月28日"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "日历上没有这一天"),
        ("2025-13-45", "日历上没有这一天"),
        ("2025.10", "不是认得的日期"),
        ("二〇二四年十三月一日", "日历上没有这一天"),
        ("二〇二四年一月", "不是认得的日期"),
        ("24-1-20", "不是认得的日期"),
        ("2024-1/20", "不是认得的日期"),
        ("٢٠٢٤-01-20", "不是认得的日期"),
        ("", "不是认得的日期"),
        ("2024年1月20日".ljust(41), "不是认得的日期"),
        ("2024-01-20" * 500, "不是认得的日期"),
    ],
)
def test_other_dates_are_refused(text, message):
    with pytest.raises(DateError) as caught:
        chinese_date(text)
    assert caught.value.message == message
    assert "2024年1月20日" in caught.value.fix


@given(st.text())
def test_any_text_is_a_date_or_named_as_none(text):
    try:
        day = read_date(text)
    except DateError:
        return
    assert read_date(chinese_date(day)) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("日期：2024年1月20日", dt.date(2024, 1, 20)),
        ("成文日期: 二〇二四年一月二十日", dt.date(2024, 1, 20)),
        ("2024-01-20", dt.date(2024, 1, 20)),
        ("2024年1月20日（此件公开发布）", dt.date(2024, 1, 20)),
        ("2024年1月20日印发", None),
        ("2024年2月30日", None),
        ("2024年1月", None),
    ],
)
def test_the_day_that_a_line_says(line, day):
    assert date_of_line(line) == day


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("2024年1月", True),
        ("二〇二四年元月", True),
        ("日期：2024年元月20日", True),
        ("2024年2月30日", True),
        ("2024年度", False),
        ("于2024年1月20日", False),
        ("", False),
    ],
)
def test_lines_that_are_dates(line, is_date):
    assert is_date_line(line) is is_date


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_date_reads_back(day):
    assert read_date(chinese_date(day)) == day
    assert read_date(day.isoformat()) == day
