"""文字: parts of words that are left alone, because the other part was lost or is another character."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.checks.lone import Lone, lone_parts, lost_halves
from generator.checks.material import Finding, Material
from generator.checks.partners import broken_words
from generator.checks.registry import rule
from generator.checks.scan import is_quoted
from generator.checks.terse import terse_places
from generator.patterns import pattern

_SIGN = pattern(r"[^一-龥\d，。、；：！？（）《》“”()\s]")
"""What is no mark of a sentence, and has its own rules: ×形."""
_NAMED = pattern(
    "[一-龥]{0,3}(?:[镇乡村组屯庄寨路街巷山河湖桥港]|街道|社区|水库|(?:石料|采石|砂石|养殖|屠宰|停车|[林农茶牧渔砂])场|[水泵]?电站"
    "|泵站|砖厂|水泥厂|工业园|园区|加油站|小学|中学|卫生院|小区|花园|大厦|[寺庙坝塘岭坡沟矿窑苑]|某|同志|公司|〔|[（(]?20\\d\\d)"
)
"""What a name of a place, a site or of a file goes on with: 府前街, 筱营石料场, 慈政发〔2024〕3号."""
_ONE = pattern("[围坐拧聚绑串捆挤](?:一|到一)[桌起张圈股块堂团]")
"""Verbs of one character before what they make one: 围一桌."""
_PLACE = ("村", "社区", "街道", "镇", "乡", "路", "街", "小区", "组", "屯")
"""What the same name stands before elsewhere in the text: 筱营村."""


@rule(
    "文字-46",
    "落单的字",
    yields_to=(
        "文字-07",
        "文字-09",
        "文字-10",
        "文字-11",
        "文字-40",
        "文字-41",
        "提法-09",
        "提法-24",
        "提法-25",
    ),
    bad="加强法律服务伍建设，存在的题全部整改。",
    good="加强法律服务队伍建设，存在的问题全部整改。",
)
def left_alone(material: Material) -> Iterator[Finding]:
    """查断开词以后落了单、自己又不成词的字。

    查什么：“法律服务伍建设”里的“伍”、“存在的题”里的“题”一类，前后都是词，它自己不单说；补一个字就与旁边的词常连用的，写出是哪个词。
    地名、文号和引号里的不报，“围一桌”“法规科”“尚处”“反家庭暴力”不报。
    为什么：漏了一个字，或者错成了别的字。
    怎么改：补上漏的字；是简称、名称的不必改。
    """
    for number, read in enumerate(material.readings):
        text = read.text
        told: set[int] = set()
        beside = (
            Lone(one.start, one.end, one.meant) for one in broken_words(text) if one.difference == "漏字"
        )
        for one in chain(lone_parts(text), lost_halves(text), beside):
            said = text[one.start : one.end]
            if one.start in told:
                continue
            told.add(one.start)
            if (
                one.start in terse_places(text)
                or _SIGN.search(text, max(0, one.start - 1), one.end + 1)
                or _NAMED.match(text, one.start)
                or _ONE.match(text, one.start)
                or is_quoted(text, one.start)
            ):
                continue
            if any(text[max(0, one.start - 1) : one.end + 1] in name for name in material.names):
                continue
            if any(f"{text[max(0, one.start - 1) : one.end]}{kind}" in material.text for kind in _PLACE):
                continue
            around = text[max(0, one.start - 3) : one.end + 3]
            such = f"（如“{one.meant}”）" if one.meant else ""
            yield Finding(
                f"“{around}”里的“{said}”不单独成词，旁边疑漏了字{such}或有错字。",
                "补上漏的字，或改正错字。",
                number,
                *read.at(one.start, one.end),
            )
