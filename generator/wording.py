"""Pure text helpers of official Chinese: ordinals, dates, lists, quotation marks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from zlib import crc32

from generator.numbers.numerals import chinese_number
from generator.patterns import pattern

__all__ = [
    "DateError",
    "chinese_date",
    "chinese_number",
    "fold_width",
    "join_names",
    "ordinal_point",
    "ordinal_section",
    "quoted",
    "read_date",
    "titled",
    "variant",
]


def ordinal_section(number: int) -> str:
    """Give （一） for 1, as before a second-level heading (GB/T 9704-2012, 7.3.3)."""
    return f"（{chinese_number(number)}）"


def ordinal_point(number: int) -> str:
    """Give 一是 for 1, as before a point within a paragraph."""
    return f"{chinese_number(number)}是"


def variant(texts: Sequence[str], unit: str, year: int | None) -> str:
    """Choose among wordings by unit, year and the place, which the first wording stands for: always the same one."""
    seed = crc32(f"{unit}{year}".encode("utf-8", "surrogatepass"))
    return texts[crc32(texts[0].encode(), seed) % len(texts)]


class DateError(ValueError):
    """A text is no date; `message` says why and `fix` what to write instead, both in Chinese."""

    def __init__(self, message: str) -> None:
        """Keep the sentence; the remedy is always the same."""
        self.message = message
        self.fix = "写成“2024年1月20日”或“2024-01-20”。"
        super().__init__(message)


_DATE_FORMS = (
    pattern(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"),
    pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    pattern(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    pattern(r"([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})"),
)
_LONGEST_DATE = 20


def read_date(text: str) -> dt.date:
    """Read a date: 2024年1月20日, 2024-01-20, 2024/1/20 or 2024.1.20, in full or half width.

    Raises DateError for any other text and for a day that the calendar hasn't.
    """
    plain = fold_width(re.sub(r"\s", "", text)) if len(text) <= _LONGEST_DATE else ""
    found = next(filter(None, (form.fullmatch(plain) for form in _DATE_FORMS)), None)
    if found is None:
        raise DateError("不是认得的日期")
    year, month, day = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise DateError("日历上没有这一天") from error


def chinese_date(value: dt.date | str) -> str:
    """Write a date as 2024年1月20日 (GB/T 9704-2012, 7.3.5: arabic digits, no leading zeros).

    Raises DateError for a text that `read_date` doesn't take.
    """
    day = read_date(value) if isinstance(value, str) else value
    return f"{day.year}年{day.month}月{day.day}日"


_CLOSING = tuple("”’》〉")
_OPENING = tuple("“‘《〈")
_QUOTED = pattern("[“‘《〈]")


def join_names(names: Iterable[str]) -> str:
    """Join names by 、, but leave quoted names and titles side by side (GB/T 15834-2011, 4.5.3.5).

    甲、乙; “甲”“乙”; 《甲》《乙》; “甲”、乙. Empty names are passed over.
    """
    kept = [name for one in names if (name := one.strip())]
    text = "、".join(kept)
    if not _QUOTED.search(text):
        return text
    text = kept[0]
    for name in kept[1:]:
        text += name if name.startswith(_OPENING) and text.endswith(_CLOSING) else f"、{name}"
    return text


def quoted(name: str) -> str:
    """Put a name into “”, unless it stands in them; quotes within it become ‘’. Empty stays empty."""
    return _wrapped(name, "“”", "‘’")


def titled(name: str) -> str:
    """Put a title into 《》, unless it stands in them; titles within it get 〈〉. Empty stays empty."""
    return _wrapped(name, "《》", "〈〉")


def _wrapped(name: str, marks: str, inner_marks: str) -> str:
    """Put a text between two marks, those within it becoming the inner ones."""
    text = name.strip()
    opening, closing = marks[0], marks[1]
    if text and opening not in text and closing not in text:
        return f"{opening}{text}{closing}"
    inner = text[1:-1] if _in_one_pair(text, opening, closing) else text
    return f"{opening}{inner.translate(str.maketrans(marks, inner_marks))}{closing}" if text else ""


def _in_one_pair(text: str, opening: str, closing: str) -> bool:
    """Tell whether the first and the last character are one pair of marks: “甲”, but not “甲”和“乙”."""
    depth = 0
    for index, character in enumerate(text, start=1):
        depth += (character == opening) - (character == closing)
        if depth <= 0:
            return depth == 0 and index == len(text) and character == closing
    return False


_WIDE = "０１２３４５６７８９％＋－．／\u3000" + "".join(
    map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
_FOLD = str.maketrans(_WIDE, "".join(" " if wide == "\u3000" else chr(ord(wide) - 0xFEE0) for wide in _WIDE))


def fold_width(text: str) -> str:
    """Give full-width letters, digits, ％＋－．／ and blanks in half width; Chinese punctuation stays."""
    return text.translate(_FOLD)
