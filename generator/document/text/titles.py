"""What a report's title looks like where nothing marks it as one."""

from __future__ import annotations

from generator.patterns import pattern

_LONGEST = 80
_TITLE = pattern(
    r"(?:法治政府|依法行政|依法治[国省市县区镇乡]|法治(?:建设|工作|县|市|乡镇|街道))[^。；：]{0,40}?"
    r"(?:报\s*告|总\s*结|汇\s*报|(?:工作|建设|落实)?情况)(?:[（(][^（）()]{1,12}[）)])?$"
)
_NUMBERED = pattern(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|附\s*件|[表图]\s*\d")


def is_report_title(text: str) -> bool:
    """Tell whether a line is the title of such a report: …报告, …报告（公开版）, …总结, …汇报, …情况."""
    line = text.strip()
    return len(line) <= _LONGEST and bool(_TITLE.search(line)) and not _NUMBERED.match(line)
