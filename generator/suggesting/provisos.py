"""What is said beside a figure of how far it runs (截至11月底, 7月1日起) and how it is to be taken (慎用, 更正, 内部).

A figure that ends on a day is not sure without that day, and one that its own line calls in question is never sure.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from re import Match
from typing import NamedTuple

from generator.facts.days import is_last_of_year
from generator.patterns import pattern
from generator.suggesting.phrases import Phrase, Within

UNTIL = pattern(
    r"(?:截[至止]到?|(?<![一-龥])到(?=(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|份?[底末]|为?止)))(?:20\d\d年)?"
    r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])[日号]|份?[底末])?(?:为?止|的)?"
)
"""The day on which figures end; 到 says so only where nothing is moved there: not 推迟到6月, 搬到6月启用的新楼."""
_BARE = pattern(
    r"(?<![\d月])(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日|[底末])(?=台账|[那的]|数|报|导出|$)"
)
_ONLY = pattern(
    r"(?:不是|非|没有?)全年|\d{1,2}月(?:\d{1,2}日)?(?:起|开始|以后|以来)|[下上]半年|(?<!\d)\d{1,2}月?[-—－~～至到]+(?!12)\d{1,2}月"
    r"|\d{1,2}月(?:普查|排查)?数"
)
_CAUTION = pattern(
    "慎用|初稿|漏了|还?没对上|不采用|作废|[别不]要?(?:采)?用(?=[了的，。；）)】]|$)|系统默认|没有准数|没核|待核|未核实|更正|改成[0-9]|改为[0-9]"
    "|说是[0-9]|按[0-9]+[件个名份次]?算|要的数|估的?数|只是?听说|对不上"
    "|不(?:太|大|够)?准(?=[，。；,;）)】]|$)|再核|有出入|存疑|不确定|待确认|仅供参考|[0-9][余多]?[万亿]?[一-龥%]{0,3}[?？]"
    "|不是行政(?:检查|执法|处罚)"
)
_OF_A_ROW = pattern(
    r"含[^，。；]{0,8}(?:[去上前往]年|20\d\d年|结转)|结转|漏(?:了|报|统计|算|填)?|不全|初步|(?<!\d)(?:1[0-2]|[1-9])月初?的数|[未没]含"
)
"""What a row's remark says that leaves its figure open."""
_INSIDE = pattern("内部|不(?:对外|公开)|另发内网|保密")
_BRACKET = pattern("[（(【][^（）()【】]*$")
_SHUT = pattern("[）)】]")
_COUNTED = pattern(r"\d[\d.,]*[余多]?[万亿]?[一-龥%]{1,2}$")
_AT_A_FIGURE = pattern(r"(?:约|近|共)?\d")
_COUNT = pattern(r"\d(?:[\d.,]*)[余多]?[万亿]?[一-龥%]")
_NUMBERS_OF_DAYS = pattern(r"20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}[日号])?|20\d\d")


class Proviso(NamedTuple):
    """The day on which a figure ends, None where none is told, and why it is not sure, in Chinese."""

    until: date | None = None
    doubt: str = ""


def undated(text: str) -> str:
    """Give a text without the days on which its figures end, all places as they were: they name nothing."""
    return UNTIL.sub(lambda one: ("共" if _AT_A_FIGURE.match(text, one.end()) else "，") * len(one[0]), text)


def proviso_of(phrase: Phrase, start: int, end: int, year: int | None) -> Proviso:
    """Give what is said of the figure at `start:end` beside it."""
    over = " ".join(phrase.context)
    for words in (phrase.text, over, phrase.beside):
        if only := _ONLY.search(words):
            return Proviso(None, f"写着“{only[0]}”，不是全年的数")
    told = [*UNTIL.finditer(phrase.text)]
    if told:
        return _in_sentence(phrase.text, told, start, end, year)
    above = UNTIL.search(over) or _BARE.search(over)
    said = above or UNTIL.search(phrase.beside) or _BARE.search(phrase.beside)
    day = _day(said["month"], said["day"], year) if said else None
    return Proviso(day, f"旁边写着“{said[0]}”，请看是不是说这个数" if said and day and not above else "")


def caution_of(phrase: Phrase) -> str:
    """Say in Chinese for what words beside a figure, or over it, it is never sure; empty where there are none."""
    inside, beside = _INSIDE.search(" ".join(phrase.context)), _CAUTION.search(phrase.beside)
    if phrase.within is Within.ROW and not beside:
        beside = _OF_A_ROW.search(phrase.beside)
    if inside:
        return f"上面写着“{inside[0]}”"
    return f"旁边写着“{beside[0]}”" if beside else ""


def _in_sentence(text: str, told: Sequence[Match[str]], start: int, end: int, year: int | None) -> Proviso:
    """Judge the days that the figure's own sentence tells: one right behind it is its own, else the last before it."""
    front = next((one for one in reversed(told) if one.end() <= start), None)
    behind = next((one for one in told if one.start() >= end), None)
    before, after = (one and _day(one["month"], one["day"], year) for one in (front, behind))
    if behind and _is_of(text, end, behind):
        own = _BRACKET.search(text, end, behind.start()) and not (front and _leads(text, front, start))
        two = front and not own and before != after
        return Proviso(after, f"前后写着“{front[0]}”“{behind[0]}”，请看是哪一天" if front and two else "")
    if front:
        return Proviso(
            before, f"前面写着“{front[0]}”，请看是不是也说这个数" if _is_aside(text, front, start) else ""
        )
    return Proviso(after, f"后面写着“{behind[0]}”，请看是不是也说这个数" if behind and after else "")


def _leads(text: str, day: Match[str], start: int) -> bool:
    """Tell whether a day stands before the figure at `start` and before no other: not in another's bracket either."""
    between = _NUMBERS_OF_DAYS.sub("", text[day.end() : start])
    return not (_COUNT.search(between) or _is_aside(text, day, start))


def _is_of(text: str, end: int, day: Match[str]) -> bool:
    """Tell whether a day is that of the figure right before it: in its bracket, or with no figure behind it."""
    if _COUNT.search(_NUMBERS_OF_DAYS.sub("", text[end : day.start()])):
        return False
    behind = _NUMBERS_OF_DAYS.sub("", text[day.end() :])
    return bool(_BRACKET.search(text, end, day.start()) or not _COUNT.search(behind))


def _is_aside(text: str, day: Match[str], start: int) -> bool:
    """Tell whether a day stands in a bracket right behind another figure, and so hardly of the one at `start`."""
    bracket = _BRACKET.search(text, 0, day.start())
    if bracket is None or not _SHUT.search(text, day.end(), start):
        return False
    return bool(_COUNTED.search(text, 0, bracket.start()))


def _day(month: str, day: str | None, year: int | None) -> date | None:
    """Give a day of the report's year, else the month's last; None for the year's last, or for no year."""
    if year is None:
        return None
    last = monthrange(year, int(month))[1]
    found = date(year, int(month), last if day is None else min(int(day), last))
    return None if is_last_of_year(found) else found
