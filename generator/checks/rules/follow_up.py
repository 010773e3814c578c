"""结构: each shortcoming with a cause and a plan, last year's plan followed up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.figures import bare
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.sample import facts
from generator.facts.causes import without_cause
from generator.facts.head import Plan, Shortcoming
from generator.facts.promises import ToldShortcoming, told_plans, told_shortcomings

_SHOWN = 40
_TOPIC = "法治宣传教育: {普法活动: 50余场}"
_STOCK = frozenset(
    re.findall(
        "..",
        "进一一步加强推进工作法治政府建设提升能力水平深入持续不断不够不足不强有待需要提高机制完善开展强化落实全面"
        "依法街道力度方面存在问题相关人员部分个别方式情况制度健全做好抓好意识教育",
    )
)
"""Pairs that every shortcoming and every plan has in common."""


def _pairs(text: str) -> set[str]:
    """Give the words of two characters that say what a text is about."""
    plain = bare(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)} - _STOCK


def _plan_text(plan: Plan) -> str:
    return "".join((plan.title, *plan.body, *plan.measures, plan.answers, plan.target))


def _whole(told: ToldShortcoming, item: Shortcoming) -> str:
    """Give what a shortcoming is: its 问题, or all that the 正文 says of it."""
    return bare(told.name if item.problem else told.signs or told.name)


def _answers(plan: Plan, told: ToldShortcoming, shortcoming: Shortcoming) -> bool:
    """Tell whether a plan names a shortcoming, or speaks of the same things."""
    said, answered = bare(told.name), bare(plan.answers)
    if answered and (answered in said or said in answered):
        return True
    about = _pairs(f"{told.name}{told.signs}{shortcoming.cause}")
    return len(about & _pairs(_plan_text(plan))) >= 2


@rule(
    "结构-21",
    "不足没有对应的计划",
    bad=facts(_TOPIC, old="配齐执法记录仪，开展执法人员业务培训\n    针对: 执法装备不全", new="做好普法宣传"),
    good=facts(_TOPIC),
)
def unanswered(material: Material) -> Iterator[Finding]:
    """查每一条不足在下一年的计划里有没有着落。

    查什么：计划的“针对”写的是不是这一条，或者计划里有没有说到同一件事。
    为什么：不足写了不改，第二年就会被问到。
    怎么改：给这条不足加一项计划，并在“针对”里写明。
    """
    head = material.facts.head if material.facts else None
    if head is None or not head.plans:
        return
    for told in told_shortcomings(head.shortcomings):
        if not any(_answers(plan, told, head.shortcomings[told.item]) for plan in head.plans):
            yield Finding(
                f"“{told.name if len(told.name) <= _SHOWN else told.name[:_SHOWN] + '……'}”在计划里没有着落。",
                "加一项计划，并在“针对”里写明这一条。",
                field=f"不足.{told.item + 1}",
            )


@rule(
    "结构-22",
    "计划针对的不足不存在",
    bad=facts(_TOPIC, old="针对: 执法装备不全", new="针对: 普法覆盖面不广"),
    good=facts(_TOPIC),
)
def answers_nothing(material: Material) -> Iterator[Finding]:
    """查计划里“针对”写的不足，前面有没有这一条。

    查什么：“针对”的文字与各条不足的“问题”都对不上。
    为什么：改了不足的写法，忘了改计划；或者计划是从别处抄来的。
    怎么改：与“问题”写成一样，或补上这条不足。
    """
    head = material.facts.head if material.facts else None
    for number, plan in enumerate(head.plans if head else (), 1):
        named = bare(plan.answers)
        problems = [bare(one.problem or "".join(one.body)) for one in head.shortcomings] if head else []
        if named and not any(
            named in one or one in named or len(_pairs(named) & _pairs(one)) >= 2 for one in problems if one
        ):
            yield Finding(
                f"“针对”写的“{plan.answers}”，不足里没有这一条。",
                "与“问题”写成一样，或补上这条不足。",
                field=f"计划.{number}.针对",
            )


@rule(
    "结构-23",
    "上年的计划没有下文",
    bad=facts("政务公开: {主动公开: 141条}", last=_TOPIC),
    good=facts(
        "行政执法: {执法培训: 2次, 亮点: [配齐执法记录仪6台，组织执法人员业务培训2次。]}", last=_TOPIC
    ),
)
def plan_without_sequel(material: Material) -> Iterator[Finding]:
    """查上年的计划，今年的报告里有没有交代。

    查什么：上年事实文件里的每一项计划，今年的报告全文里有没有说到同一件事。
    为什么：上级会拿上年的安排对照今年的举措。
    怎么改：在举措成效或“上年整改”里写明做了什么；没有做成的，写进不足。
    """
    last = material.facts.last if material.facts else None
    if last is None:
        return
    said = set[str]().union(
        *(
            _pairs(block.text)
            for number, block in enumerate(material.blocks)
            if material.parts[number] != "计划"
        )
    )
    planned = ((plan.title, point) for plan in last.head.plans for point in told_plans(plan) or [""])
    for number, (title, point) in enumerate(planned, 1):
        about = _pairs(title + point)
        if about and len(about & said) * 3 < len(about):
            what = title or point
            yield Finding(
                f"上年计划第{number}项“{what[:20]}”，今年的报告没有交代。",
                "在举措成效或“上年整改”里写明；没有做成的，写进不足。",
                field="举措成效",
            )


_MENDED = "上年整改:\n  - 问题: 普法形式单一\n    措施: 开展集市宣讲\n举措成效:"


@rule(
    "结构-24",
    "上年的不足没有交代整改",
    bad=Example(facts=facts(_TOPIC, old="举措成效:", new=_MENDED).facts, last=facts("", last=_TOPIC).last),
    good=Example(
        facts=facts(_TOPIC, old="举措成效:", new=_MENDED.replace("普法形式单一", "执法装备不全")).facts,
        last=facts("", last=_TOPIC).last,
    ),
)
def last_shortcoming_left_out(material: Material) -> Iterator[Finding]:
    """查“上年整改”是不是把上年的不足逐条写到了。

    查什么：写了“上年整改”，而上年事实文件里的某条不足不在其中；没有写“上年整改”的不查。
    为什么：挑着写，等于承认其余的没有整改。
    怎么改：逐条写明整改情况，没有完成的也写明进展。
    """
    head = material.facts.head if material.facts else None
    last = material.facts.last if material.facts else None
    if head is None or last is None or not any(one.problem for one in head.mended):
        return
    mended = bare("".join(one.problem + one.measure for one in head.mended))
    for one in told_shortcomings(last.head.shortcomings):
        said = one.name
        about = _pairs(said)
        if bare(said) not in mended and len(about & _pairs(mended)) * 2 < max(len(about), 1):
            yield Finding(
                f"上年的不足“{said[:_SHOWN]}”没有交代整改。", "逐条写明整改情况。", field="上年整改"
            )


@rule(
    "雷同-09",
    "不足与上年一字不差",
    bad=facts(_TOPIC, last=_TOPIC),
    good=facts(_TOPIC, last=_TOPIC, old="执法装备不全", new="执法记录仪使用不熟练"),
)
def same_shortcoming(material: Material) -> Iterator[Finding]:
    """查不足是不是照抄上年。

    查什么：“问题”或“原因”与上年事实文件里的一字不差。
    为什么：年年同样的不足，说明没有整改，或者没有用心找。
    怎么改：写今年的实际；仍未解决的，写明进展和剩下的问题。
    """
    last = material.facts.last if material.facts else None
    if material.facts is None or last is None:
        return
    earlier, shortcomings = last.head.shortcomings, material.facts.head.shortcomings
    before = {_whole(told, earlier[told.item]) for told in told_shortcomings(earlier)}
    for told in told_shortcomings(shortcomings):
        if _whole(told, shortcomings[told.item]) in before:
            yield Finding(
                f"“{told.name[:_SHOWN]}”与上年写的不足一字不差。",
                "写今年的实际，或写明进展。",
                field=f"不足.{told.item + 1}.{'问题' if shortcomings[told.item].problem else '正文'}",
            )


@rule(
    "结构-34",
    "不足没有写原因",
    bad=facts(
        _TOPIC, old="问题: 执法装备不全\n    原因: 执法办公室尚未配备执法记录仪", new="问题: 执法装备不全"
    ),
    good=facts(
        _TOPIC,
        old="问题: 执法装备不全\n    原因: 执法办公室尚未配备执法记录仪",
        new="正文: 因经费紧张，执法装备不全。",
    ),
)
def shortcoming_without_cause(material: Material) -> Iterator[Finding]:
    """查每条不足有没有写原因。

    查什么：写了“原因”没有；没有写的，“问题”“表现”“正文”里有没有“因”“由于”“受……影响”“主要是……”一类的话，“原因尚未查明”不算。几条都没有的，一次说完。
    为什么：《法治政府建设与责任落实督察工作规定》要求年度报告写明不足和原因。
    怎么改：在句子里写上原因，或另写一行“原因”；材料里没有、问不到的，不要编，空着不写，停用本条并写明。
    """
    lacking = without_cause(material.facts.head.shortcomings) if material.facts else ()
    if lacking:
        yield Finding(
            f"不足第{'、'.join(map(str, lacking))}条没有看到原因。",
            "问得到的，在句子里写上，或另写一行“原因: …”；问不到的不要编，已经写明的可不理会。",
            field=f"不足.{lacking[0]}",
        )
