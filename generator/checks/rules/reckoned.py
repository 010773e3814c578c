"""数据: what is worked out of two figures beside it: an average, a share, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.growth import NUMBER
from generator.numbers.arithmetic import plain_digits, right_rate
from generator.numbers.quantity import percent
from generator.patterns import pattern

_UNIT = r"(?:人次|场次|户次|件次|批次|[件起次场人名份个户项条元篇册期宗处家部支批])"
_AVERAGE = pattern(
    rf"(?P<count>{NUMBER})(?P<of>[人名户件起村家])(?!次)[^。；，,\d]{{0,12}}[，,]?[^。；，,\d]{{0,12}}?"
    rf"(?P<sum>{NUMBER})(?P<scale>万?)元"
    r"[^。；，,\d]{0,6}[，,]?[^。；，,\d每]{0,4}?(?P<each>人均|户均|件均|村均|家均|平均每[人名户件起村家]|每[人名][^。；，,\d每月天日年]{0,4}?"
    r"|每[户村家](?=得到|领取|获得|分得))"
    rf"(?:约|为|达|达到|得到|获得|领取|分得)?(?P<said>{NUMBER})(?P<small>万?)元"
)
_AMONG = pattern(
    rf"(?P<whole>{NUMBER})(?P<unit>[个家名件户所处])[^，,。；\d]{{0,8}}中[，,]?[^，,。；\d]{{0,6}}?(?P<part>{NUMBER})(?P=unit)"
    r"[^，,。；\d]{0,24}[，,](?P<name>[一-龥]{0,4}(?:覆盖|建成|创建|达标|配备|设立|占|比)[率比例]{0,2})(?:已|达到|达|为|约)*"
    r"(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_OUT_OF = pattern(
    rf"(?P<part>{NUMBER})(?P<unit>{_UNIT})[，,]?占[^，。；\d]{{0,10}}(?P<whole>{NUMBER})(?P=unit)"
    r"的(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_DIFFERENCE = pattern(
    rf"(?P<now>{NUMBER})(?P<unit>{_UNIT})[，,（(]?[^。；，,\d]{{0,6}}?[较比](?:上年|去年|上一年|20\d\d年)(?:度|同期)*的?"
    rf"(?P<before>{NUMBER})(?P=unit)[，,]?[^。；，,\d]{{0,2}}?(?P<way>增加|新增|减少|增|减|多|少)了?(?P<step>{NUMBER})(?P=unit)"
)
_LIKEWISE = {"名": "人", "起": "件"}
"""What else an average is of: 5名……人均, 12起……件均."""
_UP = ("增加", "新增", "增", "多")
_TEN_THOUSAND = 10_000


@rule(
    "数据-55",
    "算出的数与前后的数不符",
    bad="为5名农民工追回工资12万元，人均2400元。",
    good="为5名农民工追回工资12万元，人均2.4万元。",
)
def worked_out_otherwise(material: Material) -> Iterator[Finding]:
    """查由前面两个数算得出来的平均数、占比、增减数。

    查什么：“5名……12万元，人均2400元”“12个村中有9个……，覆盖率80%”“66名，较去年的56名增加12名”；约数、四舍五入以内的差不算。
    为什么：改了一个数，忘了改由它算出来的数；万元与元没有换算。
    怎么改：重新计算，改其中写错的那个数。
    """
    for block, match in material.matches(_AVERAGE, "均", "每"):
        if match["of"] in match["each"] or _LIKEWISE.get(match["of"], "，") in match["each"]:
            yield from _average(block, match)
    for block, match in (*material.matches(_AMONG, "%", "％"), *material.matches(_OUT_OF, "占")):
        rate = percent(match["rate"])
        right = right_rate(rate, Decimal(match["part"]), Decimal(match["whole"]))
        if Decimal(match["part"]) <= Decimal(match["whole"]) and right != rate.number:
            yield _finding(
                block, match, f"{match['part']}除以{match['whole']}应为{plain_digits(right)}%", "rate"
            )
    for block, match in material.matches(_DIFFERENCE, "较", "比"):
        grown = Decimal(match["now"]) - Decimal(match["before"])
        if grown != Decimal(match["step"]) * (1 if match["way"] in _UP else -1):
            way = "增加" if grown > 0 else "减少"
            yield _finding(
                block,
                match,
                f"从{match['before']}到{match['now']}是{way}{plain_digits(abs(grown))}{match['unit']}",
                "step",
            )


def _average(block: int, match: re.Match[str]) -> Iterator[Finding]:
    """Check a sum for each against the sum and the number; it may be rounded or cut at its last place."""
    count, said = Decimal(match["count"]), Decimal(match["said"])
    if not count:
        return
    scale = _TEN_THOUSAND if match["scale"] and not match["small"] else 1
    small = _TEN_THOUSAND if match["small"] and not match["scale"] else 1
    right = Decimal(match["sum"]) * scale / (count * small)
    place = Decimal(1).scaleb(int(said.as_tuple().exponent))
    if said not in (right.quantize(place, ROUND_HALF_UP), right.quantize(place, ROUND_DOWN)):
        shown = plain_digits(right.quantize(place, ROUND_HALF_UP))
        yield _finding(block, match, f"平均下来是{shown}{match['small']}元", "said")


def _finding(block: int, match: re.Match[str], why: str, group: str) -> Finding:
    return Finding(
        f"“{match.group()}”：{why}。",
        "重新计算，改其中写错的那个数。",
        block,
        match.start(group),
        match.end(group),
    )
