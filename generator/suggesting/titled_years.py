"""The year of what stands under a paper's name, a title or the head of a line: 街道2024年数据（备查）：信访247件."""

from __future__ import annotations

from generator.patterns import pattern

_WORDS = "数据|数字|情况|总结|台账|报表|统计|汇总|旧稿|原稿|口径|备查|报数|材料"
_OF_ANOTHER_MATTER = "述法|考核|考评|计划|安排|打算|督察|反馈|整改|以来|清单|要点"
_HEAD = pattern(
    rf"^(?![^：:]*(?:{_OF_ANOTHER_MATTER}))(?=[^：:]*(?:{_WORDS}))"
    r"[^0-9，。；：:]{0,16}(?P<year>20[0-9]{2})(?:年度?|(?=[）)]))[^0-9，。；：:]{0,16}(?P<end>[：:]|$)"
)
_NOW = pattern(rf"^[^0-9，。；：:]{{0,16}}(?:今年|本年度?)[^0-9，。；：:]{{0,8}}(?:{_WORDS})?[：:]?$")

_OVER = pattern(
    r"^(?:[一二三四五六七八九十]、|[（(][一二三四五六七八九十][）)])?[^0-9，。；：:]{0,16}20[0-9]{2}年度?"
    r"(?:截至[0-9]{1,2}月(?:底|[0-9]{1,2}日))?[^0-9，。；：:]{0,16}[：:]?$"
)
"""A heading that names another year, after which what was said of the one before is over: 2025年1-11月信访情况."""


def year_over(line: str) -> str:
    """Give the year that a line names before its colon; empty where it names none, or is a title."""
    head = _HEAD.match(line)
    return head["year"] if head and head["end"] else ""


def year_of_title(line: str) -> str | None:
    """Give the year that a title, or a paper's name, names; empty for this year's, None for what is no such title."""
    head = _HEAD.match(line)
    if head and not head["end"]:
        return head["year"]
    return "" if _NOW.match(line) or _OVER.match(line) else None
