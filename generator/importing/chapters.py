"""Which part of a report a heading opens, under whatever name; and where shortcomings and plans begin without one."""

from __future__ import annotations

from generator.patterns import pattern
from generator.topics.topic import DUTIES, MEASURES

SHORTCOMINGS, PLANS, OTHER, JOINT = "不足", "计划", "其他情况", "不足和计划"

_OTHER = pattern("其他需要(?:报告|说明)|^其他(?:情况|事项)")
_DUTIES = pattern("第一责任人|主要(?:负责人|领导)[^，。]{0,12}(?:履行|履职|职责)|党政主要(?:负责人|领导)")
_LACKS = "问题|不足|困难|短板|差距|薄弱(?:环节)?"
_SHORT = pattern(
    f"(?:存在|主要|面临|工作中)[^，。]{{0,10}}(?:{_LACKS})|^(?:{_LACKS})(?:和|与|及|、|$)|(?:不足|短板|差距)(?:和|与|及|之处|$)"
)
_SOLVED = pattern("解决|化解|排查|整改(?:落实)?情况|回头看|上年|上一年|去年")
_PLANNED = pattern(
    "下一?步|下一年|下年度|明年|来年|今后|打算|努力方向|(?:工作|主要|重点)(?:计划|安排|思路|打算|要点|目标)|整改措施|改进措施|改进方向|对策"
)
_NEXT_YEAR = pattern("^(20[0-9]{2})年?度?")
_GENERAL = pattern(
    "(?:主要|工作|建设|推进|履职|基本)[^，。]{0,14}(?:举措|做法|成效|成绩|进展|情况|亮点|措施)|(?:举措|做法|成效|成绩)(?:和|及|与|、|$)|工作(?:开展|完成|总结|落实)"
)
_SAYS_SHORT = pattern(
    f"^[^。]{{0,90}}?(?:还|仍|但|也|依然|同时)[^。]{{0,30}}?(?:存在|有)[^。]{{0,24}}?(?:{_LACKS})"
)
_SAYS_PLAN = pattern("^(?:在?(?:下一?步|接下来|今后|明年|来年|新的一年)|下一?年度?|针对(?:以上|上述|存在))")


def part_of(heading: str, year: int | None) -> str:
    """Give the part that a heading opens; 举措成效 is what none of the others is."""
    if _OTHER.search(heading):
        return OTHER
    if _DUTIES.search(heading):
        return DUTIES
    planned = bool(_PLANNED.search(heading)) or _is_next(heading, year)
    if _SHORT.search(heading) and not _SOLVED.search(heading):
        return JOINT if planned else SHORTCOMINGS
    return PLANS if planned else MEASURES


def is_general(heading: str) -> bool:
    """Tell a heading that only says what a whole part holds from one that says what was worked on."""
    return bool(_GENERAL.search(heading))


def tells_shortcomings(paragraph: str) -> bool:
    """Tell the paragraph that begins to speak of shortcomings where no heading does."""
    return bool(_SAYS_SHORT.search(paragraph))


def tells_plans(paragraph: str, year: int | None) -> bool:
    """Tell the paragraph that begins to speak of the next year where no heading does."""
    return bool(_SAYS_PLAN.search(paragraph)) or _is_next(paragraph, year)


def _is_next(text: str, year: int | None) -> bool:
    """Tell a text that opens with the year after the report's."""
    opened = _NEXT_YEAR.match(text)
    return bool(opened and year and int(opened[1]) == year + 1)
