"""数据: what is worked out of two figures beside it: an average, a share, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.growth import LAST_YEAR, NUMBER, SAME_UNIT, UNIT_COUNTED, is_of_part
from generator.numbers.arithmetic import plain_digits, right_rate
from generator.numbers.quantity import percent
from generator.patterns import pattern

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
    rf"(?P<part>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,]?占[^，。；\d]{{0,10}}(?P<whole>{NUMBER})(?P=unit)"
    r"的(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_SCORED = pattern(
    rf"(?P<whole>{NUMBER})[名人][^。；\d]{{2,24}}\d{{2}}分(?:及)?以上的?(?:有|达|共|为)*(?P<part>{NUMBER})[名人]"
    r"[，,](?P<name>优良|优秀|及格|合格|达标)率(?:达到|达|为|是)?(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_WAY = r"(?P<way>增加|新增|上升|减少|下降|增|减|多|少)了?"
_STEP = rf"{_WAY}(?P<step>{NUMBER}){SAME_UNIT}(?!左右|以上)"
_DIFFERENCES = (
    # 66名，较去年的56名增加12名
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(]?[^。；，,\d]{{0,6}}?[较比]{LAST_YEAR}"
        rf"(?P<before>{NUMBER}){SAME_UNIT}[，,]?[^。；，,\d]{{0,2}}?{_STEP}"
    ),
    # 75件，上年为100件，减少了35件
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(](?:上年|去年)(?:度|同期)*(?:为|是|有|的|仅)?"
        rf"(?P<before>{NUMBER}){SAME_UNIT}[）)]?[，,](?:同比)?{_STEP}"
    ),
    # 87起，同比减少13起，上年为110起
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(](?:同比|[较比]{LAST_YEAR}){_STEP}[，,（(]"
        rf"(?:上年|去年)(?:度|同期)*(?:为|是|有|的|仅)?(?P<before>{NUMBER}){SAME_UNIT}"
    ),
    # 由去年的46起下降到39起，减少9起
    pattern(
        rf"(?:由|从)(?:{LAST_YEAR})?(?P<before>{NUMBER})(?P<unit>{UNIT_COUNTED})(?:增加|增长|上升|下降|减少|降低|增|降|减|升)"
        rf"(?:到|至|为)了?(?P<now>{NUMBER}){SAME_UNIT}[，,](?:同比|共|净)?{_STEP}"
    ),
    # 新聘调解员9名，总数由35名增加到46名
    pattern(
        rf"新(?P<way>聘|增|招|选|吸纳|发展)[^。；，,\d]{{0,10}}(?P<step>{NUMBER})(?P<unit>[名人个处支家])[，,](?:(?![退减离])[^。；\d]){{0,12}}"
        rf"(?:由|从)[^。；，,\d]{{0,6}}(?P<before>{NUMBER}){SAME_UNIT}(?:增加|增|扩充|壮大|发展|扩大)(?:到|至|为)"
        rf"(?P<now>{NUMBER}){SAME_UNIT}"
    ),
)
_BESIDE = ("，上年", "，去年", "（上年", "（去年")
_OF_DIFFERENCES = (
    ("较上", "较去", "较2", "比上", "比去", "比2"),
    _BESIDE,
    _BESIDE,
    ("到", "至", "降为", "增为"),
    ("新聘", "新增", "新招", "新选", "新吸纳", "新发展"),
)
"""Words one of which is in each of the differences; most reports say none."""
_POINTS = (
    # 由71%提高到82%，提高了9个百分点
    pattern(
        rf"(?:由|从)[^。；，,\d]{{0,10}}(?P<before>{NUMBER})[%％](?:提高|提升|上升|增长|增加|下降|降低|升|降|提)"
        rf"(?:到|至|为)了?(?P<now>{NUMBER})[%％][，,（(](?:同比|共|较上年|较去年|比上年|比去年)?"
        rf"{_WAY.replace('增加', '提高|提升|增加|降低')}(?P<step>{NUMBER})个百分点"
    ),
    # 98.2%，比上年的96.5%提升1.2个百分点
    pattern(
        rf"(?P<now>{NUMBER})[%％][，,（(]?[^。；，,\d]{{0,4}}?[较比]{LAST_YEAR}(?P<before>{NUMBER})[%％][，,]?"
        rf"{_WAY.replace('增加', '提高|提升|增加|降低')}(?P<step>{NUMBER})个百分点"
    ),
)
_TURNED = pattern(
    rf"(?:由|从)[^。；，,\d]{{0,10}}(?P<before>{NUMBER})(?P<unit>[%％天]|个工作日|{UNIT_COUNTED})"
    rf"(?P<said>(?P<way>提高|提升|上升|增加|增长|升|增|下降|降低|减少|压降|回落|缩短|压缩|降|减)[到至为]了?)(?P<now>{NUMBER})(?P=unit)(?!次)"
)
"""由95.2%下降至97.4%."""
_LEFT_AGAIN = pattern("[^。；]{0,16}(?:退|调出|减少|淘汰|撤|注销|收回|净)")
"""What is new is not all by which there are more, where some went: 新增20名、退出2名."""
_RANKED = pattern("(?:排名|位次|名次|名列|考核|考评|评价|测评|满意度)[^。；\n]{0,30}$")
_LIKEWISE = {"名": "人", "起": "件"}
"""What else an average is of: 5名……人均, 12起……件均."""
_LESS = ("减少", "下降", "降低", "压降", "回落", "缩短", "压缩", "降", "减", "少")
_TEN_THOUSAND = 10_000


@rule(
    "数据-55",
    "算出的数与前后的数不符",
    yields_to=("数据-04",),
    bad="为5名农民工追回工资12万元，人均2400元。",
    good="为5名农民工追回工资12万元，人均2.4万元。",
)
def worked_out_otherwise(material: Material) -> Iterator[Finding]:
    """查由前面两个数算得出来的平均数、占比、增减数。

    查什么：“5名……12万元，人均2400元”“12个村中有9个……，覆盖率80%”“24名……80分以上的18人，优良率80%”，
    “66名，较去年的56名增加12名”“新聘9名，由35名增加到46名”“由71%提高到82%，提高9个百分点”“由95%下降到97%”；约数、四舍五入以内的差、只说一段时间的不算。
    为什么：改了一个数，忘了改由它算出来的数；万元与元没有换算。
    怎么改：重新计算，改其中写错的那个数。
    """
    for block, match in material.matches(_AVERAGE, "均", "每"):
        if match["of"] in match["each"] or _LIKEWISE.get(match["of"], "，") in match["each"]:
            yield from _average(block, match)
    shares = (*material.matches(_AMONG, "%", "％"), *material.matches(_SCORED, "分"))
    for block, match in (*shares, *material.matches(_OUT_OF, "占")):
        rate = percent(match["rate"])
        right = right_rate(rate, Decimal(match["part"]), Decimal(match["whole"]))
        if Decimal(match["part"]) <= Decimal(match["whole"]) and right != rate.number:
            yield _finding(
                block, match, f"{match['part']}除以{match['whole']}应为{plain_digits(right)}%", "rate"
            )
    yield from _turned(material)
    for shape, words in zip(_DIFFERENCES, _OF_DIFFERENCES, strict=True):
        for block, match in material.matches(shape, *words):
            yield from _difference(block, match, match["unit"])
    for shape in _POINTS:
        for block, match in material.matches(shape, "百分点"):
            yield from _difference(block, match, "个百分点")


def _turned(material: Material) -> Iterator[Finding]:
    """Check which way something went: 由95%下降到97%."""
    for block, match in material.matches(_TURNED, "到", "至", "为"):
        if match["unit"] in ("名", "位") and _RANKED.search(match.string, 0, match.end()):
            continue
        before, now = Decimal(match["before"]), Decimal(match["now"])
        if before != now and (now < before) is not (match["way"] in _LESS):
            less = "少" if now < before else "多"
            yield _finding(block, match, f"{match['now']}{less}于{match['before']}", "said")


def _difference(block: int, match: re.Match[str], unit: str) -> Iterator[Finding]:
    """Check by how much a figure is more or less than another."""
    grown = Decimal(match["now"]) - Decimal(match["before"])
    if match["way"] == "新增" and _LEFT_AGAIN.match(match.string, match.end()):
        return
    if grown != Decimal(match["step"]) * (-1 if match["way"] in _LESS else 1) and not is_of_part(match):
        way = "增加" if grown > 0 else "减少"
        why = f"从{match['before']}到{match['now']}是{way}{plain_digits(abs(grown))}{unit}"
        yield _finding(block, match, why, "step")


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
