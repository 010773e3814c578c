"""数据: what two places of a report count, each with another figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.scan import start_behind
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern

_DEEDS = (
    "排查|化解|调解|调处|受理|办理|办结|审结|审查|审核|审议|开展|组织|召开|举办|举行|参加|发放|印发|张贴|培训|培育|接待|走访|检查|整改|查处|公开|答复|制定|出台|配备|聘请|选聘|招录"
    "|建成|新建|设立|打造|投入|拨付|落实|挽回|追回|解答|征求|收集|采纳|提出|评查|抽查|处罚|立案|结案|移送|申请|接受|转办|转交|拆除|清理"
    "|发现|解决|完成|听取|研究|吸纳|评选|新增|修订|废止|保留|确认|推送|发布"
)
_DEED = pattern(rf"(?:{_DEEDS})(?![员委室队组书站栏班人])")
_HOW = pattern("专题|集中|^镇(?=党委|政府|人大|纪委|综治)")
_OPENS = pattern(
    r"^.*?(?:全年|今年以来|年内|累计|共计|[共已均先后约近达为有是的“”、：:])+(?=[一-龥])|^(?:我|本|全|该)?(?:镇|乡|街道|县|区)|^(?:主动|成功|专题|集中|现有|主持)"
)
_BEHIND = pattern(
    r"(?P<thing>[一-龥“”]{2,12}?)(?=[的均都已全经由被在未平]|参加|参与|覆盖|作用|进行|及时|按|做到|没有|实行|[^一-龥“”]|$)"
)
_PARTIAL = pattern(
    r"其中|[另又还再]|其余|其他|剩余|新增|第|每|平均|分别|包括|部分|试点|力争|计划|争取|预计|目标|至少|最多|上年|去年|比|较|同期|原|初次|20\d\d年"
)
_SCOPE = pattern(
    r"上半年|下半年|[前一二三四]季度|(?<!\d)\d{1,2}月|期间|全[县区市省国]|[一-龥]{2,3}(?:村|社区)(?![民级两组干])|派出所|司法所|[一-龥]{1,4}(?:[队站所办局]|中心|部门"
    r"|(?:调解|社会|群团|党)组织)(?=[一-龥])"
)
_WHERE = pattern(r"[在到向对为][一-龥]{2,8}|[一-龥]{2,4}(?:领域|系统|单位)(?=[一-龥])")
"""The part of the year, or the place or body, that a figure is told of; those of another are others.

What `_WHERE` matches is of its own clause alone: 在普法方面，…… only leads over to what was told before.
"""
_CHOSEN = pattern(r"(?:组织|选派|安排|抽调|推荐|选送|邀请|动员|发动|吸纳|遴选|评选|对|为|向|有|把|将|由)$")
"""Behind these as many of them are told as were chosen: 组织46名网格员参加培训."""
_SENTENCE = pattern("[。；！？\n]")
_CLAUSE = pattern("[，。；！？\n]")
_NAMED, _TELLING = 2, 4
_OWN = pattern(
    r"(?:受教育|受众|惠及|覆盖|参[加与训])?(?:群众|村民|居民|人员|干部|学生|师生|党员|企业|商户)?$|.*(?:资料|手册|传单)$"
)
"""What each activity has a number of its own of, however like the numbers are."""
_SPECIAL = 6
"""A name so long says by itself what is counted: 法治建设领导小组会议."""


class _Told(NamedTuple):
    """A figure, the deed and the thing that it counts, and of what it is told."""

    statement: Statement
    figure: Figure
    deed: str
    thing: str
    scope: frozenset[str]


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
    “法治建设领导小组会议”这样说得具体的事，只要做法相同而数不同。说其中一部分、上半年、别的年份、别的单位的不算。
    为什么：改了一处，忘了改另一处；抄数时敲反了数字。
    怎么改：核对台账，两处写成一样；口径不同的，写明各是什么。
    """
    seen: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for statement in material.statements:
        if material.parts[statement.block] is ReportPart.PLANS:
            continue
        for figure in statement.figures:
            one = _told(statement, figure)
            if one is None:
                continue
            like = seen[one.figure.unit, one.thing[-_NAMED:]]
            first = _otherwise(one, like)
            like.append(one)
            if first is not None:
                message = f"这里写“{one.thing}”{figure.text}，前面写的是“{first.thing}”{first.figure.text}。"
                start, end = statement.at(figure)
                fix = "核对台账，两处写成一样；口径不同的，写明各是什么。"
                yield Finding(message, fix, statement.block, start, end)


def _told(statement: Statement, figure: Figure) -> _Told | None:
    """Give what a figure counts; nothing where it is of a part, not meant exactly, or the words do not say."""
    text = statement.text
    start = start_behind(_CLAUSE, text, figure.start)
    if not figure.exact or figure.number < 1 or _PARTIAL.search(text, start, figure.start):
        return None
    behind = _BEHIND.match(text, figure.end)
    before = text[start : figure.start]
    deeds = [*_DEED.finditer(before)]
    if behind and _CHOSEN.search(before):
        return None
    if behind:
        deed, thing = "", behind["thing"]
    else:
        deed = deeds[-1].group() if deeds else ""
        thing = before[deeds[-1].end() :] if deeds else before
        thing = _OPENS.sub("", thing)
    thing = _HOW.sub("", thing).strip("“”了")
    sentence = start_behind(_SENTENCE, text, figure.start)
    scope = frozenset(
        (*_SCOPE.findall(text, sentence, figure.start), *_WHERE.findall(text, start, figure.start))
    )
    told = len(thing) >= _NAMED and not _OWN.match(thing)
    return _Told(statement, figure, deed, thing, scope) if told else None


def _otherwise(one: _Told, like: list[_Told]) -> _Told | None:
    """Give where the same was counted with a figure that this one is likely a slip of."""
    same = [other for other in like if _is_same(one, other)]
    if not same or any(other.figure.number == one.figure.number for other in same):
        return None
    return next((other for other in same if _is_slip(one, other)), None)


def _is_same(one: _Told, other: _Told) -> bool:
    """Tell whether two figures of two sentences count the same thing."""
    if one.statement is other.statement or one.scope != other.scope:
        return False
    if one.thing == other.thing:
        return not one.deed or not other.deed or one.deed == other.deed
    short, long = sorted((one.thing, other.thing), key=len)
    return len(short) >= _TELLING and long.endswith(short) and not (one.deed and other.deed)


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
