"""雷同: villages and communities that are not the unit's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.likeness import fields_text
from generator.checks.sample import facts
from generator.facts.head import Territory
from generator.facts.territory import place_names
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.wordlist import common_words

_PLACE = pattern(r"(?<=[在到由赴])(?P<name>(?P<stem>[一-龥]{2,3}?)(?:社区|村))(?![一-龥]?[镇乡])")
_NO_STEM = pattern(
    r"[各每本全该某个所镇乡街县区市进入和与及的]|城中|空心|老旧|城郊|软弱|结对|回迁|示范|试点|重点|薄弱|帮扶|联系|包联|有关|相关|部分|行政|自然|中心|新型|后进"
)
_TERRITORY = "  辖区: {村: 刘家村、大杨村, 社区: 0}"


@rule(
    "雷同-11",
    "写了辖区以外的村、社区",
    bad=facts("法治宣传教育: {亮点: [在白庙村建成法治文化广场。]}", unit=_TERRITORY),
    good=facts("法治宣传教育: {亮点: [在大杨村建成法治文化广场。]}", unit=_TERRITORY),
)
def place_of_another_unit(material: Material) -> Iterator[Finding]:
    """查“在某某村”“到某某社区”是不是本单位辖区里的。

    查什么：事实文件的“辖区”里村和社区都写了名称（没有的写0）的，正文里“在、到、由、赴”后面的村名、社区名不在其中，也没有填在字段里；辖区只写个数的不查。
    为什么：从邻近单位的报告抄来一段，村名最容易漏改。
    怎么改：改成本辖区的名称；辖区里漏写了的，补上；确有其事的，停用本条并写明原因。
    """
    territory = material.facts.head.unit.territory if material.facts else Territory()
    if not (_is_complete(territory.villages) and _is_complete(territory.communities)):
        return
    own = [name.removesuffix("社区").removesuffix("村") for name in place_names(territory)]
    known = fields_text(material)
    for block, found in material.matches(_PLACE, "村", "社区"):
        stem = found["stem"]
        if _NO_STEM.search(stem) or any(first + second in common_words() for first, second in pairwise(stem)):
            continue
        if not any(stem.endswith(one) or one.endswith(stem) for one in own) and found["name"] not in known:
            yield Finding(
                f"“{found['name']}”不在“辖区”写的名称里。",
                "改成本辖区的名称；辖区里漏写了的，补上；确有其事的，停用本条并写明原因。",
                block,
                *found.span("name"),
            )


def _is_complete(places: Quantity | tuple[str, ...] | None) -> bool:
    """Tell whether all of a kind are named, or there is none."""
    return not places.number if isinstance(places, Quantity) else bool(places)
