"""Dates as they are written in facts and at the end of reports, one reading for all; and as a report prints them."""

from __future__ import annotations

import datetime as dt
import re

from generator.numbers.numerals import read_chinese
from generator.numbers.width import fold_width
from generator.patterns import pattern

_LONGEST = 40


class DateError(ValueError):
    """A text is no date; `message` says why and `fix` what to write instead, both in Chinese."""

    def __init__(self, message: str) -> None:
        """Keep the sentence; the remedy is always the same."""
        self.message = message
        self.fix = "写成“2024年1月20日”或“2024-01-20”。"
        super().__init__(message)


_NUMERALS = "[一二三四五六七八九十]{1,3}"
DATE_FORMS = (
    pattern(r"([0-9]{4})年([0-9]{1,2}|元)月([0-9]{1,2})[日号]"),
    pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    pattern(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    pattern(r"([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})"),
    pattern(rf"([〇零○一二三四五六七八九]{{4}})年({_NUMERALS}|元|正)月({_NUMERALS})[日号]"),
)
_MONTH_ALONE = pattern(
    rf"(?:[0-9]{{4}}年(?:[0-9]{{1,2}}|元)月|[〇零○一二三四五六七八九]{{4}}年(?:{_NUMERALS}|元|正)月)"
)
_BESIDE = pattern(r"^(?:成文|印发|报告)?(?:日期|时间)[：:]|[（(][^（）()]{2,16}[）)]$")
_YEAR_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def read_date(text: str) -> dt.date:
    """Read a date: 2024年1月20日, 二〇二四年一月二十日, 2024-01-20, 2024/1/20 or 2024.1.20, in full or half width.

    Raises DateError for any other text and for a day that the calendar hasn't.
    """
    plain = _plain(text)
    match = next(filter(None, (form.fullmatch(plain) for form in DATE_FORMS)), None)
    if match is None:
        raise DateError("不是认得的日期")
    year, month, day = match.groups()
    try:
        return dt.date(int(year.translate(_YEAR_DIGITS)), _number(month), _number(day))
    except ValueError as error:
        raise DateError("日历上没有这一天") from error


def date_of_line(text: str) -> dt.date | None:
    """Give the day that a line of a report says and nothing else, with or without 日期： before it; else None.

    A remark such as （此件公开发布） may follow it.
    """
    try:
        return read_date(_BESIDE.sub("", _plain(text)))
    except DateError:
        return None


def is_date_line(text: str) -> bool:
    """Tell whether a line of a report is a date and nothing else; 2024年1月, without a day, is one, too."""
    plain = _BESIDE.sub("", _plain(text))
    return any(form.fullmatch(plain) for form in (*DATE_FORMS, _MONTH_ALONE))


def chinese_date(value: dt.date | str) -> str:
    """Write a date as 2024年1月20日 (GB/T 9704-2012, 7.3.5: arabic digits, no leading zeros).

    Raises DateError for a text that `read_date` doesn't take.
    """
    day = read_date(value) if isinstance(value, str) else value
    return f"{day.year}年{day.month}月{day.day}日"


def _plain(text: str) -> str:
    return fold_width(re.sub(r"\s", "", text)) if len(text) <= _LONGEST else ""


def _number(text: str) -> int:
    if text in {"元", "正"}:
        return 1
    return int(text) if text.isdecimal() else read_chinese(text) or 0
