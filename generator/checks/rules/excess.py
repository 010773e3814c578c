"""数据: what came of something in excess of what came in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise, takewhile

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.overlapping import listed_up_to
from generator.checks.registry import rule
from generator.numbers.prose import Figure
from generator.patterns import pattern
from generator.problems import Level

_CAME_IN = pattern(
    r"立案|受理|受案|登记|收到|接收|接到|承办|交办|应诉|排查|发现|摸排|调解(?!成功|员|室|组织|委员会|协议)|应参|应到|参加|应考|应训|审理|转办|接访|报名|提出"
)
_DONE_WORDS = (
    r"办结|结案|审结|化解|调解成功|成功调解|调处成功|调成|达成协议|整改(?!问题)|胜诉|败诉|答复|回复|合格|实到|实参|参训|参考|已办"
    "|办理完毕|采纳|销号|完成|负责人出庭|驳回|准予"
)
ACHIEVED = pattern(_DONE_WORDS)
"""What came of what came in."""
_OWN_THING = pattern(
    rf"(?:{_DONE_WORDS})|全部|全年|目前|当年|已|均|共|实际|依法|按期|按时|及时|累计|成功|件|数|[“”的了中]"
)
"""What is taken out of the words before a part to see whether it names a thing of its own: 化解信访."""
_TAKEN_ON = pattern(
    r"包案|包联|包保|领办|包(?:抓|办|化)?(?:的)?(?:信访|历史|重点|疑难)?[^，。；\d]{0,4}积案|包[^，。；\d]{0,6}案件$"
)
"""What was taken on from the start, old cases among them: no more of it can be done."""
_CARRIED = pattern(
    r"结转|上年|去年|往年|历年|历史|积案|存量|遗留|跨年|旧案|陈年|上一年|含|20\d\d年以来|以往"
    r"|[此以之先]前(?:受|收|立|登|排|发|移|交)|系20\d\d年|20\d\d年(?:受理|立案|收到|排查)的|多出的"
)
"""What tells that there is more than what came in this year."""
_NONE_CARRIED = pattern(r"(?:无|没有|未有)(?:任何)?(?:上年|历年|往年|跨年)?(?:度)?结转")
_WITHIN = pattern(r"^[，,；;（(]?(?:其中|包括|其中包括)[：:，,]?")
_OF_A_WHILE = pattern(r"新(?:增|收|受理|立|接)|[上下]半年|季度|月")
"""What came in of late, or in a part of the year: more than that may be done in the year."""
_OF_THEM = pattern(r"^[，,；;]?(?:评为|评定为|获评|被评|持有|持证的?|对其中|从中)[一-龥]{0,8}$")
_APART = pattern("另|此外|还有|又")
"""What is said of some of those before, so near that it can be said of no others: 现有15名，持有证件的13名."""
RELATIVE_UNITS = ("%", "个百分点", "倍")


@rule(
    "数据-05",
    "部分大于全体",
    level=Level.ERROR,
    bad="全年立案查处违法案件19件，办结20件。",
    good="全年立案查处违法案件20件，办结19件。",
)
def part_over_whole(material: Material) -> Iterator[Finding]:
    """查同一句里“办了的”是否多于“收到的”。

    查什么：立案与办结、应诉与胜诉、排查与化解、调解与调解成功、应到与实到，以及“共……其中……”，包案与化解，部分大于全体。
    为什么：同一年、同一口径的部分不会多于全体；含上年结转、此前受理的要写明。说的是不是同一件事拿不准的，只提醒。
    怎么改：核对两个数；如含上年结转，写成“办结20件（含上年结转1件）”。
    """
    for statement in material.statements:
        for whole, part in pairwise(statement.figures):
            if (
                not (whole.like(part) and part.number > whole.number and whole.exact)
                or whole.unit in RELATIVE_UNITS
                or (part.unit.endswith("次") and not whole.unit.endswith("次"))  # 20件, 25件次
            ):
                continue
            taken_on = bool(_TAKEN_ON.search(whole.before))
            told = statement.text.replace(whole.before, "") if taken_on else statement.text
            level = _part_of(statement, whole, part)
            if level and not _CARRIED.search(_NONE_CARRIED.sub("", told)):
                start, end = statement.at(part)
                yield Finding(
                    f"“{part.before}{part.text}”多于“{whole.before}{whole.text}”，部分大于全体。",
                    "核对这两个数；含上年结转的，请写明。",
                    statement.block,
                    start,
                    end,
                    level=Level.WARNING if taken_on or _OF_A_WHILE.search(whole.before) else level,
                )


def _part_of(statement: Statement, whole: Figure, part: Figure) -> Level | None:
    """Give how sure it is that one figure is a part of the one before it; nothing where it is of something else."""
    between = statement.between(whole, part)
    if _WITHIN.match(between):
        return _within(statement, whole, part)
    if _OF_THEM.search(between) and not _APART.search(between) and not whole.before.endswith("的"):
        return Level.WARNING
    near = len(between) <= 16 and whole.unit not in ("个", "项", "条", "次")
    done = ACHIEVED.search(part.before) or (not part.before and ACHIEVED.search(part.after))
    came_in = _CAME_IN.search(whole.label) or _TAKEN_ON.search(whole.before)
    if part.before.endswith("的") and "全" in part.before:
        return None  # 包案2件；计入全镇化解的4件
    if not (near and done and came_in and not ACHIEVED.search(whole.label)):
        return None
    thing = _OWN_THING.sub("", part.before)
    sure = Level.WARNING if thing and not _shared(thing, whole.label) else Level.ERROR
    sides = [*_back_from(statement, whole)]
    if any(_SOURCE.search(one.label) for one in sides):
        return _of_one_side(statement, sides, part)
    return Level.WARNING if part.number <= sum(one.number for one in sides) else sure


_BY_HOW_MUCH = pattern(r"(?<!新)(?:增加|增长|减少|下降|上升|净增|多|少)了?$")
_FROM = pattern("[由从]$")
"""What stands before what there was before: 增加7件，其中普通程序由30件增至33件."""


_SOURCE = pattern("移送|移交|转办|交办|委派|委托|承办|接收|流转|转来")
"""Of what came in from one of several sides what was done is not all: 法庭委派11件，派出所移送17件，调解成功28件."""


def _of_one_side(statement: Statement, sides: list[Figure], part: Figure) -> Level | None:
    """Give how sure it is that a part is of what one of several sides sent, and not of what they all sent."""
    sums = [*accumulate(one.number for one in sides)]
    rest = next((one.number for one in statement.figures if one.start > part.start), part.number)
    if {part.number, part.number + rest} & {*sums}:
        return None
    return Level.WARNING if part.number < sums[-1] else Level.ERROR


def _back_from(statement: Statement, whole: Figure) -> Iterator[Figure]:
    """Give a figure and those like it before it in its sentence, the nearest first, up to one of another kind."""
    before = [one for one in statement.figures if one.start <= whole.start]
    return takewhile(lambda one: one.like(whole) and not ACHIEVED.search(one.before), reversed(before))


def _within(statement: Statement, whole: Figure, part: Figure) -> Level | None:
    """Tell what 其中 may go back to, where several figures stand before it: 垃圾分类66件、渣土运输3件，其中垃圾分类……."""
    earlier = [
        one
        for one in statement.figures
        if one.end < whole.start and one.like(part) and one.number >= part.number
    ]
    if part.number <= sum(one.number for one in listed_up_to(statement, whole)):
        return None
    if _FROM.search(part.before) or _BY_HOW_MUCH.search(whole.before):
        return None
    if any(_shared(one.before, part.before) for one in earlier):
        return None
    return Level.WARNING if earlier else Level.ERROR


def _shared(one: str, other: str) -> bool:
    """Tell whether two labels name the same thing, by any three characters or by all of a shorter one."""
    size = min(3, len(one), len(other))
    return size > 1 and any(one[at : at + size] in other for at in range(len(one) - size + 1))
