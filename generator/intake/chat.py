"""Who said a line, and when: the heads of chat messages, of an office's part of a list, of material passed on."""

from __future__ import annotations

from typing import NamedTuple

from generator.patterns import pattern

OFFICE = (
    "[一-龥]{0,10}?(?:司法所|派出所|监管所|财政所|税务所|卫生院|综治办|信访办|党政办|平安办|应急办|执法[办队局]|便民[服务]{0,2}中心|综治中心"
    "|[一-龥]{2,6}(?:办公室|办|所|站|科|股|大队|中队|局|中心))"
)
_DAY = r"(?:(?P<year>20\d\d)[-/.年])?(?P<month>1[0-2]|0?[1-9])[-/.月](?P<day>[12]\d|3[01]|0?[1-9])日?"
_TIME = r"(?:[上下]午|晚上|早上|凌晨|星期.|周[一二三四五六日])?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_NAME = r"[一-龥·]{2,4}"
_WHEN = rf"(?:{_DAY}\s*(?:{_TIME})?|{_TIME})"
_WHO = (
    rf"(?:(?P<before>{OFFICE})[\s\-—·:：]*(?:{_NAME})?"
    rf"|{_NAME}\s*[(（\-—/·]\s*(?P<behind>{OFFICE})\s*[)）]?|(?:{_NAME}))"
)
_CLOCK = pattern(r"\d[:：]\d{2}")
_HEADS = (
    pattern(rf"^\s*{_WHO}\s*[,，]?\s*{_WHEN}\s*[:：]?\s*$"),
    pattern(rf"^\s*{_WHEN}\s*[,，]?\s*{_WHO}\s*[:：]?\s*$"),
)
_SAID_BY = pattern(
    rf"^\s*(?:\d{{1,2}}[.、．)）]\s*|[（(][一二三四五六七八九十\d]{{1,2}}[)）]\s*|[一二三四五六七八九十]{{1,2}}、\s*)?[【\[]?"
    rf"(?P<office>{OFFICE})[】\]]?\s*(?:[（(][^（()）]{{1,24}}[)）])?(?:[ \u3000]+[一-龥]{{1,4}}(?=\s*[:：]))?"
    r"\s*(?:材料|报数|报送|数据|汇报)?\s*"
    r"(?P<mark>[:：】]|$)(?P<rest>.*)$"
)
_KNOWN = "[一-龥]{0,8}?(?:司法所|派出所|党政办|综治办|信访办|平安办|应急[办所]|综治中心|便民服务中心|政务服务中心|执法(?:中心|[办队局]|大队))"
_NUMBER = r"(?:(?P<chinese>[一二三四五六七八九十]{1,3}、)|(?P<bracket>[（(][一二三四五六七八九十\d]{1,2}[)）])|(?P<arabic>\d{1,2}[.、．](?!\d)))"
_LACKS = "人(?:少|手|员)|[太没不缺少无有]"
_SECTION = pattern(
    rf"^\s*{_NUMBER}\s*"
    rf"(?:(?P<office>{_KNOWN}|{OFFICE}(?=[\s:：]|$))(?!{_LACKS})[:：]?\s*)?(?P<title>[^0-9，,。；;、]{{0,20}})$"
)
_TITLE = pattern(
    rf"^\s*(?P<office>{_KNOWN}|{OFFICE})\s*(?:20\d\d年?(?:度)?)?(?:[一-龥]{{0,6}}?(?:材料|数据|情况|台账|报数|报表))?\s*$"
)
_DECOR = pattern(r"^\s*[—–\-=~*_#]{2,}\s*(?P<inner>.*?)\s*[—–\-=~*_#]*\s*$")
_OPENS = pattern(
    rf"^\s*(?:\d{{1,2}}[.、．]\s*)?(?P<office>{_KNOWN}|{OFFICE}(?=[\s:：（(]|$))(?=[\s:：（(]|$)[^0-9]{{0,24}}$"
)
_HEADLINE = pattern(r"^(?:\d{1,2}[.、．]\s*)?(?P<title>[^0-9，,。；;]{2,20})$")
_BRACKETS = pattern("[（(]([^（()）]{0,40})[)）]")
_SHORT_DAY = pattern(r"(?<!\d)(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])日")
_LEAST_TITLE = 4
_TOLD = pattern("没有|[无未均都已]")
_NAMED = pattern(rf"^({OFFICE})(?=$|20\d\d|[（()_\- ]|数据|报|材料|汇总|台账)")
_NO_OFFICE = pattern(
    "^(?:全|各|本|我|该|每|新|有|在|到|共)|^(?!便民中心$)^(?:村|社区)?(?:调解|服务|工作|劝导|公共法律服务|便民|代办|防火)(?:站|所|中心)$"
)


class Speaker(NamedTuple):
    """Who said what follows and when, as far as a head tells: the office (never a person), and the day in words."""

    office: str = ""
    day: str = ""

    @property
    def origin(self) -> str:
        """Give both as a 来源: 司法所1月5日; an empty text where neither is known."""
        return f"{self.office}{self.day}"


class SectionHead(NamedTuple):
    """A line that opens a part of a list: how it is numbered (一、 or 1.), the office that it names, day and title."""

    style: str
    office: str
    day: str
    title: str


NOBODY = Speaker()
"""Nobody who is known."""


def named_office(name: str) -> str:
    """Give the office after which a file or a sheet is named (司法所2024年数据), or an empty text."""
    named = _NAMED.match(name)
    return named[1] if named and not _NO_OFFICE.search(named[1]) else ""


def message_head(line: str) -> Speaker | None:
    """Read the head of a chat message (司法所 张三 1月5日 10:21); None for a line that is none."""
    for shape in _HEADS:
        head = shape.match(line)
        if head and (head["before"] or head["behind"] or _CLOCK.search(line)):
            day = f"{int(head['month'])}月{int(head['day'])}日" if head["month"] else ""
            return Speaker(head["before"] or head["behind"] or "", day)
    return None


def spoken_for(line: str) -> tuple[str, str] | None:
    """Part an office that opens a line from what it says (综治办：排查231件); None for a line that none opens."""
    head = _SAID_BY.match(line)
    if head is None or _NO_OFFICE.search(head["office"]) or not (head["mark"] or head["rest"] == ""):
        return None
    return head["office"], head["rest"].strip()


def section_head(line: str) -> SectionHead | None:
    """Read the head of an office's part (二、司法所 小孙; 党政办（赵雪梅）12月5日) or of another part (13. 明年打算).

    Gives None for a line that says something itself; names of people and what stands in brackets are no title.
    """
    day = _SHORT_DAY.search(line)
    said = f"{int(day[1])}月{int(day[2])}日" if day else ""
    bare = _SHORT_DAY.sub("", _BRACKETS.sub("", line)).strip()
    if head := _SECTION.match(bare):
        office, title = head["office"] or "", head["title"].strip()
        if (office and not _NO_OFFICE.search(office)) or not _TOLD.search(title):
            style = "chinese" if head["chinese"] else "bracket" if head["bracket"] else "arabic"
            return SectionHead(style, office, said, title if len(title) >= _LEAST_TITLE or not office else "")
        return None
    if (head := _TITLE.match(bare)) and bare != line.strip() and not _NO_OFFICE.search(head["office"]):
        return SectionHead("", head["office"], said, "")
    return None


def decorated_head(line: str) -> SectionHead | None:
    """Read a head between dashes (——信访办 12月17日, ==== 2. 司法所 老陶 ====, —— 10. 明年打算 ——); None for others."""
    decorated = _DECOR.match(line)
    if decorated is None:
        return None
    inner = decorated["inner"]
    day = _SHORT_DAY.search(inner)
    said = f"{int(day[1])}月{int(day[2])}日" if day else ""
    bare = _SHORT_DAY.sub("", _BRACKETS.sub("", inner)).strip()
    if (head := _OPENS.match(bare)) and not _NO_OFFICE.search(head["office"]):
        return SectionHead("dashes", head["office"], said, "")
    title = _HEADLINE.match(bare)
    return SectionHead("dashes", "", said, title["title"].strip()) if title else None
