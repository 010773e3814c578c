"""数据: a county's totals that only some of its units reported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.declared import given
from generator.checks.sample import facts
from generator.patterns import pattern

_REPORTED = pattern(
    r"(?P<asked>\d+)个(?P<called>[^\d，、]{1,8})中(?P<count>\d+)个填报(?P<lacking>（缺[^（）]*）)?"
)
REST = "其余"
"""What a 来源 says of the other units: 其余没有, 其余未报; then nobody need be reminded of them."""


@rule(
    "数据-54",
    "合计只是一部分单位的数",
    bad=facts("法律明白人: {法律明白人: {值: 不少于131名, 来源: 8个乡镇（街道）中4个填报}}"),
    good=facts("法律明白人: {法律明白人: {值: 131名, 来源: 8个乡镇（街道）中4个填报，其余没有}}"),
)
def total_of_some(material: Material) -> Iterator[Finding]:
    """核对汇总来的合计，应填的单位是不是都填报了。

    查什么：“来源”写着“8个乡镇（街道）中4个填报”，没有写其余各家怎样的。
    为什么：只有一半单位填报的合计，印出来别人当作全县的数。
    怎么改：催齐后再汇总；问过、其余单位确实没有的，数改为准数，“来源”里加“，其余没有”；就照“不少于”印的，加“，其余未报”。
    """
    for one in given(material):
        origin = material.facts.origin(one.path) if material.facts else ""
        found = _REPORTED.search(origin) if REST not in origin else None
        if found and int(found["count"]) < int(found["asked"]):
            of = f"{found['asked']}个{found['called']}中{found['count']}个填报"
            yield Finding(
                f"{one.field.name}{one.value}只是一部分单位的数：{of}{found['lacking'] or ''}。",
                f"催齐后再汇总；其余单位确实没有的，数改为准数，来源的“{found['count']}个填报”后面加“，其余没有”；"
                "照“不少于”印的，加“，其余未报”。",
                field=one.path,
            )
