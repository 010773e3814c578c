"""数据: what two places of a report count, each with another figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.scan import start_behind
from generator.checks.scopes import SENTENCE, period_and_place
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern

_DEEDS = (
    "排查|化解|调解|受理|办理|办结|审结|审查|审核|审议|开展|组织|召开|举办|参加|发放|印发|张贴|培训|培育|接待|走访|检查|整改|查处|公开|答复|制定|出台"
    "|配备|聘请|选聘|建成|新建|设立|打造|收集|提出|评查|移送|拆除|清理|发现|听取|研究|评选|修订|发布"
)
_DEED = pattern(rf"(?:{_DEEDS})(?![员委室队组书站栏班人])")
_HAVING = "(?:[现设配拥]?(?<![享所占具没只仅])有|累计|(?<![公总])共)(?=[一-龥“])"
_HAS = pattern(_HAVING)
"""Behind these too stands what is counted."""
_OFTEN = (
    "全年|今年以来|今年|年内|一年来|累计|(?<![公总])共计?|先后|[一二三四五六七八九]是|主动|成功|专题|集中|组织|开展|深入|积极|扎实|依法"
    "|全面|充分发挥|用好|[，、：]"
)
_OPENS = pattern(rf"^(?:{_OFTEN}|[我本全该]?(?:镇|乡|街道|县|区)(?=$|{_OFTEN}))+")
_CLOSES = pattern(rf"(?:{_OFTEN}|已)+$")
"""What says neither who did it nor what sort it is of."""
_OPENING = pattern(rf"(?P<lead>[^，。；！？\n\d]{{1,20}}?)(?:{_HAVING}|{_DEEDS})[^，。；！？\n\d]{{0,20}}\d")
"""Who did what a sentence begins with, did what follows too: 执法一组出动40人次，检查企业36家次."""
_LOOSE = pattern("^(?:了|专题|集中|各类|镇(?=党委|政府))+(?=[一-龥“]{2})")
_REACHES = pattern("(?:共计?|累计|合计|达到?|(?<![行作])为)+$")
"""What stands before or behind the name of a thing and is no part of it."""
_WIDER = pattern("(?:法治|普法|主题|人民|政府|镇|各类)+$")
"""A thing is named with these or without: 法治宣传活动 and 宣传活动."""
_BEHIND = pattern(
    r"(?P<thing>[一-龥“”]{2,12}?)(?=[的均都已全经由被在未平按]|参加|参与|覆盖|作用|[^一-龥“”]|$)"
)
_PARTIAL = pattern(
    r"其中|[另又还再]|其余|其他|剩余|新增|第|每|平均|分别|包括|部分|试点|力争|计划|争取|预计|目标|至少|最多|上年|去年|比|较|同期|原|初次|20\d\d年"
)
_ORGAN = pattern(
    r"[一-龥]{1,4}(?:[队站所局]|(?<![举承主开协督转交])办|中心|部门|(?:调解|社会|群团|党)组织)(?=[一-龥])"
)
_CHOSEN = pattern(r"(?:组织|选派|安排|抽调|推荐|选送|邀请|动员|发动|吸纳|遴选|评选|对|为|向|有|把|将|由)$")
"""Behind these as many of them are told as were chosen: 组织46名网格员参加培训."""
_CLAUSE = pattern("[，。；！？\n]")
_AHEAD = pattern(
    r"(?:^|(?<=[，。；！？\n]))(?P<deal>(?:开展|组织|通过|在|对|针对|聚焦|围绕)[^，。；！？\n\d]+)，$"
)
"""The clause before that of a figure: 开展入户走访，排查隐患36处。开展夜间巡查，排查隐患63处."""
_INNER = str.maketrans("“”", "‘’")
_NAMED, _TELLING = 2, 4
_NEAR = 60
"""Behind so many characters of its clause a figure is one of a long list, and says little by itself."""
_OWN = pattern(
    r"(?:受教育|受众|惠及|覆盖|参[加与训])?(?:群众|村民|居民|人员|干部|学生|师生|党员|企业|商户)?$|.*(?:资料|手册|传单)$"
)
"""What each activity has a number of its own of, however like the numbers are."""
_SPECIAL = 6
"""A name so long says by itself what is counted: 法治建设领导小组会议."""


class _Said(NamedTuple):
    """A figure, where its clause begins, and its words: who or where, what was done, of what sort, with which thing."""

    statement: Statement
    figure: Figure
    start: int
    lead: str
    deed: str
    sort: str
    thing: str


class _Told(NamedTuple):
    """A figure, who did what with which thing, of what it is told, and the clause before it in the sentence."""

    statement: Statement
    figure: Figure
    lead: str
    deed: str
    thing: str
    scope: frozenset[str]
    deal: str


@rule(
    "数据-56",
    "别处写成了另一个数",
    yields_to=("数据-18", "数据-38", "数据-39", "数据-40", "数据-48"),
    bad="全街道有人民调解员64名，均经过培训。\n\n充分发挥46名人民调解员作用。",
    good="全街道有人民调解员64名，均经过培训。\n\n其中46名人民调解员获得等级评定。",
)
def told_elsewhere_otherwise(material: Material) -> Iterator[Finding]:
    """查同一件事在两处写的数，是不是对调了数字、改了一位。

    查什么：“人民调解员64名”与“46名人民调解员”，“公开政府信息216条”与“公开政府信息261条”；名称相同、量词相同，数字对调或者只差一位的；
    “法治建设领导小组会议”这样说得具体的事，只要做法相同而数不同。说其中一部分、上半年、别的月份和年份的，
    由别的人、在别的地方、对别的对象做的（线上和线下，聚焦企业和聚焦青少年）不算，除非由谁主持的比总的还多。
    为什么：改了一处，忘了改另一处；抄数时敲反了数字。
    怎么改：核对台账，两处写成一样；口径不同的，写明各是什么。
    """
    seen: dict[tuple[str, str, frozenset[str]], dict[tuple[object, ...], _Told]] = defaultdict(dict)
    for said in _contested(material):
        one, figure = _told(said, material.names), said.figure
        like = seen[figure.unit, one.thing[-_NAMED:], one.scope]
        first = _otherwise(one, like.values())
        like.setdefault((one.lead, one.deed, one.thing, figure.number), one)
        if first is not None:
            message = f"这里写{_quoted(one)}，前面写的是{_quoted(first)}。"
            start, end = said.statement.at(figure)
            fix = "核对台账，两处写成一样；口径不同的，写明各是什么。"
            yield Finding(message, fix, said.statement.block, start, end)


def _contested(material: Material) -> list[_Said]:
    """Give in their order the figures of things of one name and measure word that are told with unlike numbers."""
    told = [
        said
        for statement in material.statements
        if material.parts[statement.block] is not ReportPart.PLANS
        for figure in statement.figures
        if (said := _said(statement, figure))
    ]
    numbers = defaultdict[tuple[str, str], set[Decimal]](set)
    for said in told:
        numbers[said.figure.unit, said.thing[-_NAMED:]].add(said.figure.number)
    return [said for said in told if len(numbers[said.figure.unit, said.thing[-_NAMED:]]) > 1]


def _quoted(one: _Told) -> str:
    return f"“{one.thing.translate(_INNER)}”{one.figure.text}"


def _said(statement: Statement, figure: Figure) -> _Said | None:
    """Give what a figure counts; nothing where it is of a part, not meant exactly, or the words do not say."""
    text, at = statement.text, figure.start
    start = start_behind(_CLAUSE, text, at)
    if not figure.exact or figure.number < 1 or at - start > _NEAR or _PARTIAL.search(text, start, at):
        return None
    before, behind = text[start:at], _BEHIND.match(text, figure.end)
    if behind and _CHOSEN.search(before):
        return None
    lead, deed, thing = (before, "", behind["thing"]) if behind else _parted(before)
    sort, _of, thing = _REACHES.sub("", _LOOSE.sub("", thing)).rpartition("的")
    if len(thing) < _NAMED or _OWN.match(thing):
        return None
    return _Said(statement, figure, start, lead, deed, sort, thing)


def _told(said: _Said, names: tuple[str, ...]) -> _Told:
    """Give of what a figure is told, which takes more time than what it counts."""
    statement, figure, start, lead, deed, sort, thing = said
    text, at = statement.text, figure.start
    scope = {
        *period_and_place(text, at),
        *_ORGAN.findall(text, max(start_behind(SENTENCE, text, at), at - _NEAR), at),
    }
    opening = _OPENING.match(text, start_behind(SENTENCE, text, at))
    if opening and opening.end() < start:
        scope.add(_bare(opening["lead"], names))
    scope.add(sort)
    ahead = _AHEAD.search(text, max(0, start - _NEAR), start)
    deal = ahead["deal"] if ahead else ""
    return _Told(statement, figure, _bare(lead, names), deed, thing, frozenset(scope - {""}), deal)


def _parted(before: str) -> tuple[str, str, str]:
    """Give who or where, what is done, and with what thing, of the words before a figure."""
    deeds = [*_DEED.finditer(before)]
    if deeds:
        return before[: deeds[-1].start()], deeds[-1].group(), before[deeds[-1].end() :]
    has = [*_HAS.finditer(before)]
    if has:
        return before[: has[-1].start()], "", before[has[-1].end() :]
    return "", "", _OPENS.sub("", before)


def _bare(lead: str, names: tuple[str, ...]) -> str:
    """Give what of the words before a deed says who did it, where, or for whom."""
    lead = _OPENS.sub("", lead)
    for name in names:
        lead = lead.removeprefix(name)
    return _CLOSES.sub("", _OPENS.sub("", lead))


def _otherwise(one: _Told, like: Iterable[_Told]) -> _Told | None:
    """Give where the same was counted with a figure that this one is likely a slip of."""
    same = [other for other in like if _is_same(one, other)]
    if not same or any(other.figure.number == one.figure.number for other in same):
        return None
    return next((other for other in same if _is_slip(one, other)), None)


def _is_same(one: _Told, other: _Told) -> bool:
    """Tell whether two figures of two sentences count the same thing."""
    if one.statement is other.statement or not _is_done_alike(one, other):
        return False
    if one.thing == other.thing:
        return not one.deed or not other.deed or one.deed == other.deed
    short, long = sorted((one.thing, other.thing), key=len)
    wider = long.endswith(short) and _WIDER.fullmatch(long, 0, len(long) - len(short))
    return bool(wider) and len(short) >= _TELLING and not (one.deed and other.deed)


def _is_done_alike(one: _Told, other: _Told) -> bool:
    """Tell whether the same did both, or one of them led more than there were: 镇长主持召开会议5次 of 4."""
    if one.deal and other.deal and one.deal != other.deal:
        return False
    more = one.figure.number > other.figure.number
    return one.lead == other.lead or (not other.lead and one.lead.endswith("主持") and more)


def _is_slip(one: _Told, other: _Told) -> bool:
    """Tell whether one number is the other with a slip, or the thing is named so closely that there is but one."""
    if one.thing == other.thing and len(one.thing) >= _SPECIAL and one.deed == other.deed:
        return True
    said, first = plain_digits(one.figure.number), plain_digits(other.figure.number)
    if len(said) != len(first) or len(said) < _NAMED:
        return False
    unlike = sum(map(str.__ne__, said, first))
    return sorted(said) == sorted(first) or (unlike == 1 and _may_be_one(one, other))


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Tell whether a figure that differs in one digit is told of the whole that another was told of: 36场次, 38场次."""
    return one.thing == other.thing or (not one.deed and bool(other.deed))
