"""数据: this year's figures against last year's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.leaves import figures_of
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.numbers.quantity import Quantity
from generator.yamltext.path import dotted

_FLOWS = ("件", "起", "宗", "次", "场", "期", "场次", "份", "册", "张", "人次", "条", "元", "户次", "家次")
_SMALL = 20
_FACTOR = 5


def _pairs(material: Material) -> Iterator[tuple[str, Quantity, Quantity]]:
    """Give each figure that both years have: its path, this year's, last year's."""
    if material.facts is None or material.facts.last is None:
        return
    before = figures_of(material.facts.last)
    for (topic, field), now in figures_of(material.facts).items():
        earlier = before.get((topic, field))
        if earlier is not None and earlier.unit == now.unit:
            yield dotted(material.facts.topics[topic].path_of(field)), now, earlier


@rule(
    "数据-25",
    "与上年的数相同",
    bad=facts("矛盾纠纷化解: {化解: 198起}", last="矛盾纠纷化解: {化解: 198起}"),
    good=facts("矛盾纠纷化解: {化解: 198起}", last="矛盾纠纷化解: {化解: 176起}"),
)
def same_as_last_year(material: Material) -> Iterator[Finding]:
    """与上年的事实文件比，看有没有没改的数。

    查什么：按年累计的量（件、起、次、场、份、人次、条、元等），二十以上而与上年一字不差的。
    为什么：照去年的文件改，最容易漏改的就是数。
    怎么改：核对台账；确实相同的，停用本条并写明原因。
    """
    for path, now, before in _pairs(material):
        if now.unit in _FLOWS and now.number >= _SMALL and now.number == before.number:
            name = path.rpartition(".")[2]
            yield Finding(f"{name}{now}，与上年完全相同。", "核对台账，看是不是忘了改。", field=path)


@rule(
    "数据-26",
    "与上年相差悬殊",
    bad=facts("法治宣传教育: {宣传资料: 60000份}", last="法治宣传教育: {宣传资料: 1000余份}"),
    good=facts("法治宣传教育: {宣传资料: 1200份}", last="法治宣传教育: {宣传资料: 1000余份}"),
)
def far_from_last_year(material: Material) -> Iterator[Finding]:
    """与上年的事实文件比，看增减是不是大得反常。

    查什么：两年中大的一个在二十以上，并且相差五倍以上。
    为什么：多半是多写、少写了一个零，或者换了口径。
    怎么改：核对台账；确实如此的，在做法里说明缘由，并停用本条。
    """
    for path, now, before in _pairs(material):
        low, high = sorted((now.number, before.number))
        if high >= _SMALL and (low == Decimal(0) or high / low >= _FACTOR):
            name = path.rpartition(".")[2]
            yield Finding(
                f"{name}{now}，上年是{before}，相差悬殊。", "核对台账，看是不是多写或少写了零。", field=path
            )
