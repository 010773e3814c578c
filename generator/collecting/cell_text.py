"""One cell of a table -> the text that was meant, or why it cannot be told."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Any

from generator.collecting.filled import CellText
from generator.patterns import pattern

_BLANKS = pattern("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = pattern("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LINE_BREAKS = pattern(r"\r\n?|\u2028|\u2029|\x0b|_x000D_\n?")
_SCIENTIFIC = pattern(r"\d+(?:\.\d+)?[eE]\+?\d{1,2}")
_LITERAL = pattern(r'"([^"]*)"|\\(.)|([\u4e00-\u9fff]+)')
_SECTION = pattern(r'(?:[^";]|"[^"]*")*')
_COLOURED = pattern(r"\[[^\]]*\]")
_ERROR_FIX = "请改正公式，或直接填数。"


def text_of(value: Any, number_format: str = "General") -> CellText:
    """Give the text of a cell's value as openpyxl reads it: numbers as they are shown, 92.86% and 198件 included."""
    if value is None:
        return CellText()
    if isinstance(value, bool):
        return CellText("是" if value else "否")
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    if isinstance(value, (datetime, date)):
        return CellText(f"{value.year}-{value.month:02}-{value.day:02}", dated=True)
    if isinstance(value, str):
        return written_text_of(value)
    return CellText(str(value), f"这一格是时间“{value}”", "请照台账写成文字，如“12件”。")


def written_text_of(written: str) -> CellText:
    """Give a text as it was meant: composed characters, plain blanks, none at its ends, no apostrophe first."""
    text = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", written))
    text = _BLANKS.sub(" ", _UNSEEN.sub("", text))
    text = "\n".join(line.strip() for line in text.split("\n")).strip()
    if text.startswith("'") and text[1:2].isdigit():
        text = text[1:]
    if text.startswith("="):
        return CellText(text, f"这一格是算式“{text[:20]}”，没有算出来", _ERROR_FIX)
    if text.startswith("#") and text.rstrip("!?").isupper():
        return CellText(text, f"这一格是错误值“{text}”", _ERROR_FIX)
    if _SCIENTIFIC.fullmatch(text):
        return CellText(_plain(float(text)))
    return CellText(text)


def _number(value: float, number_format: str) -> CellText:
    section = _COLOURED.sub("", _SECTION.match(number_format)[0])  # type: ignore[index]  # it matches every text
    literal = "".join(one or two or three for one, two, three in _LITERAL.findall(section)).strip()
    if "%" in section:
        return CellText(f"{_plain(value * 100)}%")
    if any(scale in literal for scale in "万亿") and (
        "!" in section or section.partition(literal)[0].rstrip('"').endswith(",")
    ):
        shown = f"这一格的格式把{_plain(value)}缩成了“{literal}”，看不出该是多少"
        return CellText(_plain(value), shown, "请把格式改为“文本”，再照台账写数，如“5.2万元”。")
    return CellText(_plain(value) + literal)


def _plain(value: float) -> str:
    """Write a number out, without what binary fractions add to it."""
    if value == int(value):
        return str(int(value))
    return f"{value:.6f}".rstrip("0").rstrip(".")
