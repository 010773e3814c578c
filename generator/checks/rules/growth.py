"""数据: growth in percent against the figures of this year and the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import sentence_at
from generator.numbers.arithmetic import percentage, plain_digits
from generator.numbers.quantity import percent
from generator.patterns import pattern
from generator.problems import Level

NUMBER = r"(?<![\d.])\d{1,12}(?:\.\d{1,4})?"
UNIT_COUNTED = (
    r"(?:万元|人次|场次|户次|件次|批次|家次|[万件起次场人名份个户项元条篇册张期宗处家部支批])(?!次)"
)
"""The measure words of what is compared: of two figures that are reckoned with, both have the same."""
SAME_UNIT = r"(?P=unit)(?!次)"
_CARRIED = r"(?!(?:度)?(?:结转|遗留|转入|未|积|存|底|末))"
"""Behind last year's name what was left of it, and not what it counted."""
LAST_YEAR = r"(?:上年|去年|上一年|20\d\d年)(?:度)?(?:同期)?(?:度)?的?"
_UP = "增长|增加|上升|提高|提升|增幅"
_LESS = "下降|减少|降低|降幅|压降"
_WAY = rf"(?P<way>{_UP}|{_LESS})(?:率|幅度)?(?:了|达到|达|为|约为)?(?P<rate>{NUMBER})[%％]"
_PATTERNS = (
    # 由上年的50件下降到40件，同比下降20%
    pattern(
        rf"(?:由|从)(?:{LAST_YEAR})?(?P<before>{NUMBER})(?P<unit>{UNIT_COUNTED})(?:{_UP}|{_LESS}|增|降|减|压减)(?:到|至|为)了?"
        rf"(?P<now>{NUMBER}){SAME_UNIT}(?P<about>[^。；;\d]{{0,12}}?){_WAY}"
    ),
    # 60场，比上年的48场增长25%
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(]?[^。；;，,\d]{{0,6}}?(?:较|比"
        rf"|同比){LAST_YEAR}(?P<before>{NUMBER}){SAME_UNIT}"
        rf"(?P<about>[，,]?[^。；;，,\d]{{0,4}}?){_WAY}"
    ),
    # 2022年受理66件，2023年受理151件，同比增长128.79%
    pattern(
        rf"(?P<then>20\d\d年|上年|去年){_CARRIED}(?P<told>[^。；;，,\d]{{0,16}}?)(?P<before>{NUMBER})(?P<unit>{UNIT_COUNTED})"
        rf"[，,；;](?P<this>20\d\d年|今年|本年)(?:度)?"
        rf"(?P<tells>[^。；;，,\d]{{0,16}}?)(?P<now>{NUMBER}){SAME_UNIT}[，,](?P<about>(?:同比)?){_WAY}"
    ),
    # 120件，同比上升20%，上年为105件
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(](?P<about>[^。；;，,\d]{{0,6}}?(?:同比|(?:较|比){LAST_YEAR})"
        rf"){_WAY}[，,（(]"
        rf"(?:上年|去年)(?:同期)?[^。；;，,\d]{{0,6}}?(?P<before>{NUMBER}){SAME_UNIT}"
    ),
    # 比去年下降15%，由去年的200起降到160起
    pattern(
        rf"(?<!率)(?<!占比)(?:同比|(?:较|比){LAST_YEAR}){_WAY}[，,](?:由|从)(?:{LAST_YEAR})?(?P<before>{NUMBER})"
        rf"(?P<unit>{UNIT_COUNTED})"
        rf"(?:{_UP}|{_LESS}|增|降|减|升)(?:到|至|为)了?(?P<now>{NUMBER}){SAME_UNIT}"
    ),
    # 受理412件次，同比减少56件次，下降11.97%
    pattern(
        rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,（(][^。；;，,\d]{{0,6}}?(?:同比|(?:较|比){LAST_YEAR})"
        rf"(?P<turn>{_UP}|{_LESS})了?"
        rf"(?P<step>{NUMBER}){SAME_UNIT}(?P<about>[，,、（(][^。；;，,\d]{{0,6}}?){_WAY}"
    ),
)
_AGAINST_LAST = pattern(
    rf"(?P<now>{NUMBER})(?P<unit>{UNIT_COUNTED})[，,；;（(](?:上年|去年){_CARRIED}(?:度|同期)?"
    rf"(?P<tells>[^。；;，,\d]{{0,8}}?)(?P<before>{NUMBER}){SAME_UNIT}[）)]?"
    rf"(?:[，,][^。；;，,\d]{{0,4}}(?:增加|减少)了?{NUMBER}{SAME_UNIT})?[，,](?P<about>(?:同比)?){_WAY}"
)
"""受理151件，去年为66件，增加85件，增长128.79%."""
_NEUTRAL = pattern(
    rf"[，,、（(）)\s]|同比|环比|(?:较|比|与)?{LAST_YEAR}|较|相比|总体|整体|实现|明显|大幅|显著|分别|数量|总量|总数|共|约|并|也|又|年度?|受理量|发生量|案件量|量"
)
"""What stands between two figures and the rate without naming anything."""
_DEED_ONLY = pattern(
    r"[我全本该][镇乡县区市]|[全本]?街道|年?度|全年|共计?|累计|总计|合计|为|是|有|约|则|的|同期|仅|达到?|案件"
)
_PART_OF_YEAR = pattern(r"[上下]半年|季度|\d月|个月|月份|其中|高峰")
"""Of what a part of the year counted a rate is no growth of the year's figure."""
_CLAUSE = pattern("[，,、：:]")
_LEAD = 24
"""So many characters before the figures their sentence names them, and the part of the year that they are of."""


def _is_of_another(match: re.Match[str]) -> bool:
    """Tell whether the rate behind two figures is of another thing than they, or they of two: 其中重复访下降30%."""
    groups = match.groupdict()
    lead = _lead(match)
    about = _NEUTRAL.sub("", groups.get("about") or "")
    named = lead[: len(lead) - len(groups.get("about") or "")]
    tells = _DEED_ONLY.sub("", groups.get("tells") or "")
    told = groups.get("told")
    told = _DEED_ONLY.sub("", _CLAUSE.split(named.split(match["now"])[0])[-1] if told is None else told)
    apart = tells and told and tells not in told and told not in tells
    return bool(apart or about not in named) or is_of_part(match)


def is_of_part(match: re.Match[str]) -> bool:
    """Tell whether figures that are compared, up to the `way` they went, are not of the whole year or not of all."""
    return bool(_PART_OF_YEAR.search(_lead(match)))


def _lead(match: re.Match[str]) -> str:
    return re.split("[。；;]", match.string[max(0, match.start() - _LEAD) : match.start("way")])[-1]


def _compared(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Give last year's figure, as it is said or as this year's less the difference, and this year's."""
    groups = match.groupdict()
    now = Decimal(match["now"])
    if not groups.get("before"):
        step = Decimal(match["step"])
        return now + (step if match["turn"] in _LESS.split("|") else -step), now
    before = Decimal(match["before"])
    this, then = (groups.get(one) or "" for one in ("this", "then"))
    return (now, before) if this[:2] == then[:2] == "20" and this < then else (before, now)


@rule(
    "数据-04",
    "增减幅度算错",
    only_with=("%", "％"),
    level=Level.ERROR,
    bad="信访量由上年的50件下降到40件，同比下降25%。",
    good="信访量由上年的50件下降到40件，同比下降20%。",
)
def wrong_growth(material: Material) -> Iterator[Finding]:
    """核对同句写出的增减幅度与前后两个数。

    查什么：“由甲下降到乙，下降百分之几”“比上年的甲增长百分之几”“减少几件，下降百分之几”，以上年数为底重算，方向也要对（“由95.2%下降到97.4%”）；
    两个数说的不是一件事、只是一段时间的，百分比说的是其中一部分、是别的率的（“其中重复访下降30%”“效率提升50%”），不算。
    为什么：幅度的底数是上年数，常被错用本年数去除；增写成降的也有。
    怎么改：按提示改，或核对两年的数。
    """
    yield from _against_its_way(material)
    shapes = (*((one, ()) for one in _PATTERNS), (_AGAINST_LAST, ("上年", "去年")))
    for shape, words in shapes:
        for block, match in material.matches(shape, *words):
            before, now = _compared(match)
            if before <= 0 or "年均" in match.group() or _is_of_another(match):
                continue
            stated = percent(match["rate"])
            right = percentage(abs(now - before), before, stated.decimals)
            down = match["way"] in _LESS.split("|")
            if right != stated.number or (now < before) != down:
                way = "下降" if now < before else "增长"
                yield Finding(
                    f"从{plain_digits(before)}到{plain_digits(now)}应为{way}{plain_digits(right)}%，写成了"
                    f"{match['way']}{match['rate']}%。",
                    f"改为{way}{plain_digits(right)}%，或核对两年的数。",
                    block,
                    *match.span(),
                )


_RISEN = "上升|增长|增加|提高|提升|扩大"
_FALLEN = "下降|减少|降低|压减|压降|回落|缩短|压缩"
_FROM_TO = pattern(
    rf"(?:由|从)[^。；;，,\d第]{{0,12}}?(?P<before>{NUMBER})(?P<unit>[%％]|{UNIT_COUNTED})"
    rf"(?P<way>{_RISEN}|{_FALLEN})了?(?:到|至|为)了?"
    rf"[^。；;，,\d第]{{0,6}}?(?P<now>{NUMBER})(?P=unit)(?!次)"
)
_RANKED = pattern("(?:排名|位次|名次|名列)[^，。；]{0,8}$")
"""A rank rises to a smaller number."""


def _against_its_way(material: Material) -> Iterator[Finding]:
    """Give two figures of which the second is not less, though it is said to have fallen, or not more."""
    for block, match in material.matches(_FROM_TO, "由", "从"):
        before, now = Decimal(match["before"]), Decimal(match["now"])
        if _RANKED.search(match.string, 0, match.start()):
            continue
        if before == now or (now < before) != (match["way"] in _FALLEN.split("|")):
            message = f"“{match.group()}”：{match['way']}与前后两个数不合。"
            yield Finding(message, "核对两个数，或改说法。", block, *match.span(), level=Level.WARNING)


_POINTS = pattern(
    rf"(?:由|从)[^。；;，,\d]{{0,10}}(?P<before>{NUMBER})[%％](?P<turn>{_UP}|{_LESS}|升|降)(?:到|至|为)了?(?P<now>{NUMBER})[%％]"
    rf"[，,][^。；;\d]{{0,8}}?(?P<way>{_UP}|{_LESS})了?(?P<rate>{NUMBER})[%％]"
)


_OF_A_RATE = pattern("率|[%％]")
_COUNT_IN_POINTS = pattern(
    rf"{NUMBER}{UNIT_COUNTED}[，,](?:同比|(?:较|比){LAST_YEAR})(?:{_UP}|{_LESS})了?(?P<points>\d[\d.]{{0,8}}个百分点)"
)


@rule(
    "数据-29",
    "百分数与百分点用混",
    only_with=("%", "％", "百分点"),
    bad="群众满意率由93%提高到98%，提高5%。",
    good="群众满意率由93%提高到98%，提高5个百分点。",
)
def points_as_percent(material: Material) -> Iterator[Finding]:
    """查两个比率相减的差是不是写成了百分数，件数的增减是不是写成了百分点。

    查什么：“由93%提高到98%，提高5%”；“代办事项93件，比去年同期提高15个百分点”。
    为什么：两个比率相减得的才是百分点；提高5%是另一个意思（93%的5%）。
    怎么改：比率之差写“提高5个百分点”；件数的增减写百分之几，或写增加几件。
    """
    for block, match in material.matches(_COUNT_IN_POINTS, "百分点"):
        if _OF_A_RATE.search(sentence_at(material.blocks[block].text, match.start())):
            continue
        yield Finding(
            f"“{match['points']}”说的是比率之差，前面比的是件数。",
            "件数的增减写百分之几，或写增加几件；说的是比率的，写明是什么率。",
            block,
            *match.span("points"),
        )
    for block, match in material.matches(_POINTS):
        if abs(Decimal(match["now"]) - Decimal(match["before"])) == Decimal(match["rate"]):
            right = f"{match['rate']}个百分点"
            start = match.start("rate")
            yield Finding(
                f"{match['before']}%与{match['now']}%相差{right}，写成了{match['rate']}%。",
                f"改为{right}。",
                block,
                start,
                match.end(),
                mend=right,
            )
