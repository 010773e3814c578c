"""What titles and headings look like where nothing, or too much, is marked as one."""

from __future__ import annotations

from generator.patterns import pattern

_LONGEST = 80
_TITLE = pattern(
    r"(?:法治政府|依法行政|依法治[国省市县区镇乡]|法治(?:建设|工作|县|市|乡镇|街道))[^。；：]{0,40}?"
    r"(?:报\s*告|总\s*结|汇\s*报|(?:工作|建设|落实)?情况)(?:[（(][^（）()]{1,12}[）)])?$"
)
_NUMBERED = pattern(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|附\s*件|[表图]\s*\d")


_HEADING_AT_MOST = 60
_ENDS = ("。", "；", "，", ";", ",", "：", ":")
_RANKS = (
    (2, pattern(r"[一二三四五六七八九十]{1,3}[、，,.．]\s*\S")),
    (3, pattern(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (4, pattern(r"\d{1,2}[.．、]\s*\D")),
)
_RUN_IN = pattern(r"([（(\d一二三四五六七八九十][^。；：]{3,39})。\s*(\S.*)$")


def numbered_rank(text: str) -> int:
    """Give the rank that the number before a text makes it: 2 for 一、, 3 for （一）, 4 for 1., else 0."""
    return next((rank for rank, shape in _RANKS if shape.match(text)), 0)


def is_short(text: str) -> bool:
    """Tell whether a line is short enough for a heading and ends without a mark; a run-in heading does not."""
    return len(text) <= _HEADING_AT_MOST and not text.endswith(_ENDS)


def run_in_parts(text: str) -> tuple[str, str] | None:
    """Cut what is marked as a heading and has its text on the same line, （一）…。全文; None where it has none."""
    match = _RUN_IN.match(text)
    return (match[1], match[2]) if match else None


def is_report_title(text: str) -> bool:
    """Tell whether a line is the title of such a report: …报告, …报告（公开版）, …总结, …汇报, …情况."""
    line = text.strip()
    return len(line) <= _LONGEST and bool(_TITLE.search(line)) and not _NUMBERED.match(line)
